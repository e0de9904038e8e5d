"""What can be wrong with files that programs read: JSON, XML, feeds, calendars."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
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
UNREADABLE_CARD = Rule(
    "contact-illisible",
    ERROR,
    "cette fiche de contact ne se lit pas : il y manque « {what} »",
    "Exportez-la de nouveau depuis votre carnet d'adresses.",
)
UNREADABLE_TABLE = Rule(
    "csv-illisible",
    ERROR,
    "cette ligne du tableau ne se lit pas : ses guillemets ne vont pas par deux",
    'Mettez toute la case entre guillemets, et doublez ceux du dedans : "le ""grand"" bal".',
)
UNREAD_LINE_FOR_ROBOTS = Rule(
    "robots-ligne-illisible",
    WARNING,
    "les moteurs de recherche passent cette ligne : « {words} »",
)
UNPLAYED_MEDIA = Rule(
    "media-illisible",
    ERROR,
    "« {name} » ne se lira nulle part : c'est {what}",
    "Remplacez-le par le film ou le son, ou mettez un lien.",
)
PLAYER_WITHOUT_CONTROLS = Rule(
    "lecteur-sans-commandes",
    WARNING,
    "« <{name}> » n'a pas de commandes : personne ne peut l'écouter ni le voir",
    "Écrivez <{name} controls …>.",
)
UNREADABLE_CAPTIONS = Rule(
    "sous-titres-illisibles",
    ERROR,
    "ces sous-titres ne se lisent pas : la première ligne n'est pas « WEBVTT »",
    "Écrivez WEBVTT, seul, à la première ligne, puis une ligne vide.",
)
WRONG_CAPTION_TIME = Rule(
    "sous-titres-temps-impossible",
    WARNING,
    "ces temps ne se lisent pas : « {times} »",
    "Écrivez par exemple 00:01.000 --> 00:04.500, avec un point.",
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
VALUE_TWICE_IN_CALENDAR = Rule(
    "calendrier-valeur-en-double", ERROR, "« {key} » est écrit deux fois dans {what}", _EXPORT
)
OPPOSED_VALUES_IN_CALENDAR = Rule(
    "calendrier-valeurs-contraires",
    ERROR,
    "« {key} » ne va pas avec « {other} » dans {what}",
    _EXPORT,
)
END_OF_ANOTHER_KIND = Rule(
    "calendrier-fin-d-une-autre-forme",
    ERROR,
    "« {key} » et « DTSTART » ne sont pas tous deux des jours, ou des heures, dans {what} : "
    "« {value} »",
    _EXPORT,
)
UNKNOWN_ZONE_IN_CALENDAR = Rule(
    "calendrier-fuseau-inconnu",
    ERROR,
    "le fuseau horaire « {zone} » n'existe pas",
    "Écrivez par exemple TZID=Europe/Paris.",
)
TWIN_EVENTS_IN_CALENDAR = Rule(
    "calendrier-identifiant-en-double",
    WARNING,
    "deux événements du calendrier ont le même identifiant : « {identifier} »",
    "Donnez à chacun le sien : un seul des deux serait gardé.",
)
EVENT_ENDS_TOO_EARLY = Rule(
    "calendrier-fin-avant-debut", ERROR, "l'événement « {name} » finit avant de commencer", _EXPORT
)
