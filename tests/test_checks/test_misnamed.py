"""Names that keep files from being read are told; those that only look like some are not."""

from pathlib import Path

import pytest

from checks_support import reported_with_codes
from support import page, write_site

BAL = page("title: Bal\ndebut: 2026-01-01")
IMAGE = b"GIF89a"
TOLD = {
    "_config.yaml": "Renommez-le _config.yml.",
    "_config.yml.txt": "Renommez-le _config.yml.",
    "_CONFIG.yml": "Renommez-le _config.yml.",
    "_config.toml": "Renommez-le _config.yml.",
    "_post/2024-01-01-a.md": "rien n'en est publié. Renommez-le _posts.",
    "_Posts/2024-01-01-a.md": "rien n'en est publié. Renommez-le _posts.",
    "posts/2024-01-01-a.md": "ses textes sont de simples pages. Renommez-le _posts.",
    "_evenement/bal.md": "Renommez-le _evenements.",
    "_événements/bal.md": "Renommez-le _evenements.",
    "evenements/bal.md": "ses textes sont de simples pages. Renommez-le _evenements.",
    "_commun/eau/index.md": "Renommez-le _communs.",
    "_draft/a.md": "Renommez-le _drafts.",
    "ateliers/_index.md": "Renommez-le index.md, ou écrivez « exclude: [ateliers/_index.md] »",
    "ateliers/_bois/a.md": "Renommez-le bois, ou écrivez « exclude: [ateliers/_bois/] »",
    "ateliers/_bois.gif": "Renommez-le bois.gif, ou écrivez",
    "_pages/a.md": "Renommez-le pages, ou écrivez « exclude: [_pages/] »",
    "_old/2024-01-01-a.md": "Renommez-le old, ou écrivez « exclude: [_old/] »",
    "vie/_x.html": "Renommez-le x.html, ou écrivez",
    "bal.mdd": "Renommez-le bal.md.",
    "bal.text": "Renommez-le bal.md.",
    "bal.htlm": "Renommez-le bal.html.",
    "bal.md.txt": "Renommez-le bal.md.",
    "fete.mdx": "Renommez-le fete.md.",
    "trois.txt": "Renommez-le trois.md.",
    "bal.md.bak": "Supprimez-la, ou mettez-la ailleurs.",
    "_posts/2024-01-01-a.txt": "Renommez-le, ou mettez-le ailleurs.",
    "_posts/a.gif": "Mettez-le dans images/.",
    "_evenements/a.gif": "Mettez-le dans images/.",
    "_posts/2199-01-01-a.md": "le 1er janvier 2199. Vérifiez sa date.",
}
SILENT = """
_images/a.gif communs/a.gif data/a.yml
config/a.yml config.json un.htm deux.xhtml quatre.markdown cinq.MD six.docx README.md
ateliers/_note.txt assets/_sass/a.scss assets/css/_v.scss images/Thumbs.db desktop.ini
_evenements/README.md _layouts/a.html _includes/a.html _sass/a.scss _data/a.yml _drafts/a.md
""".split()


# Each in a site with the others of its line: folders that have their right name tell no other.
ALONE = ("posts/2024-01-01-a.md", "evenements/bal.md")


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of the names."""
    found = []
    for names in (ALONE, [name for name in (*TOLD, *SILENT) if name not in ALONE]):
        files: dict[str, str | bytes] = {
            name: IMAGE if name.endswith("gif") else BAL for name in names
        }
        files |= {"_config.yml": "title: Nous\n", "index.md": page("title: Accueil")}
        found += reported_with_codes(write_site(tmp_path_factory.mktemp("named"), files))
    codes = ("mal-nomm", "copie-publiee", "fichier-non-lu", "article-lointain", "non-publie")
    return [line for line in found if any(code in line for code in codes)]


@pytest.mark.parametrize("name", TOLD)
def test_what_is_not_read_is_told(name: str, all_told: list[str]):
    folders = {name.partition("/")[0], name.rpartition("/")[0]}
    starts = (f"?{name} : ", *(f"?{folder} : " for folder in folders))
    (line,) = [one for one in all_told if one.startswith(starts)]
    assert TOLD[name] in line


def test_what_is_well_named_is_not(all_told: list[str]):
    assert len(all_told) == len(TOLD)


def test_other_settings_are_told_where_the_site_has_none(tmp_path: Path):
    content = write_site(tmp_path, {"index.md": page("title: A"), "config.yml": "title: Nous\n"})
    assert any(
        "?config.yml : ces réglages ne sont pas lus" in it for it in reported_with_codes(content)
    )
