"""What ssh and rsync said, word for word, and what a member is told."""

import pytest

from commands.publishing.ssh_errors import failure_message

WORDS = {
    "host": "ici.coop",
    "user": "moi",
    "port": "22",
    "folder": "~/www",
    "known": "ici.coop",
    "connect": "ssh moi@ici.coop",
}
SAID = {
    "no such host": ("ssh: Could not resolve hostname ici: Name or service not known", "inconnu"),
    "macOS, no such host": ("nodename nor servname provided, or not known", "est inconnu"),
    "no way": ("ssh: connect to host ici port 22: No route to host", "ne peut pas être joint"),
    "late": ("ssh: connect to host ici port 22: Connection timed out", "ne répond pas"),
    "silent while sending": (
        "rsync error: timeout in data send/receive (code 30)",
        "ne répond pas",
    ),
    "refused": ("ssh: connect to host ici port 22: Connection refused", "sur le port 22"),
    "cut": ("client_loop: send disconnect: Broken pipe", "a été coupée"),
    "cut, unsaid": ("\n", "a été coupée"),
    "cut, rsync": ("rsync: connection unexpectedly closed (8 bytes received so far)", "coupée"),
    "wrong key": ("moi@ici: Permission denied (publickey,password).", "refuse la clé de « moi »"),
    "key that all may read": ("WARNING: UNPROTECTED PRIVATE KEY FILE!", "chmod 600"),
    "unknown host key": ("Host key verification failed.", "n'est pas encore connu"),
    "changed host key": (
        "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!\nHost key verification failed.",
        "ssh-keygen -R ici.coop",
    ),
    "no right": ('rsync: mkdir "/srv" failed: Permission denied (13)', "n'a pas le droit d'écrire"),
    "no right to enter, dash": ("sh: 5: cd: can't cd to /srv/a", "n'a pas le droit d'écrire"),
    "full": ("rsync: write failed: No space left on device (28)", "Le disque est plein"),
    "quota": ("rsync: write failed: Disk quota exceeded (122)", "Le disque est plein"),
    "read only": ("mkdir: cannot create: Read-only file system", "en lecture seule"),
    "no rsync, bash": ("bash: line 1: rsync: command not found", "rsync manque sur ici.coop"),
    "no rsync, dash": ("sh: 1: rsync: not found", "rsync manque sur ici.coop"),
    "sftp only": ("This service allows sftp connections only.", "n'accepte que SFTP"),
    "talkative": ("protocol version mismatch -- is your shell clean?", "~/.bashrc"),
    "closed account": ("This account is currently not available.", "est fermé"),
    "rrsync": ("/usr/bin/rrsync error: option --daemon is not allowed.", "n'autorise pas"),
}


@pytest.mark.parametrize(("said", "told"), SAID.values(), ids=SAID)
def test_known_failures(said, told):
    message = str(failure_message(said, WORDS, 255))
    assert told in message
    assert message.endswith((".", "moi@ici.coop", "votre_cle"))


def test_another_failure_is_shown_without_its_secrets():
    said = "fatal: https://moi:tr4l@ici.coop password=tr4l\nrsync error: some (code 5)"
    message = str(failure_message(said, WORDS, 5))
    assert "fatal: https://…@ici.coop password=…" in message
    assert "tr4l" not in message
