"""What can be wrong with the Liquid of a text, and with the files that its tags name."""

from core.diagnostics.rule import Rule

_KNOWN_TAGS = (
    "Balises connues : link, post_url, raw, comment, et la boucle « for post in site.posts »."
)

UNCLOSED_TAG = Rule.error(
    "liquid-balise-non-refermee",
    "la balise « {tag} » n'est pas refermée",
    "Ajoutez « {closing} » à sa fin.",
)
OF_CODE = (  # which has such braces too
    "Ajoutez « {closing} » à sa fin ; si c'est du code à montrer, mettez {{% raw %}} avant lui, et "
    "{{% endraw %}} après."
)
END_OF_NOTHING = Rule.error(
    "liquid-fin-sans-debut",
    "la balise « {tag} » ne referme rien",
    "Retirez-la, ou ouvrez « {opening} » avant elle.",
)
UNKNOWN_TAG = Rule.error(
    "liquid-balise-inconnue", "la balise « {tag} » n'est pas reconnue", _KNOWN_TAGS
)
NOTHING_TO_WRITE = Rule.error(
    "liquid-vide", "« {written} » : il n'y a rien à écrire", "Retirez-le."
)
NOT_A_TEXT = Rule.error(
    "liquid-pas-un-texte",
    "« {written} » n'est pas un texte qui puisse être écrit",
    "Retirez-le.",
)
NOT_UNDERSTOOD = Rule.error(
    "liquid-non-compris",
    "« {written} » : « {text} » n'est pas compris",
    "Retirez les accolades, ou écrivez un nom ou un texte entre guillemets.",
)
WRITES_NOTHING = Rule.warning(
    "liquid-sans-effet",
    "« {written} » n'écrit rien : « {text} » n'est pas compris",
    NOT_UNDERSTOOD.hint,
)
UNKNOWN_NAME = Rule.error("liquid-nom-inconnu", "« {written} » : le nom « {name} » n'est pas connu")
UNKNOWN_FILTER = Rule.error(
    "liquid-filtre-inconnu", "« {written} » : le filtre « {name} » n'est pas reconnu"
)
FILTER_TAKES_NO_ARGUMENT = Rule.error(
    "liquid-filtre-mal-suivi",
    "« {written} » : le filtre « {name} » ne prend pas « {arguments} »",
    "Retirez ce qui suit les deux-points.",
)
FILTER_TAKES_NO_SUCH_TEXT = Rule.error(
    "liquid-filtre-impossible",
    "« {written} » : le filtre « {name} » ne comprend pas ce texte",
    "Vérifiez ce qui est écrit avant lui.",
)

# What `link` and `post_url` name.

TAG_WITHOUT_NAME = Rule.error(
    "liquid-balise-sans-nom",
    "la balise « {tag} » ne nomme rien",
    "Écrivez par exemple {{% {tag} {example} %}}.",
)
LINK_OF_AN_ADDRESS = Rule.error(
    "liquid-lien-externe",
    "« {url} » n'est pas un fichier de ce site",
    "Écrivez-la sans la balise : [mots du lien]({url}).",
)
MISSING_FILE = Rule.error(
    "fichier-absent",
    "« {name} » n'existe pas dans {where}",
    "Vérifiez le nom du fichier, ou retirez ce lien.",
)
UNPUBLISHED_FILE = Rule.error(
    "fichier-non-publie",
    "« {name} » n'est pas publié",
    "Publiez ce fichier, ou retirez ce lien.",
)
NOT_PUBLISHED_YET = Rule.error(
    "fichier-a-paraitre",
    "« {name} » ne paraîtra que le {day}",
    "Retirez ce lien jusque-là, ou avancez la date de publication.",
)
WORDS_AFTER_NAME = Rule.error(
    "liquid-mots-en-trop",
    "« {words} » est de trop après le nom du fichier « {name} »",
    "Écrivez {{% link {name} %}}.",
)
QUOTED_NAME = Rule.error(
    "liquid-guillemets-en-trop",
    "le nom {name} ne doit pas être entre guillemets",
    "Écrivez {{% link {bare} %}}.",
)
