"""A content that Git does not have is not published, unless it is asked for."""

import pytest

from commands.publishing.content_state import refuse_unkept
from commands.publishing.target import PublishError
from git_support import git


@pytest.fixture
def content(tmp_path):
    """Give a content, committed and pushed, in a repository that holds other things too."""
    git(tmp_path, "init", "--bare", "distant.git")
    project = tmp_path / "projet"
    (project / "content").mkdir(parents=True)
    (project / "content" / "été.md").write_text("a")
    git(project, "init", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-m", "a")
    git(project, "remote", "add", "origin", str(tmp_path / "distant.git"))
    git(project, "push", "-u", "origin", "main")
    return project / "content"


def test_a_pushed_content_is_saved(content):
    (content.parent / "brouillon.txt").write_text("ailleurs")
    refuse_unkept(content)


def test_a_pushed_content_is_saved_in_a_checkout_without_a_branch(content):
    git(content, "checkout", "--detach")
    refuse_unkept(content)


def test_changed(content):
    (content / "été.md").write_text("b")
    (content / "neuf.md").write_text("b")
    with pytest.raises(PublishError, match=r"dans Git : .*été\.md, .*neuf\.md\. .*--malgre-tout"):
        refuse_unkept(content)


def test_not_sent(content):
    (content / "été.md").write_text("b")
    git(content, "commit", "-am", "b")
    with pytest.raises(PublishError, match=r"git push.*--malgre-tout"):
        refuse_unkept(content)
    git(content, "push")
    refuse_unkept(content)


def test_no_remote(content):
    git(content, "remote", "remove", "origin")
    refuse_unkept(content)


def test_no_repository(tmp_path):
    refuse_unkept(tmp_path)
