"""What can be wrong with texts: too long, not written yet, no longer true."""

from core.diagnostics.rule import Rule

LONG_PARAGRAPH = Rule.warning(
    "paragraphe-long",
    "ce paragraphe a {count} mots : « {start} »",
    "Partagez-le en plusieurs.",
)
LONG_SENTENCE = Rule.warning(
    "phrase-longue", "cette phrase a {count} mots : « {start} »", "Faites-en deux."
)
UNTOUCHED_FORM = Rule.error(
    "consigne-oubliee",
    "« {words} » est la consigne du formulaire, pas un texte",
    "Écrivez le vôtre à la place, ou mettez « published: false » en haut.",
)
PAST_EVENT_TO_COME = Rule.warning(
    "annonce-perimee",
    "l'événement est passé, et son texte dit encore « {words} »",
    "Mettez-le au passé.",
)
FAR_ARTICLE = Rule.warning(
    "article-lointain",
    "ce texte ne paraîtra que le {day}",
    "Vérifiez sa date.",
)
STAND_IN_TEXT = Rule.warning(
    "texte-provisoire",
    "« {words} » tient la place d'un texte qui manque",
    "Écrivez ce texte, ou retirez ces mots.",
)
