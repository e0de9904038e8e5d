"""YAML as members write it: what other loaders were seen to get wrong."""

import contextlib

import pytest

from content_types.commons.files import ACTOR, UNIVERSE
from content_types.commons.plugin import NEWS
from content_types.events import visit
from content_types.events.event_file import EVENT
from core.diagnostics import ContentError, Diagnostic, Diagnostics
from jekyll.front_matter import Value, parse_mapping, shared_keys, types
from jekyll.front_matter.data_types import line, postal_address
from jekyll.front_matter.lenient_values import LIST_KEYS, TEXT_KEYS
from jekyll.site import config_schema
from jekyll.site import schemas as schema


def parse(text: str) -> dict[str, Value]:
    diagnostics = Diagnostics()
    values = parse_mapping(text, "x.md", diagnostics, first_line=2)
    assert not diagnostics.found
    return values


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param('"Accueil"', "Accueil", id="quotes are not part of it"),
        pytest.param("18:30", "18:30", id="an hour is not 1110"),
        pytest.param("2025", "2025", id="a year stays text"),
        pytest.param("1.10", "1.10", id="a number keeps its zero"),
        pytest.param("yes", "yes", id="yes stays a word"),
        pytest.param("L’été, c'est là", "L’été, c'est là", id="apostrophes"),
        pytest.param('"dit \\"oui\\""', 'dit "oui"', id="escaped quotes"),
        pytest.param("'l''été'", "l'été", id="doubled quote"),
        pytest.param("a # b", "a", id="comment"),
        pytest.param("a#b", "a#b", id="sign in a word"),
    ],
)
def test_a_scalar_is_the_text_that_was_typed(written: str, read: str):
    assert parse(f"title: {written}\n")["title"].content == read


MEANT = """Une nouvelle : la suite|"Le bal" du samedi|'A' et b|@nous|%5 de plus|`code`|*Fête* ici
*Fête*|& co|&co ensemble|! Attention|!important|!|[Annulé] Fête|[Annulé|{x|{{ x }} a|- un|? quoi
> 50 ans|>50 ans|Atelier :|Atelier:|"A" : b|--- a|C'est "ça" : oui|a: b: c|] a|, a|* un : *deux*"""


@pytest.mark.parametrize("written", MEANT.replace("\n", "|").split("|"))
@pytest.mark.parametrize("after", ["", "\norder: 2\n", "\n# fin\n", "\n\n"])
def test_a_text_that_has_one_meaning_is_read_as_written(written: str, after: str):
    assert parse(f"nom: 1\nRésumé: {written}{after}")["Résumé"].content == written


@pytest.mark.parametrize("written", ["! 'Un : \"deux\" & trois'", '! "Un : \\"deux\\" & trois"'])
def test_the_quotes_of_old_exporters_are_quotes(written: str):
    assert parse(f"title: {written}\norder: 1")["title"].content == 'Un : "deux" & trois'


def test_a_no_break_space_after_the_colon_is_a_space():
    assert parse("title:\u00a0Contact\norder: 1")["title"].content == "Contact"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: a : b # c", id="a comment, or not"),
        pytest.param("title: 'L'été'", id="quotes at both ends"),
        pytest.param('title: "Dire "oui""', id="quotes inside quotes"),
        pytest.param("title: 'Tis", id="a quote left open"),
        pytest.param("title: a : b\n  c", id="a line that goes on"),
        pytest.param("title: [a\n  b", id="a bracket that goes on"),
        pytest.param("title: &a x\nlieu: *a", id="an anchor and its alias"),
        pytest.param("title: a : b\n- c", id="a list below"),
        pytest.param("order: a : b", id="a key that is no text"),
        pytest.param("autre: a : b", id="a key of nobody's"),
        pytest.param("dates:\n  - lieu: a : b", id="a key inside another"),
        pytest.param("title: a \x07: b", id="a control character"),
    ],
)
def test_what_could_mean_two_things_is_told(text: str):
    assert errors_of(text)


def errors_of(text: str) -> list[Diagnostic]:
    """Return the errors told of a text, which is read as far as it can be, or given up."""
    diagnostics = Diagnostics()
    with contextlib.suppress(ContentError):
        parse_mapping(text, "x.md", diagnostics, first_line=2)
    return diagnostics.errors


def test_the_rest_is_read_without_a_line_that_does_not_parse():
    diagnostics = Diagnostics()
    values = parse_mapping("a: 1\nb: [x\n  y\nc: 2\nd: x\n", "x.md", diagnostics)
    read = {key: value.content for key, value in values.items()}
    assert read == {"a": "1", "c": "2", "d": "x"}
    assert [diagnostic.line for diagnostic in diagnostics.errors] == [2]


def test_a_text_of_which_too_many_lines_do_not_parse_is_given_up():
    with pytest.raises(ContentError):
        parse_mapping("a: [\nb: [\nc: [\nd: [\n", "x.md", Diagnostics())


def test_a_text_that_is_huge_is_given_up():
    (diagnostic,) = errors_of("title: " + "a" * 100_000)
    assert (diagnostic.line, diagnostic.code) == (2, "yaml-demesure")


def test_other_lines_are_told_as_they_are_written():
    diagnostics = errors_of("title: Un : deux\norder: [1\n")
    assert str(diagnostics[0]).startswith("x.md:3 : cette ligne ne se lit pas : « order: [1 »")


@pytest.mark.parametrize(
    ("text", "line", "left_out"),
    [
        ("order: 1\ntitle: Sujet #1", 3, "#1"),
        ("title: #1 du concours", 2, "#1 du concours"),
        ('title: "Sujet" #1', 2, "#1"),
        ("tags: #énergie, #partage", 2, "#énergie, #partage"),
        ("tags: [énergie] #partage", 2, "#partage"),
        ("tags:\n  - énergie\n  - #partage", 4, "#partage"),
    ],
)
def test_what_yaml_takes_for_a_comment_is_told(text: str, line: int, left_out: str):
    diagnostics = Diagnostics()
    parse_mapping(text, "x.md", diagnostics, first_line=2)
    assert [(diagnostic.line, diagnostic.severity) for diagnostic in diagnostics.found] == [
        (line, "warning")
    ]
    assert f"« {left_out} »" in diagnostics.found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "title: Sujet # le mien",
        'title: "Sujet #1"',
        "title: Sujet n°1#a",
        "order: 2 #deuxième",
        "#title: A",
        "dates:\n  - 2026-03-12 #le bal",
        "description: |\n  Le #1 du\n  #2",
        "title: Sujet #!",
    ],
)
def test_a_comment_is_one(text: str):
    parse(text)


def test_the_keys_of_texts_and_of_lists_are_those_of_the_schemas():
    read_as = {
        TEXT_KEYS: {line, postal_address, types.text, visit.ages, visit.carpool},
        LIST_KEYS: {
            shared_keys.people,
            types.text_list,
            schema._words,
            schema._key_words,
            schema._category,
            config_schema._patterns,
            visit.access,
            visit.languages,
        },
    }
    kinds = (schema.PAGE, schema.POST, config_schema.CONFIG, EVENT, UNIVERSE, ACTOR, NEWS)
    for keys, readers in read_as.items():
        fields = [(k, f) for kind in kinds for k, f in kind.fields.items() if f.read in readers]
        found = {name for key, field in fields for name in (key, *field.aliases)}
        assert found - {"layout"} == keys


def test_a_key_named_yes_is_a_key():
    assert list(parse("yes: 1\nno: 2\n")) == ["yes", "no"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: a\nin_menu: [oui\n", "3 : « in_menu: [oui ». Écrivez in_menu: [oui]"),
        (
            "tags: [#bal, #été]\nauteur: Ada\n",
            "2 : « tags: [#bal, #été] ». Écrivez tags: [bal, été]",
        ),
        ("exclude: [*.pdf]\n", "2 : « exclude: [*.pdf] ». Écrivez exclude: ['*.pdf']"),
        ("- {a: 1, b: 2\n", "2 : « - {a: 1, b: 2 ». Écrivez - {a: 1, b: 2}"),
        ("tags:\n• bal\n• été\n", "4 : « • été ». Écrivez « - été »"),
        ("tags:\n-bal\n-été\n", "4 : « -été ». Écrivez « - été »"),
        ("tags:\n* bal\n* été\n", "3 : « * bal ». Écrivez « - bal »"),
        ("title: a\n- bal\n", "3 : « - bal ». Une liste va sous une clé"),
        ("title: a\n// pour moi\n", "3 : « // pour moi ». Une remarque commence par « # »"),
        ("<<<<<<< HEAD\ntitle: A\n=======\n", "2 : « <<<<<<< HEAD ». C'est un conflit de Git"),
        ("resume: Un bal\nà la Grange\nlayout: page\n", "3 : « à la Grange ». Chaque ligne doit"),
        ("title = Un bal\nlayout: page\n", "2 : « title = Un bal ». Écrivez title: Un bal"),
    ],
)
def test_a_line_that_is_no_yaml_is_told_with_what_to_write(text: str, told: str):
    first = str(errors_of(text)[0]).replace("cette ligne ne se lit pas : ", "")
    assert first.startswith(f"x.md:{told}")


def test_values_know_their_line():
    values = parse("title: A\n\norder: 2\n")
    assert [(key, value.line) for key, value in values.items()] == [("title", 2), ("order", 4)]


@pytest.mark.parametrize("written", ["", "~", "null", "Null"])
def test_null_in_each_of_its_spellings(written: str):
    assert parse(f"order: {written}\n")["order"].is_null


def test_the_quoted_text_null_is_no_null():
    assert not parse('title: "null"\n')["title"].is_null


@pytest.mark.parametrize("text", ["", "# rien\n", "\n\n"])
def test_no_keys(text: str):
    assert parse(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: " + "[" * 5000, id="brackets without end"),
        pytest.param("a: &x [1]\nb: [*x, *x]\n", id="aliases"),
        pytest.param("a: " + "x" * 200_000, id="very long"),
        pytest.param("? [a]\n: b\n", id="a key that is a list"),
        pytest.param("a: !!python/object:os.system x\n", id="a tag"),
        pytest.param("a: \x07\n", id="a control character"),
    ],
)
def test_hostile_yaml_is_told_in_few_diagnostics(text: str):
    diagnostics = errors_of(text)
    assert 1 <= len(diagnostics) <= 3
    assert diagnostics[0].line >= 2
