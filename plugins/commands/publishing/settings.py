"""The settings of `publishconf.py` that say where the site goes, read and judged."""

from __future__ import annotations

import ipaddress
import re
import runpy
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import urlsplit

from commands.publishing.target import PublishError
from core.project_paths import PROJECT
from jekyll.addresses.hosts import is_domain
from jekyll.addresses.urls import is_site_address

# Names that examples bear, ours too, and that no site has (RFC 2606, and their French likes).
_EXAMPLE = re.compile(
    r"(^|[./@])(exemple|example|votre-domaine|votre-hebergeur)\.[a-z]+|\.(example|invalid|test)(/|$)"
)
_WITH_PORT = re.compile(r"(?:[^:]+|\[.*\]):([0-9]{1,6})")
_HOST = re.compile(r"[A-Za-z0-9_\[][A-Za-z0-9._:\]-]*")
# git-check-ref-format(1), nearly.
_BRANCH = re.compile(r"(?![-/.])[^\s~^:?*\[\\\x00-\x1f\x7f]+(?<![/.])")
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._+-]*\$?")
_PASSWORD = re.compile(r"^(\w+://)?[^/@]*:[^/@]+@")


@dataclass(frozen=True)
class PublishSettings:
    """Where the site goes."""

    path: Path  # the file of the settings
    siteurl: str = ""  # the address that visitors use, without a last slash
    ssh_host: str = ""  # the server's name, or an alias of the member's ssh configuration
    ssh_user: str = ""  # "" for what ssh itself is configured to
    ssh_port: int = 0  # 0 for the same
    ssh_target_dir: str = ""  # the folder there, absolute or from the account's own
    ssh_releases: bool | None = None  # whether earlier sites are kept there; None to find out
    ssh_config: str = ""  # another configuration file for ssh; "" for the member's own
    # The remote, the branch, and the domain of Git's hosts.
    git_remote: str = ""
    git_branch: str = ""
    cname: str = ""


_KINDS = {name.upper(): it for name, it in get_type_hints(PublishSettings).items() if it != Path}
_WANTED = {str: "un texte entre guillemets", int: "un nombre"}


def read_settings(path: Path, siteurl: str = "") -> PublishSettings:
    """Read a settings file.

    Args:
        path: `publishconf.py`, or another that begins as it does.
        siteurl: the address that takes the place of SITEURL.

    Raises:
        PublishError: it cannot be read, or a setting is of the wrong kind.
    """
    found = _run(path)
    for name in found:
        if re.search(r"PASS(WORD|WD)?$|PASSPHRASE", name) and found[name]:
            raise PublishError(
                f"{path.name} contient {name} : un mot de passe n'y a pas sa place. Retirez-le, "
                "changez-le, et donnez à ssh une clé : ssh-keygen, puis ssh-copy-id."
            )
    for name, kind in _KINDS.items():
        value = found.get(name)
        is_kind = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
        if value is not None and not is_kind:
            expected = _WANTED.get(kind, "True, False ou None")
            raise PublishError(f"{path.name} : {name} doit être {expected}. Corrigez-le.")
    values = {n.lower(): found[n] for n in _KINDS if found.get(n) is not None}
    values["siteurl"] = (siteurl or values.get("siteurl", "")).strip().rstrip("/")
    return PublishSettings(path, **values)


def _run(path: Path) -> dict[str, Any]:
    search = list(sys.path)
    sys.path.insert(0, str(PROJECT))  # where pelicanconf.py is
    try:
        return runpy.run_path(str(path))
    except OSError as error:
        raise PublishError(f"{path} ne peut pas être lu. Vérifiez son nom.") from error
    except SyntaxError as error:
        raise PublishError(
            f"{path.name}:{error.lineno} : cette ligne n'est pas du Python. Vérifiez les "
            "guillemets et les virgules."
        ) from error
    except Exception as error:  # whatever a settings file does
        raise PublishError(f"{path.name} ne peut pas être lu ({error}). Corrigez-le.") from error
    finally:
        sys.path[:] = search


def judge(settings: PublishSettings, git: bool) -> None:
    """Refuse (PublishError) settings by which nothing can be published, all told together."""
    reported = [*_judge_address(settings), *(_judge_git(settings) if git else _judge_ssh(settings))]
    if reported:
        raise PublishError("\n".join(f"{settings.path.name} : {words}" for words in reported))


def _judge_address(settings: PublishSettings) -> list[str]:
    address = settings.siteurl
    if not address:
        domain = settings.cname or "votre-domaine"
        return [f'SITEURL est vide. Écrivez l\'adresse du site : SITEURL = "https://{domain}"']
    if _PASSWORD.search(address):
        return ["SITEURL contient un mot de passe. Retirez-le."]
    if _EXAMPLE.search(address.lower()):
        return [f"SITEURL est encore l'exemple (« {address} »). Écrivez l'adresse du site."]
    if not is_site_address(address) or urlsplit(address).scheme not in ("http", "https"):
        hint = "sans espace" if re.search(r"\s", address) else "avec https://"
        return [f"SITEURL, « {address} », n'est pas une adresse. Écrivez-la {hint}."]
    return []


def _judge_ssh(settings: PublishSettings) -> list[str]:
    host, user, folder = settings.ssh_host, settings.ssh_user, settings.ssh_target_dir
    reported = []
    if _PASSWORD.search(host) or ":" in user:
        reported.append(
            "SSH_HOST ou SSH_USER contient un mot de passe. Retirez-le : ssh a une clé."
        )
    elif not host:
        reported.append("SSH_HOST est vide. Écrivez le nom du serveur, ou publiez par Git : --git.")
    elif _EXAMPLE.search(host.lower()):
        reported.append(f"SSH_HOST est encore l'exemple (« {host} »). Écrivez le nom du serveur.")
    elif "@" in host:
        reported.append("SSH_HOST contient « @ ». Mettez ce qui le précède dans SSH_USER.")
    elif port := _WITH_PORT.fullmatch(host):
        reported.append(
            f"SSH_HOST contient un port. Écrivez-le ailleurs : SSH_PORT = {int(port[1])}"
        )
    elif not _HOST.fullmatch(host) or (":" in host and not _is_ipv6(host)):
        reported.append(
            f"SSH_HOST, « {host} », n'est pas un nom de serveur. Retirez « ssh:// » et « / »."
        )
    if user and not _USER.fullmatch(user) and ":" not in user:
        reported.append(f"SSH_USER, « {user} », n'est pas un nom de compte. Corrigez-le.")
    if not 0 <= settings.ssh_port < 65536:
        reported.append(
            f"SSH_PORT, « {settings.ssh_port} », n'est pas un port. Écrivez par exemple 22."
        )
    return reported + _judge_folder(folder)


def _is_ipv6(host: str) -> bool:
    """Return whether a host is an address of IPv6, bare or in brackets as in a URL."""
    try:
        return bool(ipaddress.IPv6Address(host.removeprefix("[").removesuffix("]")))
    except ValueError:
        return False


def _judge_folder(folder: str) -> list[str]:
    if not folder:
        return ["SSH_TARGET_DIR est vide. Écrivez le dossier du site sur le serveur."]
    if not folder.strip("/") or ".." in folder.split("/"):
        return [f"SSH_TARGET_DIR ne peut pas être « {folder} ». Écrivez le dossier du site."]
    if re.search(r"[\x00-\x1f\x7f]", folder):
        return ["SSH_TARGET_DIR contient un caractère invisible. Récrivez-le."]
    if re.match(r"~[^/]", folder):
        return ["SSH_TARGET_DIR : « ~ » ne peut être suivi que de « / ». Écrivez le chemin entier."]
    return []


def _judge_git(settings: PublishSettings) -> list[str]:
    if not settings.git_remote:
        return [
            'GIT_REMOTE est vide. Écrivez le nom ou l\'adresse du dépôt : GIT_REMOTE = "origin"'
        ]
    if _PASSWORD.search(settings.git_remote):
        return ["GIT_REMOTE contient un mot de passe. Retirez-le : git a ses propres clés."]
    if _EXAMPLE.search(settings.git_remote.lower()):
        return ["GIT_REMOTE est encore l'exemple. Écrivez l'adresse du dépôt."]
    if not settings.git_branch:
        return ['GIT_BRANCH est vide. Écrivez par exemple : GIT_BRANCH = "pages"']
    if not _BRANCH.fullmatch(settings.git_branch) or ".." in settings.git_branch:
        return [
            f"GIT_BRANCH, « {settings.git_branch} », n'est pas le nom d'une branche. "
            'Écrivez par exemple : GIT_BRANCH = "pages"'
        ]
    if settings.cname and not is_domain(settings.cname):
        return [
            f"CNAME, « {settings.cname} », n'est pas un nom de domaine. Écrivez-le seul : "
            'CNAME = "www.exemple.fr"'
        ]
    return []
