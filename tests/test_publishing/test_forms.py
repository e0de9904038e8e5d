"""The forms that members fill in on the page of a Git host, read back by the project itself."""

import io
import re
from pathlib import Path

import pytest
import yaml
from PIL import Image

from host_forms import FILES, task_text
from support import PROJECT, build_site, messages, read_page, write_site

# What a member writes, key by key.
_FILLED = {
    "title": '"Fête d\'été : venez !"',
    "auteur": "Camille Martin",
    "categories": "[Vie du collectif]",
    "tags": "[énergie, partage]",
    "debut": "12/03/2026 18h30",
    "fin": "21h",
    "chaque": "chaque jeudi",
    "jusqu_au": "2026-03-26",
    "sauf": "[2026-03-19]",
    "dates": "",
    "lieu": '"Salle des fêtes"',
    "adresse": '"12 rue de l\'Exemple, 34000 Montpellier"',
    "en_ligne": "https://visio.example.org/fete",
    "inscription": "https://www.helloasso.com/associations/exemple",
    "inscription_jusqu_au": "2026-03-10",
    "tarif": '"Prix libre"',
    "age": "dès 6 ans",
    "langue": "[français, occitan]",
    "accessibilite": "[moteur, LSF]",
    "covoiturage": "https://covoiturage.example.org/fete",
    "statut": "complet",
    "organisateurs": "[Coopérative A, Coopérative B]",
    "image": "images/affiche.jpg",
    "image_alt": '"Un bal"',
    "resume": '"Une ou deux phrases."',
    "publication": "2026-02-01",
}
_ALL = [pytest.param(kind, name, id=name) for kind, names in FILES.items() for name in names]


def form_text(name: str) -> str:
    """Return the file that a form has its reader fill in."""
    text = (PROJECT / name).read_text("utf-8")
    if name.endswith(".md"):
        return re.search(r"```yaml\n(.*?)```\n", text, re.DOTALL)[1]
    fields = {field.get("id"): field["attributes"] for field in yaml.safe_load(text)["body"]}
    return fields["fichier"]["value"]


def fill(text: str) -> str:
    """Write a value after each key."""
    return re.sub(
        r"^(\w+):.*$", lambda line: f"{line[1]}: {_FILLED[line[1]]}", text, flags=re.MULTILINE
    )


@pytest.mark.parametrize(("kind", "name"), _ALL)
def test_a_form_asks_what_the_task_writes(kind: str, name: str):
    assert form_text(name).strip() == task_text(kind).strip()


@pytest.mark.server
@pytest.mark.parametrize("filled", [True, False], ids=["filled", "sent as it is"])
@pytest.mark.parametrize("kind", FILES)
def test_a_form_builds_without_a_diagnostic(tmp_path: Path, kind: str, filled: bool):
    text = form_text(FILES[kind][0])
    folder = "_posts" if kind == "actualité" else "_evenements"
    image = io.BytesIO()
    Image.new("RGB", (40, 60), "teal").save(image, "JPEG")
    content = write_site(
        tmp_path / "content",
        {
            "_config.yml": "title: Le site\n",
            "index.md": "---\ntitle: Accueil\n---\nBonjour.\n",
            "images/affiche.jpg": image.getvalue(),
            f"{folder}/2026-03-12-fete.md": fill(text) if filled else text,
        },
    )
    result = build_site(content, tmp_path / "out")
    assert (messages(result, content), result.diagnostics.warnings) == ([], [])
    pages = [path for path in (tmp_path / "out").rglob("*fete*") if "images" not in path.parts]
    html = next(path / "index.html" if path.is_dir() else path for path in sorted(pages))
    heading = read_page(html.parent, html.name).css_first("h1").text()
    assert ("venez" if filled else "Le titre") in heading


@pytest.mark.parametrize(
    "name",
    [
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".forgejo/pull_request_template.md",
        ".gitlab/merge_request_templates/Default.md",
    ],
)
def test_the_reminder_of_a_merge_request_is_there(name: str):
    assert "content/_evenements/2026-03-12-titre.md" in (PROJECT / name).read_text("utf-8")


def test_the_forms_of_github_and_forgejo_are_the_same():
    for github in (PROJECT / ".github/ISSUE_TEMPLATE").iterdir():
        forgejo = PROJECT / ".forgejo/issue_template" / github.name
        assert forgejo.read_text("utf-8") == github.read_text("utf-8")


@pytest.mark.server
@pytest.mark.parametrize("number", [0, 1], ids=["an event", "a news item"])
def test_what_the_guide_has_one_paste_builds(tmp_path: Path, number: int):
    guide = (PROJECT / "docs/publier-sans-terminal.md").read_text("utf-8")
    text = re.findall(r"```yaml\n(.*?)```\n", guide, re.DOTALL)[number]
    image = io.BytesIO()
    Image.new("RGB", (40, 60), "teal").save(image, "JPEG")
    folder = ("_evenements", "_posts")[number]
    content = write_site(
        tmp_path / "content",
        {
            "_config.yml": "title: Le site\n",
            "index.md": "---\ntitle: Accueil\n---\nBonjour.\n",
            "images/fete-2026.jpg": image.getvalue(),
            f"{folder}/2026-06-12-fete-d-ete.md": text,
        },
    )
    result = build_site(content, tmp_path / "out")
    assert (messages(result, content), result.diagnostics.warnings) == ([], [])
