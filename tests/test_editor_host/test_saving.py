"""What the page saves over a Git host: one commit, whoever may do what, whatever breaks."""

import pytest

from git_hosts import BRANCH, HOSTS, ME, SITE, Refusal
from host_support import CONTENT, EVENT, PHOTO, Desk, desk

pytestmark = pytest.mark.browser
NEW = "_evenements/2027-01-09-galette.md"
TEXT = "---\ntitle: Galette\nimage: images/galette.jpg\n---\nÀ table ! 🥮\n"
CALM = "Votre texte est gardé ici."


@pytest.fixture(params=HOSTS)
def host_desk(request, tmp_path, pages):
    """Give a page before each host, signed in."""
    with desk(request.param, tmp_path, pages.take(360, 800)) as made:
        made.open()
        yield made


def save_event(at: Desk) -> dict:
    """Save an event with its photo."""
    at.photo("images/galette.jpg")
    files = [{"name": NEW, "text": TEXT, "base": None}]
    return at.call("save", {"files": files, "photos": ["images/galette.jpg"]})


def test_an_event_and_its_photo_are_one_commit(host_desk) -> None:
    site, before = host_desk.host.site, host_desk.host.site.head(BRANCH)
    told = save_event(host_desk)["told"]
    assert site.log(BRANCH) == ["Ajouter 2027-01-09-galette.md", "Un début"]
    assert site.read(BRANCH, f"content/{NEW}") == TEXT.encode()
    assert site.read(BRANCH, "content/images/galette.jpg") == PHOTO
    others = [f"content/{name}" for name in CONTENT]
    assert [site.name_of(BRANCH, it) for it in others] == [
        site.name_of(before, it) for it in others
    ]
    assert (told["commit"], told["proposal"]) == (site.head(BRANCH), None)
    assert told["files"][0]["version"] == site.name_of(BRANCH, f"content/{NEW}")


def test_a_file_keeps_its_bytes_and_changes_where_it_was_changed(host_desk) -> None:
    found = host_desk.call("file", EVENT)["told"]
    assert found["text"].encode() == CONTENT[EVENT]
    text = found["text"].replace("Venez", "Venez tous")
    asked = {"files": [{"name": EVENT, "text": text, "base": found["version"]}]}
    host_desk.call("save", asked)
    site = host_desk.host.site
    assert site.read(BRANCH, f"content/{EVENT}") == text.encode()
    assert len(site.git("diff", "--numstat", f"{BRANCH}~", BRANCH).splitlines()) == 1


def test_a_file_is_renamed_and_another_taken_away_in_one_commit(host_desk) -> None:
    found, home = (host_desk.call("file", it)["told"] for it in (EVENT, "index.md"))
    files = [
        {"name": NEW, "text": found["text"], "base": None},
        {"name": EVENT, "text": None, "base": found["version"]},
        {"name": "index.md", "text": None, "base": home["version"]},
    ]
    assert "told" in host_desk.call("save", {"files": files})
    site = host_desk.host.site
    assert site.log(BRANCH)[0] == f"Renommer en {NEW.rpartition('/')[2]}"
    assert site.files(BRANCH) == [f"content/{NEW}", "content/images/bal.jpg"]
    assert len(site.log(BRANCH)) == 2


def test_what_someone_else_wrote_is_never_written_over(host_desk) -> None:
    found = host_desk.call("file", EVENT)["told"]
    site = host_desk.host.site
    theirs = site.publish(BRANCH, {f"content/{EVENT}": b"Autre chose.\n"}, "Autre")
    asked = {"files": [{"name": EVENT, "text": "Mien.\n", "base": found["version"]}]}
    told = host_desk.call("save", asked)
    assert told["status"] == 409
    assert told["answer"]["text"] == "Autre chose.\n"
    assert told["answer"]["version"] == site.name_of(BRANCH, f"content/{EVENT}")
    new = {"files": [{"name": EVENT, "text": "Mien.\n", "base": None}]}
    assert host_desk.call("save", new)["status"] == 409
    gone = {"files": [{"name": EVENT, "text": None, "base": found["version"]}]}
    assert host_desk.call("save", gone)["status"] == 409
    assert site.head(BRANCH) == theirs


@pytest.mark.parametrize("where", ["same file", "other file"])
def test_a_branch_that_moves_while_a_commit_is_made(host_desk, where) -> None:
    found, host = host_desk.call("file", EVENT)["told"], host_desk.host
    path = f"content/{EVENT if where == 'same file' else 'autre.md'}"

    def meanwhile(number: int) -> None:
        # As late as can be: just before the request that moves the branch.
        is_last = (
            host.asked[-1].split(" ")[0] in ("PATCH", "POST") and "blobs" not in host.asked[-1]
        )
        is_last = is_last and not host.asked[-1].endswith(("trees", "git/commits"))
        if is_last and "Autre" not in host.site.log(BRANCH):
            host.site.publish(BRANCH, {path: b"Autre.\n"}, "Autre")

    host.at = meanwhile
    asked = {"files": [{"name": EVENT, "text": "Mien.\n", "base": found["version"]}]}
    told = host_desk.call("save", asked)
    if where == "same file":
        assert (told["status"], told["answer"]["text"]) == (409, "Autre.\n")
        assert host.site.log(BRANCH) == ["Autre", "Un début"]
    else:
        assert host.site.log(BRANCH)[1:] == ["Autre", "Un début"]
        assert host.site.read(BRANCH, f"content/{EVENT}") == b"Mien.\n"


def test_a_host_that_tells_what_was_true_a_moment_ago(tmp_path, pages) -> None:
    with desk("GitHub", tmp_path, pages.take(360, 800)) as at:
        at.open()
        old, show = at.host.site.head(BRANCH), at.host.branch
        at.host.site.publish(BRANCH, {"content/autre.md": b"Autre.\n"}, "Autre")
        late = [old] * 2

        def branch(owner: str, name: str, branch: str) -> tuple:
            status, told = show(owner, name, branch)
            return status, told | ({"commit": {"sha": late.pop()}} if late else {})

        at.host.branch = branch
        assert save_event(at)["told"]["proposal"] is None
        assert at.host.site.log(BRANCH) == ["Ajouter 2027-01-09-galette.md", "Autre", "Un début"]


def test_who_may_not_publish_proposes(host_desk) -> None:
    host = host_desk.host
    host.can_publish = False
    told = save_event(host_desk)["told"]
    assert host.site.log(BRANCH) == ["Un début"]
    (proposal,) = host.proposals
    assert (proposal["from"], proposal["base"]) == (SITE, BRANCH)
    assert proposal["title"] == "Ajouter 2027-01-09-galette.md"
    assert host.site.read(proposal["branch"], "content/images/galette.jpg") == PHOTO
    assert told["commit"] == host.site.head(proposal["branch"])
    assert told["proposal"] == "https://exemple.fr/collectif/site/1"


def test_who_may_publish_may_propose(host_desk) -> None:
    asked = {"files": [{"name": NEW, "text": TEXT, "base": None}], "proposal": True}
    assert host_desk.call("save", asked)["told"]["proposal"]
    assert host_desk.host.site.log(BRANCH) == ["Un début"]


@pytest.mark.parametrize("is_old", [False, True], ids=["new copy", "old copy"])
def test_who_may_not_write_proposes_from_a_copy(host_desk, is_old) -> None:
    host = host_desk.host
    host.can_push = host.can_publish = False
    if is_old:  # made some time ago: the site has gone on since
        host.make_fork(SITE)
        host.site.publish(BRANCH, {"content/autre.md": b"Autre.\n"}, "Autre")
    assert save_event(host_desk)["told"]["proposal"]
    (proposal,) = host.proposals
    assert proposal["from"] == f"{ME}/site"
    copy = host.repositories[f"{ME}/site"]
    assert copy.read(proposal["branch"], f"content/{NEW}") == TEXT.encode()
    assert all(not it.startswith("POST /repos/collectif") for it in host.asked)


@pytest.mark.parametrize(
    ("way", "how"),
    [("publish", "before"), ("publish", "after"), ("propose", "after"), ("copy", "after")],
)
def test_a_network_that_breaks_at_each_step_loses_nothing(host_desk, way, how) -> None:
    host = host_desk.host
    host.can_push, host.can_publish = way != "copy", way == "publish"
    start = len(host.asked)
    host.at = lambda number: how if number == broken else None
    broken = start + 1
    refused = 0
    while "error" in (told := save_event(host_desk)):
        assert (told["status"], CALM in told["error"]) == (0, True)
        refused += 1
        broken = len(host.asked) + refused + 1  # one step further, at each try
    assert refused > 4
    if way == "publish":
        assert host.site.log(BRANCH) == ["Ajouter 2027-01-09-galette.md", "Un début"]
        assert host.site.read(BRANCH, "content/images/galette.jpg") == PHOTO
    else:
        (proposal,) = host.proposals
        where = host.repositories[proposal["from"]]
        assert len(where.log(proposal["branch"])) == 2
        assert where.read(proposal["branch"], f"content/{NEW}") == TEXT.encode()


def test_each_refusal_is_told_calmly_and_nothing_is_lost(host_desk) -> None:
    host = host_desk.host
    before = host.site.head(BRANCH)

    def refuse(_: int) -> None:
        raise Refusal(status, "no")

    host.at = refuse
    for status in (403, 404, 409, 413, 422, 429, 500, 502, 503, 401):
        told = save_event(host_desk)
        # A file that is not there yet is no fault: what comes after it is told. 409 is for two
        # versions of a text, which the page shows.
        expected = 422 if status == 409 else status
        assert (told["status"], CALM in told["error"]) == (expected, True)
    assert host.site.head(BRANCH) == before
    host.faults.clear()  # not each request is said to be refused in each way
    host.at = lambda number: None
    assert save_event(host_desk)["status"] == 401  # the token is not there any more
    assert host_desk.call("signIn", "jeton-de-test")["told"]["me"] == ME
    assert save_event(host_desk)["told"]["commit"] == host.site.head(BRANCH)


def test_a_photo_whose_name_is_taken_gets_another(host_desk) -> None:
    host_desk.photo("images/bal.jpg")
    files = [{"name": NEW, "text": "---\nimage: images/bal.jpg\n---\n", "base": None}]
    told = host_desk.call("save", {"files": files, "photos": ["images/bal.jpg"]})["told"]
    site = host_desk.host.site
    (name,) = [it for it in site.files(BRANCH) if it.startswith("content/images/bal-")]
    assert site.read(BRANCH, name) == PHOTO
    assert site.read(BRANCH, "content/images/bal.jpg") == CONTENT["images/bal.jpg"]
    assert name.removeprefix("content/") in site.read(BRANCH, f"content/{NEW}").decode()
    assert told["files"][0]["text"] == site.read(BRANCH, f"content/{NEW}").decode()


def follow(at: Desk, saved: dict) -> list[list]:
    """Follow what was saved; return each step, and where it leads."""
    steps: list[list] = at.page.evaluate(
        """async (saved) => {
            const told = [];
            const tell = ({ step, address }) => told.push([step, address ?? null]);
            try {
                await carrier.follow(saved, tell, 0);
            } catch (error) { told.push([error.message, null]); }
            return told;
        }""",
        saved,
    )
    return steps


def test_what_was_sent_is_followed_until_it_is_online(host_desk) -> None:
    host = host_desk.host
    saved = save_event(host_desk)["told"]
    version = saved["files"][0]["version"]
    before = {"name": NEW, "version": "0" * 40, "address": "/galette/"}
    host_desk.publish(fichiers=[before])
    host.verdicts = ["", "pending", "failure"]
    assert follow(host_desk, saved) == [["envoye", None], ["echoue", "https://exemple.fr/suivi"]]
    host.verdicts = ["pending", "success"]

    def online(_: int) -> None:
        if len(host.verdicts) == 1:
            host_desk.publish(fichiers=[before | {"version": version}])

    host.at = online
    assert follow(host_desk, saved)[-1] == ["en-ligne", "/galette/"]
    host.at = lambda number: None
    host_desk.publish(fichiers=[])  # a text that was taken away is not there any more
    gone = saved | {"sent": [{"name": NEW, "sha": None}]}
    assert follow(host_desk, gone)[-1] == ["en-ligne", None]
    hidden = {"name": "page.md", "text": "---\npublished: false # plus tard\n---\n", "base": None}
    withdrawn = host_desk.call("save", {"files": [hidden]})["told"]
    assert follow(host_desk, withdrawn)[-1] == ["en-ligne", None]


def test_a_proposal_is_followed_until_it_is_ready(host_desk) -> None:
    host = host_desk.host
    host.can_publish = False
    saved = save_event(host_desk)["told"]
    address = "https://exemple.fr/collectif/site/1"
    for verdicts in (["pending", "success"], [""]):  # a copy has no workflow
        host.verdicts = verdicts
        assert follow(host_desk, saved) == [["envoye", address], ["propose", address]]
    host.tokens.clear()
    assert "Connectez-vous." in follow(host_desk, saved)[-1][0]
