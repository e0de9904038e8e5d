"""The approximate page shows what the buttons make as the build makes it; the rest as it is."""

import json
import re
import shutil
import subprocess
from io import BytesIO

from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from support import PROJECT, build_site, page, read_page, require, write_site

RENDERING = PROJECT / "plugins" / "editor" / "page" / "rendering.js"
# What each button writes, and what one may write around it.
WRITTEN = {
    "gras": "Des **mots importants**, puis **deux *mêlés***.",
    "italique": "Des *mots* et *d'autres*\nsur deux lignes.",
    "titre": "Avant.\n\n## Un titre\n\nAprès.\n\n### Un autre",
    "liste": "- Un point\n- Un **autre**\n\nFin.",
    "nombres": "1. Un\n2. Deux",
    "lien": "Voir [l'accueil]({% link index.md %}), [un site](https://exemple.fr/a%20b) et "
    "[nous](mailto:a@exemple.fr).",
    "image": "Avant.\n\n![Trois musiciens](/images/a.png)\n\nAprès.",
    "citation": "> Une phrase\n> sur deux lignes",
    "bouton": "[Adhérer]({% link index.md %}){: .bouton}",
    "encart": "> [!ASTUCE]\n> Venez tôt.\n> Il y a du monde.",
    "encarts": "> [!NOTE]\n> Un.\n>\n> Deux.\n\n> [!IMPORTANT]\n> Ici.\n\n> [!ATTENTION]\n> Là.",
    "video": '<iframe src="https://player.vimeo.com/video/1" title="La fête"></iframe>',
    "tableau": "| Jour | Heure |\n|---|---|\n| Mardi | 9 h |\n| **Jeudi** | |\n\nFin.\n\n"
    "| a |\n|---|\n| [ici](https://exemple.fr) |",
    "document": "Lisez [le programme (PDF, 240 ko)](/documents/programme.pdf), en entier.",
    "signes": "Fin & fin < 3, 2 * 3 * 4 \\[a\\] : « oui » ! <b@exemple",
}
_DOT = BytesIO()
Image.new("RGB", (8, 8), "teal").save(_DOT, "PNG")
FILES = {
    "index.md": page("title: Accueil"),
    **{f"{name}.md": page(f"title: {name}", f"{text}\n") for name, text in WRITTEN.items()},
    "images/a.png": _DOT.getvalue(),
    "documents/programme.pdf": b"%PDF-1.7\n",
}
_RUN = """
const { bodyOf, pageOf } = await import(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const addressOf = (name) => (name === "index.md" ? "/" : null);
const site = { addressOf, imageOf: (name) => `/${name}` };
const made = {};
for (const [name, text] of Object.entries(texts)) {
  made[name] = (text.startsWith("---") ? pageOf : bodyOf)(text, site);
}
console.log(JSON.stringify(made));
"""
_KEPT = ("class", "href", "alt", "role", "aria-label")


def rendered(texts: dict[str, str]) -> dict[str, str]:
    """Return what the page makes of texts: of those with front matter, a whole page."""
    node = shutil.which("node")
    require(node or "/usr/bin/node", package="nodejs")
    done = subprocess.run(
        [node, "--input-type=commonjs", "-e", f"(async () => {{{_RUN}}})()", str(RENDERING)],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    made: dict[str, str] = json.loads(done.stdout)
    return made


def shown(html: str) -> list[object]:
    """Return what a visitor is shown: elements, where they lead, words."""
    return [it for it in map(_part, _children(LexborHTMLParser(html).body)) if it]


def _children(node: LexborNode | None) -> list[LexborNode]:
    return list(node.iter(include_text=True)) if node else []


def _part(node: LexborNode) -> object:
    if node.tag == "-text":
        words = node.text().translate({0xA0: " ", 0x202F: " ", ord("’"): "'"})
        return re.sub(r"\s+", " ", words).strip()
    if node.tag == "picture":
        return _part(node.css_first("img"))
    if node.tag == "figure":  # its words are those of the card alone
        return ("figure", node.css_first("strong").text().rpartition(":")[2].strip())
    kept = {key: value for key, value in node.attributes.items() if key in _KEPT}
    return (node.tag, kept, [it for it in map(_part, _children(node)) if it])


def test_what_each_button_writes_is_shown_as_the_build_does(tmp_path) -> None:
    built = build_site(write_site(tmp_path / "content", FILES), tmp_path / "output")
    assert built.is_ok
    ours = rendered(WRITTEN)
    for name in WRITTEN:
        main = read_page(tmp_path / "output", f"{name}.html").css_first("main .container")
        main.css_first("h1").decompose()
        assert shown(ours[name]) == shown(main.inner_html), name


def test_the_rest_is_shown_raw_and_nothing_in_it_acts() -> None:
    texts = {
        "liquid": "{% for a in b %}\n{{ a }}\n{% endfor %}",
        "table": "| a | b |\n|--:|:-:|\n| 1 | <script>2</script> |",
        "html": "<script>alert(1)</script>",
        "handler": 'Un <img src=x onerror=alert(1)> et ![a](x"onerror=alert(1))',
        "page": '---\ntitle: "<b>" # dit\nimage: \'"><script>\'\n---\nTexte.',
    }
    for name, html in rendered(texts).items():
        tree = LexborHTMLParser(html)
        assert not tree.css("script, [onerror], b"), name
    assert LexborHTMLParser(rendered(texts)["page"]).css_first("h1").text() == "<b>"
