"""What can be wrong with files that programs read: JSON, XML, feeds, calendars."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR
from core.diagnostics.rule import Rule

_EXPORT = "Exportez-le de nouveau depuis votre agenda."

UNREADABLE_JSON = Rule(
    "json-illisible",
    ERROR,
    "ce fichier JSON ne se lit pas",
    "Vérifiez les virgules et les guillemets de cette ligne, et de celle d'avant.",
)
ENDLESS_NUMBER_IN_JSON = Rule(
    "json-nombre-demesure",
    ERROR,
    "ce fichier JSON a un nombre de {count} chiffres",
    "Raccourcissez-le, ou mettez-le entre guillemets.",
)
TOO_DEEP_JSON = Rule(
    "json-trop-imbrique", ERROR, "ce fichier JSON a trop de niveaux", "Simplifiez-le."
)
UNREADABLE_XML = Rule(
    "xml-illisible",
    ERROR,
    "ce fichier XML ne se lit pas",
    "Vérifiez les balises de cette ligne, et de celle d'avant.",
)
INCOMPLETE_FEED = Rule("flux-incomplet", ERROR, "il manque <{need}> dans {what}", "Ajoutez-le.")
WRONG_DATE_IN_FEED = Rule(
    "flux-date-impossible",
    ERROR,
    "la date « {date} » est fausse dans {what}",
    "Écrivez-la ainsi : 2026-03-12T18:30:00+01:00.",
)
TWIN_ENTRIES_IN_FEED = Rule(
    "flux-identifiant-en-double",
    ERROR,
    "deux entrées du flux ont le même identifiant : « {identifier} »",
    "Donnez à chacune le sien.",
)
UNREADABLE_CALENDAR = Rule("calendrier-illisible", ERROR, "ce calendrier ne se lit pas", _EXPORT)
EMPTY_CALENDAR = Rule("calendrier-vide", ERROR, "ce calendrier est vide", _EXPORT)
UNCLOSED_CALENDAR = Rule(
    "calendrier-sans-fin",
    ERROR,
    "ce calendrier ne se termine pas : « BEGIN:{name} » n'a pas de « END:{name} »",
    _EXPORT,
)
INCOMPLETE_CALENDAR = Rule(
    "calendrier-incomplet", ERROR, "il manque « {need} » dans {what}", _EXPORT
)
UNREADABLE_VALUE_IN_CALENDAR = Rule(
    "calendrier-valeur-illisible",
    ERROR,
    "« {key} » ne se lit pas dans {what}",
    _EXPORT,
)
EVENT_ENDS_TOO_EARLY = Rule(
    "calendrier-fin-avant-debut", ERROR, "l'événement « {name} » finit avant de commencer", _EXPORT
)
