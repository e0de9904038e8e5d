"""What can be wrong with events."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

EVENT_WITHOUT_A_START = Rule(
    "evenement-sans-debut",
    ERROR,
    "il manque « debut », le jour et l'heure",
    "Écrivez par exemple « debut: {day} 18:30 ».",
)
END_AGAINST_START = Rule(
    "evenement-fin-impossible", ERROR, "« fin » ({end}) ne va pas avec « debut » ({start})"
)
DATES_AND_ANOTHER_KEY = Rule(
    "evenement-dates-et-debut",
    ERROR,
    "« {key} » (ligne {line}) ne va pas avec « dates »",
    "Mettez-les toutes dans « dates ». {example}",
)
MISSING_DATE = Rule(
    "evenement-date-absente", ERROR, "il manque une date dans « dates »", "{example}"
)
SAME_START = Rule(
    "evenement-date-en-double",
    ERROR,
    "« {start} » est aussi le début de la date de la ligne {line}",
    "Gardez une seule des deux.",
)
WITHOUT_A_RULE = Rule(
    "evenement-sans-chaque",
    WARNING,
    "« {key} » est là sans « chaque » : rien ne revient",
    "Ajoutez par exemple « chaque: premier jeudi du mois », ou retirez cette ligne.",
)
RULE_WITH_TWO_ENDS = Rule(
    "evenement-deux-fins",
    ERROR,
    "« chaque » dit déjà quand cela finit : UNTIL ou COUNT",
    "Retirez cette ligne, ou cette partie de la règle.",
)
RULE_WITHOUT_A_DATE = Rule(
    "evenement-aucune-date",
    ERROR,
    "« chaque » ne donne aucune date à partir du {start}",
    "Vérifiez « debut », « jusqu_au » et « sauf ».",
)
RULE_WITH_ANOTHER_FIRST_DATE = Rule(
    "evenement-autre-premiere-date",
    WARNING,
    "« debut » ({start}) n'est pas une des dates que donne « chaque » : la première est le {first}",
    "Écrivez « debut: {right} ».",
)
DATES_THAT_OVERLAP = Rule(
    "evenement-dates-qui-se-chevauchent",
    ERROR,
    "une date n'est pas finie quand la suivante commence : {first}, puis {second}",
    "« fin » est la fin d'une seule date. Le dernier jour où cela revient va dans « jusqu_au ».",
)
LEFT_OUT_IN_VAIN = Rule(
    "evenement-sauf-sans-effet",
    WARNING,
    "« sauf » ne retire aucune date : {words}",
    "Vérifiez le jour et l'année.",
)
NOT_A_DATE_OF_THE_RULE = Rule(
    "evenement-hors-de-la-regle",
    ERROR,
    "« chaque » ne donne pas de date le {day}",
    "Écrivez dans « debut », ou dans « reporte_du », le jour d'une de ses dates.",
)
MOVED_BY_NO_RULE = Rule(
    "evenement-report-et-regle",
    ERROR,
    "« reporte_du » ne va pas avec « chaque » : une date à la fois est reportée",
    "Écrivez « dates: » puis la ligne « - {{debut: 2026-12-10 18:30, reporte_du: 2026-12-03}} ».",
)
EVENTS_IN_ANOTHER_ZONE = Rule(
    "fuseau-sans-effet",
    WARNING,
    "ce fuseau est celui des articles : les événements sont lus et montrés à l'heure de {own}",
    "Écrivez « timezone: {own} », ou faites ignorer cette règle.",
)
EVENT_WITHOUT_FRONT_MATTER = Rule(
    "evenement-sans-en-tete",
    ERROR,
    "cet événement n'a pas d'en-tête : son fichier ne commence pas par une ligne ---",
    "Écrivez tout en haut une ligne ---, puis « title: … » et « debut: {day} 18:30 », puis ---.",
)
ANOTHER_YEAR_IN_NAME = Rule(
    "evenement-autre-annee",
    WARNING,
    "« debut » est en {year}, et le nom du fichier en {named}",
    "Corrigez l'une des deux années.",
)
ANNOUNCED_AFTER_THE_END = Rule(
    "annonce-apres-la-fin",
    WARNING,
    "« publication » ({at}) est après la fin de l'événement",
    "Vérifiez les deux dates : d'ici là, personne ne le voit.",
)
PLACE_ON_THE_WEB = Rule(
    "lieu-en-ligne",
    WARNING,
    "« lieu » est une adresse du web : « {place} »",
    "Écrivez « en_ligne: {place} », et dans « lieu » le nom d'un endroit s'il y en a un.",
)
REGISTRATION_WITHOUT_AN_ADDRESS = Rule(
    "inscription-sans-adresse",
    WARNING,
    "« inscription_jusqu_au » est là sans « inscription » : il n'y a pas de bouton",
    "Ajoutez l'adresse : « inscription: https://… ».",
)
REGISTRATION_AFTER_THE_END = Rule(
    "inscription-apres-la-fin",
    WARNING,
    "« inscription_jusqu_au » ({until}) est après la fin de l'événement",
    "Vérifiez les deux dates.",
)
MOVED_TO = Rule(
    "evenement-reporte-au",
    ERROR,
    "« {key} » n'est pas une clé : la nouvelle date est celle de « debut »",
    "Écrivez-la dans « debut », et l'ancienne dans « reporte_du ».",
)
MOVED_NOWHERE = Rule(
    "evenement-reporte-au-meme-jour",
    WARNING,
    "« reporte_du » ({moved_from}) est le moment de « debut » : rien n'est reporté",
    "Écrivez la nouvelle date dans « debut ».",
)
EVENT_TWICE = Rule(
    "evenement-en-double",
    WARNING,
    "« {title} » est aussi dans {file}, au même moment : {start}",
    "Supprimez l'un des deux, ou donnez-leur deux titres.",
)
TOO_MANY_VIEWS = Rule(
    "agenda-trop-de-pages",
    WARNING,
    "l'agenda a {most} pages « {kind} », les plus fournies, et n'en fait pas {more} autres",
    "Écrivez toujours pareil une ville, un mot-clé : les noms rares sont ceux qui manquent.",
)
