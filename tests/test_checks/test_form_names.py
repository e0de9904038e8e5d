"""Forms: fields and buttons without a name are told, with the label of what is no field."""

from pathlib import Path

from checks_support import reported_with_codes
from support import page, write_site

TOLD = {
    "<button></button>": "!bouton-sans-nom",
    '<button type="button"><img src="a.svg" alt=""></button>': "!bouton-sans-nom",
    '<form><input name="ville"></form>': "?champ-sans-nom",
    '<input type="checkbox">': "?champ-sans-nom",
    "<select><option>a</option></select>": "?champ-sans-nom",
    '<textarea aria-label=" "></textarea>': "?champ-sans-nom",
    '<p id="ville">a</p>\n\n<label for="ville">Ville</label>': "!etiquette-sans-champ",
}
SILENT = """\
<button>Oui</button> <button aria-label="Oui"></button> <button><img src="a.svg" alt="Oui"></button>

<label>Ville <input name="ville"></label> <label for="b">Bourg</label> <input id="b">

<input type="hidden" name="c"> <input type="submit"> <input title="Ville">

<input placeholder="Ville">

<div hidden><button></button><input></div>

- [ ] à faire
"""


def test_what_has_no_name_is_told_on_its_line(tmp_path: Path):
    files = {f"{n}.md": page("title: A", f"Un.\n\n{html}\n") for n, html in enumerate(TOLD)}
    files |= {"index.md": page("title: A", SILENT), "_config.yml": "title: Nous\n"}
    files["a.svg"] = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    files["script.md"] = page("title: A", "<button></button>\n\n<script>a()</script>\n")
    found = reported_with_codes(write_site(tmp_path / "c", files))
    assert [f"{one[0]}{one[one.rfind('[') + 1 : -1]}" for one in found] == [*TOLD.values()]
    lines = [int(one.split(":")[1].split()[0]) for one in found]
    assert lines == [6 + html.count("\n") for html in TOLD]
