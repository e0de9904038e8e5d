"""What ssh and rsync say when they fail, in French, with the hint and without any secret."""

from __future__ import annotations

import re

from commands.publishing.target import PublishError

_WHEN_LOST = "Recommencez : le site en ligne est entier."
_NO_RSYNC = (
    "rsync manque sur {host}.",
    "Demandez-le à l'hébergeur (« apt install rsync »), ou publiez par Git.",
)

# In order: the first that is found is reported. Words of OpenSSH, of rsync (errcode.h, 3.1 to 3.5),
# of the systems' shells, and of rrsync.
_SAID: tuple[tuple[str, str, str], ...] = (
    (
        r"Could not resolve hostname|Name or service not known|nodename nor servname",
        "Le serveur « {host} » est inconnu.",
        "Vérifiez SSH_HOST dans publishconf.py, et votre connexion.",
    ),
    (
        r"REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed",
        "La clé du serveur {host} a changé : c'est peut-être un autre serveur.",
        "Demandez à l'hébergeur si elle a changé ; si oui, effacez l'ancienne : "
        "ssh-keygen -R {known} puis connectez-vous une fois : {connect}",
    ),
    (
        r"Host key verification failed|No .* host key is known",
        "Le serveur {host} n'est pas encore connu de cet ordinateur.",
        "Connectez-vous une fois, et comparez l'empreinte affichée à celle que donne "
        "l'hébergeur : {connect}",
    ),
    (
        r"UNPROTECTED PRIVATE KEY|bad permissions",
        "La clé ssh peut être lue par d'autres : ssh la refuse.",
        "Protégez-la : chmod 600 ~/.ssh/votre_cle",
    ),
    (
        r"Permission denied \([a-z,-]+\)|Too many authentication failures|publickey",
        "Le serveur {host} refuse la clé de « {user} ».",
        "Vérifiez SSH_USER, déposez votre clé chez l'hébergeur, et chargez-la si elle a une "
        "phrase secrète : ssh-add. Pour voir : {connect}",
    ),
    (
        r"Connection refused",
        "Le serveur {host} refuse la connexion sur le port {port}.",
        "Vérifiez SSH_PORT, et que le serveur accepte ssh.",
    ),
    (
        r"Network is unreachable|No route to host",
        "Le serveur {host} ne peut pas être joint.",
        "Vérifiez votre connexion, puis recommencez.",
    ),
    (
        r"timed out|Timeout|timeout in data",
        "Le serveur {host} ne répond pas.",
        "Vérifiez votre connexion, SSH_HOST et SSH_PORT, puis recommencez.",
    ),
    (
        r"allows sftp connections only|only sftp",
        "Le serveur {host} n'accepte que SFTP, pas rsync.",
        "Demandez rsync à l'hébergeur, ou publiez par Git.",
    ),
    (
        r"account is currently not available",
        "Le compte « {user} » est fermé sur {host}.",
        "Vérifiez SSH_USER, ou demandez à l'hébergeur d'y autoriser ssh ou rsync.",
    ),
    (r"rsync: (command )?not found|rsync: No such file|rsync: inaccessible", *_NO_RSYNC),
    (
        r"No space left on device|Disk quota exceeded|\(28\)|\(122\)",
        "Le disque est plein sur {host}.",
        "Faites-y de la place, puis recommencez : le site en ligne n'a pas changé.",
    ),
    (
        r"Another instance of rrsync",
        "Une autre publication est en cours sur {host}.",
        "Attendez qu'elle finisse, puis recommencez.",
    ),
    (
        r"rrsync error|is not allowed|restricted",
        "Le serveur {host} n'autorise pas ce qu'il faut à rsync.",
        "Vérifiez SSH_TARGET_DIR, qui part du dossier permis, et que la clé permet d'écrire.",
    ),
    (
        r"Read-only file system",
        "Le dossier « {folder} » de {host} est en lecture seule.",
        "Vérifiez SSH_TARGET_DIR.",
    ),
    (
        r"Permission denied|Operation not permitted|can't cd to",
        "« {user} » n'a pas le droit d'écrire dans « {folder} » sur {host}.",
        "Vérifiez SSH_TARGET_DIR, ou demandez ce droit à l'hébergeur.",
    ),
    (
        r"Not a directory|File exists",
        "« {folder} » n'est pas un dossier sur {host}.",
        "Vérifiez SSH_TARGET_DIR.",
    ),
    (
        r"No such file or directory",
        "Le dossier « {folder} » ne peut pas être créé sur {host}.",
        "Vérifiez SSH_TARGET_DIR.",
    ),
    (
        r"is your shell clean|protocol version mismatch",
        "Le serveur {host} écrit un message à chaque connexion, ce qui trouble rsync.",
        "Retirez ce message de ~/.bashrc (ou .profile) sur le serveur.",
    ),
    (
        r"connection unexpectedly closed|Connection (closed|reset)|closed by remote host"
        r"|Broken pipe|error in rsync prot|kex_exchange_identification|lost connection",
        "La connexion avec {host} a été coupée.",
        _WHEN_LOST,
    ),
)
_SECRETS = re.compile(
    r"(?P<scheme>[a-z+]+://)[^\s/@]+@|(?P<key>pass(word|phrase)?|token|secret)\s*[=:]\s*\S+", re.I
)


def failure_message(output: str, words: dict[str, str], code: int) -> PublishError:
    """Return the failure of a command, in French.

    Args:
        words: `host`, `user`, `port`, `folder`, `known` (as known_hosts names it) and `connect`
            (the command by which the member connects).
    """
    if code == 255 and not output.strip():  # ssh's own failure, unsaid (ssh(1), « Exit status »)
        output = "lost connection"
    for pattern, message, hint in _SAID:
        if re.search(pattern, output):
            return PublishError(f"{message} {hint}".format_map(words))
    if code == 127:
        return PublishError(" ".join(_NO_RSYNC).format_map(words))
    said = _last_line(output) or f"code {code}"
    return PublishError(
        f"Le serveur {words['host']} n'a pas fait ce qui lui était demandé "
        f"(« {said} »). Recommencez ; si cela revient, montrez ce message à l'hébergeur."
    )


def redacted(text: str) -> str:
    """Return a text without what looks like a password.

    >>> redacted("https://moi:secret@exemple.fr")
    'https://…@exemple.fr'
    """
    return _SECRETS.sub(lambda m: f"{m['scheme']}…@" if m["scheme"] else f"{m['key']}=…", text)


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    reporting = [line for line in lines if not line.startswith("rsync error:")] or lines
    return redacted(reporting[-1])[:200] if reporting else ""
