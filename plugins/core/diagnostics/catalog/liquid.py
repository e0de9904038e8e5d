"""What can be wrong with the Liquid of a text, and with the files that its tags name."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

_KNOWN_TAGS = (
    "Balises connues : link, post_url, raw, comment, et la boucle « for post in site.posts »."
)

UNCLOSED_TAG = Rule(
    "liquid-balise-non-refermee",
    ERROR,
    "la balise « {tag} » n'est pas refermée",
    "Ajoutez « {closing} » à sa fin.",
)
END_OF_NOTHING = Rule(
    "liquid-fin-sans-debut",
    ERROR,
    "la balise « {tag} » ne referme rien",
    "Retirez-la, ou ouvrez « {opening} » avant elle.",
)
UNKNOWN_TAG = Rule(
    "liquid-balise-inconnue", ERROR, "la balise « {tag} » n'est pas reconnue", _KNOWN_TAGS
)
NOTHING_TO_WRITE = Rule(
    "liquid-vide", ERROR, "« {written} » : il n'y a rien à écrire", "Retirez-le."
)
NOT_A_TEXT = Rule(
    "liquid-pas-un-texte",
    ERROR,
    "« {written} » n'est pas un texte qui puisse être écrit",
    "Retirez-le.",
)
NOT_UNDERSTOOD = Rule(
    "liquid-non-compris",
    ERROR,
    "« {written} » : « {text} » n'est pas compris",
    "Retirez les accolades, ou écrivez un nom ou un texte entre guillemets.",
)
WRITES_NOTHING = Rule(
    "liquid-sans-effet",
    WARNING,
    "« {written} » n'écrit rien : « {text} » n'est pas compris",
    NOT_UNDERSTOOD.hint,
)
UNKNOWN_NAME = Rule(
    "liquid-nom-inconnu", ERROR, "« {written} » : le nom « {name} » n'est pas connu"
)
UNKNOWN_FILTER = Rule(
    "liquid-filtre-inconnu", ERROR, "« {written} » : le filtre « {name} » n'est pas reconnu"
)
FILTER_TAKES_NO_ARGUMENT = Rule(
    "liquid-filtre-mal-suivi",
    ERROR,
    "« {written} » : le filtre « {name} » ne prend pas « {arguments} »",
    "Retirez ce qui suit les deux-points.",
)
FILTER_TAKES_NO_SUCH_TEXT = Rule(
    "liquid-filtre-impossible",
    ERROR,
    "« {written} » : le filtre « {name} » ne comprend pas ce texte",
    "Vérifiez ce qui est écrit avant lui.",
)

# What `link` and `post_url` name.

TAG_WITHOUT_NAME = Rule(
    "liquid-balise-sans-nom",
    ERROR,
    "la balise « {tag} » ne nomme rien",
    "Écrivez par exemple {{% {tag} {example} %}}.",
)
LINK_OF_AN_ADDRESS = Rule(
    "liquid-lien-externe",
    ERROR,
    "« {url} » n'est pas un fichier de ce site",
    "Écrivez-la sans la balise : [mots du lien]({url}).",
)
MISSING_FILE = Rule(
    "fichier-absent",
    ERROR,
    "« {name} » n'existe pas dans {where}",
    "Vérifiez le nom du fichier, ou retirez ce lien.",
)
UNPUBLISHED_FILE = Rule(
    "fichier-non-publie",
    ERROR,
    "« {name} » n'est pas publié",
    "Publiez ce fichier, ou retirez ce lien.",
)
NOT_PUBLISHED_YET = Rule(
    "fichier-a-paraitre",
    ERROR,
    "« {name} » ne paraîtra que le {day}",
    "Retirez ce lien jusque-là, ou avancez la date de publication.",
)
WORDS_AFTER_NAME = Rule(
    "liquid-mots-en-trop",
    ERROR,
    "« {words} » est de trop après le nom du fichier « {name} »",
    "Écrivez {{% link {name} %}}.",
)
QUOTED_NAME = Rule(
    "liquid-guillemets-en-trop",
    ERROR,
    "le nom {name} ne doit pas être entre guillemets",
    "Écrivez {{% link {bare} %}}.",
)
