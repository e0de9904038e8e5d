"""What can be wrong with an address, wherever it is read; links and images without any."""

from core.diagnostics.rule import Rule

UNSEEN_SIGNS_IN_ADDRESS = Rule.error(
    "adresse-signe-invisible",
    "« {url} » contient des signes invisibles",
    "Effacez cette adresse, puis tapez-la de nouveau.",
)
FILE_OF_OWN_DISK = Rule.error(
    "adresse-de-votre-disque",
    "« {url} » est un fichier de votre ordinateur",
    "Déposez ce fichier dans le dossier du contenu, et donnez son adresse dans le site.",
)
MISSING_SLASH = Rule.error(
    "adresse-sans-barre",
    "il manque un « / » dans « {url} »",
    "Écrivez {scheme}://{rest}.",
)
NO_ADDRESS = Rule.error(
    "adresse-impossible",
    "« {url} » n'est pas une adresse",
    "Recopiez-la depuis votre navigateur.",
)
PUBLIC_PASSWORD = Rule.error(
    "mot-de-passe-visible",
    "« {url} » contient un mot de passe, que chacun peut lire",
    "Retirez-le, et changez-le.",
)
MISSPELT_SCHEME = Rule.error(
    "adresse-debut-inconnu",
    "« {scheme}: » n'est pas le début d'une adresse : « {url} »",
    "Écrivez {meant}{rest}.",
)
ADDRESS_WITHOUT_HOST = Rule.error(
    "adresse-sans-site",
    "« {url} » ne nomme aucun site",
    "Écrivez son nom, par exemple https://exemple.fr.",
)
ADDRESS_BEGUN_TWICE = Rule.error(
    "adresse-deux-debuts",
    "« {url} » commence deux fois",
    "Écrivez {scheme}://{rest}.",
)
IMPOSSIBLE_PORT = Rule.error(
    "adresse-port-impossible",
    "le port « {port} » n'existe pas : « {url} »",
    "Retirez-le, ou écrivez un nombre de 1 à 65535.",
)
IMPOSSIBLE_HOST = Rule.error(
    "adresse-site-impossible",
    "« {host} » ne peut pas être le nom d'un site : « {url} »",
    "Recopiez l'adresse depuis votre navigateur.",
)
OWN_MACHINE = Rule.warning(
    "adresse-de-votre-machine",
    "« {url} » ne mène qu'à l'ordinateur de qui la lit",
    "Écrivez l'adresse que tout le monde peut ouvrir.",
)
OWN_NETWORK = Rule.warning(
    "adresse-de-votre-reseau",
    "« {url} » ne mène nulle part hors de votre réseau",
    "Écrivez l'adresse que tout le monde peut ouvrir.",
)
NO_PHONE_NUMBER = Rule.error(
    "telephone-sans-numero",
    "« {url} » n'est pas un numéro de téléphone",
    "Écrivez-le ainsi : {number}.",
)
SPACE_IN_ADDRESS = Rule.warning(
    "adresse-avec-espaces",
    "« {url} » contient une espace : des appareils n'en liront que le début",
    "Écrivez {mended}.",
)
NO_MAIL_ADDRESS = Rule.error(
    "courriel-impossible",
    "« {url} » n'est pas l'adresse d'un courriel",
    "Écrivez-la ainsi : mailto:contact@exemple.fr.",
)
MAIL_ADDRESSES_BY_SEMICOLONS = Rule.warning(
    "courriels-a-point-virgule",
    "entre deux courriels, bien des logiciels ne lisent pas « ; »",
    "Mettez une virgule : {mended}.",
)
NO_PLACE = Rule.error(
    "lieu-impossible",
    "« {url} » n'est pas un lieu",
    "Écrivez sa latitude, puis sa longitude, avec des points : geo:43.6119,3.8772.",
)
SCRIPT_OF_NOTHING = Rule.warning(
    "adresse-script-vide",
    "« {url} » ne mène à rien, et ne fait rien",
    "Écrivez l'adresse d'une page, ou retirez ce lien.",
)
ADDRESS_OF_THE_BROWSER = Rule.error(
    "adresse-du-navigateur",
    "« {url} » ne mène à rien : les navigateurs ne l'ouvrent que pour qui la tape",
    "Écrivez l'adresse d'une page.",
)
ADDRESS_OF_A_PROGRAM = Rule.warning(
    "adresse-de-votre-logiciel",
    "« {url} » ne s'ouvre que dans un logiciel : « {scheme}: » n'est l'adresse de rien sur le web",
    "Copiez son texte dans une page, ou publiez-le, et donnez son adresse dans le site.",
)
QUERY_OF_ANOTHER_PAGE = Rule.warning(
    "adresse-d-un-ancien-site",
    "« {url} » mène à « {page} », et non à la page que « ?{query} » désignait : rien ne le lit ici",
    "Écrivez l'adresse de cette page dans ce site.",
)
MALFORMED_DATA = Rule.error(
    "donnees-illisibles",
    "« {url} » ne se lit pas : {why}",
    "Déposez ce fichier dans le dossier du contenu, et donnez son adresse.",
)
LONE_PERCENT = Rule.warning(
    "adresse-pour-cent",
    "« % » est suivi d'autre chose que deux chiffres de 0 à f : « {url} »",
    "Recopiez l'adresse depuis votre navigateur, ou écrivez {mended}.",
)
DATA_FOR_AN_ADDRESS = Rule.error(
    "adresse-en-donnees",
    "« {url} » ne mène à rien : les navigateurs n'ouvrent pas ces adresses",
    "Déposez ce fichier dans le dossier du contenu, et donnez son adresse.",
)
LINK_WITHOUT_ADDRESS = Rule.error(
    "lien-sans-adresse",
    "le lien « {words} » ne mène à rien : il n'a pas d'adresse",
    "Écrivez-la, ou retirez ce lien.",
)
IMAGE_WITHOUT_ADDRESS = Rule.error(
    "image-sans-adresse",
    "l'image « {words} » n'a pas d'adresse",
    "Écrivez-la, ou retirez cette image.",
)
