"""What keeps a site from being built: what was asked, settings, programs, the system."""

from core.diagnostics.rule import Rule

_CORRECT = "Corrigez cette ligne."

# What was asked.

NOT_A_SITE_ADDRESS = Rule.error(
    "siteurl-impossible",
    "l'adresse « {url} » n'est pas celle d'un site",
    "Écrivez par exemple https://exemple.fr.",
)
NOT_A_MOMENT = Rule.error(
    "moment-impossible",
    "cette variable n'est pas un nombre de secondes depuis 1970",
    "Écrivez par exemple 1767225600.",
)
CONTENT_REFUSED = Rule.error(
    "contenu-inaccessible",
    "ce dossier de contenu ne peut pas être ouvert ({reason})",
    "Vérifiez son nom.",
)
OUTPUT_IN_CONTENT = Rule.error(
    "sortie-dans-le-contenu",
    "le site ne peut pas être construit là où est son contenu ({content})",
    "Choisissez un autre dossier.",
)
OUTPUT_IS_NO_SITE = Rule.error(
    "sortie-occupee",
    "ce dossier contient autre chose qu'un site construit ici",
    "Choisissez un dossier vide ou nouveau.",
)
OUTPUT_REFUSED = Rule.error(
    "sortie-inaccessible",
    "ce dossier ne peut pas recevoir le site ({reason})",
    "Choisissez-en un autre.",
)
BUSY_OUTPUT = Rule.error(
    "construction-en-cours",
    "une autre construction de ce site est en cours",
    "Attendez qu'elle finisse, puis recommencez.",
)
STAGING_OF_OTHERS = Rule.error(
    "dossier-etranger",
    "ce dossier, dont la construction a besoin, n'a pas été fait par elle",
    "Renommez-le, ou choisissez un autre --output.",
)

# Settings.

BROKEN_SETTINGS = Rule.error(
    "reglages-illisibles", "ces réglages ne se lisent pas : {why}", _CORRECT
)
MISSING_SETTINGS = Rule.error(
    "reglages-absents", "ce fichier de réglages n'existe pas", "Vérifiez son nom."
)
MISSING_THEME = Rule.error(
    "theme-absent",
    "le thème « {name} » n'existe pas",
    "Corrigez le réglage THEME.",
)
REFUSED_SETTING = Rule.error(
    "reglage-pelican-non-suivi",
    "le réglage « {name} » de Pelican n'est pas suivi ici",
    "Retirez-le : {why}.",
)
WRONG_SETTING = Rule.error(
    "reglage-pelican-impossible",
    "le réglage « {name} » de Pelican ne peut pas être {value}",
    "Donnez {instead}.",
)
TAKEN_TEMPLATE_NAME = Rule.error(
    "reglage-pelican-nom-pris",
    "le réglage « {name} » donne « {key} », que les gabarits ont déjà d'un plugin",
    "Donnez-lui un autre nom.",
)
OTHER_FOLDER = Rule.warning(
    "reglage-pelican-dossier",
    "le réglage « {name} » n'est suivi que par la commande « pelican » : nos commandes se servent "
    "de {folder}/",
    "Dites-le à chacune, par son option --{option}.",
)
FEEDS_WITHOUT_ADDRESS = Rule.warning(
    "flux-sans-adresse",
    "les flux de Pelican sont demandés ({names}), et le site n'a pas d'adresse : les leurs ne "
    "mènent nulle part dans un lecteur de flux",
    "Donnez-la par url dans _config.yml, ou par le réglage SITEURL.",
)
ONE_FILE_FOR_MANY = Rule.error(
    "reglage-pelican-une-adresse",
    "le réglage « {name} » de Pelican ne donne pas une adresse à chaque page : « {form} »",
    "Écrivez par exemple « {example} ».",
)
PLUGIN_TOO_EARLY = Rule.error(
    "plugin-trop-tot",
    "le plugin « {name} » vient avant « {needed} », dont il se sert",
    "Dans le réglage PLUGINS, mettez-le après.",
)
PLUGIN_MISSING = Rule.error(
    "plugin-manquant",
    "le plugin « {needed} » n'est pas dans le réglage PLUGINS, et {what} s'en sert",
    "Ajoutez-le à ce réglage.",
)
SITE_WITHIN_A_SITE = Rule.error(
    "plugin-second-site",
    "{who} construit un autre site pendant que celui-ci est construit",
    "Retirez-le du réglage PLUGINS : une page dans une autre langue le dit par sa clé « lang ».",
)
FEEDS_OUT_OF_REACH = Rule.warning(
    "flux-hors-d-atteinte",
    "le plugin « {name} » ne reçoit que les flux que Pelican écrit, et {feeds} n'en sont pas",
    "Donnez le réglage FEED_ALL_ATOM : c'est le flux qu'il fait que le plugin reçoit.",
)
REPLACED_READER = Rule.error(
    "lecteur-remplace",
    "un plugin donne un autre lecteur aux fichiers « .{ending} » : {reader}",
    "Retirez-le du réglage PLUGINS : les textes sont faits par notre lecteur de Markdown.",
)
READER_OF_PLAIN_FILES = Rule.error(
    "lecteur-sans-effet",
    "un plugin donne un lecteur aux fichiers « .{ending} », qui sont publiés tels quels : {reader}",
    "Écrivez ces textes dans des fichiers .md, ou retirez le plugin du réglage PLUGINS.",
)
FILE_OF_A_PLUGIN = Rule.warning(
    "fichier-de-plugin-remplace",
    "un plugin écrit « {address} », que le site écrit aussi : celui du site le remplace",
    "Ne gardez qu'un des deux dans le réglage PLUGINS.",
)
OWN_SERVER_FILE = Rule.warning(
    "htaccess-garde",
    "votre fichier est publié tel quel : celui du site (durées de cache, sécurité, anciennes "
    "adresses) n'est pas écrit",
    "Supprimez-le s'il ne vous sert plus.",
)

# Programs.

BROKEN_PROGRAM = Rule.error("programme-illisible", "ce programme ne se lit pas : {why}", _CORRECT)
BROKEN_MODULE = Rule.error(
    "module-non-charge", "un module ne peut pas être chargé : {why}", _CORRECT
)
BROKEN_PLUGIN = Rule.error(
    "plugin-non-charge",
    "le plugin « {name} » ne peut pas être chargé : {why}",
    "Corrigez-le, ou retirez-le du réglage PLUGINS.",
)
CRASHED_PLUGIN = Rule.error(
    "plugin-en-panne",
    "le plugin « {name} » s'est arrêté sur une erreur : {why}",
    "Corrigez-le, ou retirez-le du réglage PLUGINS.",
)
PLUGIN_INSTEAD = Rule.error(
    "plugin-en-double",
    "les plugins « {name} » et « {ours} » font le même travail, et le premier ne trouve plus rien "
    "de ce qu'il cherche",
    "Retirez « {name} » du réglage PLUGINS.",
)
PELICAN_SAYS = Rule.warning("pelican-signale", "Pelican signale « {words} »")
UNFORESEEN_ERROR = Rule.error(
    "erreur-imprevue",
    "erreur imprévue du programme : {what}",
    "Prévenez les personnes qui l'entretiennent.",
)

# The system.

OUT_OF_MEMORY = Rule.error(
    "memoire-insuffisante",
    "la mémoire ne suffit pas à construire ce site",
    "Retirez les fichiers démesurés.",
)
DISK_FULL = Rule.error(
    "disque-plein", "le disque est plein", "Faites de la place, puis recommencez."
)
