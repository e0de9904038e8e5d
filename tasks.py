"""The tasks of the site: `bin/invoke --list`. Thin: each calls the package that does the work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

PROJECT = Path(__file__).resolve().parent
# bin/invoke changes to the project's folder: options are relative to where the person stands.
CALLER = Path(os.environ.get("INVOKE_CALLER_DIR", "."))
sys.path.insert(0, str(PROJECT / "plugins"))
sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)  # Invoke would have none written

from core.file_cache import FileCache  # noqa: E402 (found by the line above)
from core.project_paths import CACHE  # noqa: E402 (the same)
from core.standard_streams import keep_streams, write_line  # noqa: E402 (the same)
from engine.compat.invoke_errors import keep_options_from_titles, speak_french  # noqa: E402 (the same)

if TYPE_CHECKING:
    from site_build import BuildRequest

keep_streams()
speak_french()
keep_options_from_titles()

TOOLS = ("docs/tools", "plugins", "tests")  # they show what the tests' sites hold
WHERE = {
    "content": "le dossier du contenu (content/ sinon)",
    "output": "le dossier où mettre le site (output/ sinon)",
    "siteurl": "l'adresse du site, par exemple https://exemple.fr/dossier",
}
SERVED = {
    "content": WHERE["content"],
    "siteurl": WHERE["siteurl"],
    "port": "le port souhaité (8000 sinon)",
}


def _say(text: str) -> None:
    """Write a line, or end the task if it is lost."""
    if lost := write_line(text):
        raise Exit(lost, code=1)


def _python(*arguments: str, path: Iterable[str] = ("plugins",)) -> None:
    """Run a module of the environment, found in folders; its failure is the task's."""
    search = os.pathsep.join(str(PROJECT / folder) for folder in path)
    environment = {**os.environ, "PYTHONPATH": search}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=PROJECT, env=environment, check=False
    )
    if done.returncode:
        raise Exit(code=1)


@task(help={**WHERE, "compresse": "ajoute des copies compressées (.br, .gz) pour le serveur"})
def build(
    _: Context, content: str = "", output: str = "", siteurl: str = "", compresse: bool = False
) -> None:
    """Construit le site dans output/."""
    from site_build import BuildRequest, build, up_to_date

    request = BuildRequest.from_options(CALLER, content, output, siteurl)
    result = up_to_date(request) or build(request)
    for diagnostic in [*result.diagnostics.errors, *result.diagnostics.warnings]:
        _say(diagnostic.as_line())
    _say(result.summary)
    if not result.is_ok:
        raise Exit(code=1)
    if compresse:
        _compress(request)


def _compress(request: BuildRequest) -> None:
    """Put compressed copies in a built site, and say what they weigh."""
    from output_files.precompression import precompress
    from site_build import keep_additions

    done = precompress(request.output, FileCache(CACHE / "precompression"))
    _say(done.summary)
    for name in done.foreign:
        _say(f"Avertissement : {name} : ce fichier serait envoyé à la place de l'original.")
    keep_additions(request)


@task(help=SERVED)
def livereload(_: Context, content: str = "", siteurl: str = "", port: str = "8000") -> None:
    """Montre le site dans le navigateur et le met à jour à chaque enregistrement."""
    _serve(content, siteurl, port, is_opened=False)


@task(help=SERVED)
def ecrire(_: Context, content: str = "", siteurl: str = "", port: str = "8000") -> None:
    """Ouvre dans le navigateur la page où écrire, et montre aussi le site."""
    _serve(content, siteurl, port, is_opened=True)


def _serve(content: str, siteurl: str, port: str, *, is_opened: bool) -> None:
    """Show the site and the editor until Ctrl-C."""
    from dev_server.live_reload import serve
    from dev_server.live_reload.site_process import process_of_module
    from dev_server.writing import Editor
    from site_build import BuildRequest

    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise Exit(f"--port : « {port} » n'est pas un port. Écrivez par exemple 8000.", code=1)
    request = BuildRequest.from_options(CALLER, content, siteurl=siteurl)
    checks = process_of_module("commands.checks", str(request.content), siteurl)
    editor = partial(Editor, checks=checks, is_opened=is_opened)
    serve(request, int(port), add=editor)


@task(help={"content": WHERE["content"]})
def agenda(_: Context, content: str = "") -> None:
    """Relit les agendas que les acteurs tiennent ailleurs, et garde ce qu'ils annoncent."""
    from commands.calendar_fetch.update import update_calendars
    from core.diagnostics import system_reason
    from site_build import BuildRequest

    request = BuildRequest.from_options(CALLER, content)
    if not request.content.is_dir():
        raise Exit(f"{request.content_label} : ce n'est pas un dossier.", code=1)
    try:
        outcome = update_calendars(request.content, request.content_label)
    except OSError as error:
        reason = system_reason(error)
        raise Exit(f"{request.content_label}/_agendas : {reason}.", code=1) from error
    for diagnostic in [*outcome.diagnostics.errors, *outcome.diagnostics.warnings]:
        _say(diagnostic.as_line())
    _say(outcome.summary)


@task(
    help={
        "mois": "le mois : 2026-12 (celui d'aujourd'hui sinon)",
        "vers": "le fichier à faire (programme-2026-12.pdf sinon)",
        "content": WHERE["content"],
        "siteurl": WHERE["siteurl"],
    }
)
def programme(
    _: Context, mois: str = "", vers: str = "", content: str = "", siteurl: str = ""
) -> None:
    """Imprime le programme d'un mois sur une feuille A4, en PDF."""
    from commands.programme_pdf import CannotPrint, print_programme
    from core.clock import ZONE, Day, build_day
    from site_build import BuildRequest

    try:
        day = Day(date.fromisoformat(f"{mois}-01")) if mois else build_day(ZONE.key)
    except ValueError as error:
        raise Exit(
            f"--mois : « {mois} » n'est pas un mois. Écrivez par exemple 2026-12.", code=1
        ) from error
    target = CALLER / (vers or f"programme-{day:%Y-%m}.pdf")
    try:
        result = print_programme(
            BuildRequest.from_options(CALLER, content, siteurl=siteurl), day, target
        )
    except CannotPrint as cannot:
        raise Exit(str(cannot), code=1) from cannot
    for diagnostic in result.diagnostics.errors:
        _say(diagnostic.as_line())
    if not result.is_ok:
        raise Exit(result.summary, code=1)
    _say(f"À imprimer, sur une feuille A4 : {target}")


def _require_title(title: str) -> None:
    if not title.strip():
        raise Exit("Il manque le titre, entre guillemets.", code=1)


def _show_new(path: Path) -> None:
    """Say where the new file is, in the shortest form."""
    here = path.relative_to(PROJECT) if path.is_relative_to(PROJECT) else path
    _say(f"À compléter : {here}")


@contextmanager
def _told_when_there(hint: str = "Choisissez un autre titre.") -> Iterator[None]:
    from commands.new_file import AlreadyThere

    try:
        yield
    except AlreadyThere as there:
        raise Exit(f"{there} existe déjà. {hint}", code=1) from there


@task(help={"titre": "le titre, entre guillemets", "content": WHERE["content"]})
def actualite(_: Context, titre: str, content: str = "") -> None:
    """Prépare le fichier d'une actualité, à compléter."""
    from commands.new_file import new_post
    from core.clock import ZONE, build_day
    from site_build import BuildRequest

    _require_title(titre)
    folder = BuildRequest.from_options(CALLER, content).content
    with _told_when_there():
        _show_new(new_post(folder, titre, build_day(ZONE.key)))


@task(
    help={
        "titre": "le titre, entre guillemets",
        "dans": "la page du menu sous laquelle elle va : son titre, ou son dossier",
        "content": WHERE["content"],
    }
)
def page(_: Context, titre: str, dans: str = "", content: str = "") -> None:
    """Prépare le fichier d'une page, à compléter."""
    from commands.new_file import (
        file_stem,
        find_section,
        new_page,
        part_titles,
        sections,
    )
    from core.diagnostics import suggestion
    from site_build import BuildRequest

    _require_title(titre)
    folder = BuildRequest.from_options(CALLER, content).content
    known, parts = sections(folder), part_titles(folder)
    section = find_section(known, dans) if dans else None
    part = next((one for one in parts if file_stem(one) == file_stem(dans)), "")
    if dans and not section and not part:
        titles = [*(one.title for one in known if one.is_in_menu), *parts]
        near = suggestion(dans, titles) or (
            f"Celles qui y sont : {', '.join(titles)}. "
            f'Pour en faire une de ce nom d\'abord : bin/invoke page "{dans}".'
        )
        raise Exit(f"--dans : aucune page du menu ne s'appelle « {dans} ». {near}", code=1)
    order = max((one.order for one in known), default=0) + 1
    under, parent = (section.folder, section.title) if section else ("", part)
    with _told_when_there():
        _show_new(new_page(folder, titre, order, under, "" if under else parent))


@task(
    help={
        "titre": "le titre, entre guillemets",
        "debut": "quand il commence : 2026-03-12 18:30",
        "lieu": "le nom du lieu",
        "content": WHERE["content"],
    }
)
def evenement(_: Context, titre: str, debut: str = "", lieu: str = "", content: str = "") -> None:
    """Prépare le fichier d'un événement, à compléter."""
    from commands.new_file import new_event
    from content_types.events.local_time import day_of, moment
    from core.clock import ZONE, build_day
    from jekyll.front_matter import Value
    from jekyll.front_matter.moment_forms import EXPECTED
    from jekyll.front_matter.schema import BadValue
    from site_build import BuildRequest

    _require_title(titre)
    folder = BuildRequest.from_options(CALLER, content).content
    if not debut:
        raise Exit(f'Il manque la date : --debut="2026-03-12 18:30". {EXPECTED}', code=1)
    try:
        start = moment(Value(debut, 1, is_plain=True))
    except BadValue as bad:
        raise Exit(f"--debut ne peut pas valoir « {debut} ». {bad.expected}", code=1) from bad
    with _told_when_there():
        today = build_day(ZONE.key)
        _show_new(new_event(folder, titre, day_of(start), debut, lieu, today=today))


@task(
    help={
        "nom": "le nom de l'acteur, entre guillemets",
        "univers": "son univers : energie, par exemple",
        "role": "coopérative (sinon), partenaire ou soutien",
        "nouveau": "crée aussi l'univers",
        "content": WHERE["content"],
    }
)
def acteur(
    _: Context,
    nom: str,
    univers: str = "",
    role: str = "coopérative",
    nouveau: bool = False,
    content: str = "",
) -> None:
    """Prépare le fichier d'un acteur des communs, à compléter."""
    from commands.new_file import new_actor, new_universe
    from site_build import BuildRequest

    folder = BuildRequest.from_options(CALLER, content).content
    role, chosen = _read_role(role), _find_universe(folder, univers, nouveau)
    with _told_when_there("Complétez-le, ou changez le nom."):
        if not chosen:
            index = new_universe(folder, univers)
            chosen = index.parent.name
            _show_new(index)
        _show_new(new_actor(folder, nom, chosen, role))


def _read_role(role: str) -> str:
    """Return a role as its file has it, or end the task."""
    from content_types.commons.files import read_role
    from jekyll.front_matter import Value
    from jekyll.front_matter.schema import BadValue

    try:
        return read_role(Value(role, 1, is_plain=True))
    except BadValue as bad:
        raise Exit(f"--role : « {role} » n'est pas un rôle. {bad.expected}", code=1) from bad


def _find_universe(content: Path, universe: str, may_be_new: bool) -> str:
    """Return the folder of a universe, "" for one to create, or end the task."""
    from commands.new_file import file_stem, universe_folders
    from core.diagnostics import suggestion

    known = universe_folders(content)
    if not universe:
        raise Exit(f"Il manque l'univers : --univers={known[0] if known else 'energie'}", code=1)
    found = next((name for name in known if file_stem(name) == file_stem(universe)), "")
    if not found and not may_be_new:
        near = suggestion(universe, known) or "Pour le créer aussi, ajoutez --nouveau."
        there = f" Univers connus : {', '.join(known)}." if known else ""
        raise Exit(f"L'univers « {universe} » n'existe pas. {near}{there}", code=1)
    return found


@task(
    help={
        "fast": "sans navigateur ni serveur",
        "long": "cherche aussi, pendant plusieurs minutes, un contenu qui tromperait le programme",
    }
)
def test(_: Context, fast: bool = False, long: bool = False) -> None:
    """Vérifie le programme : tous les tests, ou les plus rapides avec --fast."""
    chosen = ["-m", "not browser and not server", "--capture=sys"] if fast else []
    # Files of tests side by side, in the order that tests/conftest.py gives; more than
    # processors, for those of browsers and servers wait half of their time.
    count = str((os.cpu_count() or 1) * (1 if fast else 2))
    beside = ["-n", count, "--dist", "loadfile", "--no-loadscope-reorder"]
    _python("pytest", *beside, *chosen, *(["--long"] if long else []))


@task(
    help={
        "tailles": "combien d'articles (100,1000 sinon)",
        "grand": "mesure aussi avec 5000 articles, et la première fois un site de 45 photos",
        "tours": "combien de constructions de chaque sorte (3 sinon)",
        "enregistrements": "combien d'enregistrements (5 sinon)",
        "seulement": "les programmes à côté du nôtre : pelican,hugo (tous ceux installés sinon)",
        "ecrire": "écrit aussi les tableaux dans docs/vitesse.md",
    }
)
def vitesse(
    _: Context,
    tailles: str = "100,1000",
    grand: bool = False,
    tours: str = "3",
    enregistrements: str = "5",
    seulement: str = "",
    ecrire: bool = False,
) -> None:
    """Mesure la vitesse, à côté de Pelican seul et des autres programmes installés."""
    sizes = f"--tailles={tailles}{',5000' if grand else ''}"
    amounts = (f"--tours={tours}", f"--enregistrements={enregistrements}")
    kept = [*(["--photos"] if grand else []), *(["--ecrire"] if ecrire else [])]
    _python("bench", sizes, *amounts, f"--seulement={seulement}", *kept)


@task(help={"ecrire": "photographie la page où écrire, pour docs/ecrire.md"})
def captures(_: Context, ecrire: bool = False) -> None:
    """Photographie chaque sorte de page, en clair et en sombre, dans .cache/captures/."""
    _python("captures_writing" if ecrire else "captures", path=TOOLS)
    _say(f"Les images sont dans {'docs/images/ecrire' if ecrire else '.cache/captures'}/.")


@task
def gestes(_: Context) -> None:
    """Compte les gestes d'une page vide à un événement enregistré, et les secondes."""
    scenario = "tests/test_editor/test_scenario.py::test_from_nothing_to_an_event_with_a_photo"
    _python("pytest", "-q", "-s", "-p", "no:xdist", scenario)


@task(
    help={
        "content": WHERE["content"],
        "siteurl": WHERE["siteurl"],
        "externes": "interroge aussi les autres sites, sur les liens qui y mènent",
        "format": "texte (sinon), json, github ou gitlab",
        "accepter": "accepte ce qui est à corriger aujourd'hui : seul ce qui s'y ajoute sera dit",
    }
)
def check(
    _: Context,
    content: str = "",
    siteurl: str = "",
    externes: bool = False,
    format: str = "texte",
    accepter: bool = False,
) -> None:
    """Vérifie le contenu avant de le publier."""
    from commands.checks import FORMATS, accept, check
    from site_build import BuildRequest

    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise Exit(f"--format : « {format} » n'existe pas. Formats connus : {known}.", code=1)
    request = BuildRequest.from_options(CALLER, content, siteurl=siteurl)
    if accepter:
        count, diagnostics = accept(request, externes)
        _say(f"Accepté, et écrit dans {request.content_label}/_verification.yml : {count}.")
    else:
        diagnostics = check(request, externes)
    _say(FORMATS[format](diagnostics, CALLER.resolve()))
    if diagnostics.errors:
        raise Exit(code=1)


@task
def messages(_: Context) -> None:
    """Récrit ce qui découle du programme : messages, tableaux de clés, schémas, formulaires."""
    _python("messages_page", path=TOOLS)
    _say("Tout est à jour, dans docs/ et les formulaires des hébergeurs.")


@task(help={"recent": "prend aussi les versions plus récentes des paquets"})
def verrou(_: Context, recent: bool = False) -> None:
    """Récrit les deux verrous (requirements*.lock) d'après pyproject.toml ; il faut le réseau."""
    tool = CACHE / "verrou"  # uv, which nothing else needs
    site, more = "requirements.lock", "requirements-test.lock"

    def run(*step: str | Path) -> None:
        if subprocess.run(step, cwd=PROJECT, check=False).returncode:
            raise Exit("Les verrous n'ont pas été refaits : voyez ci-dessus.", code=1)

    run(sys.executable, "-m", "venv", "--clear", tool)
    run(tool / "bin" / "python", "-m", "pip", "install", "--quiet", "uv")
    write: list[str | Path] = [tool / "bin" / "uv", "pip", "compile", "--quiet", "pyproject.toml"]
    write += ["--upgrade"] * recent
    run(*write, "-o", site)
    installed = re.findall(r"^([\w-]+)==", (PROJECT / site).read_text("utf-8"), re.MULTILINE)
    added = [f"--no-emit-package={name}" for name in installed]
    run(*write, "--group", "test", "--constraint", site, *added, "-o", more)
    _say("Les verrous sont à jour : le prochain bin/invoke les installe.")


@task(
    help={
        "essai": "montre ce qui changerait en ligne, sans rien envoyer",
        "retour": "remet en ligne le site d'avant",
        "git": "publie par Git, sur la branche que dit publishconf.py",
        "malgre-tout": "publie un contenu qui n'est pas enregistré ou envoyé dans Git",
        "remplacer": "remplace les fichiers que d'autres ont mis sur le serveur",
        "content": WHERE["content"],
        "siteurl": WHERE["siteurl"],
        "reglages": "un autre fichier que publishconf.py",
    }
)
def publish(
    _: Context,
    essai: bool = False,
    retour: bool = False,
    git: bool = False,
    malgre_tout: bool = False,
    remplacer: bool = False,
    content: str = "",
    siteurl: str = "",
    reglages: str = "",
) -> None:
    """Vérifie le site, puis le met en ligne."""
    from commands.publishing import Options, PublishError, publish, read_settings, roll_back
    from site_build import BuildRequest

    path = CALLER / reglages if reglages else PROJECT / "publishconf.py"
    try:
        settings = read_settings(path, siteurl)
        if retour:
            roll_back(settings, git, _say)
            return
        request = BuildRequest.from_options(CALLER, content)
        publish(request, settings, Options(essai, git, malgre_tout, remplacer), _say)
    except PublishError as refused:
        hint = str(refused).replace("publishconf.py", path.name)  # hints name the usual file
        raise Exit(hint, code=1) from refused
    except KeyboardInterrupt:
        stopped = "Publication interrompue. En ligne : le site d'avant, ou le nouveau. Recommencez."
        raise Exit(stopped, code=130) from None


@task(help={"images": "efface aussi les images déjà préparées"})
def clean(_: Context, images: bool = False) -> None:
    """Efface le site construit ; les caches et le contenu restent."""
    for name in ("output", ".output.part", ".output.old"):
        shutil.rmtree(PROJECT / name, ignore_errors=True)
    if images:
        shutil.rmtree(CACHE / "images", ignore_errors=True)
    _say("Le site construit est effacé" + (", et les images préparées aussi." if images else "."))
