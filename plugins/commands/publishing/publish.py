"""The steps of a publication: judge, build, check, show, send, look online."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from commands.checks import FORMATS, build_and_check
from commands.publishing.content_state import refuse_unkept
from commands.publishing.destination import target_of
from commands.publishing.manifest import read_site, write_digest
from commands.publishing.settings import PublishSettings, judge
from commands.publishing.target import Changes, PublishError, Target
from commands.publishing.verify_online import Timeouts, look_online
from core.file_cache import FileCache
from core.project_paths import CACHE
from output_files.precompression import precompress
from site_build import BuildRequest
from site_build.result import count
from site_build.staging import BusyOutput, locked

Say = Callable[[str], None]

BUILT = CACHE / "publication" / "site"
# A branch becomes a site when its host has built it, which takes minutes.
_PATIENCE = {False: Timeouts(), True: Timeouts(total=300.0, pause=5.0)}
_BACK = "Pour revenir au site précédent : bin/invoke publish --retour"
_HINT = "Vérifiez SITEURL, et que le serveur web montre le dossier où le site est envoyé."


@dataclass(frozen=True)
class Options:
    """What is asked of a publication."""

    only_show: bool = False  # send nothing
    git: bool = False  # by Git, not by rsync
    unkept: bool = False  # publish a content that Git does not have
    replace: bool = False  # let files that others put there be replaced


def publish(request: BuildRequest, settings: PublishSettings, options: Options, say: Say) -> None:
    """Publish a site.

    Raises PublishError: nothing was published, or what is online is not what was built.
    """
    judge(settings, options.git)
    if not options.unkept and not options.only_show:
        refuse_unkept(request.content)
    target = target_of(settings, git=options.git, replace=options.replace)
    with _alone():
        site = _build(request, settings, say)
        if not options.git:  # a branch's host compresses by itself
            _compress(site, say)
        write_digest(site)
        changes = target.compare(site)
        say(f"{'Irait vers' if options.only_show else 'Vers'} {target.describe()}")
        say(in_words(changes))
        if options.only_show:
            _list(changes, say)
            say("Rien n'a été envoyé.")
        else:
            look = functools.partial(look_online, read_site(site), settings.siteurl)
            if wrong := _put_online(target, site, changes, look, _PATIENCE[options.git], say):
                back = _BACK if changes.changed or changes.removed else ""
                raise PublishError(f"Le site est envoyé, mais {wrong} {_HINT} {back}".strip())
            say(f"En ligne, et conforme à ce qui a été construit : {settings.siteurl}/")


def roll_back(settings: PublishSettings, git: bool, say: Say) -> None:
    """Put the earlier site back online, and look at it there; raises PublishError."""
    judge(settings, git)
    with _alone():
        restored = target_of(settings, git=git).roll_back()
        if wrong := look_online(restored.manifest, settings.siteurl, _PATIENCE[git]):
            raise PublishError(f"Le site d'avant est remis ({restored.name}), mais {wrong} {_HINT}")
    say(f"De nouveau en ligne : {restored.name}. {settings.siteurl}/")


def in_words(changes: Changes) -> str:
    """Return the counts of what changes, in one line.

    >>> in_words(Changes(added=("a", "b")))
    'Changements : 2 fichiers ajoutés, 0 modifié, 0 retiré.'
    """
    if not (changes.added or changes.changed or changes.removed):
        return "Changements : aucun."
    added = count(len(changes.added), "fichier ajouté", "fichiers ajoutés")
    changed = count(len(changes.changed), "modifié", "modifiés")
    removed = count(len(changes.removed), "retiré", "retirés")
    return f"Changements : {added}, {changed}, {removed}."


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(BUILT.parent, patience=0))
        except BusyOutput as busy:
            raise PublishError(
                "Une autre publication est en cours sur cet ordinateur. Attendez qu'elle finisse, "
                "puis recommencez."
            ) from busy
        yield


def _build(request: BuildRequest, settings: PublishSettings, say: Say) -> Path:
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    wanted = dataclasses.replace(
        request, output=BUILT, siteurl=settings.siteurl, settings=settings.path
    )
    diagnostics = build_and_check(wanted)
    say(FORMATS["texte"](diagnostics, Path()))
    if diagnostics.errors:
        raise PublishError("Rien n'a été publié : corrigez ces erreurs, puis recommencez.")
    return BUILT


def _compress(site: Path, say: Say) -> None:
    """Put compressed copies beside the texts, for the servers that send them."""
    done = precompress(site, FileCache(CACHE / "precompression"))
    say(done.summary)
    for name in done.foreign:
        say(f"Avertissement : {name} : ce fichier serait envoyé à la place de l'original.")


def _list(changes: Changes, say: Say) -> None:
    for mark, paths in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        for path in paths:
            say(f"  {mark} {path}")


def _put_online(
    target: Target,
    site: Path,
    changes: Changes,
    look: Callable[[Timeouts], str],
    patience: Timeouts,
    say: Say,
) -> str:
    """Send what changes, and return what is wrong online; what was altered there is sent anew."""
    if not (changes.added or changes.changed or changes.removed):
        say("Le site en ligne est déjà celui-ci : rien à envoyer.")
        if not look(Timeouts(total=3.0)):
            return ""
        say("Il ne s'y voit pourtant pas tel qu'il est ici : il est envoyé de nouveau.")
    say(f"Envoi ({count(len(read_site(site)), 'fichier', 'fichiers')} en tout)…")
    target.send(site)
    return look(patience)
