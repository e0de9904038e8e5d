"""What can be wrong with HTML: its elements, their nesting, their attributes and the values."""

from core.diagnostics.rule import Rule

CLOSE_IT_IN_MARKDOWN = (
    "Écrivez </{name}> avant la fin du paragraphe ; autour de blocs, ouvrez-le et fermez-le sur "
    "leur ligne : <{name} …><div>…</div></{name}>."
)
STYLE_IT = "Retirez-le, ou écrivez ce style dans assets/css/custom.css."

# Elements.
OFFICE = "office"  # the fact `made_by` of what its programs write
FROM_OFFICE = (
    "C'est une marque de Word ou d'Excel : collez ce texte sans sa mise en forme (Ctrl+Maj+V)."
)
PASTED_FROM_OFFICE = Rule.warning(
    "html-de-bureautique",
    "« {written} » vient d'un autre logiciel : rien ne le suit ici",
    "Collez ce texte sans sa mise en forme (Ctrl+Maj+V).",
)
UNKNOWN_ELEMENT = Rule.error(
    "html-balise-inconnue",
    "« {tag} » n'est pas une balise HTML",
    "Pour l'afficher, écrivez &lt; au lieu de <.",
)
OBSOLETE_ELEMENT = Rule.warning("html-balise-obsolete", "« <{name}> » n'est plus du HTML", STYLE_IT)
UNCLOSED_ELEMENT = Rule.error(
    "html-balise-non-refermee",
    "« {tag} » n'est pas refermé",
    "Écrivez </{name}>{where}.",
)
SELF_CLOSED_ELEMENT = Rule.error(
    "html-balise-auto-fermante",
    "« {tag} » n'est pas refermé : « /> » n'y suffit pas",
    "Écrivez </{name}> après son contenu.",
)
STRAY_END_TAG = Rule.error(
    "html-fermeture-de-trop",
    "« {tag} » ne ferme rien",
    "Retirez-le, ou ouvrez-le avant.",
)
END_TAG_OF_A_VOID_ELEMENT = Rule.error(
    "html-fermeture-impossible",
    "« {tag} » n'existe pas en HTML",
    "Retirez-le : <{name}> ne se ferme pas.",
)
END_TAG_READ_AS_TEXT = Rule.error(
    "html-fermeture-lue-comme-texte",
    "« {tag} » est lu comme du texte",
    "Mettez-le hors des signes de Markdown qui l'entourent.",
)
TAG_READ_AS_TEXT = Rule.warning(
    "html-balise-lue-comme-texte",
    "« {tag} » est lu comme du texte : les visiteurs voient la balise",
    "Mettez-la au début d'une ligne, après une ligne vide ; pour la montrer, écrivez &lt; au lieu "
    "de <.",
)

# Nesting.
MISSING_PARENT = Rule.error(
    "html-balise-mal-placee", "« {tag} » n'est pas dans {parents}", "Mettez-le dedans."
)
UNEXPECTED_CHILD = Rule.error(
    "html-balise-intruse",
    "« {tag} » est directement dans « {holder} »",
    "N'y mettez que {children}.",
)
FORBIDDEN_NESTING = Rule.error(
    "html-balise-mal-imbriquee",
    "« {tag} » ne peut pas être dans « {holder} »",
    "Fermez d'abord <{name}>.",
)
ELEMENT_GIVEN_AGAIN = Rule.error(
    "html-balise-de-trop",
    "« {tag} » est de trop dans « {holder} »",
    "Gardez-y un seul <{name}>.",
)
LATE_CHILD = Rule.error(
    "html-balise-trop-tard",
    "« {tag} » vient trop tard dans « {holder} »",
    "Mettez-le à son début.",
)
MISSING_CHILD = Rule.error(
    "html-balise-absente",
    "il manque <{child}> dans « {holder} »",
    "Ajoutez-le.",
)
END_TAG_WITHOUT_ITS_SLASH = Rule.error(
    "html-barre-oubliee",
    "« {tag} » ouvre de nouveau ce qu'il devrait fermer",
    "Écrivez </{name}>.",
)
ELEMENT_OF_THE_THEME = Rule.error(
    "html-balise-reservee-au-theme", "« {tag} » ne s'écrit pas dans le texte d'une page"
)
WHOLE_PAGE = (
    "C'est une page entière : ne collez que ce qui est entre <body> et </body>, sans ces balises."
)
MISPLACED_TEXT = Rule.error(
    "html-texte-mal-place",
    "le texte « {text} » est directement dans « {holder} »",
    "Mettez-le dans <{child}>.",
)

# Whole pages.
INCOMPLETE_PAGE = Rule.warning(
    "page-brute-incomplete",
    "il manque {what} dans cette page, publiée telle quelle",
    "Écrivez {cure}.",
)

# Attributes.
UNKNOWN_ATTRIBUTE = Rule.error(
    "html-attribut-inconnu",
    "l'attribut « {attribute} » n'existe pas dans « {tag} »",
    "Retirez-le.",
)
OBSOLETE_ATTRIBUTE = Rule.warning(
    "html-attribut-obsolete",
    "l'attribut « {attribute} » n'est plus du HTML dans « {tag} »",
    "Retirez-le.",
)
MISSING_ATTRIBUTE = Rule.error(
    "html-attribut-absent",
    "il manque l'attribut « {attribute} » dans « {tag} »",
    "Ajoutez-le.",
)
DUPLICATE_ATTRIBUTE = Rule.error(
    "html-attribut-en-double",
    "l'attribut « {attribute} » est écrit deux fois dans « {tag} »",
    "Gardez-en un.",
)
TYPOGRAPHIC_QUOTES = Rule.error(
    "html-guillemets-typographiques",
    "les guillemets de « {written} » ne sont pas ceux du HTML : ils sont lus comme des lettres",
    'Écrivez-les droits : {attribute}="…".',
)
UNPAIRED_QUOTE = Rule.error(
    "html-guillemet-depareille",
    "un guillemet manque ou est de trop dans « {tag} »",
    "Écrivez chaque valeur entre deux guillemets droits.",
)
UNCHECKED_FRAME = Rule.warning(
    "cadre-non-verifie",
    "ce qui est écrit dans « srcdoc » n'est pas vérifié : « {tag} »",
    "Écrivez-le plutôt dans la page, sans <iframe>.",
)
UNNAMED_FRAME = Rule.error(
    "cadre-sans-nom",
    "le cadre « {source} » n'a pas de nom",
    'Dites ce qu\'il montre : title="Le plan du quartier".',
)

# Values.
IMPOSSIBLE_VALUE = Rule.error(
    "html-valeur-impossible", "« {attribute} » ne peut pas valoir « {value} » : « {tag} »"
)
UNREADABLE_TIME = Rule.error(
    "html-date-illisible",
    "les machines ne lisent pas la date « <time>{words}</time> »",
    'Écrivez par exemple <time datetime="2026-03-12">{words}</time>.',
)
SWITCH_SAID_OFF = Rule.warning(
    "html-attribut-toujours-oui",
    "« {attribute} » veut dire oui, même avec « {value} » : « {tag} »",
    "Retirez-le pour dire non.",
)
SIZE_NOT_WHOLE = Rule.error(
    "html-dimension-non-entiere",
    "« {attribute} » doit être un nombre entier, et non « {value} » : « {tag} »",
    "Retirez-le.",
)
EMPTY_ID = Rule.error(
    "identifiant-vide",
    "l'identifiant est vide : « {tag} »",
    "Nommez-le, ou retirez « id ».",
)
ID_WITH_A_SPACE = Rule.error(
    "identifiant-avec-espace",
    "l'identifiant « {name} » contient une espace : « {tag} »",
    "Retirez-le.",
)
DUPLICATE_ID = Rule.error(
    "identifiant-en-double",
    "l'identifiant « {name} » est donné {count} fois dans la page",
    "Changez l'un d'eux, et les liens qui y mènent.",
)
LABEL_OF_NO_FIELD = Rule.error(
    "etiquette-sans-champ",
    "« for » nomme « {name} », qui n'est pas un champ : « <{tag}> »",
    "Donnez cet identifiant au champ, ou retirez « for ».",
)
UNNAMED_OBJECT = Rule.warning(
    "objet-sans-nom",
    "« {tag} » n'a pas de nom",
    'Dites ce qu\'il montre : title="Le plan du quartier".',
)
UNNAMED_BUTTON = Rule.error(
    "bouton-sans-nom",
    "ce bouton n'a pas de mots",
    "Écrivez ce qu'il fait : <button>Envoyer</button>.",
)
UNNAMED_FIELD = Rule.warning(
    "champ-sans-nom",
    "ce champ n'a pas de nom : « {tag} »",
    "Mettez-le avec son nom dans un <label> : <label>Nom <input></label>.",
)
MISSING_ID = Rule.error(
    "identifiant-absent",
    "« {attribute} » nomme « {name} », qui n'est l'identifiant {of} ici",
    'Écrivez id="{name}" dans ce qu\'il nomme, ou retirez « {attribute} ».',
)
