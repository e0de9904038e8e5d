"""What keeps a site from being built: what was asked, settings, programs, the system."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

_CORRECT = "Corrigez cette ligne."

# What was asked.

NOT_A_SITE_ADDRESS = Rule(
    "siteurl-impossible",
    ERROR,
    "l'adresse « {url} » n'est pas celle d'un site",
    "Écrivez par exemple https://exemple.fr.",
)
NOT_A_MOMENT = Rule(
    "moment-impossible",
    ERROR,
    "cette variable n'est pas un nombre de secondes depuis 1970",
    "Écrivez par exemple 1767225600.",
)
CONTENT_REFUSED = Rule(
    "contenu-inaccessible",
    ERROR,
    "ce dossier de contenu ne peut pas être ouvert ({reason})",
    "Vérifiez son nom.",
)
OUTPUT_IN_CONTENT = Rule(
    "sortie-dans-le-contenu",
    ERROR,
    "le site ne peut pas être construit là où est son contenu ({content})",
    "Choisissez un autre dossier.",
)
OUTPUT_IS_NO_SITE = Rule(
    "sortie-occupee",
    ERROR,
    "ce dossier contient autre chose qu'un site construit ici",
    "Choisissez un dossier vide ou nouveau.",
)
OUTPUT_REFUSED = Rule(
    "sortie-inaccessible",
    ERROR,
    "ce dossier ne peut pas recevoir le site ({reason})",
    "Choisissez-en un autre.",
)
BUSY_OUTPUT = Rule(
    "construction-en-cours",
    ERROR,
    "une autre construction de ce site est en cours",
    "Attendez qu'elle finisse, puis recommencez.",
)
STAGING_OF_OTHERS = Rule(
    "dossier-etranger",
    ERROR,
    "ce dossier, dont la construction a besoin, n'a pas été fait par elle",
    "Renommez-le, ou choisissez un autre --output.",
)

# Settings.

BROKEN_SETTINGS = Rule(
    "reglages-illisibles", ERROR, "ces réglages ne se lisent pas : {why}", _CORRECT
)
MISSING_SETTINGS = Rule(
    "reglages-absents", ERROR, "ce fichier de réglages n'existe pas", "Vérifiez son nom."
)
MISSING_THEME = Rule(
    "theme-absent",
    ERROR,
    "le thème « {name} » n'existe pas",
    "Corrigez le réglage THEME.",
)
REFUSED_SETTING = Rule(
    "reglage-pelican-non-suivi",
    ERROR,
    "le réglage « {name} » de Pelican n'est pas suivi ici",
    "Retirez-le : {why}.",
)
ONE_FILE_FOR_MANY = Rule(
    "reglage-pelican-une-adresse",
    ERROR,
    "le réglage « {name} » de Pelican ne donne pas une adresse à chaque page : « {form} »",
    "Écrivez par exemple « {example} ».",
)
PLUGIN_TOO_EARLY = Rule(
    "plugin-trop-tot",
    ERROR,
    "le plugin « {name} » vient avant « {needed} », dont il se sert",
    "Dans le réglage PLUGINS, mettez-le après.",
)
SITE_WITHIN_A_SITE = Rule(
    "plugin-second-site",
    ERROR,
    "un plugin construit un autre site pendant que celui-ci est construit",
    "Retirez-le du réglage PLUGINS : une page dans une autre langue le dit par sa clé « lang ».",
)
FEEDS_OUT_OF_REACH = Rule(
    "flux-hors-d-atteinte",
    WARNING,
    "un plugin change les flux de Pelican, et rien à {feeds}, qui n'en viennent pas",
    "Donnez le réglage FEED_ALL_ATOM : le flux qu'il fait est changé par le plugin.",
)
REPLACED_READER = Rule(
    "lecteur-remplace",
    ERROR,
    "un plugin donne un autre lecteur aux fichiers « .{ending} » : {reader}",
    "Retirez-le du réglage PLUGINS : les textes sont faits par notre lecteur de Markdown.",
)
READER_OF_PLAIN_FILES = Rule(
    "lecteur-sans-effet",
    ERROR,
    "un plugin donne un lecteur aux fichiers « .{ending} », qui sont publiés tels quels : {reader}",
    "Écrivez ces textes dans des fichiers .md, ou retirez le plugin du réglage PLUGINS.",
)
FILE_OF_A_PLUGIN = Rule(
    "fichier-de-plugin-remplace",
    WARNING,
    "un plugin écrit « {address} », que le site écrit aussi : celui du site le remplace",
    "Ne gardez qu'un des deux dans le réglage PLUGINS.",
)
OWN_SERVER_FILE = Rule(
    "htaccess-garde",
    WARNING,
    "votre fichier est publié tel quel : celui du site (durées de cache, sécurité, anciennes "
    "adresses) n'est pas écrit",
    "Supprimez-le s'il ne vous sert plus.",
)

# Programs.

BROKEN_PROGRAM = Rule("programme-illisible", ERROR, "ce programme ne se lit pas : {why}", _CORRECT)
BROKEN_MODULE = Rule(
    "module-non-charge", ERROR, "un module ne peut pas être chargé : {why}", _CORRECT
)
BROKEN_PLUGIN = Rule(
    "plugin-non-charge",
    ERROR,
    "le plugin « {name} » ne peut pas être chargé : {why}",
    "Corrigez-le, ou retirez-le du réglage PLUGINS.",
)
PELICAN_SAYS = Rule("pelican-signale", WARNING, "Pelican signale « {words} »")
UNFORESEEN_ERROR = Rule(
    "erreur-imprevue",
    ERROR,
    "erreur imprévue du programme : {what}",
    "Prévenez les personnes qui l'entretiennent.",
)

# The system.

OUT_OF_MEMORY = Rule(
    "memoire-insuffisante",
    ERROR,
    "la mémoire ne suffit pas à construire ce site",
    "Retirez les fichiers démesurés.",
)
DISK_FULL = Rule(
    "disque-plein", ERROR, "le disque est plein", "Faites de la place, puis recommencez."
)
