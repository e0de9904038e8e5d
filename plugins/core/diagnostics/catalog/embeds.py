"""What pages and style sheets ask of other hosts in vain: it would tell them who reads."""

from core.diagnostics.rule import Rule

FOREIGN_FILE = Rule.warning(
    "chargement-externe-retire",
    "le site ne charge pas {what} de « {host} »",
    "Copiez le fichier dans assets/.",
)
FRAME_WITHOUT_ADDRESS = Rule.warning(
    "cadre-adresse-impossible",
    "le cadre « {url} » a été retiré : cette adresse n'en est pas une",
    "Écrivez une adresse qui commence par https://.",
)
COPIED_PAGE_ASKS_ANOTHER_HOST = Rule.warning(
    "page-non-protegee",
    "cette page, publiée telle quelle, fait connaître ses lecteurs à « {host} »",
    "Ajoutez deux lignes « --- » à son début : elle sera protégée comme les autres.",
)
