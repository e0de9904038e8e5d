"""What can be wrong with a page's outline, and with its data for search engines (JSON-LD)."""

from core.diagnostics.rule import Rule

SKIPPED_HEADING_LEVEL = Rule.error(
    "titre-niveau-saute",
    "le titre « {words} » est de niveau {level}, juste après un titre de niveau {before}",
)
EMPTY_SECTION = Rule.warning(
    "titre-sans-texte",
    "rien ne suit le titre « {words} »",
    "Écrivez un texte dessous, ou retirez-le.",
)
TITLE_TWICE = Rule.warning(
    "titre-en-double",
    "« {title} » est aussi le titre de {other} : rien ne distingue ces deux pages",
    "Donnez-leur deux titres, ou faites-en une page.",
)
TITLE_OF_A_PART = Rule.warning(
    "titre-d-une-partie",
    "« {title} » est aussi le nom d'une page que le site fait lui-même, « /{part}/ » : le menu a "
    "deux entrées de ce nom",
    "Donnez un autre titre à celle-ci, ou mettez-y « in_menu: false ». Pour n'avoir qu'elle, "
    "écrivez « {part}: non » dans _config.yml.",
)
EMPTY_HEADING = Rule.warning(
    "titre-vide",
    "un titre de niveau {level} est vide",
    "Écrivez-le, ou retirez-le.",
)
UNREADABLE_JSON_LD = Rule.error(
    "json-ld-illisible",
    "les données JSON-LD ne se lisent pas",
    "Copiez-les de nouveau, ou retirez ce <script>.",
)
JSON_LD_WITHOUT_CONTEXT = Rule.error(
    "json-ld-sans-contexte",
    "les données JSON-LD n'ont pas de « @context »",
    'Ajoutez "@context": "https://schema.org".',
)
INCOMPLETE_JSON_LD = Rule.error(
    "json-ld-incomplet",
    "les données JSON-LD d'un « {type} » n'ont pas de « {key} »",
    'Ajoutez "{key}": "…".',
)
