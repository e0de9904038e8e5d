"""What can be wrong with the calendars that cooperatives keep elsewhere, and with what is kept."""

from core.diagnostics.rule import Rule

UNREADABLE_STORE = Rule.error(
    "agenda-garde-illisible",
    "ce fichier n'est plus tel que « bin/invoke agenda » l'a écrit : {found}",
    "Supprimez-le, puis lancez « bin/invoke agenda », qui le récrira.",
)
STORE_OF_NOBODY = Rule.warning(
    "agenda-sans-acteur",
    "aucun acteur n'a plus d'agenda à l'adresse {address} : rien n'en paraît",
    "Lancez « bin/invoke agenda », qui le retirera.",
)
CALENDAR_NEVER_READ = Rule.warning(
    "agenda-jamais-lu",
    "l'agenda {address} n'a pas encore été lu",
    "Il le sera cette nuit, ou tout de suite par « bin/invoke agenda ».",
)
STALE_CALENDAR = Rule.warning(
    "agenda-ancien",
    "l'agenda {address} n'a pas pu être relu depuis le {day}{reason}",
    "Vérifiez son adresse. Sa dernière copie paraît toujours.",
)
CHOICE_OF_NOTHING = Rule.warning(
    "choix-sans-evenement",
    "aucun événement annoncé par un agenda ne s'appelle « {id} »",
    "S'il est passé, retirez ces lignes ; sinon copiez son nom dans l'adresse de sa ligne, "
    "après « #e- ».",
)
CALENDAR_FAILS = Rule.warning(
    "agenda-sans-reponse",
    "l'agenda de {actor} ({address}) n'a pas été lu : {reason}",
    "Sa dernière copie est gardée.",
)
CALENDAR_WAITS = Rule.warning(
    "agenda-a-attendre",
    "l'agenda de {actor} ({address}) demande de ne pas être relu avant le {day}",
    "Sa dernière copie est gardée.",
)
SHRUNK_CALENDAR = Rule.warning(
    "agenda-vide-soudain",
    "l'agenda de {actor} ({address}) a perdu d'un coup {lost} de ses {all} événements à venir",
    "Sa dernière copie est gardée. S'il les a toujours perdus la prochaine fois, ils seront "
    "retirés d'ici aussi.",
)
CALENDAR_LEFT_OUT = Rule.warning(
    "agenda-lu-en-partie",
    "dans l'agenda de {actor} ({address}) : {what}",
    "Corrigez-le dans cet agenda si cela compte.",
)
