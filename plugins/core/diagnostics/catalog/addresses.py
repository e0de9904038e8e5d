"""What can be wrong with the addresses at which a site publishes its files."""

from core.diagnostics.rule import Rule

SAME_ADDRESS = Rule.error(
    "adresse-en-double",
    "{claimant} et {other} ont la même adresse : « {address} »",
    "{remedy}",
)
ADDRESSES_ALIKE = Rule.warning(
    "adresse-jumelle",
    "{claimant} et {other} ont des adresses qui ne diffèrent que par des majuscules",
    "{remedy} Windows et macOS n'en garderaient qu'un.",
)
FILE_AND_FOLDER = Rule.error(
    "adresse-fichier-et-dossier",
    "{claimant} et {other} ne peuvent pas être publiés ensemble : "
    "« {address} » serait un fichier et un dossier",
    "{remedy}",
)
LONG_ADDRESS = Rule.error(
    "adresse-trop-longue",
    "cette adresse est trop longue : « {beginning}… »",
    "Choisissez un nom ou un permalink plus court.",
)
HIDDEN_ADDRESS = Rule.error(
    "adresse-cachee",
    "{claimant} aurait pour adresse « {address} » : "
    "les serveurs cachent ce qui commence par un point",
    "Donnez-lui un autre nom, ou un autre permalink.",
)
MOVED_TOO_LATE = Rule.error(
    "adresse-deplacee-trop-tard",
    "un plugin lui donne l'adresse « {address} » quand les listes et les liens sont déjà faits",
    "Il doit le faire au signal « article_generator_finalized » ou « page_generator_finalized ».",
)
