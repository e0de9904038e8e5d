"""What can be wrong with front matter and settings: the fences, the YAML, keys and values."""

from core.diagnostics.rule import Rule

# The fences. Front matter that is none is read by visitors.
UNCLOSED_FRONT_MATTER = Rule.error(
    "en-tete-non-referme",
    "l'en-tête commence par « --- » mais n'est jamais refermé",
    "Ajoutez une ligne « --- » après la dernière clé.",
)
UNOPENED_FRONT_MATTER = Rule.warning(
    "en-tete-non-ouvert",
    "l'en-tête n'est pas ouvert : il est publié comme du texte",
    "Ajoutez une ligne « --- » avant la première clé.",
)
FRONT_MATTER_BELOW_THE_TOP = Rule.warning(
    "en-tete-trop-bas",
    "l'en-tête n'est pas au tout début du fichier : il est publié comme du texte",
    "Effacez tout ce qui précède « --- », même les espaces et les lignes vides.",
)
WRONG_DASHES = Rule.warning(
    "en-tete-sans-trois-tirets",
    "l'en-tête commence par « {fence} » : il est publié comme du texte",
    "Écrivez trois tirets, ni plus ni moins.",
)
FRONT_MATTER_IN_TOML = Rule.warning(
    "en-tete-en-toml",
    "l'en-tête est écrit en TOML, entre « +++ » : il est publié comme du texte",
    "Remplacez « +++ » par « --- », et « = » par « : » après chaque clé.",
)
DRAFT_IN_TOML = f"Ce brouillon paraît, malgré « draft = true ». {FRONT_MATTER_IN_TOML.hint}"
FRONT_MATTER_IN_JSON = Rule.warning(
    "en-tete-en-json",
    "l'en-tête est écrit en JSON : il est publié comme du texte",
    "Écrivez une ligne « clé: valeur » par clé, entre deux « --- ».",
)
FRONT_MATTER_OF_ANOTHER_PROGRAM = Rule.warning(
    "en-tete-d-ailleurs",
    "l'en-tête est écrit comme pour {program} : il n'est pas lu",
    "Mettez ses clés entre deux lignes « --- », en minuscules, sans signe devant : title: Le bal.",
)

# The YAML.
UNREADABLE_YAML = Rule.error("yaml-illisible", "cette ligne ne se lit pas : « {line} »")
NO_KEYS = Rule.error(
    "yaml-sans-cles",
    "ces lignes ne sont pas de la forme « clé: valeur »",
    'Écrivez par exemple : title: "Contact".',
)
HUGE_YAML = Rule.error(
    "yaml-demesure",
    "ces clés sont démesurées : plus de {most} ko",
    "Retirez-en, ou vérifiez où l'en-tête se termine (« --- »).",
)
DEEP_YAML = Rule.error("yaml-trop-imbrique", "cette valeur a trop de niveaux", "Simplifiez-la.")
INVISIBLE_SIGN = Rule.error(
    "yaml-signe-invisible",
    "un signe invisible est interdit ici",
    "Effacez cette ligne et retapez-la.",
)
TABULATION = Rule.error(
    "yaml-tabulation",
    "une tabulation est interdite ici",
    "Remplacez-la par des espaces.",
)
QUOTES_IN_QUOTES = Rule.error(
    "yaml-guillemets-imbriques",
    "des guillemets sont dans des guillemets : « {line} »",
    'Écrivez {key}: "{mended}"',
)
UNCLOSED_QUOTE = Rule.error(
    "yaml-guillemet-non-referme",
    "un guillemet n'est pas refermé : « {line} »",
    "Ajoutez le guillemet qui manque.",
)
BACKSLASH_IN_QUOTES = Rule.error(
    "yaml-barre-inverse",
    "« \\ » a un sens spécial entre guillemets : « {line} »",
    "Doublez ce signe : « \\\\ ».",
)

# Keys and values.
UNKNOWN_KEY = Rule.warning(
    "cle-inconnue",
    "la clé « {key} » n'est pas connue",
    "Vouliez-vous dire « {meant} » ?",
)
KEY_TWICE = Rule.warning(
    "cle-en-double",
    "la clé « {key} » est écrite deux fois : la dernière seule compte",
    "Gardez une seule des deux lignes.",
)
KEY_OF_TWO_NAMES = Rule.warning(
    "cle-sous-deux-noms",
    "la clé « {key} » dit la même chose que « {kept} » (ligne {line}), qui seule compte",
    "Gardez une seule des deux lignes.",
)
CATEGORIES_CUT = Rule.warning(
    "categories-coupees",
    "« categories: {value} » fait {count} catégories : {words}",
    "Écrivez [{value}] pour n'en faire qu'une, [{listed}] pour {count}.",
)
KEY_WORDS_IN_ONE = Rule.warning(
    "mots-cles-en-un-seul",
    "« {key}: {value} » fait un seul mot-clé",
    "Écrivez [{listed}] pour {count}, [{value}] s'il n'y en a qu'un.",
)
MARKDOWN_IN_A_KEY = Rule.warning(
    "markdown-dans-une-cle",
    "« {written} » est lu tel quel : « {key} » n'a que des mots",
    "Retirez ces signes.",
)
KEY_OF_NO_WORD = Rule.error(
    "cle-illisible", "cette clé n'est pas un mot", "Écrivez « clé: valeur »."
)
IMPOSSIBLE_VALUE = Rule.error(
    "valeur-impossible", "la clé « {key} » ne peut pas valoir « {value} »"
)
SPECIAL_VALUE = Rule.error(
    "valeur-speciale",
    "une valeur qui commence par {signs} a un sens spécial en YAML",
    "Mettez-la entre guillemets.",
)
VALUE_TAKEN_FOR_A_COMMENT = Rule.warning(
    "valeur-en-commentaire",
    "« {left_out} » est pris pour un commentaire, et n'est pas lu",
    "{remedy} (Un commentaire a une espace après « # ».)",
)
DATE_READ_IN_UTC = Rule.warning(
    "date-en-utc",
    "cette date est lue en heure UTC : ici, l'article est du {day}",
    "Écrivez le décalage, par exemple +0100, ou retirez les secondes.",
)
DOUBTFUL_DATE = Rule.warning(
    "date-douteuse", "cette date, lue comme le {day}, peut en être une autre"
)
