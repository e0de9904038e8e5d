"""What can be wrong with events."""

from core.diagnostics.rule import Rule

EVENT_WITHOUT_A_START = Rule.error(
    "evenement-sans-debut",
    "il manque « debut », le jour et l'heure",
    "Écrivez par exemple « debut: {day} 18:30 ».",
)
END_AGAINST_START = Rule.error(
    "evenement-fin-impossible", "« fin » ({end}) ne va pas avec « debut » ({start})"
)
DATES_AND_ANOTHER_KEY = Rule.error(
    "evenement-dates-et-debut",
    "« {key} » (ligne {line}) ne va pas avec « dates »",
    "Mettez-les toutes dans « dates ». {example}",
)
MISSING_DATE = Rule.error(
    "evenement-date-absente", "il manque une date dans « dates »", "{example}"
)
SAME_START = Rule.error(
    "evenement-date-en-double",
    "« {start} » est aussi le début de la date de la ligne {line}",
    "Gardez une seule des deux.",
)
WITHOUT_A_RULE = Rule.warning(
    "evenement-sans-chaque",
    "« {key} » est là sans « chaque » : rien ne revient",
    "Ajoutez par exemple « chaque: premier jeudi du mois », ou retirez cette ligne.",
)
RULE_WITH_TWO_ENDS = Rule.error(
    "evenement-deux-fins",
    "« chaque » dit déjà quand cela finit : UNTIL ou COUNT",
    "Retirez cette ligne, ou cette partie de la règle.",
)
RULE_WITHOUT_A_DATE = Rule.error(
    "evenement-aucune-date",
    "« chaque » ne donne aucune date à partir du {start}",
    "Vérifiez « debut », « jusqu_au » et « sauf ».",
)
RULE_WITH_ANOTHER_FIRST_DATE = Rule.warning(
    "evenement-autre-premiere-date",
    "« debut » ({start}) n'est pas une des dates que donne « chaque » : la première est le {first}",
    "Écrivez « debut: {right} ».",
)
DATES_THAT_OVERLAP = Rule.error(
    "evenement-dates-qui-se-chevauchent",
    "une date n'est pas finie quand la suivante commence : {first}, puis {second}",
    "« fin » est la fin d'une seule date. Le dernier jour où cela revient va dans « jusqu_au ».",
)
LEFT_OUT_IN_VAIN = Rule.warning(
    "evenement-sauf-sans-effet",
    "« sauf » ne retire aucune date : {words}",
    "Vérifiez le jour et l'année.",
)
NOT_A_DATE_OF_THE_RULE = Rule.error(
    "evenement-hors-de-la-regle",
    "« chaque » ne donne pas de date le {day}",
    "Écrivez dans « debut », ou dans « reporte_du », le jour d'une de ses dates.",
)
MOVED_BY_NO_RULE = Rule.error(
    "evenement-report-et-regle",
    "« reporte_du » ne va pas avec « chaque » : une date à la fois est reportée",
    "Écrivez « dates: » puis la ligne « - {{debut: 2026-12-10 18:30, reporte_du: 2026-12-03}} ».",
)
EVENTS_IN_ANOTHER_ZONE = Rule.warning(
    "fuseau-sans-effet",
    "ce fuseau est celui des articles : les événements sont lus et montrés à l'heure de {own}",
    "Écrivez « timezone: {own} », ou faites ignorer cette règle.",
)
EVENT_WITHOUT_FRONT_MATTER = Rule.error(
    "evenement-sans-en-tete",
    "cet événement n'a pas d'en-tête : son fichier ne commence pas par une ligne ---",
    "Écrivez tout en haut une ligne ---, puis « title: … » et « debut: {day} 18:30 », puis ---.",
)
ANOTHER_YEAR_IN_NAME = Rule.warning(
    "evenement-autre-annee",
    "« debut » est en {year}, et le nom du fichier en {named}",
    "Corrigez l'une des deux années.",
)
ANOTHER_DAY_IN_NAME = Rule.warning(
    "evenement-autre-jour",
    "« debut » est le {day}, et le nom du fichier dit le {named}",
    "Corrigez l'un des deux ; si la date a changé depuis l'annonce, ajoutez « reporte_du: {was} ».",
)
ANNOUNCED_AFTER_THE_END = Rule.warning(
    "annonce-apres-la-fin",
    "« publication » ({at}) est après la fin de l'événement",
    "Vérifiez les deux dates : d'ici là, personne ne le voit.",
)
PLACE_ON_THE_WEB = Rule.warning(
    "lieu-en-ligne",
    "« {key} » est une adresse du web : « {place} »",
    "Écrivez « en_ligne: {place} », et dans « {key} » le nom d'un endroit s'il y en a un.",
)
REGISTRATION_WITHOUT_AN_ADDRESS = Rule.warning(
    "inscription-sans-adresse",
    "« inscription_jusqu_au » est là sans « inscription » : il n'y a pas de bouton",
    "Ajoutez l'adresse : « inscription: https://… ».",
)
REGISTRATION_AFTER_THE_END = Rule.warning(
    "inscription-apres-la-fin",
    "« inscription_jusqu_au » ({until}) est après la fin de l'événement",
    "Vérifiez les deux dates.",
)
MOVED_TO = Rule.error(
    "evenement-reporte-au",
    "« {key} » n'est pas une clé : la nouvelle date est celle de « debut »",
    "Écrivez-la dans « debut », et l'ancienne dans « reporte_du ».",
)
MOVED_NOWHERE = Rule.warning(
    "evenement-reporte-au-meme-jour",
    "« reporte_du » ({moved_from}) est le moment de « debut » : rien n'est reporté",
    "Écrivez la nouvelle date dans « debut ».",
)
EVENT_TWICE = Rule.warning(
    "evenement-en-double",
    "« {title} » est aussi dans {file}, au même moment : {start}",
    "Supprimez l'un des deux, ou donnez-leur deux titres.",
)
TOO_MANY_VIEWS = Rule.warning(
    "agenda-trop-de-pages",
    "l'agenda a {most} pages « {kind} », les plus fournies, et n'en fait pas {more} autres",
    "Écrivez toujours pareil une ville, un mot-clé : les noms rares sont ceux qui manquent.",
)
