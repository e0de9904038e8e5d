"""French spaces: what is written and what is read; `~` is a no-break space, `_` a narrow one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from core.french.typography import NARROW, NO_BREAK, french_spaces, space_body


def shown(text: str) -> str:
    return text.replace("&nbsp;", "~").replace(NO_BREAK, "~").replace(NARROW, "_")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Venez !", "Venez_!"),
        ("Venez!", "Venez_!"),
        ("Quoi ?! Oui ; non", "Quoi_?! Oui_; non"),
        ("Note : b, et note: c", "Note~: b, et note~: c"),
        ("« mot » et «mot»", "«~mot~» et «~mot~»"),
        (" ! après une balise", "_! après une balise"),
        ("10 000 € ou 5 %", "10_000~€ ou 5~%"),
        ("18:30, a:b, x ;-)", "18:30, a:b, x_;-)"),
        ("04 67 12 34 56", "04 67 12 34 56"),
        ("en 2025 300 personnes", "en 2025 300 personnes"),
        ("voir https://a.fr/?b=c;d puis : e", "voir https://a.fr/?b=c;d puis~: e"),
        ("a@b.fr : moi", "a@b.fr~: moi"),
        ("C'est 18 h 30, n° 3", "C’est 18~h~30, n°~3"),
        ("12h 30, 9 h 05, 5 h 4, 3 h 90", "12h~30, 9~h~05, 5~h 4, 3~h 90"),
        ("p. 12, pp. 3-4, N° 4, stop. 12", "p.~12, pp.~3-4, N°~4, stop. 12"),
        ("'a' l'été 'b'", "'a' l’été 'b'"),
        ("", ""),
    ],
)
def test_spaces(written, read):
    assert shown(french_spaces(written)) == read
    assert french_spaces(french_spaces(written)) == french_spaces(written)


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<p>« <i>a</i> » !</p>", "<p>«~<i>a</i>~»_!</p>"),
        ("<p><code>a ? b</code> : c</p>", "<p><code>a ? b</code>~: c</p>"),
        ("<pre>a : b</pre>", "<pre>a : b</pre>"),
        ("<p lang='en'>Hi ! <b>You !</b></p>", '<p lang="en">Hi ! <b>You !</b></p>'),
        ("<p lang='en'>a ! <b lang=fr>b !</b></p>", '<p lang="en">a ! <b lang="fr">b_!</b></p>'),
        ("<p lang='fr-CA'>a !</p>", '<p lang="fr-CA">a_!</p>'),
        ('<a href="/a?b : c" title="d !">e !</a>', '<a href="/a?b : c" title="d !">e_!</a>'),
        ("<p>&lt;b&gt; : &amp; !</p>", "<p>&lt;b&gt;~: &amp;_!</p>"),
        ("<script>a ? b : c</script>", "<script>a ? b : c</script>"),
    ],
)
def test_only_texts_change(body, read):
    tree = LexborHTMLParser(body, is_fragment=True)
    space_body(tree)
    assert shown(tree.html) == read


def test_a_body_in_another_language_has_french_where_it_says_so():
    tree = LexborHTMLParser("<p>Hi ! <i lang=fr>Toi !</i></p>", is_fragment=True)
    space_body(tree, is_in_french=False)
    assert shown(tree.html) == '<p>Hi ! <i lang="fr">Toi_!</i></p>'


@given(st.text(alphabet="ab1 :;!?«»~<&\n€€/@.()", max_size=40))
def test_nothing_but_spaces_changes(text):
    def signs(of: str) -> str:
        return "".join(of.replace(NARROW, " ").split())

    assert signs(french_spaces(text)) == signs(text)
