"""Says in French what Git answers in English, each time with a hint."""

from __future__ import annotations

import re

from core.project_paths import CACHE_FOLDER

_MOVED = (
    "Quelqu'un d'autre a publié entre-temps sur la branche « {branch} » de {url} : rien n'a été"
    " envoyé, sa publication reste en ligne. Récupérez son travail, puis publiez de nouveau."
)
_PROTECTED = (
    "La branche « {branch} » de {url} est protégée : l'hébergeur refuse que la publication la"
    " remplace. Retirez sa protection dans les réglages de l'hébergeur, ou choisissez une branche"
    " qui ne serve qu'au site, puis publiez de nouveau."
)
_DENIED = (
    "{url} refuse l'accès. Vérifiez que votre compte a le droit d'y écrire et que sa clé SSH ou son"
    " jeton d'accès est valable, puis publiez de nouveau."
)
_UNKNOWN = (
    "Le dépôt {url} est introuvable. Vérifiez son adresse et que votre compte peut le voir, puis"
    " publiez de nouveau."
)
_UNREACHABLE = (
    "{url} ne répond pas. Vérifiez la connexion à Internet et le nom de l'hébergeur, puis publiez"
    " de nouveau."
)
_NEW_HOST = (
    "Cet ordinateur ne connaît pas encore la clé de {url}, ou elle a changé. Comparez-la à celle"
    " que l'hébergeur annonce en vous connectant une fois avec la commande ssh, puis publiez de"
    " nouveau."
)
_NO_REPOSITORY = (
    "Le dossier du projet n'est pas un dépôt Git : publier ainsi demande d'avoir cloné le projet."
    " Clonez-le (git clone ADRESSE), puis publiez depuis ce dossier."
)
_OWNER = (
    "Le dossier du projet appartient à un autre utilisateur de cet ordinateur : Git refuse de s'en"
    " servir. Publiez depuis le compte qui l'a cloné, ou clonez le projet dans le vôtre."
)
_CHECKED_OUT = (
    "La branche « {branch} » est celle que le dépôt {url} montre dans son dossier de travail."
    " Choisissez une autre branche, ou un dépôt sans dossier de travail (git init --bare)."
)
_NO_SSH = (
    "La commande ssh manque sur cet ordinateur, et {url} en a besoin. Installez-la (sous Debian ou"
    " Ubuntu : sudo apt install openssh-client), puis publiez de nouveau."
)
_UNWRITABLE = (
    f"Le dossier {CACHE_FOLDER} du projet n'est pas modifiable. Rétablissez le droit d'y écrire,"
    " puis publiez de nouveau."
)
_REFUSED = (
    "{url} refuse cette publication. Ses mots : « {words} ». Corrigez ce qu'il demande, ou"
    " adressez-vous à qui s'en occupe, puis publiez de nouveau."
)
_FULL = "Il n'y a plus de place sur le disque. Libérez-en, puis publiez de nouveau."
_LOCKED = (
    "La branche « {branch} » de {url} est en train de changer, ou un changement s'y est arrêté en"
    " route. Publiez de nouveau dans une minute ; si rien ne change, adressez-vous à qui s'occupe"
    " du dépôt."
)
_ELSE = (
    "Git n'a pas pu publier vers {url}. Ses mots : « {words} ». Si rien ne vous paraît à corriger,"
    " supprimez le dossier {folder}/publication/git, puis publiez de nouveau."
)

# The first that matches; the words are those of git 2.31 to 2.5x, GitHub, GitLab and Forgejo.
_KNOWN = tuple(
    (re.compile(words, re.IGNORECASE), message)
    for words, message in (
        (r"GH006|GH013|protected branch|not allowed to force|branch is protected"
         r"|den(ying|ies) non-fast-forward", _PROTECTED),
        (r"refusing to update checked out branch", _CHECKED_OUT),
        (r"stale info|non-fast-forward|fetch first|reference already exists"
         r"|but expected|failed to update ref|remote rejected.*incorrect old value", _MOVED),
        (r"cannot lock ref|unable to (create|lock).*\.lock", _LOCKED),
        (r"hook declined|remote rejected", _REFUSED),
        (r"No space left on device|disk quota exceeded", _FULL),
        (r"dubious ownership", _OWNER),
        (r"insufficient permission for adding an object|unable to create temporary file",
         _UNWRITABLE),
        (r"cannot run ssh", _NO_SSH),
        (r"^fatal: not a git repository", _NO_REPOSITORY),
        (r"host key verification failed", _NEW_HOST),
        (r"could not resolve host|failed to connect|connection (refused|timed out|reset|closed)"
         r"|network is unreachable|no route to host|operation (too slow|timed out)"
         r"|could not resolve hostname", _UNREACHABLE),
        (r"does not appear to be a git repository|repository .*not found|not found: did you run"
         r"|project you were looking for|error: 404|No such file or directory|does not exist",
         _UNKNOWN),
        (r"authentication failed|could not read (username|password)|permission (to .* )?denied"
         r"|publickey|error: 40[13]|access denied|unauthorized|terminal prompts disabled", _DENIED),
    )
)  # fmt: skip
# What a terminal would obey: escape sequences and other control characters (ECMA-48).
_CONTROL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONGEST = 300  # characters


def explain(said: str, url: str, branch: str = "") -> str:
    """Return what to read and do after Git has failed.

    Args:
        said: the standard error of Git, in English, secrets left out.
        url: where it was going, as may be shown.
    """
    message = next((text for words, text in _KNOWN if words.search(said)), _ELSE)
    return message.format(
        url=url, branch=branch, words=_meaningful_words(said), folder=CACHE_FOLDER
    )


def moved(url: str, branch: str) -> str:
    """Return what to read and do when somebody else has published meanwhile."""
    return _MOVED.format(url=url, branch=branch)


def _meaningful_words(said: str) -> str:
    """Return what the other side said, or Git, on one line and of a bearable length."""
    lines = [_CONTROL.sub("", line).strip() for line in said.replace("\r", "\n").splitlines()]
    remote = [line.removeprefix("remote:").strip() for line in lines if line.startswith("remote:")]
    diagnostics = [line for line in lines if line.startswith(("fatal:", "error:"))]
    words = " ".join(filter(None, remote)) or " ".join(diagnostics) or " ".join(filter(None, lines))
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
