"""What can be wrong with files that programs read: JSON, XML, feeds, calendars."""

from core.diagnostics.rule import Rule

_EXPORT = "Exportez-le de nouveau depuis votre agenda."

UNREADABLE_JSON = Rule.error(
    "json-illisible",
    "ce fichier JSON ne se lit pas",
    "Vérifiez les virgules et les guillemets de cette ligne, et de celle d'avant.",
)
ENDLESS_NUMBER_IN_JSON = Rule.error(
    "json-nombre-demesure",
    "ce fichier JSON a un nombre de {count} chiffres",
    "Raccourcissez-le, ou mettez-le entre guillemets.",
)
ENDLESS_NUMBER = Rule.warning(
    "nombre-demesure",
    "un nombre a {count} chiffres : les programmes ne le lisent pas",
    "Raccourcissez-le.",
)
TOO_DEEP_JSON = Rule.error(
    "json-trop-imbrique", "ce fichier JSON a trop de niveaux", "Simplifiez-le."
)
UNREADABLE_CARD = Rule.error(
    "contact-illisible",
    "cette fiche de contact ne se lit pas : il y manque « {what} »",
    "Exportez-la de nouveau depuis votre carnet d'adresses.",
)
UNREADABLE_TABLE = Rule.error(
    "csv-illisible",
    "cette ligne du tableau ne se lit pas : ses guillemets ne vont pas par deux",
    'Mettez toute la case entre guillemets, et doublez ceux du dedans : "le ""grand"" bal".',
)
LONG_ROW = Rule.warning(
    "csv-case-de-trop",
    "cette ligne a {count} cases, et la première, qui nomme les colonnes, {most}",
    'Nommez la colonne qui manque, ou mettez la case entre guillemets : "12,50".',
)
UNREAD_LINE_FOR_ROBOTS = Rule.warning(
    "robots-ligne-illisible",
    "les moteurs de recherche passent cette ligne : « {words} »",
)
UNPLAYED_MEDIA = Rule.error(
    "media-illisible",
    "« {name} » ne se lira nulle part : c'est {what}",
    "Remplacez-le par le film ou le son, ou mettez un lien.",
)
PLAYER_WITHOUT_CONTROLS = Rule.warning(
    "lecteur-sans-commandes",
    "« <{name}> » n'a pas de commandes : personne ne peut l'écouter ni le voir",
    "Écrivez <{name} controls …>.",
)
UNREADABLE_CAPTIONS = Rule.error(
    "sous-titres-illisibles",
    "ces sous-titres ne se lisent pas : la première ligne n'est pas « WEBVTT »",
    "Écrivez WEBVTT, seul, à la première ligne, puis une ligne vide.",
)
WRONG_CAPTION_TIME = Rule.warning(
    "sous-titres-temps-impossible",
    "ces temps ne se lisent pas : « {times} »",
    "Écrivez par exemple 00:01.000 --> 00:04.500, avec un point.",
)
UNREADABLE_XML = Rule.error(
    "xml-illisible",
    "ce fichier XML ne se lit pas",
    "Vérifiez les balises de cette ligne, et de celle d'avant.",
)
INCOMPLETE_FEED = Rule.error("flux-incomplet", "il manque <{need}> dans {what}", "Ajoutez-le.")
WRONG_DATE_IN_FEED = Rule.error(
    "flux-date-impossible",
    "la date « {date} » est fausse dans {what}",
    "Écrivez-la ainsi : 2026-03-12T18:30:00+01:00.",
)
TWIN_ENTRIES_IN_FEED = Rule.error(
    "flux-identifiant-en-double",
    "deux entrées du flux ont le même identifiant : « {identifier} »",
    "Donnez à chacune le sien.",
)
UNREADABLE_CALENDAR = Rule.error("calendrier-illisible", "ce calendrier ne se lit pas", _EXPORT)
EMPTY_CALENDAR = Rule.error("calendrier-vide", "ce calendrier est vide", _EXPORT)
UNCLOSED_CALENDAR = Rule.error(
    "calendrier-sans-fin",
    "ce calendrier ne se termine pas : « BEGIN:{name} » n'a pas de « END:{name} »",
    _EXPORT,
)
INCOMPLETE_CALENDAR = Rule.error(
    "calendrier-incomplet", "il manque « {need} » dans {what}", _EXPORT
)
UNREADABLE_VALUE_IN_CALENDAR = Rule.error(
    "calendrier-valeur-illisible",
    "« {key} » ne se lit pas dans {what}",
    _EXPORT,
)
WRONG_DOMAIN = Rule.warning(
    "domaine-illisible",
    "« {words} » n'est pas le nom d'un domaine : les hébergeurs Git n'en feront rien",
    "Écrivez dans ce fichier une seule ligne, par exemple www.exemple.fr.",
)
VALUE_TWICE_IN_CALENDAR = Rule.error(
    "calendrier-valeur-en-double", "« {key} » est écrit deux fois dans {what}", _EXPORT
)
OPPOSED_VALUES_IN_CALENDAR = Rule.error(
    "calendrier-valeurs-contraires",
    "« {key} » ne va pas avec « {other} » dans {what}",
    _EXPORT,
)
END_OF_ANOTHER_KIND = Rule.error(
    "calendrier-fin-d-une-autre-forme",
    "« {key} » et « DTSTART » ne sont pas tous deux des jours, ou des heures, dans {what} : "
    "« {value} »",
    _EXPORT,
)
UNKNOWN_ZONE_IN_CALENDAR = Rule.error(
    "calendrier-fuseau-inconnu",
    "le fuseau horaire « {zone} » n'existe pas",
    "Écrivez par exemple TZID=Europe/Paris.",
)
TWIN_EVENTS_IN_CALENDAR = Rule.warning(
    "calendrier-identifiant-en-double",
    "deux événements du calendrier ont le même identifiant : « {identifier} »",
    "Donnez à chacun le sien : un seul des deux serait gardé.",
)
EVENT_ENDS_TOO_EARLY = Rule.error(
    "calendrier-fin-avant-debut", "l'événement « {name} » finit avant de commencer", _EXPORT
)
