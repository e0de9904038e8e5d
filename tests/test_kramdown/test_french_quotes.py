"""Straight quotation marks: French where the text is, kramdown's elsewhere; `~` is no-break."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.french.quotes import french_quotes
from jekyll.kramdown.extension import make_converter
from support import built_site, page, read_page

CONVERTER = make_converter(french_quotes=True)


def read(text: str) -> str:
    return CONVERTER.reset().convert(text).strip().replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('Il dit "oui", "non".', "Il dit «~oui~», «~non~»."),
        ('"Venez !" dit-elle', "«~Venez !~» dit-elle"),
        ('("a"), l\'"École"', "(«~a~»), l’«~École~»"),
        ("l'\"abri\" d'eux", "l’«~abri~» d’eux"),
        ('"...puis" et "à\nla ligne"', "«~…puis~» et «~à\nla ligne~»"),
        ('"**a** _b_ `c`"', "«~<strong>a</strong> <em>b</em> <code>c</code>~»"),
        ('"[*X*](/x)"', '«~<a href="/x"><em>X</em></a>~»'),
        ('*"a"* ["b"](/x)', '<em>«~a~»</em> <a href="/x">«~b~»</a>'),
        ('"un "deux" trois"', "«~un “deux” trois~»"),
        ('« un "deux" trois » "quatre"', "« un “deux” trois » «~quatre~»"),
        ("\"l'été\" et 'l'hiver'", "«~l’été~» et ‘l’hiver’"),
        ('15" ou "15', "15” ou “15"),
        ('« a "b » c "d"', "« a “b » c «~d~»"),
        ('\\"a\\" &quot;b&quot; "c"', '"a" &quot;b&quot; «~c~»'),
        ('`"a"` <kbd>"b"</kbd> "c"', '<code>"a"</code> <kbd>"b"</kbd> «~c~»'),
        ('<b title="a">"b"</b>', '<b title="a">«~b~»</b>'),
        ('<i lang="en">"a"</i> "b"', '<i lang="en">“a”</i> «~b~»'),
        ('*"a"*{: lang="en"} "b"', '<em lang="en">“a”</em> «~b~»'),
        ("“déjà” «là»", "“déjà” «là»"),
    ],
)
def test_quotations(written: str, shown: str):
    assert read(written) == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('# Le "bal"', '<h1 id="le-bal">Le «~bal~»</h1>'),
        ('"a"\n{: lang="en"}', '<p lang="en">“a”</p>'),
        ('<div lang="en" markdown="1">\n"a"\n</div>', '<div lang="en"><p>“a”</p>\n</div>'),
        ('<div>"a"</div>', '<div>"a"</div>'),
        ('    "a"', '<pre><code>"a"\n</code></pre>'),
    ],
)
def test_blocks(written: str, shown: str):
    assert read(written) == shown


@given(st.text(alphabet="ab \"'«»1()*`.\n", max_size=40))
def test_nothing_but_marks_changes(text: str):
    """Each straight mark becomes one mark, with its space, or stays as kramdown has it."""

    def bare(shown: str) -> str:
        return "".join(c for c in shown if c not in "“”‘’\"'«»\u00a0")

    usual, french = (make_converter(french_quotes=it).convert(text) for it in (False, True))
    assert bare(usual) == bare(french)
    assert len(french_quotes(text).replace("\u00a0", "")) == len(text)


SAID = page('title: Le "grand" bal', 'On dit : "venez" !\n')
FILES = {
    "index.md": page("title: Accueil"),
    "a.md": SAID,
    "en.md": page('title: The "big" one\nlang: en', '"Come"\n'),
    "html.html": page("title: HTML\nlayout: page", '<p title="a">"b"</p>'),
    "_posts/2026-01-02-c.md": '# Une "fête"\n\nTexte.\n',
}
FRENCH = ("Le «~grand~» bal", "On dit~: «~venez~»_!", "Une «~fête~»")
ENGLISH = ('Le "grand" bal', "On dit~: “venez”_!", "Une “fête”")


@pytest.mark.parametrize(
    ("config", "shown"),
    [
        ("title: Le site", FRENCH),
        ("guillemets: français\ntheme: mimoza", FRENCH),
        ("guillemets: anglais", ENGLISH),
        ("remote_theme: scribouilli/mimoza", ENGLISH),
        ("markdown: kramdown", ENGLISH),
        ("plugins: []", ENGLISH),
    ],
)
def test_which_sites_have_them(tmp_path: Path, config: str, shown: tuple[str, str, str]):
    output = built_site(tmp_path, {**FILES, "_config.yml": f"{config}\n"})

    def words(name: str, part: str) -> str:
        text = read_page(output, name).css_first(f"main {part}").text().strip()
        return text.replace("\u00a0", "~").replace("\u202f", "_")

    post = "2026/01/02/c.html"
    assert (words("a.html", "h1"), words("a.html", "p"), words(post, "h1")) == shown
    assert (words("en.html", "h1"), words("en.html", "p")) == ("The “big” one", "“Come”")
    assert words("html.html", "p") == '"b"'
