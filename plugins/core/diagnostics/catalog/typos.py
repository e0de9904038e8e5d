"""What can be wrong with the signs of a text: visitors read them as they are."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

LINK_CUT_BY_A_SPACE = Rule(
    "lien-coupe-par-une-espace",
    WARNING,
    "ce lien n'en est pas un : une espace sépare « ] » et « ( » : « {written} »",
    "Retirez-la.",
)
LINK_TURNED_ROUND = Rule(
    "lien-inverse",
    WARNING,
    "ce lien n'en est pas un : ses crochets et ses parenthèses sont inversés : « {written} »",
    "Écrivez [les mots](l'adresse).",
)
UNCLOSED_LINK = Rule(
    "lien-non-referme",
    WARNING,
    "ce lien n'en est pas un : sa parenthèse n'est pas refermée : « {written} »",
    "Ajoutez « ) » après son adresse.",
)
LINK_CUT_INTO_CELLS = Rule(
    "lien-coupe-en-cases",
    WARNING,
    "ce lien n'en est pas un : son « | » le coupe en cases de tableau : « {written} »",
    "Écrivez « \\| ».",
)
LINK_WITHOUT_REFERENCE = Rule(
    "lien-sans-reference",
    WARNING,
    "ce lien n'en est pas un : l'adresse de son second crochet n'est donnée nulle part : "
    "« {written} »",
    "Écrivez [les mots](l'adresse).",
)
UNCLOSED_HTML_COMMENT = Rule(
    "html-commentaire-non-referme",
    ERROR,
    "le commentaire qui commence par « <!-- » n'est pas refermé",
    "Écrivez « --> » à sa fin.",
)
MISSING_NOTE = Rule(
    "note-absente",
    WARNING,
    "la note « {note} » n'est écrite nulle part",
    "Écrivez-la, seule sur sa ligne : {note}: Le texte de la note.",
)
UNREAD_BRACES = Rule(
    "accolades-incomprises",
    WARNING,
    "« {written} » n'est pas compris : on le lit tel quel",
    "Mettez-le seul sur la ligne suivante, ou collez-le à un lien, une image, du gras.",
)
UNREAD_ATTRIBUTE = Rule(
    "accolades-sans-effet",
    WARNING,
    "« {part} » ne fait rien dans « {written} »",
    'Écrivez .encart pour une classe, #ici pour un identifiant, lang="en" pour le reste.',
)
UNKNOWN_ENTITY = Rule(
    "html-entite-inconnue",
    WARNING,
    "« {entity} » n'est pas un signe que HTML connaît : on le lit tel quel",
    "Vouliez-vous dire « &{meant}; » ?",
)
MISREAD_SIGN = Rule(
    "texte-mal-decode",
    WARNING,
    "« {sign} » vient d'un texte lu dans un autre encodage que le sien",
    "{action}, et enregistrez le fichier en UTF-8 ({count} fois dans ce fichier).",
)
LOST_SIGN = Rule(
    "texte-signe-perdu",
    WARNING,
    "un signe a été perdu : « {around} »",
    "Écrivez de nouveau ce mot ({count} fois dans ce fichier).",
)

# What other editors read.
HEADING_WITHOUT_A_SPACE = Rule(
    "titre-sans-espace",
    WARNING,
    "« {written} » n'est pas un titre : il faut une espace après « {signs} »",
    "Écrivez « {signs} {word} », ou « \\{signs}{word} » si ce n'en est pas un.",
)
BULLET_OF_NO_LIST = Rule(
    "puce-inconnue",
    WARNING,
    "« {sign} » ne fait pas une liste : ces lignes se suivent dans un paragraphe",
    "Laissez une ligne vide, et commencez chacune par un tiret : - {word}",
)
NUMBER_OF_NO_LIST = Rule(
    "numero-inconnu",
    WARNING,
    "« {number}) » ne fait pas une liste numérotée : ces lignes se suivent dans un paragraphe",
    "Laissez une ligne vide, et commencez chacune par un nombre et un point : {number}. {word}",
)
EMPHASIS_OF_NO_EFFECT = Rule(
    "gras-sans-effet",
    WARNING,
    "« {written} » n'est pas en gras : une espace touche ses étoiles",
    "Écrivez **{words}**.",
)
TABLE_OF_NO_EFFECT = Rule(
    "tableau-colle",
    WARNING,
    "ce tableau n'en est pas un : il touche la ligne du dessus, « {above} »",
    "Laissez une ligne vide entre les deux.",
)
ADDRESS_OF_NO_LINK = Rule(
    "adresse-sans-lien",
    WARNING,
    "« {address} » n'est pas un lien",
    "Écrivez <{whole}>.",
)
FRAME_TITLE_IN_ENGLISH = Rule(
    "cadre-titre-anglais",
    WARNING,
    "le titre de ce cadre est resté en anglais : « {title} »",
    "Dites ce qu'il montre : title=\"La fête de l'an dernier\".",
)
BRACES_OF_NOTHING = Rule(
    "accolades-sans-bloc",
    WARNING,
    "« {braces} » ne s'applique à rien",
    "Mettez-le juste sous le paragraphe qu'il concerne, sans ligne vide entre les deux.",
)
UNKNOWN_BOX = Rule(
    "encart-inconnu",
    WARNING,
    "« {written} » n'est pas une sorte d'encart : c'est une citation, où on le lit tel quel",
)
BOX_WITHOUT_A_QUOTATION = Rule(
    "encart-sans-chevron",
    WARNING,
    "« {written} » est lu tel quel : il n'est pas dans une citation",
    "Écrivez « > » au début de chaque ligne de l'encart.",
)
