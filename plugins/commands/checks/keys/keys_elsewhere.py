"""Keys that other programs follow and this one does not, and what says the same here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from core.diagnostics import Diagnostic, typo
from core.diagnostics.catalog.keys import KEY_NOT_FOLLOWED
from jekyll.front_matter import Schema, Value
from jekyll.front_matter.lenient_values import key_name, plain

_RULE = "Dans un fichier de _evenements/, écrivez par exemple chaque: premier jeudi du mois."
_MENU = "Pour que la page ne soit pas dans le menu, écrivez in_menu: false."
_IN_THE_TEXT = "Écrivez-le dans le texte."
_LINK = "Écrivez un lien dans le texte : [les mots](documents/fichier.pdf)."
_NOBODY_S = "Retirez cette ligne, ou écrivez dans le texte ce qu'elle dit."
# What Pelican and plugins read, or another check tells.
_OF_PLUGINS = frozenset(
    "acteurs template url save_as translation redirect_to excerpt id guid uuid debut".split()
)
_IN_A_MENU = "Mettez la page dans le dossier de l'autre, ou écrivez parent: le titre de l'autre."
_OF_AN_EVENT = "Seul un événement a cette clé : écrivez-le dans le texte."
_MOMENT = "debut: 2026-03-12 18h30."
_HIDDEN = "Pour ne pas publier ce fichier, écrivez published: false."
# The key that says the same here, "" for none; what it is called elsewhere; what to write.
_Rows = tuple[tuple[str, str, str], ...]
_OF_ALL: _Rows = (
    ("title", "titre nom", "Écrivez « title: » à la place."),
    ("description", "extrait accroche chapo intro", "Écrivez « description: » à la place."),
    ("permalink", "adresse_web chemin", "Écrivez permalink: /adresse/."),
    ("redirect_from", "alias aliases redirection", "Écrivez redirect_from: /ancienne/adresse/."),
    (
        "image",
        "photo illustration visuel vignette image_principale image_a_la_une cover",
        "Écrivez image: images/photo.jpg.",
    ),
    ("published", "publie publier visible visibilite prive", _HIDDEN),
    ("published", "masquer masque masquee hidden hide cacher cache cachee", _HIDDEN),
    ("chaque", "recurrence recurrent repetition repete repeter rrule", _RULE),
    ("chaque", "frequence periodicite tous_les toutes_les", _RULE),
    ("", "email mail courriel telephone tel contact", _IN_THE_TEXT),
    ("image_alt", "alt texte_alternatif", "Écrivez « image_alt: » à la place."),
    ("", "sous_titre sous-titre soustitre subtitle", _IN_THE_TEXT),
    ("", "legende credit credits", _IN_THE_TEXT),
    ("", "couleur couleurs", "Le site a une couleur : « couleur », dans _config.yml."),
    ("", "sommaire", "Écrivez dans le texte deux lignes : « - Sommaire », puis « {:toc} »."),
    ("", "fichier fichiers piece_jointe pieces_jointes", _LINK),
    ("", "lieu fin adresse en_ligne tarif organisateurs sauf jusqu_au age", _OF_AN_EVENT),
    ("", "accessibilite covoiturage", _OF_AN_EVENT),
    ("published", "statut", f"Seul un événement a un statut. {_HIDDEN}"),
)
_OF_PAGES: _Rows = (
    ("permalink", "slug", "Écrivez permalink: /adresse/."),
    ("order", "ordre position rang weight nav_order menu_order", "Écrivez par exemple order: 3."),
    ("order", "ordre_menu ordre_du_menu rang_menu", "Écrivez par exemple order: 3."),
    ("", "titre_menu titre_du_menu menu_titre nav_title", "Le menu montre « title »."),
    ("parent", "sous_menu sous-menu sousmenu", _IN_A_MENU),
    ("", "lien liens", _LINK),
    ("", "date_publication date_de_publication", "La date d'une actualité est dans son nom."),
    ("in_menu", "menu dans_le_menu inmenu in-menu nav navigation show_in_menu section", _MENU),
)
_OF_POSTS: _Rows = (
    ("", "lien liens", _LINK),
    ("date", "date_publication date_de_publication", "Écrivez « date: » à la place."),
    ("tags", "etiquettes keywords", "Écrivez tags: [premier, deuxième]."),
    ("categories", "rubrique rubriques categorie", "Écrivez « categories: » à la place."),
)
_OF_EVENTS: _Rows = (
    ("permalink", "slug", "Écrivez permalink: /adresse/."),
    ("", "heure horaire horaires heures heure_debut", f"Écrivez-la après le jour : {_MOMENT}"),
    (
        "tags",
        "categories category categorie rubrique theme themes",
        "Écrivez « tags: » à la place.",
    ),
    ("debut", "jour start start_date date_debut", f"Écrivez {_MOMENT}"),
    ("fin", "end end_date date_fin heure_fin duree", "Écrivez l'heure de la fin : fin: 21h."),
    ("statut", "annule complet etat reporte", "Écrivez statut: annulé, complet ou reporté."),
    ("publication", "date_publication date_de_publication", "Écrivez « publication: »."),
    ("", "animateur animatrice animateurs animatrices", _IN_THE_TEXT),
    ("", "intervenant intervenante intervenants intervenantes", _IN_THE_TEXT),
    ("", "places jauge capacite", _IN_THE_TEXT),
    ("jusqu_au", "until jusque derniere_date", "Écrivez jusqu_au: 2027-06-30, sous « chaque »."),
    ("sauf", "exception exceptions excepte exclusions exdate", "Écrivez sauf: [2026-12-24, août]."),
    ("accessibilite", "handicap pmr accessible acces", "Écrivez accessibilite: [moteur, LSF]."),
    ("age", "age_minimum age_min public", "Écrivez age: dès 6 ans."),
    ("tarif", "cout entree gratuit", "Écrivez « tarif: » à la place."),
    ("lieu", "salle endroit plan", "Écrivez « lieu: » à la place."),
    ("adresse", "ville rue code_postal", "Écrivez l'adresse entière : adresse: …"),
    (
        "inscription",
        "billetterie reservation lien_inscription lien url",
        "Écrivez inscription: https://…",
    ),
)
IN_FRENCH = "Le site est en français ; une page d'une autre langue le dit : lang: en."
_OF_THE_SITE: _Rows = (
    ("title", "titre nom nom_du_site site_name sitename name", "Écrivez « title: » à la place."),
    ("description", "slogan sous_titre tagline subtitle", "Écrivez « description: » à la place."),
    ("url", "domaine domain siteurl site_url", "Écrivez url: https://exemple.fr"),
    (
        "couleur",
        "couleurs palette color colors colour couleur_primaire couleur_principale theme_color",
        'Écrivez couleur: "#e8b100" : les autres en sont tirées.',
    ),
    ("logo", "logotype logo_du_site image_logo site_logo", "Écrivez logo: images/logo.svg."),
    ("", "favicon icone icon", "L'icône du site suit « couleur » : retirez cette ligne."),
    (
        "",
        "police polices typo typographie font fonts css style styles",
        "Pour changer l'apparence autrement que par « couleur », écrivez assets/css/custom.css.",
    ),
    ("", "recherche search", "Le site n'a pas de recherche : retirez cette ligne."),
    ("", "langue langues language languages", IN_FRENCH),
    (
        "reseaux",
        "social reseaux_sociaux mastodon facebook twitter instagram bluesky linkedin youtube",
        "Écrivez reseaux: [https://exemple.fr/@nous].",
    ),
    (
        "contact",
        "email courriel mail telephone tel phone adresse adresse_postale",
        "Écrivez contact: {courriel: bonjour@exemple.fr}.",
    ),
    (
        "menu",
        "navigation nav liens links header_pages",
        "Écrivez sous « menu: » une ligne par lien : - {libelle: …, adresse: …}.",
    ),
    (
        "",
        "footer pied pied_de_page bas_de_page copyright licence license mentions mentions_legales",
        "Le pied de page montre « contact », « reseaux » et la page mentions-legales.md.",
    ),
    ("", "header entete en_tete bandeau banniere", "L'en-tête montre « logo » et « menu »."),
    (
        "",
        "analytics google_analytics statistiques matomo piwik plausible",
        "Le site ne mesure pas ses visites : retirez cette ligne.",
    ),
    ("", "comments commentaires disqus", "Le site n'a pas de commentaires : retirez cette ligne."),
    ("timezone", "fuseau fuseau_horaire", "Écrivez timezone: Europe/Paris."),
    ("actualites", "blog news articles actus", "Écrivez actualites: {libelle: …}, oui ou non."),
    ("agenda", "evenements events calendrier", "Écrivez agenda: {libelle: …}, oui ou non."),
    ("exclude", "exclure ignorer ignore", "Écrivez exclude: [prive/]."),
    ("", "accueil home homepage page_accueil", "La page d'accueil est index.md."),
    ("rejoindre", "adherer adhesion don dons", "Écrivez rejoindre: https://exemple.fr."),
)
Elsewhere = Mapping[str, tuple[str, str]]


def _by_word(*tables: _Rows) -> Elsewhere:
    return {
        word: (key, hint) for rows in tables for key, words, hint in rows for word in words.split()
    }


PAGE_KEYS = _by_word(_OF_ALL, _OF_PAGES)
POST_KEYS = _by_word(_OF_ALL, _OF_POSTS)
EVENT_KEYS = _by_word(_OF_ALL, _OF_EVENTS)
SETTING_KEYS = _by_word(_OF_THE_SITE)


def keys_not_followed(
    values: Mapping[str, Value], known: Collection[str], elsewhere: Elsewhere, body: str
) -> Iterator[tuple[int, Diagnostic]]:
    """Give the keys that say nothing here, and their lines.

    Args:
        values: the front matter. A key whose meaning another key already gives is some theme's.
        known: the keys that are followed.
        elsewhere: for a key of other programs, the key that says the same here, and a hint.
        body: the text, which may show a key of its own with Liquid.
    """
    for key, value in values.items():
        means, hint = elsewhere.get(plain(key), (None, ""))
        is_given = means in values and not values[means].is_null if means else False
        if means is None or plain(key) in known or is_given or value.is_null:
            continue
        if not re.search(rf"\bpage\.{re.escape(key)}\b", body):
            yield value.line, KEY_NOT_FOLLOWED(key=key, hint=hint)


def keys_of_nobody(
    values: Mapping[str, Value],
    known: Schema[Mapping[str, object]],
    others: Collection[str],
    body: str,
) -> Iterator[tuple[int, Diagnostic]]:
    """Give the other keys that nothing reads, where no theme of others may; and their lines.

    Args:
        known: the keys that are followed.
        others: those that are reported already, or followed elsewhere.
    """
    told = {*map(key_name, others), *_OF_PLUGINS}
    for key, value in values.items():
        is_known = known.name_of(key) or key_name(key) in told or typo(key, known.names)
        if (
            not is_known
            and not value.is_null
            and not re.search(rf"\bpage\.{re.escape(key)}\b", body)
        ):
            yield value.line, KEY_NOT_FOLLOWED(key=key, hint=_NOBODY_S)
