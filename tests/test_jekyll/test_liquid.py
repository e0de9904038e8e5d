"""The small Liquid: what it carries out, and on which line it refuses."""

from dataclasses import replace

import pytest

from core.diagnostics import Diagnostics
from jekyll.liquid import renderer
from jekyll.liquid.renderer import Scope, render_liquid
from jekyll.liquid.scope import format_date

POSTS = [{"title": "Un", "url": "/1.html"}, {"title": "Deux", "url": "/2.html"}]
SCOPE = Scope(
    {"site": {"title": "Site", "posts": POSTS}, "page": {"title": "Page", "date": None}},
    {"link": lambda name: f"</{name}>"},
    {"relative_url": lambda value: f"/base{value}"},
)


def render(text: str) -> str:
    diagnostics = Diagnostics()
    rendered = render_liquid(text, SCOPE, "x.md", 1, diagnostics)
    assert not diagnostics.found
    return rendered


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        pytest.param("{% link a b%c (1).png %}", "</a b%c (1).png>", id="percent in a name"),
        pytest.param("{%link a.png%}", "</a.png>", id="no spaces"),
        pytest.param("x \n{%- link a -%}\n y", "x</a>y", id="white space trimmed"),
        pytest.param("{{ page.title }}{{page.date}}", "Page", id="outputs, nothing for null"),
        pytest.param("{{ '/feed.xml' | relative_url }}", "/base/feed.xml", id="filter"),
        pytest.param('{{ "a | b" | relative_url }}', "/basea | b", id="a bar in a text"),
        pytest.param("{% raw %}{{ x }}{% y %}{% endraw %}.", "{{ x }}{% y %}.", id="raw"),
        pytest.param("a{% comment %}{% x %}{% endcomment %}b", "ab", id="comment"),
        pytest.param(
            "{% for p in site.posts %}<{{p.title}} {{p.url | relative_url}}>{% endfor %}",
            "<Un /base/1.html><Deux /base/2.html>",
            id="loop",
        ),
        pytest.param("{% for p in site.posts limit:1 %}x{% endfor %}", "x", id="limit"),
        pytest.param("100 % {a} {b: {c}}", "100 % {a} {b: {c}}", id="no Liquid"),
    ],
)
def test_rendering(text: str, rendered: str):
    assert render(text) == rendered


def test_a_refusal_names_its_line_and_the_rest_is_still_told():
    diagnostics = Diagnostics()
    text = "a\n{% raw %}\n\n{% endraw %}{% if x %}\n{{ page.\ntitre }}\n{% endraw %}"
    render_liquid(text, SCOPE, "x.md", 10, diagnostics)
    assert [
        (diagnostic.line, diagnostic.message.split(" »")[0]) for diagnostic in diagnostics.errors
    ] == [
        (13, "la balise « {% if x %}"),
        (14, "« {{ page.\ntitre }}"),
        (16, "la balise « {% endraw %}"),
    ]


@pytest.mark.parametrize(
    ("text", "told", "rendered"),
    [
        pytest.param(
            "{% for a in site.posts %}{% for b in x %}{{ b }}{% endfor %}{{ a.title }}{% endfor %}",
            ["{% for b in x %}"],
            "#Un#Deux",
            id="a loop in a loop",
        ),
        pytest.param(
            "{% case m %}{% when 1 %}a{% else %}{{ m }}{% endcase %}b",
            ["{% case m %}"],
            "#b",
            id="a choice",
        ),
        pytest.param(
            "{% if a %}b{% elsif c %}{% link d %}{% else %}{{ e }}{% endif %}",
            ["{% if a %}", "{{ e }}"],
            "#b</d>#",
            id="a condition, whose texts are the page's",
        ),
        pytest.param(
            "{% highlight css %}\na {b: c}\n{{ d }}{% endhighlight %}",
            ["{% highlight css %}"],
            "#",
            id="code",
        ),
        pytest.param("{% else %}{% endif %}", ["{% else %}", "{% endif %}"], None, id="no block"),
        pytest.param(
            "{% for a in site.posts %}{% else %}b{% endfor %}",
            ["{% else %}"],
            None,
            id="a loop with another end",
        ),
    ],
)
def test_what_is_refused_of_a_block_is_told_once(text, told, rendered):
    diagnostics = Diagnostics()
    written = render_liquid(text, SCOPE, "x.md", 1, diagnostics)
    assert [
        diagnostic.message.split("« ")[1].split(" »")[0] for diagnostic in diagnostics.found
    ] == told
    assert rendered is None or written == rendered


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("%d/%m/%Y", "05/02/2024"),
        ("%-d %B %y", "5 February 24"),
        ("%e %b %A %a", " 5 Feb Monday Mon"),
        ("100%%", "100%"),
    ],
)
def test_dates_do_not_depend_on_the_locale(form: str, words: str):
    from datetime import date

    assert format_date(date(2024, 2, 5), form) == words


@pytest.mark.parametrize(
    "text", ["{{ 'a' " + "| append: page.title " * 9 + "}}", "{{ page.title }}" * 9]
)
def test_nothing_can_write_without_end(text):
    scope, diagnostics = replace(SCOPE, variables={"page": {"title": "a" * 200_000}}), Diagnostics()
    render_liquid(text, replace(scope, filters={"append": "{}{}".format}), "x.md", 1, diagnostics)
    (diagnostic,) = diagnostics.errors
    assert diagnostic.code == "liquid-demesure"
    assert len(str(diagnostic)) < 500


def test_a_loop_cannot_write_without_end():
    diagnostics = Diagnostics()
    text = "{% for p in site.posts %}" + "a" * 600_000 + "{% endfor %}"
    render_liquid(text, SCOPE, "x.md", 1, diagnostics)
    assert [str(diagnostic) for diagnostic in diagnostics.errors] == [
        "x.md:1 : « {% for p in site.posts %} » : ce que les balises écrivent est démesuré. "
        "Retirez-en."
    ]


@pytest.mark.parametrize(
    ("depth", "inside"),
    [(20, ""), (20, "{{ page.date }}"), (400, "x"), (3000, "{% comment %}x{% endcomment %}")],
)
def test_loops_in_loops_cannot_turn_without_end(depth, inside, monkeypatch):
    monkeypatch.setattr(renderer, "MAXIMUM_STEPS", 30_000)
    diagnostics = Diagnostics()
    text = "{% for p in site.posts %}" * depth + inside + "{% endfor %}" * depth
    render_liquid(f"\n{text}\n{text}", SCOPE, "x.md", 1, diagnostics)
    assert [str(diagnostic) for diagnostic in diagnostics.errors] == [
        "x.md:2 : « {% for p in site.posts %} » : les boucles de ce texte font trop de tours. "
        "Sortez cette boucle des autres, ou bornez-les : limit:10, par exemple."
    ]
    assert diagnostics.errors[0].code == "liquid-boucle-demesuree"


def test_loops_turn_over_many_posts():
    posts = [{"title": "Un", "url": "/1.html"}] * 5000
    scope = replace(SCOPE, variables={"site": {"posts": posts}})
    loop = "{% for p in site.posts %}\n- [{{ p.title }}]({{ p.url }})\n{% endfor %}"
    diagnostics = Diagnostics()
    render_liquid(loop * 2, scope, "x.md", 1, diagnostics)
    assert not diagnostics.found


def test_loops_that_write_and_turn_without_end_are_told_once():
    posts, diagnostics = [{"title": "Un" * 50}] * 25, Diagnostics()
    scope = replace(SCOPE, variables={"site": {"posts": posts}})
    text = "{% for p in site.posts %}" * 8 + "{{ p.title }}" + "{% endfor %}" * 8
    render_liquid(text, scope, "x.md", 1, diagnostics)
    assert [diagnostic.code for diagnostic in diagnostics.errors] == ["liquid-demesure"]
