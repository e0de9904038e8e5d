"""What can be wrong with the calendars that cooperatives keep elsewhere, and with what is kept."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

UNREADABLE_STORE = Rule(
    "agenda-garde-illisible",
    ERROR,
    "ce fichier n'est plus tel que « bin/invoke agenda » l'a écrit : {found}",
    "Supprimez-le, puis lancez « bin/invoke agenda », qui le récrira.",
)
STORE_OF_NOBODY = Rule(
    "agenda-sans-acteur",
    WARNING,
    "aucun acteur n'a plus d'agenda à l'adresse {address} : rien n'en paraît",
    "Lancez « bin/invoke agenda », qui le retirera.",
)
CALENDAR_NEVER_READ = Rule(
    "agenda-jamais-lu",
    WARNING,
    "l'agenda {address} n'a pas encore été lu",
    "Il le sera cette nuit, ou tout de suite par « bin/invoke agenda ».",
)
STALE_CALENDAR = Rule(
    "agenda-ancien",
    WARNING,
    "l'agenda {address} n'a pas pu être relu depuis le {day}{reason}",
    "Vérifiez son adresse. Sa dernière copie paraît toujours.",
)
CHOICE_OF_NOTHING = Rule(
    "choix-sans-evenement",
    WARNING,
    "aucun événement annoncé par un agenda ne s'appelle « {id} »",
    "S'il est passé, retirez ces lignes ; sinon copiez son nom dans l'adresse de sa ligne, "
    "après « #e- ».",
)
CALENDAR_FAILS = Rule(
    "agenda-sans-reponse",
    WARNING,
    "l'agenda de {actor} ({address}) n'a pas été lu : {reason}",
    "Sa dernière copie est gardée.",
)
CALENDAR_WAITS = Rule(
    "agenda-a-attendre",
    WARNING,
    "l'agenda de {actor} ({address}) demande de ne pas être relu avant le {day}",
    "Sa dernière copie est gardée.",
)
SHRUNK_CALENDAR = Rule(
    "agenda-vide-soudain",
    WARNING,
    "l'agenda de {actor} ({address}) a perdu d'un coup {lost} de ses {all} événements à venir",
    "Sa dernière copie est gardée. S'il les a toujours perdus la prochaine fois, ils seront "
    "retirés d'ici aussi.",
)
CALENDAR_LEFT_OUT = Rule(
    "agenda-lu-en-partie",
    WARNING,
    "dans l'agenda de {actor} ({address}) : {what}",
    "Corrigez-le dans cet agenda si cela compte.",
)
