"""What asks too much of the machine: no text can keep a build busy, nor fill memory."""

from core.diagnostics.rule import Rule

TOO_SLOW = Rule.error(
    "texte-trop-lent",
    "ce texte demande trop de temps à mettre en page",
    "Retirez-en les suites anormales de signes (« [[[[ », « <<<< »…), ou coupez-le en deux.",
)
TOO_DEEP = Rule.error(
    "texte-trop-imbrique",
    "ce texte a trop de niveaux imbriqués",
    "Simplifiez ses listes et ses citations.",
)
TOO_LONG = Rule.error(
    "texte-demesure",
    "ce texte est démesuré : plus de {most} ko",
    "Coupez-le en plusieurs pages, ou publiez-le en PDF.",
)
TOO_MANY_CELLS = Rule.error(
    "tableau-demesure",
    "les tableaux de ce texte ont plus de {most} cases",
    "Coupez-les en plusieurs pages.",
)
SITE_TOO_HEAVY = Rule.error(
    "site-trop-charge",
    "ce texte est trop chargé : {count} balises, liens, attributs et styles, quand un site en "
    "admet {most} en tout au-delà de {light} par page",
    "Coupez-le avant cette ligne en plusieurs pages, ou publiez ses tableaux en PDF.",
)
TOO_MANY_OPEN_ELEMENTS = Rule.error(
    "html-trop-imbrique",
    "trop de balises ne sont pas refermées, telles que « <{name}> »",
    "Ajoutez « </{name}> » après chacune.",
)
TOO_MANY_ATTRIBUTES = Rule.error(
    "html-trop-d-attributs",
    "la balise « <{name}> » a plus de {most} attributs",
    "Retirez ceux qui ne servent à rien.",
)
TOO_MANY_NAMES_OF_ATTRIBUTES = Rule.error(
    "html-trop-d-attributs-differents",
    "les balises de ce texte ont plus de {most} attributs différents",
    "Retirez ceux qui n'existent pas en HTML.",
)
ENDLESS_ELEMENT = Rule.error(
    "html-balise-sans-fin",
    "une balise de ce texte empêcherait de lire la fin de la page",
    "Retirez les balises rares (plaintext, math…), et refermez les « <script> ».",
)
ENDLESS_REFERENCE = Rule.warning(
    "html-numero-demesure",
    "« &#… » n'est le numéro d'aucun caractère : il a des centaines de chiffres",
    "Effacez-le.",
)
LIQUID_WRITES_TOO_MUCH = Rule.error(
    "liquid-demesure",
    "« {written} » : ce que les balises écrivent est démesuré",
    "Retirez-en.",
)
LIQUID_LOOPS_TOO_MUCH = Rule.error(
    "liquid-boucle-demesuree",
    "« {written} » : les boucles de ce texte font trop de tours",
    "Sortez cette boucle des autres, ou bornez-les : limit:10, par exemple.",
)
