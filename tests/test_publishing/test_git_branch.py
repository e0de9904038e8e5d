"""Publications to a bare Git remote, from a project with work in progress."""

import os
import shutil
from pathlib import Path

import pytest

from commands.publishing.git_branch import KEPT, GitBranch
from commands.publishing.git_commands import GitCommands, quote_path, without_secrets
from commands.publishing.target import Changes, PublishError
from git_support import BRANCH, CLEAN, Hosting, git
from local_server import free_port

pytestmark = pytest.mark.server


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in CLEAN.items():
        monkeypatch.setenv(name, value)
    for name in ("NAME", "EMAIL"):
        monkeypatch.delenv(f"GIT_AUTHOR_{name}", raising=False)


@pytest.fixture
def hosting(tmp_path: Path) -> Hosting:
    folder = tmp_path / "La méridionale, l'été"
    folder.mkdir()
    return Hosting(folder)


def refusal(target: GitBranch, site: Path) -> str:
    with pytest.raises(PublishError) as refused:
        target.send(site)
    return str(refused.value)


def hook(hosting: Hosting, name: str, text: str) -> None:
    path = hosting.remote / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_publish_change_publish_go_back(hosting: Hosting):
    before = hosting.project_state()
    target = hosting.target(cname="exemple.fr")
    assert target.compare(hosting.site).added == (
        *(".domains", ".nojekyll", "CNAME"), "index.html",
    )  # fmt: skip
    assert not hosting.tip(), "to compare publishes nothing"
    target.send(hosting.site)
    assert hosting.online() == "un"
    assert hosting.online("CNAME") == hosting.online(".domains") == "exemple.fr\n"

    (hosting.site / "été").mkdir()
    (hosting.site / "été" / "fête à l'œuf.html").write_text("oui")
    hosting.build(index="deux")
    assert target.compare(hosting.site) == Changes(("été/fête à l'œuf.html",), ("index.html",), ())
    target.send(hosting.site)
    assert hosting.online("été/fête à l'œuf.html") == "oui"

    (hosting.site / "été" / "fête à l'œuf.html").unlink()
    assert target.compare(hosting.site).removed == ("été/fête à l'œuf.html",)
    assert target.roll_back().name.startswith("publication du ")
    assert hosting.online() == "un"
    assert hosting.project_state() == before


def test_what_is_online_already_is_not_published_again(hosting: Hosting):
    hosting.target().send(hosting.site)
    tip = hosting.tip()
    hosting.target().send(hosting.site)
    assert hosting.tip() == tip
    assert hosting.target().compare(hosting.site) == Changes()


@pytest.mark.server
def test_only_the_last_publications_are_kept_and_can_be_gone_back_to(hosting: Hosting):
    for number in range(KEPT + 2):
        hosting.build(index=str(number))
        hosting.target().send(hosting.site)
    assert git(hosting.remote, "rev-list", "--count", BRANCH).strip() == str(KEPT)
    for number in range(KEPT, 1, -1):
        hosting.target().roll_back()
        assert hosting.online() == str(number)
    with pytest.raises(PublishError, match="pas de publication plus ancienne"):
        hosting.target().roll_back()
    git(hosting.remote, "fsck", "--strict")


def test_going_back_before_any_publication_is_told(hosting: Hosting):
    with pytest.raises(PublishError, match="rien n'a changé"):
        hosting.target().roll_back()


@pytest.mark.server
def test_another_clone_goes_on_from_the_same_publications(hosting: Hosting, tmp_path: Path):
    hosting.target().send(hosting.site)
    git(tmp_path, "clone", "-q", "--depth=1", hosting.remote.as_uri(), "other")
    hosting.build(index="deux")
    GitBranch(tmp_path / "other", "origin", BRANCH).send(hosting.site)
    assert hosting.online() == "deux"
    assert hosting.target().roll_back()
    assert hosting.online() == "un"


def test_a_push_made_meanwhile_is_told_and_stays(hosting: Hosting, monkeypatch):
    hosting.target().send(hosting.site)
    target, write = hosting.target(), GitBranch._write_tree

    def write_while_another_publishes(self: GitBranch, site: Path) -> str:
        tree = write(self, site)
        if self is target:
            hosting.build(index="l'autre")
            hosting.target().send(hosting.site)
        return tree

    monkeypatch.setattr(GitBranch, "_write_tree", write_while_another_publishes)
    hosting.build(index="le mien")
    assert "Quelqu'un d'autre a publié entre-temps" in refusal(target, hosting.site)
    assert hosting.online() == "l'autre"


def test_a_first_push_made_meanwhile_is_told_and_stays(hosting: Hosting, monkeypatch):
    target, write = hosting.target(), GitBranch._write_tree

    def write_while_another_pushes(self: GitBranch, site: Path) -> str:
        git(hosting.project, "push", "-q", "origin", f"main:{BRANCH}")
        return write(self, site)

    monkeypatch.setattr(GitBranch, "_write_tree", write_while_another_pushes)
    assert "Quelqu'un d'autre" in refusal(target, hosting.site)
    assert hosting.online("a.md") == "texte\n"


def test_a_publication_that_left_the_branch_before_it_was_fetched_is_told(
    hosting: Hosting, tmp_path: Path, monkeypatch
):
    for number in range(KEPT):
        hosting.build(index=str(number))
        hosting.target().send(hosting.site)
    git(tmp_path, "clone", "-q", "--depth=1", "-b", "main", hosting.remote.as_uri(), "other")
    other = GitBranch(tmp_path / "other", "origin", BRANCH)
    run = GitCommands.run

    def run_while_another_publishes(self: GitCommands, *words: str, **more: object) -> str:
        if words[0] == "fetch":
            monkeypatch.undo()
            hosting.build(index="l'autre")
            hosting.target().send(hosting.site)
            git(hosting.remote, "gc", "-q", "--prune=now")
        return run(self, *words, **more)

    monkeypatch.setattr(GitCommands, "run", run_while_another_publishes)
    assert "Quelqu'un d'autre a publié entre-temps" in refusal(other, hosting.site)
    assert hosting.online() == "l'autre"


def test_somebody_s_sources_are_never_replaced(hosting: Hosting):
    git(hosting.project, "push", "-q", "origin", "main:sources")
    said = refusal(hosting.target(branch="sources"), hosting.site)
    assert "contient autre chose qu'un site" in said
    assert "est celle où vous travaillez" in refusal(hosting.target(branch="main"), hosting.site)
    assert hosting.online("a.md", "sources") == "texte\n"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo 'Ménage en cours \\033[31mjusqu à 18 h' >&2; exit 1", "« Ménage en cours jusqu à"),
        ("echo 'GitLab: You are not allowed to force push code to a protected branch' >&2; exit 1",
         "est protégée"),
        ("echo 'error: GH006: Protected branch update failed for refs/heads/pages.' >&2; exit 1",
         "est protégée"),
    ],
    ids=["a hook with its own words", "a branch protected at GitLab", "one protected at GitHub"],
)  # fmt: skip
def test_a_remote_that_refuses_says_why(hosting: Hosting, script: str, words: str):
    hook(hosting, "pre-receive", script)
    said = refusal(hosting.target(), hosting.site)
    assert words in said and "\x1b" not in said
    assert not hosting.tip()


@pytest.mark.server
def test_a_branch_that_may_not_go_back_says_so(hosting: Hosting):
    for text in ("un", "deux"):
        hosting.build(index=text)
        hosting.target().send(hosting.site)
    git(hosting.remote, "config", "receive.denyNonFastForwards", "true")
    with pytest.raises(PublishError, match="est protégée"):
        hosting.target().roll_back()
    assert hosting.online() == "deux"


def test_git_missing_is_told(hosting: Hosting, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "sudo apt install git" in refusal(hosting.target(), hosting.site)


def test_a_folder_that_git_does_not_know_is_told(hosting: Hosting, tmp_path: Path):
    (tmp_path / "zip").mkdir()
    said = refusal(GitBranch(tmp_path / "zip", str(hosting.remote), BRANCH, ""), hosting.site)
    assert "n'est pas un dépôt Git" in said


def test_a_site_that_is_not_built_is_told(hosting: Hosting, tmp_path: Path):
    assert "bin/invoke build" in refusal(hosting.target(), tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("remote", "words"),
    [
        (
            "voisine",
            "Le dépôt distant « voisine » n'existe pas dans ce projet. Ceux qui existent :",
        ),
        ("/nulle/part.git", "Le dépôt /nulle/part.git est introuvable"),
        ("http://nom:secr%C3%A9t@127.0.0.1:{port}/site.git", "/site.git ne répond pas"),
        ("https://jeton@inconnu.invalid/site.git", "https://inconnu.invalid/site.git ne répond"),
    ],
    ids=["a name of no remote", "a folder that is not", "nobody answers", "a host that is not"],
)
def test_a_remote_out_of_reach_is_told_without_secret(hosting: Hosting, remote: str, words: str):
    target = hosting.target(remote.format(port=free_port()))
    said = refusal(target, hosting.site)
    assert words in said
    assert not any(secret in said for secret in ("secr", "jeton@", "nom:"))


@pytest.mark.parametrize("branch", ["-d", "deux mots", "a..b", ""], ids=repr)
def test_a_name_that_is_no_branch_is_told(hosting: Hosting, branch: str):
    assert "ne peut pas être le nom d'une branche" in refusal(
        hosting.target(branch=branch), hosting.site
    )


def test_a_publication_is_signed_by_the_member_or_by_the_site(hosting: Hosting, monkeypatch):
    monkeypatch.setenv("EMAIL", "")
    hosting.target().send(hosting.site)
    signed = ("log", "-1", "--format=%an <%ae>", BRANCH)
    assert git(hosting.remote, *signed) == "Publication du site <publication@example.invalid>\n"
    git(hosting.project, "config", "user.name", "Nour")
    git(hosting.project, "config", "user.email", "nour@exemple.fr")
    hosting.build(index="deux")
    hosting.target().send(hosting.site)
    assert git(hosting.remote, *signed) == "Nour <nour@exemple.fr>\n"


def test_settings_of_the_member_change_nothing_of_the_site(hosting: Hosting, tmp_path: Path):
    (tmp_path / "everything").write_text("*\n")
    for setting in ("core.autocrlf true", "push.followTags true", "core.splitIndex true",
                    f"core.excludesFile {tmp_path}/everything", "push.gpgSign true"):  # fmt: skip
        git(hosting.project, "config", *setting.split(" ", 1))
    (hosting.project / ".git" / "hooks").mkdir(exist_ok=True)
    for name in ("pre-push", "reference-transaction"):
        (hosting.project / ".git" / "hooks" / name).write_text("#!/bin/sh\nexit 1\n")
        (hosting.project / ".git" / "hooks" / name).chmod(0o755)
    before = hosting.project_state()
    hosting.build(index="une\r\nligne\n")
    (hosting.site / ".gitignore").write_text("*\n")
    (hosting.site / ".gitattributes").write_text("* text eol=lf\n")
    hosting.target().send(hosting.site)
    assert git(hosting.remote, "cat-file", "-s", f"{BRANCH}:index.html").strip() == str(
        (hosting.site / "index.html").stat().st_size
    )
    assert hosting.project_state() == before


def test_variables_that_a_hook_leaves_do_not_move_the_publication(hosting: Hosting, monkeypatch):
    with monkeypatch.context() as hook_run:
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
            hook_run.setenv(name, "/nowhere")
        hosting.target().send(hosting.site)
    assert hosting.online() == "un"


@pytest.mark.server
def test_the_store_starts_anew_once_too_big(hosting: Hosting):
    hosting.target().send(hosting.site)
    publication = hosting.project / ".cache" / "publication"
    waste = publication / "git" / "objects" / "waste"
    with waste.open("wb") as file:
        os.truncate(file.fileno(), 11 << 20)
    hosting.build(index="deux")
    built = publication / "site"  # where the command builds: beside the store
    shutil.copytree(hosting.site, built)
    hosting.target().send(built)
    assert built.is_dir()
    assert hosting.online() == "deux" and not waste.exists()
    assert hosting.target().roll_back()


def test_a_store_deleted_is_filled_again(hosting: Hosting):
    hosting.target().send(hosting.site)
    shutil.rmtree(hosting.project / ".cache")
    hosting.build(index="deux")
    hosting.target().send(hosting.site)
    assert git(hosting.remote, "rev-list", "--count", BRANCH).strip() == "2"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://nom:jeton@exemple.fr/site.git", "https://exemple.fr/site.git"),
        ("https://jeton@exemple.fr/site.git", "https://exemple.fr/site.git"),
        ("fatal: 'https://n:a%2Fb@x.fr/' not found", "fatal: 'https://x.fr/' not found"),
        ("ssh://git@exemple.fr/site.git", "ssh://exemple.fr/site.git"),
        ("git@exemple.fr:nom/site.git", "git@exemple.fr:nom/site.git"),
    ],
    ids=["password", "token alone", "within a message", "ssh", "ssh in short"],
)
def test_secrets_are_left_out(text: str, shown: str):
    assert without_secrets(text, text) == shown


def test_a_password_is_left_out_wherever_it_comes_back():
    remote = "https://nom:mot%2Fde@exemple.fr/"
    assert without_secrets("said mot/de and mot%2Fde", remote) == "said *** and ***"


def test_a_path_is_quoted_byte_by_byte():
    assert quote_path('é"\n') == '"\\303\\251\\042\\012"'
