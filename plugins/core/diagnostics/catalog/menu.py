"""What can be wrong with the menu: where pages stand in it, and under which others."""

from core.diagnostics.rule import Rule

UNKNOWN_PARENT = Rule.warning(
    "menu-parent-inconnu",
    "aucune page du menu ne s'appelle « {parent} » : cette page reste dans le menu principal",
    "Écrivez le titre d'une page du menu, ou son fichier, par exemple : vie/index.md.",
)
AMBIGUOUS_PARENT = Rule.warning(
    "menu-parent-ambigu",
    "{count} pages du menu s'appellent « {parent} » : cette page reste dans le menu principal",
    "Écrivez le fichier de la bonne, par exemple : {file}.",
)
PARENT_OUT_OF_THE_MENU = Rule.warning(
    "menu-parent-absent",
    "la page « {parent} » n'est pas une entrée du menu : elle n'a pas de sous-menu",
    "Retirez « parent », ou mettez-la dans le menu (« in_menu: true »).",
)
PARENT_OF_A_PARENT = Rule.warning(
    "menu-trop-profond",
    "« {title} » est sous « {parent} », qui est sous « {top} » : un sous-menu n'en a pas d'autre",
    "Elle est montrée sous « {top} » : écrivez-le, ou retirez « parent » de « {parent} ».",
)
PARENT_IN_A_LOOP = Rule.warning(
    "menu-en-boucle",
    "« {title} » est sous « {parent} », donc sous elle-même : elle reste dans le menu principal",
    "Retirez « parent » ici, ou dans « {parent} ».",
)
PAGE_WITHOUT_ITS_PLACE = Rule.warning(
    "menu-sans-ordre",
    "« {title} » n'a pas de place dans le menu : elle y passe avant celles qui en ont une",
    "Écrivez {key}, ou un autre nombre.",
)
