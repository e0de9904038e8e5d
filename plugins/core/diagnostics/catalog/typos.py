"""What can be wrong with the signs of a text: visitors read them as they are."""

from core.diagnostics.rule import Rule

LINK_CUT_BY_A_SPACE = Rule.warning(
    "lien-coupe-par-une-espace",
    "{what} : {sign} sépare « ] » et « ( » : « {written} »",
    "Effacez ce qui les sépare.",
)
REFERENCE_CUT_BY_A_SPACE = Rule.warning(
    "reference-non-lue",
    "« {written} » n'est pas lu : une espace sépare « ] » et « : »",
    "Retirez-la.",
)
LINK_TURNED_ROUND = Rule.warning(
    "lien-inverse",
    "{what} : ses crochets et ses parenthèses ne sont pas à leur place : « {written} »",
    "Écrivez {form}.",
)
UNCLOSED_LINK = Rule.warning(
    "lien-non-referme",
    "{what} : sa parenthèse n'est pas refermée : « {written} »",
    "Ajoutez « ) » après son adresse.",
)
LINK_CUT_INTO_CELLS = Rule.warning(
    "lien-coupe-en-cases",
    "{what} : son « | » le coupe en cases de tableau : « {written} »",
    "Écrivez « \\| ».",
)
LINK_WITHOUT_REFERENCE = Rule.warning(
    "lien-sans-reference",
    "{what} : l'adresse de son second crochet n'est donnée nulle part : « {written} »",
    "Écrivez {form}.",
)
UNCLOSED_TITLE_OF_LINK = Rule.warning(
    "lien-guillemet-absent",
    "{what} : un guillemet manque à son titre : « {written} »",
    'Écrivez [les mots](l\'adresse "le titre").',
)
LINK_WITHOUT_A_BRACKET = Rule.warning(
    "lien-crochet-absent",
    "{what} : il lui manque un crochet : « {written} »",
    "Écrivez {form}.",
)
EMPHASIS_NOT_READ = Rule.warning(
    "gras-non-lu",
    "« {written} » est lu tel quel : une espace touche ses signes de l'intérieur",
    "Écrivez {mended}.",
)
UNBALANCED_EMPHASIS = Rule.warning(
    "gras-mal-referme",
    "« {written} » n'a pas autant de signes à sa fin qu'à son début : on les lit tels quels",
    "Écrivez **{words}** pour du gras, *{words}* pour de l'italique.",
)
FOREIGN_SIGNS = Rule.warning(
    "ecriture-d-ailleurs",
    "« {written} » est lu tel quel : ici, cela s'écrit autrement",
)
CODE_OF_A_PROGRAM = Rule.warning(
    "code-d-un-logiciel",
    "ce bloc « {name} » est montré comme du code : rien ne l'exécute ici",
    "Écrivez à sa place ce qu'il donne, ou une image de ce qu'il dessine.",
)
INVISIBLE_SIGN = Rule.warning(
    "signe-invisible",
    "« {mark} » est lu tel quel : {sign} le touche",
    "Effacez ce qui le touche, puis tapez une espace ordinaire après lui.",
)
MARKDOWN_IN_HTML = Rule.warning(
    "markdown-dans-html",
    "« {written} » est lu tel quel, dans <{name}>",
    'Écrivez <{name} markdown="{asked}">.',
)
HEADING_WITHOUT_A_SPACE = Rule.warning(
    "titre-sans-espace",
    "« {written} » n'est pas un titre",
    "Mettez une espace après « {signs} ».",
)
LIST_NOT_READ = Rule.warning(
    "liste-non-lue",
    "ces lignes ne font pas une liste : « {written} »",
    "Commencez chacune par « - » et une espace, ou par « 1. ».",
)
TABLE_NOT_READ = Rule.warning(
    "tableau-non-lu",
    "ces lignes ne font pas un tableau : « {written} »",
    "Laissez une ligne vide avant elles.",
)
CELL_TOO_MANY = Rule.warning(
    "tableau-case-de-trop",
    "« {words} » est la {number}e case de sa rangée : ce tableau a {count} titres de colonnes",
    "Retirez un « | », écrivez « \\| » pour qu'on le lise, ou ajoutez un titre.",
)
UNMEANT_TABLE = Rule.warning(
    "tableau-involontaire",
    "« {written} » fait un tableau d'une seule ligne : chaque « | » y sépare deux cases",
    "Pour qu'on lise « | », écrivez « \\| ».",
)
FLAT_LIST = Rule.warning(
    "liste-a-plat",
    "« {written} » n'est pas sous la ligne d'avant, mais à côté : il manque des espaces devant",
    "Mettez-en {count}.",
)
UNCLOSED_CODE = Rule.warning(
    "code-non-referme",
    "le code qui commence par « {signs} » n'est pas refermé",
    "Ajoutez une ligne « {signs} » à sa fin.",
)
MISSPELT_COMMENT = Rule.warning(
    "html-commentaire-mal-ouvert",
    "« {written} » n'est pas un commentaire : on le lit tel quel",
    "Écrivez <!-- devant, et --> derrière.",
)
UNCLOSED_HTML_COMMENT = Rule.error(
    "html-commentaire-non-referme",
    "le commentaire qui commence par « <!-- » n'est pas refermé",
    "Écrivez « --> » à sa fin.",
)
MISSING_NOTE = Rule.warning(
    "note-absente",
    "la note « {note} » n'est écrite nulle part",
    "Écrivez-la, seule sur sa ligne : {note}: Le texte de la note.",
)
UNCALLED_NOTE = Rule.warning(
    "note-non-appelee",
    "la note « {note} » n'est appelée nulle part : elle ne paraît pas",
    "Écrivez {note} après ce qu'elle explique, ou retirez-la.",
)
NOTE_GIVEN_TWICE = Rule.warning(
    "note-en-double",
    "la note « {note} » est écrite deux fois : une seule paraît",
    "Donnez-lui un autre nom.",
)
EMPTY_NOTE = Rule.warning(
    "note-vide",
    "la note « {note} » n'a pas de texte",
    "Écrivez-le derrière elle, sur la même ligne : {note}: Le texte de la note.",
)
UNREAD_BRACES = Rule.warning(
    "accolades-incomprises",
    "« {written} » n'est pas compris : on le lit tel quel",
    "Mettez-le seul sur la ligne suivante, ou collez-le à un lien, une image, du gras.",
)
UNREAD_ATTRIBUTE = Rule.warning(
    "accolades-sans-effet",
    "« {part} » ne fait rien dans « {written} »",
    'Écrivez .encart pour une classe, #ici pour un identifiant, lang="en" pour le reste.',
)
UNKNOWN_ENTITY = Rule.warning(
    "html-entite-inconnue",
    "« {entity} » n'est pas un signe que HTML connaît : on le lit tel quel",
    "Vouliez-vous dire « &{meant}; » ?",
)
REFERENCE_TO_NO_SIGN = Rule.warning(
    "html-numero-impossible",
    "« {written} » n'est le numéro d'aucun signe : les visiteurs voient « \ufffd », ou rien",
    "Effacez-le, ou écrivez le signe lui-même.",
)
ESCAPED_TEXT = Rule.warning(
    "texte-echappe",
    "« {written} », écrit pour un programme, est lu tel quel",
    "Écrivez {meant} à sa place ({count} fois dans ce fichier).",
)
MISREAD_SIGN = Rule.warning(
    "texte-mal-decode",
    "« {sign} » vient d'un texte lu dans un autre encodage que le sien",
    "{action}, et enregistrez le fichier en UTF-8 ({count} fois dans ce fichier).",
)
TURNED_TEXT = Rule.warning(
    "texte-retourne",
    "un signe invisible change le sens d'écriture : « {words} »",
    "Effacez-le, ou tapez ces mots de nouveau.",
)
CONTROL_SIGN = Rule.warning(
    "texte-signe-de-controle",
    "un signe que l'on ne voit pas, {sign}, est dans le texte : « {words} »",
    "Effacez-le, ou tapez ces mots de nouveau.",
)
LOST_SIGN = Rule.warning(
    "texte-signe-perdu",
    "un signe a été perdu : « {around} »",
    "Écrivez de nouveau ce mot ({count} fois dans ce fichier).",
)

SIGNS_READ_OTHERWISE = Rule.warning(
    "signes-lus-autrement",
    "« {written} » est montré {how}",
)
INDENTED_TEXT = Rule.warning(
    "texte-decale",
    "« {written} » est montré comme du code : il y a quatre espaces devant",
    "Retirez-les.",
)
LINES_RUN_TOGETHER = Rule.warning(
    "lignes-a-la-suite",
    "ces lignes se lisent à la suite, sans retour à la ligne : « {written} »",
    "Écrivez <br> à la fin de chacune, ou laissez une ligne vide entre elles.",
)
UNMEANT_HEADING = Rule.warning(
    "titre-involontaire",
    "« {written} » est un titre : la ligne de dessous, « {signs} », le souligne",
    "Pour un trait, laissez une ligne vide avant « {signs} ».",
)
GIT_CONFLICT = Rule.error(
    "conflit-git",
    "« {written} » est la marque d'un conflit de Git : le texte y est en deux versions",
    "Gardez-en une, et retirez les lignes qui commencent par <<<<<<<, ======= et >>>>>>>.",
)
ADDRESS_OF_NO_LINK = Rule.warning(
    "adresse-sans-lien",
    "« {address} » n'est pas un lien",
    "Écrivez <{whole}>.",
)
FRAME_TITLE_IN_ENGLISH = Rule.warning(
    "cadre-titre-anglais",
    "le titre de ce cadre est resté en anglais : « {title} »",
    "Dites ce qu'il montre : title=\"La fête de l'an dernier\".",
)
BRACES_APART = Rule.warning(
    "accolades-sans-bloc",
    "« {braces} », seul entre deux lignes vides, {what}",
    "Mettez-le juste sous le paragraphe qu'il concerne, sans ligne vide entre les deux.",
)
UNKNOWN_BOX = Rule.warning(
    "encart-inconnu",
    "« {written} » n'est pas une sorte d'encart : c'est une citation, où on le lit tel quel",
)
BOX_WITHOUT_A_QUOTATION = Rule.warning(
    "encart-sans-chevron",
    "« {written} » est lu tel quel : il n'est pas dans une citation",
    "Écrivez « > » au début de chaque ligne de l'encart.",
)
