"""What can be wrong with a page's outline, and with its data for search engines (JSON-LD)."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

SKIPPED_HEADING_LEVEL = Rule(
    "titre-niveau-saute",
    ERROR,
    "le titre « {words} » est de niveau {level}, juste après un titre de niveau {before}",
)
EMPTY_SECTION = Rule(
    "titre-sans-texte",
    WARNING,
    "rien ne suit le titre « {words} »",
    "Écrivez un texte dessous, ou retirez-le.",
)
TITLE_TWICE = Rule(
    "titre-en-double",
    WARNING,
    "« {title} » est aussi le titre de {other} : rien ne distingue ces deux pages",
    "Donnez-leur deux titres, ou faites-en une page.",
)
TITLE_OF_A_PART = Rule(
    "titre-d-une-partie",
    WARNING,
    "« {title} » est aussi le nom d'une page que le site fait lui-même, « /{part}/ » : le menu a "
    "deux entrées de ce nom",
    "Donnez un autre titre à celle-ci, ou mettez-y « in_menu: false ». Pour n'avoir qu'elle, "
    "écrivez « {part}: non » dans _config.yml.",
)
EMPTY_HEADING = Rule(
    "titre-vide",
    WARNING,
    "un titre de niveau {level} est vide",
    "Écrivez-le, ou retirez-le.",
)
UNREADABLE_JSON_LD = Rule(
    "json-ld-illisible",
    ERROR,
    "les données JSON-LD ne se lisent pas",
    "Copiez-les de nouveau, ou retirez ce <script>.",
)
JSON_LD_WITHOUT_CONTEXT = Rule(
    "json-ld-sans-contexte",
    ERROR,
    "les données JSON-LD n'ont pas de « @context »",
    'Ajoutez "@context": "https://schema.org".',
)
INCOMPLETE_JSON_LD = Rule(
    "json-ld-incomplet",
    ERROR,
    "les données JSON-LD d'un « {type} » n'ont pas de « {key} »",
    'Ajoutez "{key}": "…".',
)
