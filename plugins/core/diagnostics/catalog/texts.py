"""What can be wrong with texts: too long, not written yet, no longer true."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

LONG_PARAGRAPH = Rule(
    "paragraphe-long",
    WARNING,
    "ce paragraphe a {count} mots : « {start} »",
    "Partagez-le en plusieurs.",
)
LONG_SENTENCE = Rule(
    "phrase-longue", WARNING, "cette phrase a {count} mots : « {start} »", "Faites-en deux."
)
UNTOUCHED_FORM = Rule(
    "consigne-oubliee",
    ERROR,
    "« {words} » est la consigne du formulaire, pas un texte",
    "Écrivez le vôtre à la place, ou mettez « published: false » en haut.",
)
PAST_EVENT_TO_COME = Rule(
    "annonce-perimee",
    WARNING,
    "l'événement est passé, et son texte dit encore « {words} »",
    "Mettez-le au passé.",
)
FAR_ARTICLE = Rule(
    "article-lointain",
    WARNING,
    "ce texte ne paraîtra que le {day}",
    "Vérifiez sa date.",
)
STAND_IN_TEXT = Rule(
    "texte-provisoire",
    WARNING,
    "« {words} » tient la place d'un texte qui manque",
    "Écrivez ce texte, ou retirez ces mots.",
)
