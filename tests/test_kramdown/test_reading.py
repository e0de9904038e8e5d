"""Markdown read as kramdown does, case by case (the dialect, section 9)."""

import json
import re
import subprocess
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from jekyll.kramdown.extension import make_converter
from jekyll.rendering.body import finish_body
from support import require


def body(text: str) -> str:
    """Return the finished body of a text."""
    return finish_body(make_converter().convert(text), may_bring_title=True).html


def read(text: str) -> str:
    """Return the finished body of a text, white space between tags left out."""
    return re.sub(r">\s+|\s+(?=<)", lambda found: found[0].strip(), body(text))


CASES = {
    "list glued to a paragraph": ("t\n- a\n- b", "<p>t</p><ul><li>a</li><li>b</li></ul>"),
    "numbers glued to a paragraph": ("t\n1. a", "<p>t</p><ol><li>a</li></ol>"),
    "two-space nesting": ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    "three-space nesting": ("- a\n   - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "numbers begin at 1": ("5. x\n  - y", "<ol><li>x<ul><li>y</li></ul></li></ol>"),
    "mixed signs, one list": ("* a\n+ b\n- c", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
    "lazy line": ("- a\nb\n- c", "<ul><li>a\nb</li><li>c</li></ul>"),
    "loose list": ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    "two paragraphs": ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
    "code in a list": ("- a\n  ```\n  c\n  ```", "<ul><li>a<pre><code>c</code></pre></li></ul>"),
    "list in code": ("```\nx\n- a\n```", "<pre><code>x\n- a</code></pre>"),
    "list in a quotation": (
        "> - a\n> - b",
        "<blockquote><ul><li>a</li><li>b</li></ul></blockquote>",
    ),
    "glued heading": ("t\n## T\n- a", '<p>t</p><h2 id="t">T</h2><ul><li>a</li></ul>'),
    "glued quotation": ("t\n> c", "<p>t</p><blockquote><p>c</p></blockquote>"),
    "no space after the signs": ("##T", "<p>##T</p>"),
    "no-break space after the signs": ("##\u00a0T", "<p>##&nbsp;T</p>"),
    "between two rules": ("---\nPour info\n---", "<hr><p>Pour info</p><hr>"),
    "underlined": ("Titre\n---\nx", '<h2 id="titre">Titre</h2><p>x</p>'),
    "hard breaks": ("a  \nb\\\nc", "<p>a<br>b<br>c</p>"),
    "raw block": ('<p class="encart">**g**</p>', '<p class="encart">**g**</p>'),
    "ends that HTML lets out": (
        "<ul>\n<li>a\n<li>b\n</ul>\n\n*c*",
        "<ul><li>a</li><li>b</li></ul><p><em>c</em></p>",
    ),
    "ends let out in a table": (
        "<table><thead><tr><th>a<th>b</thead>\n<tr><td>c<td>d</table>\n\n*e*",
        '<div class="table" role="region" tabindex="0" aria-label="Tableau 1"><table><thead><tr>'
        "<th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table></div>"
        "<p><em>e</em></p>",
    ),
    "ends let out in a text": (
        "a <select><option>b<option>c</select> *d*",
        "<p>a<select><option>b</option><option>c</option></select><em>d</em></p>",
    ),
    "a list in an item without an end": (
        "<ul><li>a<ul><li>b<li>c</ul><li>d</ul>",
        "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>",
    ),
    "raw division": ("<div>\n\n**g**\n\n</div>", "<div>**g**</div>"),
    "link in a paragraph": (
        ' <a class="bouton">**g**</a>',
        '<p><a class="bouton"><strong>g</strong></a></p>',
    ),
    "spaces in an address": (
        "![a](/images/f du l.jpg)",
        '<p><img alt="a" src="/images/f du l.jpg"></p>',
    ),
    "an apostrophe and parentheses in an address": (
        "[f](/L'Auberge_(film)) [b](d'ici/x) ![p](l'été (1).png) [t](a 'b' )",
        """<p><a href="/L'Auberge_(film)">f</a><a href="d'ici/x">b</a>"""
        """<img alt="p" src="l'été (1).png"><a href="a" title="b">t</a></p>""",
    ),
    "a title with quotation marks and parentheses": (
        """[a](b "un "c" (d)") [e](f\n'g')""",
        '<p><a href="b" title="un &quot;c&quot; (d)">a</a><a href="f" title="g">e</a></p>',
    ),
    "a note that is not called": ("t\n\n[^b]: x", "<p>t</p>"),
    "attributes of a link": (
        '[x](y){:target="_blank"}',
        '<p><a href="y" target="_blank">x</a></p>',
    ),
    "attributes of a paragraph": ("p\n{: .encart}", '<p class="encart">p</p>'),
    "braces without colon": ("**a**{b} {c}", "<p><strong>a</strong>{b} {c}</p>"),
    "identifier of a heading": ("# T {#mien}", '<h1 id="mien">T</h1>'),
    "number without words": ("1.\n`c`", "<p>1.<code>c</code></p>"),
    "a sign that ends a heading": ("## C#\n\n## n°#", '<h2 id="c">C#</h2><h2 id="n">n°#</h2>'),
    "closing signs": ("## T ##", '<h2 id="t">T</h2>'),
    "a fence in a quotation": (
        "> ```\n> c\n> ```",
        "<blockquote><pre><code>c</code></pre></blockquote>",
    ),
    "a fence in a definition": (
        "t\n: ~~~\n  c\n  ~~~",
        "<dl><dt>t</dt><dd><pre><code>c</code></pre></dd></dl>",
    ),
    "attributes after a list": ("- a\n- b\n{: .x}", '<ul class="x"><li>a</li><li>b</li></ul>'),
    "attributes before a list": ("{: .x}\n- a", '<ul class="x"><li>a</li></ul>'),
    "attributes of an item": ("- {: .x} a\n- b", '<ul><li class="x">a</li><li>b</li></ul>'),
    "attributes of a heading": ("## T\n{: #u .x}", '<h2 class="x" id="u">T</h2>'),
    "attributes of a quotation": ("> c\n{: .x}", '<blockquote class="x"><p>c</p></blockquote>'),
    "attributes of code": ("    c\n{: .x}", '<pre><code class="x">c</code></pre>'),
    "attributes by name": ('{:r: .x lang="en"}\n\np\n{:r}', '<p class="x" lang="en">p</p>'),
    "table of contents": (
        "* x\n{:toc}\n\n# A\n\n## B\n{: .no_toc}",
        '<ul id="markdown-toc"><li><a href="#a">A</a></li></ul>'
        '<h1 id="a">A</h1><h2 class="no_toc" id="b">B</h2>',
    ),
    "table of contents of several levels": (
        "1. x\n{:toc}\n\n# A\n\n### B\n\n## C",
        '<ol id="markdown-toc"><li><a href="#a">A</a><ol><li><a href="#b">B</a></li><li>'
        '<a href="#c">C</a></li></ol></li></ol>'
        '<h1 id="a">A</h1><h3 id="b">B</h3><h2 id="c">C</h2>',
    ),
    "formulas": (
        "a $$b$$ c\n\n$$\nd\n$$",
        '<p>a<span class="math">$$b$$</span>c</p><div class="math">$$d$$</div>',
    ),
    "the number of the first note": (
        '{::options footnote_nr="5" autre="1" /}\n\na[^n]\n\n[^n]:\n    b',
        '<p>a<sup id="fnref:n"><a class="footnote-ref" href="#fn:n">5</a></sup></p>'
        '<div class="footnote"><ol start="5"><li id="fn:n"><p>b&nbsp;<a class="footnote-backref" '
        'href="#fnref:n" title="Retour à l\'appel de la note 5">↩</a></p></li></ol></div>',
    ),
    "comment": ("a {::comment}b{:/} c\n\n{::comment}\nd\n{:/comment}\n\ne", "<p>a  c</p><p>e</p>"),
    "HTML as it is": ("{::nomarkdown}\n<b>*a*</b>\n{:/}", "<b>*a*</b>"),
    "options": (
        '{::options parse_block_html="true" /}\n\n<div>\n*a*\n</div>',
        "<div><p><em>a</em></p></div>",
    ),
    "two backslashes at the end of a line": ("a\\\\\nb", "<p>a<br>b</p>"),
    "borders of a table that are words": (
        r"a | \| b | \\| c | **\|** d | **\\|** e",
        '<div class="table" role="region" tabindex="0" aria-label="Tableau 1"><table><tbody><tr>'
        "<td>a</td><td>| b</td><td>| c</td><td><strong>|</strong>d</td>"
        "<td><strong>|</strong>e</td></tr></tbody></table></div>",
    ),
    "two backslashes at the end of a definition": (
        "t\n: a\\\\\n\n  b",
        "<dl><dt>t</dt><dd>a<br><p>b</p></dd></dl>",
    ),
    "escapes": (r"\< \~ \$ \: \= \- \| \' \" \#", "<p>&lt; ~ $ : = - | ' \" #</p>"),
    "a note in a heading": (
        "## T[^1]\n\n[^1]: n",
        '<h2 id="t">T<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></h2>'
        '<div class="footnote"><ol><li id="fn:1"><p>n&nbsp;<a class="footnote-backref" '
        'href="#fnref:1" title="Retour à l\'appel de la note 1">↩</a></p></li></ol></div>',
    ),
    "apostrophes": ("d'1 € l'\"autre\" aujourd'hui", "<p>d’1 € l’“autre” aujourd’hui</p>"),
    "two paragraphs in a definition": (
        "t\n: a\n\n  b\n: c\n  - d",
        "<dl><dt>t</dt><dd>a<p>b</p></dd><dd>c<ul><li>d</li></ul></dd></dl>",
    ),
    "boxes": (
        "- [ ] a\n- [x] b",
        '<ul class="task-list"><li class="task-list-item"><input aria-label="À faire" '
        'class="task-list-item-checkbox" disabled="" type="checkbox">a</li>'
        '<li class="task-list-item"><input aria-label="Fait" checked="" '
        'class="task-list-item-checkbox" disabled="" type="checkbox">b</li></ul>',
    ),
    "a table without a heading": (
        "| a | b |\n| c | d |",
        '<div class="table" role="region" tabindex="0" aria-label="Tableau 1"><table><tbody>'
        "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table></div>",
    ),
    "a table that begins with its rule": (
        "|---|---|\n| a | `b|c` |",
        '<div class="table" role="region" tabindex="0" aria-label="Tableau 1"><table><tbody>'
        "<tr><td>a</td><td><code>b|c</code></td></tr></tbody></table></div>",
    ),
    "a border in an element makes no table": (
        '<b>a | b</b>, <a href="/x|y">c</a>',
        '<p><b>a | b</b>,<a href="/x|y">c</a></p>',
    ),
    "a border beside an element makes one": (
        "<b>a</b> | b",
        '<div class="table" role="region" tabindex="0" aria-label="Tableau 1"><table><tbody>'
        "<tr><td><b>a</b></td><td>b</td></tr></tbody></table></div>",
    ),
    "attributes that no block touches": ("{: .x}\n\np", "<p>p</p>"),
    "attributes of a box": (
        "- [ ] {: .x} a",
        '<ul class="task-list"><li class="task-list-item"><input aria-label="À faire" '
        'class="task-list-item-checkbox x" disabled="" type="checkbox">a</li></ul>',
    ),
    "a table of contents of nothing": ("* x\n{:toc}\n\np", "<p>p</p>"),
    "an image alone with its words": (
        "![a](b.jpg){:standalone}",
        '<figure><img alt="a" src="b.jpg"><figcaption>a</figcaption></figure>',
    ),
    "a heading in a link": ('<a href="x"><h2>t</h2></a>', '<a href="x"><h2 id="t">t</h2></a>'),
    "a template beside a block": (
        "<template><p>x</p></template> <div>y</div>",
        "<template><p>x</p></template><div>y</div>",
    ),
    "struck": ("~~x~~ ~ y", "<p><del>x</del>~ y</p>"),
    "bare address": ("http://a.fr a@b.fr", "<p>http://a.fr a@b.fr</p>"),
    "typography": ('l\'été "x"... -- <<y>>', "<p>l’été “x”… – «y»</p>"),
    "a custom element at the start of a line is a block": (
        'un\n\n<my-button\n  name="x"\n>\n</my-button>\n\ndeux <my-x>trois</my-x>',
        '<p>un</p><my-button name="x"></my-button><p>deux<my-x>trois</my-x></p>',
    ),
    "a choice on several lines": (
        "Oui <select>\n<option>A</option>\n</select>",
        "<p>Oui<select><option>A</option></select></p>",
    ),
}


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_reading(text: str, html: str):
    assert read(text) == html


def test_lists_of_attributes_that_name_one_another_are_read_once():
    names = [f"a{number}" for number in range(60)]
    lists = [f"{{:{one}: {other} {other} .{one}}}" for one, other in pairwise(names)]
    text = "\n".join([*lists, "{:a59: a0 .fin}", "", "p", "{:a0}"])
    assert read(text).startswith('<p class="fin a58 a57')


def test_footnotes_speak_french():
    html = read("Texte[^1].\n\n[^1]: note")
    assert "Retour à l'appel de la note 1" in html


# Texts that read as the real kramdown reads them: it is asked.
SAME = [
    "<div>\n<!-- a -->\n<p>b</p>\n</div>",
    "<div>a < b <1 c</div>",
    "a\n: b\n\nc\n: d",
    *("{:.x} t\n: a", ": a", "# T\n: a", "t\n\n\n: a", "t\n\n: a", "t\n: a\nb\n: c", "t\n: a\n\nb"),
    *("t\n: a\n\nu\n: b", "t\n: a\n^\nu\n: b", "t\n: a\n^\n: b", "t\n: a\nu\n\n: b"),
    *("t\n: {:.x}\n", "|a|b|\n|-|-|\n|c|d|\n|-|-|\n|e|f|\n|=|=|\n|g|h|", "|a|b|\n|=|=|\n|g|h|"),
    *("|:-|-:|:-:|\n|a|b|c|", "|a|b|c|\n|:-|-:|:-:|\n|d|e|", "|a|\n|-|\n|-|\n|b|", "   | a | b |"),
    *("t\n| a | b |", "`a|b`\n`c|d`", "a \\| b", "|a|\n|-|", "|=|", "{::comment}\na"),
    *("{::musique}\na\n{:/}", "{::comment /}\na", "a\n{: .x}\n{: .y}\nb", "a\n^\n{: .x}\nb"),
    *('{::nomarkdown type="latex"}\na\n{:/}\n\nb', "{: .x}\n{: .y}\na"),
    *("a {::musique} {::comment} e", 'a {::options parse_span_html="false" /}<b>*c*</b>'),
    *("a {::nomarkdown}<b>*d*</b>{:/}", "a {::comment /} b", "{::options\n/}a", "- {: .x}\n- b"),
    *("-\ta\n\n\tb", "*  \ta\n  b", "- a\n\n* * *\n\nb", "- a\n^\n- b", "- - a\n  - b\n- c"),
    *("1. a\n   - b\n- c", "-\n- b", "- a\n- b\n\n  c", "- a\n\n- b\n- c", "- a\n  {: .x}\n- b"),
    *("- a\n\n- b\n\n^\n", "- a\n\n^\n\n- b", "- {:.x}\n  a\n- > b", "- # T\n- a\n"),
    *("- a\n- {: .x}\n", "Le HTML.\n\n*[HTML]: Langage\n{: .x}", "Le HTML et HTML.\n\n*[HTML]:"),
    *("a\n\n*[b]: c", "**a *b* c**", "**a *b*", "*a **b*** c", "_a_b _c_", "***a***"),
    *("*a **b** c*", "* a*", "**a", "a_b_c", "`` a`b ``", "a ` b", "```a", "a `b", "<b>*a*"),
    *("</b>", "<!-- a -->b", "a<!-- b", "<a b=c d='e'>f</a>", '[a]: b "c"\n\n[a]'),
    *("[a]:\n  b\n\n[a]", "[a]: b\n{: .x}\n\n[a]", "[a]: <b c>\n\n[d][a]"),
    *("[](a) [b]() [c][] [d] [e](<f g>)", "[a [b] c](d)", "[a](b){: .x #y}", "[a](b c", "[a](<b"),
    *("![a](b", '[a](<b> "c")', "[a](b(c)d)", "[[a](b)](c)", "![a][b]\n\n[b]: c"),
    *("[a](b 'c\" d')", "> a\nb\n\nc", "***\n- - -\n___", "##\n\na", "a\n===\nb", "a\n---"),
    *("    a\n\n    b\nc\n\nd", "~~~ ruby\na\n~~~", "```\na", "<p>*a*</p>", "<pre>\n*a*\n</pre>"),
    *("<div>\n*a*", "a</div>\n\nb", '<p markdown="1">*a*</p>'),
    *('<b markdown="0">*a*</b> <b>*b*</b>', '<div markdown="1">\n\n- a\n</div>'),
    *("&amp; &#65; &copy; &bogus; & a", "'a' \"b\" 'c's '90s \"", "a -- b --- c ... << d >>"),
    *("a\\", "\\* \\_ \\` \\[ \\] \\( \\) \\! \\{ \\} \\. \\+ \\> \\|"),
]
_KRAMDOWN = """require "json"; require "kramdown"; require "kramdown-parser-gfm"
puts JSON.generate(JSON.parse(STDIN.read).map { |text|
  options = {input: "GFM", hard_wrap: false, syntax_highlighter: nil}
  Kramdown::Document.new(text, options).to_html })"""


@pytest.fixture(scope="module")
def kramdown() -> dict[str, str]:
    """Return what the real kramdown makes of each text."""
    command = [require("ruby", package="jekyll"), "-e", _KRAMDOWN]
    told = subprocess.run(command, input=json.dumps(SAME), capture_output=True, text=True)
    return dict(zip(SAME, json.loads(told.stdout), strict=True))


def parts(html: str) -> list[tuple[str, list[tuple[str, str | None]], str]]:
    """Return the elements of a body, but for the box that we put around a table."""
    nodes = LexborHTMLParser(html).css("body, body *:not(div.table)")
    return [
        (it.tag, sorted(it.attributes.items()), " ".join(it.text(deep=False).split()))
        for it in nodes
    ]


@pytest.mark.parametrize("text", SAME)
def test_reading_as_the_real_kramdown(text: str, kramdown):
    assert parts(body(text)) == parts(kramdown[text])
