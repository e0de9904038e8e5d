"""The settings of a publication, as members may write them."""

import pytest

from commands.publishing.destination import target_of
from commands.publishing.settings import judge, read_settings
from commands.publishing.ssh import normal_folder
from commands.publishing.target import PublishError

GOOD = {
    "SITEURL": "https://meridionale.coop",
    "SSH_HOST": "ssh.meridionale.coop",
    "SSH_USER": "site",
    "SSH_PORT": 22,
    "SSH_TARGET_DIR": "~/www",
    "GIT_REMOTE": "origin",
    "GIT_BRANCH": "pages",
}

REFUSED = {
    "no address": ({"SITEURL": ""}, "SITEURL est vide"),
    "the example's address": ({"SITEURL": "https://exemple.fr/"}, "est encore l'exemple"),
    "an address without https": ({"SITEURL": "meridionale.coop"}, "Écrivez-la avec https://"),
    "a space in the address": ({"SITEURL": "https://a.fr/b c"}, "Écrivez-la sans espace"),
    "a folder as address": ({"SITEURL": "/site"}, "n'est pas une adresse"),
    "a password in the address": ({"SITEURL": "https://moi:tr4l@a.fr"}, "un mot de passe"),
    "no host": ({"SSH_HOST": ""}, "SSH_HOST est vide"),
    "the example's host": ({"SSH_HOST": "ssh.exemple.fr"}, "SSH_HOST est encore l'exemple"),
    "the manual's host": ({"SSH_HOST": "ssh.votre-hebergeur.fr"}, "est encore l'exemple"),
    "an address as host": ({"SSH_HOST": "ssh://a.fr/"}, "n'est pas un nom de serveur"),
    "a user in the host": ({"SSH_HOST": "moi@a.fr"}, "dans SSH_USER"),
    "a port in the host": ({"SSH_HOST": "serveur:22"}, "SSH_PORT = 22"),
    "a port behind an address": ({"SSH_HOST": "[::1]:2222"}, "SSH_PORT = 2222"),
    "signs that are no port": ({"SSH_HOST": "a.fr:b:c"}, "n'est pas un nom de serveur"),
    "a password in the host": ({"SSH_HOST": "moi:tr4l@a.fr"}, "contient un mot de passe"),
    "a password in the user": ({"SSH_USER": "moi:tr4l"}, "contient un mot de passe"),
    "an option as host": ({"SSH_HOST": "-oProxyCommand=x"}, "n'est pas un nom de serveur"),
    "a user that ssh would split": ({"SSH_USER": "a b"}, "n'est pas un nom de compte"),
    "a port that cannot be": ({"SSH_PORT": 70000}, "n'est pas un port"),
    "a port in quotes": ({"SSH_PORT": "22"}, "SSH_PORT doit être un nombre"),
    "a port that is a yes": ({"SSH_PORT": True}, "SSH_PORT doit être un nombre"),
    "no folder": ({"SSH_TARGET_DIR": ""}, "SSH_TARGET_DIR est vide"),
    "the whole server": ({"SSH_TARGET_DIR": "/"}, "ne peut pas être « / »"),
    "a folder above": ({"SSH_TARGET_DIR": "www/../.."}, "ne peut pas être"),
    "another's folder": ({"SSH_TARGET_DIR": "~jeanne/www"}, "Écrivez le chemin entier"),
    "two lines in the folder": ({"SSH_TARGET_DIR": "a\nb"}, "un caractère invisible"),
    "releases in quotes": ({"SSH_RELEASES": "oui"}, "doit être True, False ou None"),
    "a password": ({"SSH_PASSWORD": "tr4l"}, "SSH_PASSWORD : un mot de passe n'y a pas sa place"),
}
REFUSED_BY_GIT = {
    "no remote": ({"GIT_REMOTE": ""}, "GIT_REMOTE est vide"),
    "a password": ({"GIT_REMOTE": "https://moi:tr4l@forge.fr/a"}, "contient un mot de passe"),
    "no branch": ({"GIT_BRANCH": ""}, "GIT_BRANCH est vide"),
    "an option for a branch": ({"GIT_BRANCH": "-f"}, "GIT_BRANCH, « -f », n'est pas"),
    "words for a branch": ({"GIT_BRANCH": "mon site"}, "GIT_BRANCH, « mon site », n'est pas"),
    "an address for a domain": ({"CNAME": "https://a.coop/"}, "CNAME, « https://a.coop/ », n'est"),
    "a word for a domain": ({"CNAME": "localhost"}, "CNAME, « localhost », n'est pas un nom"),
}


def write(tmp_path, settings: dict):
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    path = tmp_path / "publishconf.py"
    path.write_text(f"from pelicanconf import *\n{lines}", encoding="utf-8")
    return path


def read_and_judge(path, git: bool) -> str:
    with pytest.raises(PublishError) as told:
        judge(read_settings(path), git)
    assert "tr4l" not in str(told.value)
    return str(told.value)


@pytest.mark.parametrize(("change", "message"), REFUSED.values(), ids=REFUSED)
def test_what_rsync_refuses(tmp_path, change, message):
    told = read_and_judge(write(tmp_path, GOOD | change), git=False)
    assert message in told
    assert told.startswith("publishconf.py")


@pytest.mark.parametrize(("change", "message"), REFUSED_BY_GIT.values(), ids=REFUSED_BY_GIT)
def test_what_git_refuses(tmp_path, change, message):
    assert message in read_and_judge(write(tmp_path, GOOD | change), git=True)


def test_all_that_is_wrong_is_told_together(tmp_path):
    told = read_and_judge(write(tmp_path, {}), git=False)
    assert [line.split()[2] for line in told.splitlines()] == [
        "SITEURL",
        "SSH_HOST",
        "SSH_TARGET_DIR",
    ]


def test_good_settings(tmp_path):
    settings = read_settings(write(tmp_path, GOOD | {"SITEURL": "https://meridionale.coop/"}))
    judge(settings, git=False)
    judge(settings, git=True)
    assert settings.siteurl == "https://meridionale.coop"
    assert type(target_of(settings)).__name__ == "Server"


@pytest.mark.parametrize("host", ["a.coop", "alias_ssh", "192.0.2.1", "2001:db8::1", "[::1]"])
def test_good_hosts(tmp_path, host):
    judge(read_settings(write(tmp_path, GOOD | {"SSH_HOST": host})), git=False)


def test_an_address_given_with_the_command_comes_first(tmp_path):
    assert (
        read_settings(write(tmp_path, GOOD), "https://essai.coop/").siteurl == "https://essai.coop"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SITEURL = https://a.fr", "publishconf.py:1 : cette ligne n'est pas du Python"),
        ("1/0", "ne peut pas être lu (division by zero)"),
    ],
)
def test_a_file_that_is_no_settings(tmp_path, text, message):
    (tmp_path / "publishconf.py").write_text(text)
    with pytest.raises(PublishError) as told:
        read_settings(tmp_path / "publishconf.py")
    assert message in str(told.value)


def test_a_file_that_does_not_exist(tmp_path):
    with pytest.raises(PublishError, match="Vérifiez son nom"):
        read_settings(tmp_path / "publishconf.py")


FOLDERS = {
    "~/www": "./www",
    "~//a b/": "./a b",
    "./www": "./www",
    "~": ".",
    "/srv/site/": "/srv/site",
    "-rf": "./-rf",
    "./-rf": "./-rf",
}


@pytest.mark.parametrize(("written", "meant"), FOLDERS.items())
def test_folders(written, meant):
    assert normal_folder(written) == meant
