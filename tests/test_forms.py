"""The forms of the files that members write say what the schemas by which these are read say."""

import gzip
import json
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from PIL import Image

import schemas_page
from content_types.calendars.stored_calendars import StoredCalendar, write_calendars
from core.diagnostics import Diagnostics
from editor.forms import KINDS, forms, json_schemas, known
from jekyll.front_matter import Field, parse_mapping, read_source
from jekyll.front_matter.form import input_of
from jekyll.front_matter.lenient_values import plain
from jekyll.reading.site_reader import load_site
from photos import saved
from support import PROJECT, SITES, build_site, page, write_site

INPUTS = frozenset(
    """line text moment hour number choice list switch address contact postal image dates page
    language keys""".split()
)
FIELDS = [(kind.name, key, one) for kind in KINDS.values() for key, one in kind.fields.items()]
each_field = pytest.mark.parametrize(
    ("kind", "key", "field"), FIELDS, ids=[f"{kind}-{key}" for kind, key, _ in FIELDS]
)


def read(key: str, field: Field, written: str) -> list[str]:
    """Return what is told of a value."""
    told = Diagnostics()
    values = parse_mapping(f"{key}: {written}", "a.md", told)
    field.take(key, values[key], "a.md", told)
    return [str(one) for one in told.found]


@each_field
def test_each_key_has_a_label_an_input_and_an_example_that_its_reader_takes(
    kind: str, key: str, field: Field
):
    reader = input_of(field.read)
    assert (field.form.input or reader.kind) in INPUTS
    assert field.form.label[:1].isupper()
    assert field.meaning.endswith((".", "…}"))
    for written in filter(None, (field.form.example or reader.example, *reader.choices)):
        assert read(key, field, written) == []
    assert field.form.example or reader.example


def test_a_form_has_no_label_twice_and_suggests_what_is_known(tmp_path: Path):
    lists = known(load_site(write_site(tmp_path, {}), "content", Diagnostics(), date(2026, 1, 1)))
    for kind in forms()["kinds"]:
        labels = [field["label"] for field in kind["fields"]]
        assert len(set(labels)) == len(labels)
        assert {field["suggest"] for field in kind["fields"] if "suggest" in field} <= lists.keys()
        assert kind["titleKey"] in {field["key"] for field in kind["fields"]}


def test_forms_are_light():
    written = json.dumps(forms(), ensure_ascii=False, separators=(",", ":")).encode()
    assert len(gzip.compress(written)) <= 6000


# --- what a form makes


def filled(kind: Mapping, left_out: set[str]) -> str:
    """Return the file of a form, each field as its example has it."""
    lines = []
    for field in kind["fields"]:
        if field["key"] in left_out:
            continue
        value = field.get("default", field.get("example"))
        if field["input"] == "list":
            value = f"[{value}]"
        elif field["input"] == "dates":
            parts = {one["key"]: one.get("example") for one in field["fields"]}
            value = json.dumps([parts], ensure_ascii=False)
        elif field["input"] in ("line", "text", "postal"):
            value = json.dumps(value, ensure_ascii=False)
        lines.append(f"{field['key']}: {str(value).lower() if value in (True, False) else value}")
    return page("\n".join(lines), "Un texte.\n\n![Un bal](/images/affiche.jpg)\n")


def test_forms_filled_with_their_examples_build_without_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798758000")  # 2027, all is out
    by_kind = {kind["kind"]: kind for kind in forms()["kinds"]}
    (several,) = [one for one in by_kind["evenement"]["fields"] if "instead" in one]
    by_kind["evenement"]["fields"][0]["example"] = "Cinéma"
    rule = {"chaque", "jusqu_au", "sauf"}
    other = filled(by_kind["evenement"], {*several["instead"], *rule})
    by_kind["evenement"]["fields"][0]["example"] = "Marché"
    by_rule = filled(by_kind["evenement"], {several["key"], "reporte_du"})
    by_kind["evenement"]["fields"][0]["example"] = "Fête"
    jpeg = saved(Image.new("RGB", (1200, 630), "#e8b100"), "JPEG")
    files = {
        "_posts/2026-12-12-a.md": filled(by_kind["actualite"], {"published"}),
        "_evenements/2026-12-12-fete.md": filled(by_kind["evenement"], {several["key"], *rule}),
        "_evenements/2026-12-12-cinema.md": other,
        "_evenements/2026-12-12-marche.md": by_rule,
        "_communs/energie/index.md": filled(by_kind["univers"], set()),
        "_communs/alimentation/index.md": page("title: Alimentation"),
        "_communs/numerique/index.md": page("title: Numérique"),
        "_communs/energie/la-source.md": filled(by_kind["acteur"], set()),
        "_agendas/la-source.json": write_calendars(
            [StoredCalendar("https://nuage.exemple.fr/agenda.ics")]
        ),
        "page.md": filled(by_kind["page"], set()),
        "le-projet.md": page("title: Le projet\norder: 1"),
        "index.md": page("title: Accueil\norder: 0"),
        "images/affiche.jpg": jpeg,
        "images/photo.jpg": jpeg,
        "images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    }
    content = write_site(tmp_path / "content", files)
    result = build_site(content, tmp_path / "output")
    assert [str(one) for one in result.diagnostics.found] == []
    made = ("agenda/2026-12-12-cinema", "agenda/2026-12-12-fete", "communs/energie/la-source")
    for name in (*made, "communs/energie", "page.html", "vie du collectif/2026/12/12/a.html"):
        assert (tmp_path / "output" / name).exists(), name


# --- what is suggested


def test_what_a_site_knows_is_suggested_once_and_in_order(tmp_path: Path):
    files = {
        "index.md": page("title: Accueil"),
        "projet.md": page("title: Projet\norder: 1"),
        "statuts.md": page("title: Statuts\nparent: Projet"),
        "merci.md": page("title: Merci\nin_menu: false"),
        "_posts/2026-01-02-a.md": page("title: A\ncategories: [Vie]\ntags: Été\nauteur: Ada"),
        "_posts/2026-01-03-b.md": page("title: B\ncategories: [vie]\ntags: [été, bal]"),
        "_evenements/2026-03-12-a.md": page("title: A\nplace: La Grange\nmots-clés: fête"),
        "_evenements/2026-03-13-b.md": page("title: B\nlieu: [faux]"),
        "_communs/energie/index.md": page("title: Énergie"),
        "_communs/energie/a.md": page("nom: La Source"),
        "_communs/energie/b.md": page("role: soutien"),
    }
    content, folders = write_site(tmp_path, files), {"evenements": "/e/{name}/", "communs": "/c/"}
    site = load_site(content, "content", Diagnostics(), date(2026, 2, 1), folders)
    assert known(site) == {
        "themes": ["vie"],
        "tags": ["bal", "été", "fête"],
        "univers": ["Énergie"],
        "acteurs": ["La Source"],
        "pages": ["Projet"],
        "lieux": ["La Grange"],
        "auteurs": ["Ada"],
        "dossiers": {"energie": "Énergie"},
    }


# --- the JSON Schemas


def test_the_json_schemas_are_up_to_date():
    paths = set(schemas_page.FOLDER.iterdir()) - {schemas_page.FOLDER / "agenda.json"}  # published
    found = {path: path.read_text(encoding="utf-8") for path in paths}
    assert found == schemas_page.schema_files(), "Rewrite them: bin/invoke messages"


def files_of(root: Path) -> dict[str, set[Path]]:
    """Return the files of a content folder that an editor is led to each schema for."""
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))
    found = {}
    for schema, patterns in settings["yaml.schemas"].items():
        listed = [patterns] if isinstance(patterns, str) else patterns
        taken, left = set(), set()
        for pattern in listed:
            inside = pattern.removeprefix("!").removeprefix("content/")
            paths = root.glob(f"{inside}/*" if inside.endswith("**") else inside)
            (left if pattern.startswith("!") else taken).update(paths)
        found[schema] = taken - left
    return found


def test_an_editor_is_led_to_each_json_schema():
    assert {PROJECT / name for name in files_of(SITES)} == set(schemas_page.schema_files())


@cache
def validator(schema: str) -> Draft7Validator:
    """Return what says whether a file is valid, for the path of a schema."""
    return Draft7Validator(json.loads((PROJECT / schema).read_text(encoding="utf-8")))


def as_editors_have_it(text: str) -> object:
    """Return what an editor makes of YAML: a day stays a text (YAML 1.2, section 10.3)."""
    return yaml.load(text, _Yaml)


class _Yaml(yaml.SafeLoader):
    yaml_implicit_resolvers = {  # noqa: RUF012 (PyYAML's own form)
        sign: [one for one in found if "timestamp" not in one[0]]
        for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.mark.parametrize("path", schemas_page.schema_files(), ids=lambda path: path.stem)
def test_a_json_schema_is_one(path: Path):
    Draft7Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def front_matters() -> Iterator[tuple[str, str]]:
    """Give the schema and the YAML of each file of `content/` and `tests/sites/`."""
    for root in (PROJECT / "content", *SITES.iterdir()):
        by_schema = files_of(root)
        paths = [path for found in by_schema.values() for path in found]
        assert len(set(paths)) == len(paths)
        for schema, found in by_schema.items():
            for path in found:
                name = path.relative_to(root).as_posix()
                if path.suffix == ".yml":
                    yield schema, path.read_text(encoding="utf-8")
                else:
                    yield schema, read_source(root, name, name, Diagnostics()).front or "{}"


def test_all_files_that_build_are_valid():
    read = []
    for schema, text in front_matters():
        try:
            value = as_editors_have_it(text)
        except (yaml.YAMLError, ValueError):
            continue  # our reading is more lenient than YAML
        read.append(schema)
        assert [error.message for error in validator(schema).iter_errors(value)] == [], text
    assert len(read) > 150
    assert len(set(read)) == len(json_schemas())


TAKEN = {
    "evenement": """
        {debut: 2026-12-12, statut: PREVU, fin: }
        {Début: 2026-12-12 18:30, statut: " Annulé"}
        {start: 12/12/2026, tarif: 5, published: off, affiche: {path: images/a.jpg}}
        {dates: [2026-12-12, {Debut: 2027-01-12, statut: reporte}], tags: a, lieu: 12}
        {debut: 2026-12-12, statut: "", published: "", inscription: "", tags: "", dates: ""}
        {reporte_du: 2026-12-12, date: 2026-12-13, inscription: HTTPS://exemple.fr, autre: [1]}
    """,
    "acteur": "{Nom: 3, rôle: Coopératives}\n{nom: A, role: partenaire, depuis: 2005}",
    "univers": "{}\n{order: '3', couleur: Mer}",
    "page": "{order: 1.5, parent: false, auteur: {name: A}, draft: oui, image: 3}",
    "actualite": "{categories: Vie du lieu, lang: 3, status: skip}",
    "config": "{agenda: non, menu: [{libelle: A, adresse: a.md}], reseaux: https://exemple.fr/@a}",
}
REFUSED = {
    "evenement": """
        {}
        {debut: 2026-12-12, statut: complt}
        {debut: 2026-12-12, inscription: www.exemple.fr}
        {debut: 2026-12-12, published: faux}
        {debut: [2026-12-12]}
        {dates: 2026-12-12}
        {dates: [{fin: 21h}]}
    """,
    "acteur": "{nom: A}\n{role: soutien}\n{nom: A, role: ami}",
    "univers": "{couleur: rouge}\n{order: premier}",
    "page": "{order: [1]}\n{in_menu: jamais}",
}


@pytest.mark.parametrize("cases", [TAKEN, REFUSED], ids=["taken", "refused"])
def test_json_schemas_refuse_what_a_build_refuses(cases: dict):
    for kind, lines in cases.items():
        for line in lines.strip().splitlines():
            value = as_editors_have_it(line)
            assert validator(f"docs/schemas/{kind}.json").is_valid(value) == (cases is TAKEN), line


def words(field: Field) -> list[str]:
    """Return the words that a key takes, in other spellings too."""
    found = input_of(field.read).choices
    decomposed = [unicodedata.normalize("NFD", word.upper()) for word in found]
    return [*found, *map(str.upper, found), *map(plain, found), *decomposed]


SOME = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 2100),
    st.sampled_from(["oui", "no", "https://exemple.fr/a", "images/a.jpg", "21h", "1.5"]),
    st.text("aé12: ,-", max_size=9),
)


def refused(kind: str, key: str, field: Field, value: object) -> list[str]:
    """Return what a schema tells of a value that the reader of its key takes."""
    written = json.dumps(value, ensure_ascii=False)
    if read(key, field, written) != []:
        return []
    known = validator(f"docs/schemas/{kind}.json").schema["properties"]
    told = Draft7Validator(known[key]).iter_errors(as_editors_have_it(written))
    return [error.message for error in told]


@given(
    one=st.sampled_from(FIELDS),
    value=st.one_of(SOME, st.lists(SOME, max_size=3), st.dictionaries(st.just("path"), SOME)),
)
def test_a_json_schema_takes_what_a_reader_takes(one: tuple[str, str, Field], value: object):
    assert refused(*one, value) == []


@each_field
def test_a_json_schema_takes_words_in_any_spelling(kind: str, key: str, field: Field):
    for word in words(field):
        assert read(key, field, word) == refused(kind, key, field, word) == []
