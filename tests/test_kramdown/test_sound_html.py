"""HTML that is kept as it is gives the page that reading it tag by tag gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jekyll.kramdown import html_blocks
from jekyll.kramdown.extension import make_converter
from jekyll.kramdown.html_blocks import sound_end
from jekyll.rendering.body import finish_body

PIECES = [
    *"<table> <tr> <td> </td> </tr> </table> <ul> <li> </li> </ul> <p> </p> <b> </b> <br>".split(),
    *"<br/> <svg> </svg> <p/> <B> </B> & &amp; &copy < > ` *a* <!-- --> {: .x} </a> </div>".split(),
    *("<script>a<b</script>", "</td x>", "<td>a</td>", "<p>é &#233; > b</p>", '<p class="x">'),
    *('<a href="/a?b=1&amp;c" title="d\ne">', '<td id="a" id="b">', '<div markdown="1">'),
    *("<img alt='a'>", '<img alt="« a »" />', "\n", "\n\n"),
]


def _made(text: str, *, as_written: bool) -> str:
    html = make_converter(as_written=as_written).convert(text)
    # Signs of a text are escaped or not: a reader of HTML has the same ones.
    return html.replace("&gt;", ">") if as_written else finish_body(html, True).html


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["<div>", "<td>"])
)
def test_the_page_is_that_of_every_tag_read(text: str, first: str):
    text = first + text
    with pytest.MonkeyPatch.context() as every_tag:
        every_tag.setattr(html_blocks, "sound_end", lambda text, start, holder: (start, len(text)))
        read = [_made(text, as_written=is_written) for is_written in (False, True)]
    assert [_made(text, as_written=is_written) for is_written in (False, True)] == read


@pytest.mark.parametrize(
    ("odd", "most"), [("", 2), ('<p markdown="1">*a*</p>', 9), ("<!-- a -->", 9), ("& a", 9)]
)
def test_of_thousands_of_cells_those_beside_what_is_odd_are_read(monkeypatch, odd: str, most: int):
    read = []
    match = html_blocks.match_tag
    monkeypatch.setattr(html_blocks, "match_tag", lambda *at: read.append(at) or match(*at))
    rows = ["<tr>" + "<td>a</td>" * 60 + "</tr>\n" for _ in range(50)]
    rows[20] = f"<tr><td>a</td><td>{odd}</td><td>b</td></tr>\n"
    make_converter().convert(f"<table>\n{''.join(rows)}</table>\n")
    assert len(read) <= most


@pytest.mark.parametrize("sign", ["<b>", "<b>a</b>&", "<td>a</td><!-- -->", "<p>a</p></i>", "<b/>"])
def test_a_text_is_gone_through_once(monkeypatch, sign: str):
    """What reading stopped at is not looked for again from each tag before it."""
    gone = []

    def counted(text: str, start: int, holder: str) -> tuple[int, int]:
        end, stop = sound_end(text, start, holder)
        gone.append(stop - start)
        return end, stop

    monkeypatch.setattr(html_blocks, "sound_end", counted)
    text = f"<div>{sign * 300}"
    make_converter().convert(text)
    assert sum(gone) <= len(text)


def test_names_and_attributes_are_those_that_are_written_alike():
    held = "<table><tr><td>a</td></tr></table>"
    assert sound_end(held + "<TR>", 0) == (len(held), len(held))
    for odd in ('<p id="a" id="b">', "<p/>", '<p markdown="1">', "<p id=a>", "<script>", "<wbr>"):
        assert sound_end(odd, 0) == (0, 0)
