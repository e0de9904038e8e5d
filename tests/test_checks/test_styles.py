"""Style sheets: what browsers pass over is told; what sites have had for years is not."""

import time

import pytest

from checks_support import reported
from commands.checks.css.rules import css_diagnostics, property_diagnostics
from patience import patient
from support import page, write_site

ERRORS = {
    "a brace left open": ("b {}\n\na {\n  color: red;\n", 3, "« a { » n'est pas refermé"),
    "the brace of a query": ("@media print {\na {color: red}", 1, "« @media print { » n'est pas"),
    "a brace that a rule lacks": ("a {color: red\nb {color: red}", 1, "« a { » n'est pas refermé"),
    "a brace too many": ("a {}\n}\n", 2, "« } » ne ferme rien"),
    "a parenthesis": ("a {\n width: calc(1px + (2px);\n}\nb {}", 2, "« a { width: calc( » n'est"),
    "a parenthesis too many": ("a {\n width: 1px);\n}", 2, "« ) » ne ferme rien"),
    "a bracket": ("\na[href {}", 2, "« a[ » n'est pas refermé"),
    "an address": ("a {background: url(a.png}", 1, "« a {background: url( » n'est pas refermé"),
    "a comment": ("a {}\n/* b\nc {}", 2, "le commentaire « /* » n'est pas refermé"),
    "too many levels": ("\n" + "a {" * 60, 2, "cette feuille de style a trop de niveaux"),
    "a string": ('a {\n content: "bal;\n}', 2, "le texte « \"bal; » n'est pas refermé"),
    "another string": ("a[href='b] {}\n", 1, "le texte « 'b] {} » n'est pas refermé"),
}
ONCE = [
    "a {}\nb::after {content: 'un;}\nc {}\n",  # the string holds the end of the block
    'b {content: "un}\n}\nc {}\n',
]
WARNINGS = {
    "one of a font": ("@font-face {\nfont-familly: x}", 2, "la propriété « font-familly »"),
    "one in a query": ("@media print {\na {\nwidht: 1px}}", 3, "la propriété « widht »"),
    "one behind comments": ("/* a\n*/ a {/*\n*/\nwidht: 1px}", 4, "la propriété « widht »"),
    "no semicolon on one line": ("a {color: red margin: 0}", 1, "il manque un « ; » après « color"),
    "no value": ("a {\n color:\n margin: 0}", 2, "« color: » n'est pas du CSS"),
    "a comment of other languages": ("a {\n // rouge\n}", 2, "« // rouge » n'est pas du CSS"),
    "a heading of Markdown": ("a {}\n# Titre\nb {}", 2, "« # Titre » ne se lit pas"),
    "an at-rule without braces": ('a {}\n@impot "b.css";', 2, "« @impot » n'existe pas en CSS"),
    "a pseudo-class": ("a {}\nb,\na:hovver > c {color: red}", 3, "« :hovver » n'existe pas en CSS"),
    "a pseudo-element": ("a {&::befor {color: red}}", 1, "« ::befor » n'existe pas en CSS"),
    "a condition without its signs": ("@media max-width: 60em {}", 1, "« max-width: 60em » ne se"),
    "a misspelt condition": ("@media (max-widht: 60em) {}", 1, "« max-widht » ne se lit pas"),
    "words that touch": ("@media screen and(color) {}", 1, "« and( » ne se lit pas"),
    "a variable of Sass": ("$rouge: red;\na {}", 1, "« $rouge: red; » ne se lit pas"),
}
VALUES = {
    "color: rouge": "« rouge » n'est pas une valeur de « color » en CSS. Vouliez",
    "color: ": "« color: » n'est pas du CSS. Écrivez une propriété",
    "background: linear-gradient(rouge, blue)": "« linear-gradient(rouge, blue) » n'est pas une "
    "valeur de « background » en CSS. Vouliez-vous dire « red » ?",
    "background-image: url(a.png), radial-gradient(circle at top, red, bleu)": "« radial-gradient("
    "circle at top, red, bleu) » n'est pas",
    "background: linear-gradient(right, red, blue)": "« linear-gradient(right, red, blue) » n'est",
    "mask-image: conic-gradient(red blue)": "« conic-gradient(red blue) » n'est pas une valeur",
    "background: linear-gradient(45, red, blue)": "« linear-gradient(45, red, blue) » n'est pas",
    "color: #12": "« #12 » n'est pas une valeur",
    "border: 1px solid rogue": "« rogue » n'est pas une valeur",
    "border-color: solid": "« solid » n'est pas une valeur",
    "display: bloc": "« bloc » n'est pas une valeur de « display » en CSS. Vouliez",
    "position: fixe !important": "« fixe » n'est pas une valeur",
    "text-align: centre": "« centre » n'est pas une valeur",
    "font-size: 12pix": "« 12pix » n'est pas une valeur de « font-size » en CSS. Écrivez 12px.",
    "margin: 0 10 px": "« 10 px » n'est pas une valeur de « margin » en CSS. Écrivez 10px.",
    "width: 50 %": "« 50 % » n'est pas une valeur de « width » en CSS. Écrivez 50%.",
    "width: 300": "« 300 » n'est pas une valeur de « width » en CSS. Ajoutez l'unité : 300px.",
    "transition: color 2": "« 2 » n'est pas une valeur de « transition » en CSS. Ajoutez",
    "font-weight: gras": "« gras » n'est pas une valeur",
    "background-repeat: norepeat": "« norepeat » n'est pas une valeur",
    "padding: 1px 2p": "« 2p » n'est pas une valeur",
    "padding: -5px": "« -5px » n'est pas une valeur de « padding » en CSS. Écrivez un nombre",
    "margin: 1px 2px 3px 4px 5px": "« 1px 2px 3px 4px 5px » n'est pas une valeur",
    "background-color: red blue": "« red blue » n'est pas une valeur",
    "width: 12,5px": "« 12,5px » n'est pas une valeur de « width » en CSS. Écrivez les décimales",
    "font-size: 1.2.em": "« 1.2.em » n'est pas une valeur",
    "margin:: 1em": "« :: 1em » n'est pas une valeur",
    "font-family: Arial,": "« Arial, » n'est pas une valeur",
    'color: "red"': '« "…" » n\'est pas une valeur de « color » en CSS. Retirez les guillemets.',
    "background: url(a b.png)": "« url(a b.png) » n'est pas une valeur",
    "background: a.png": "« a.png » n'est pas une valeur de « background » en CSS. Écrivez url(",
    "content: bal": "« bal » n'est pas une valeur de « content » en CSS. Mettez-le entre",
    "grid-template-areas: a b": "« a b » n'est pas une valeur",
    "grid-template-columns: 1fr 2": "« 2 » n'est pas une valeur",
    "aspect-ratio: 16:9": "« 16:9 » n'est pas une valeur de « aspect-ratio » en CSS. Écrivez 16 /",
    "z-index: 1.5": "« 1.5 » n'est pas une valeur",
    "opacity: 5px": "« 5px » n'est pas une valeur",
    "font-weight: 1200": "« 1200 » n'est pas une valeur",
    "font: 12px": "« 12px » n'est pas une valeur de « font » en CSS. Ajoutez la police",
    "text-decoration: underlined": "« underlined » n'est pas une valeur",
    "flex: 1 1 bal": "« bal » n'est pas une valeur",
    "box-shadow: 0 2 5px red": "« 2 » n'est pas une valeur",
    "transform: rotate(45)": "« rotate(45) » n'est pas une valeur",
    "transform: translate(2px, 5)": "« translate(2px, 5) » n'est pas une valeur",
    "filter: blur(5)": "« blur(5) » n'est pas une valeur",
    "color: rgb(0, 0)": "« rgb(0, 0) » n'est pas une valeur",
    "color: hsl(0 0)": "« hsl(0 0) » n'est pas une valeur",
    "width: clac(1px + 2px)": "« clac(…) » n'est pas une valeur de « width » en CSS. Vouliez-vous "
    "dire « calc » ?",
    "transform: translateeX(2px)": "« translateeX(…) » n'est pas une valeur",
    "background: liner-gradient(red, blue)": "« liner-gradient(…) » n'est pas une valeur",
    "content: “un”": "« “un” » n'est pas une valeur de « content » en CSS. Les guillemets du CSS",
    "content: “\\2022”": "« “\\2022” » n'est pas une valeur de « content » en CSS. Les guillemets",
    "font-family: “Arial”, var(--a)": "« “Arial” » n'est pas une valeur",
    "font-family: «Arial»": "« «Arial» » n'est pas une valeur",
    "font-family: ’Arial’, serif": "« ’Arial’ » n'est pas une valeur",
    "width: calc(100%-20px)": "« calc(100%-20px) » n'est pas une valeur",
    "width: calc(100% -20px)": "« calc(100% -20px) » n'est pas une valeur",
}
SILENT_VALUES = """
color: Red; color: #AbC; color: rgb(1 2 3 / .5); color: color-mix(in oklch, red 5%, blue)|
color: currentColor; background-color: ButtonFace; border: medium none; border: 0; outline: auto|
border-color: red #0f0 transparent; border-top: thin dashed rebeccapurple; fill: url(#a) none|
margin: -1px auto 0 1e3px; padding: .5em; width: calc(100% - (2 * 3px)); inset: 0; width: 0.0|
width: fit-content; width: -moz-available; height: stretch; max-width: none; top: auto|
font: italic bold .8em/1.2 Arial, sans-serif; font-size: x-large; line-height: 1.5; flex: 1 1 0|
display: flex; display: -webkit-box; display: inline flex; display: ruby; float: inline-start|
transition: all .2s cubic-bezier(.4, 0, .2, 1) 100ms; animation: 2s 3 tourner; transition: none|
width: 10px\\9; filter: alpha(opacity=50); color: var(--rouge); margin: env(a, 1px) auto|
background: url(a#12.png) #fff no-repeat 50% 5Q; cursor: url(a.cur) 2 2, pointer; zoom: 1|
text-decoration: underline wavy red; vertical-align: -2px; vertical-align: middle; opacity: .5|
grid-template-columns: [a1] 1fr repeat(2, minmax(0, 1fr)); content: "12pix"; order: -1; z-index: 3|
align-items: safe center; justify-content: first baseline; overflow: hidden auto; white-space: wrap|
unicode-range: U+0025-00FF, U+4??; transform: rotate(45deg) translate(-50%, 1px); tab-size: 4|
border-spacing: 0 2px; border-radius: 50% / 10px; gap: 1rem 2vw; column-width: 12em; inherits: a|
width: calc(-1 * 2px); width: max(1px, -1 * (2em + 1px)); margin: 0 calc(50% - 50vw); rotate: 0|
transform: translate3d(0, 0, 0) rotate(0) matrix(1, 0, 0, 1, 0, 0); color: rgb(from red r g b / .5)|
background: url( a.png ) right 10px top 5px / cover, linear-gradient(to right, red 0 50%, blue)|
grid-template-columns: [a1] 1fr [b2] minmax(0, 2fr) subgrid; grid-template-areas: none; margin: -0|
content: "a" / "b"; content: counter(x) ". "; content: open-quote; aspect-ratio: auto 16 / 9|
font: caption; font: inherit; font-weight: 350; animation: tourner 2s 3; --a: 12pixels; --b: a.png|
box-shadow: 0 2px 4px -1px black, inset 0 0 0 1px #fff; text-shadow: none; inset-area: top|
quotes: "«" "»"; content: "l’été"; width: anchor-size(width); filter: url(l’été.svg#a) sepia(1)|
clip-path: path("M0 0"); width: round(up, 1px, 2px); transition-timing-function: linear(0, 1)|
display: block flow; width: fit-content(20em); color: light-dark(#fff, #000); scale: 1.2
"""
SILENT = [
    "",
    "a {}",
    "a {color: red;;}",
    "a {*zoom: 1; _height: 1px; filter: progid:DXImageTransform.Microsoft.Alpha(opacity=50)}",
    "a {-webkit-box-orient: vertical; -moz-x: y; display: -ms-flexbox; mso-x: y}",
    "a::before {content: '}' \"{\" '/*' '\\''; color: red}",
    "a {background: url(data:image/png;base64,AA{) no-repeat}",
    "a {background: url(\"data:image/svg+xml;utf8,<svg xmlns='a'>{}</svg>\")}",
    ":root {--a: {b: c}; --d: ; --e:{}; --Nom-à-moi\\.x: 1}",
    "a {b {color: red} &:hover {color: red}\n c:focus {color: red}}",
    "@font-face {font-family: A; src: url(a.woff2); font-display: swap; unicode-range: U+26}",
    "@font-feature-values A {@styleset {mon-style: 12}}",
    "@counter-style a {system: cyclic; symbols: '—'; suffix: ' '}",
    "@property --a {syntax: '<length>'; inherits: false; initial-value: 0px}",
    "@layer a, b;\n@import url(b.css) layer(c) supports(display: grid);\n@layer a {a {color: red}}",
    "@supports (display: grid) and (not (display: x)) {a {color: red}}",
    "@container a (width > 1px) {a {color: red}}\n@scope (.a) to (.b) {img {color: red}}",
    "@page :first {size: A4; margin: 1cm; @top-left {content: 'a'}}",
    '@charset "utf-8";\na {color: red}',
    "<!-- a {color: red} -->",
    "a:is(.b, :not(.c)):nth-child(2n + 1 of .d) > e::part(f), g:where([h='i' i]) {color: red}",
    "a {grid-template-areas:\n 'a b'\n 'c d';\n transition:\n color 1s,\n margin 1s}",
    "@media not all and (monochrome), (400px <= width < 700px) {a::-webkit-scrollbar:start {}}",
    "@media (min-aspect-ratio: 16/9), (-webkit-min-device-pixel-ratio: 1.5), (width: 0) {}",
    "@-ms-viewport {width: device-width}\n.md\\:hovver\\:a:hover, ::view-transition-old(root) {}",
    "/* color: red\n margin: 0 */ a {color: red}",
    "a {width: calc(100% - (2 * var(--a, 1px)))}",
]


@pytest.mark.parametrize("case", ERRORS)
def test_what_swallows_the_rest_of_a_sheet_is_an_error(case: str):
    css, line, message = ERRORS[case]
    first = css_diagnostics(css)[0]
    told_first = first.diagnostic
    assert (first.line, told_first.severity) == (line, "error")
    assert told_first.message[: len(message)] == message


@pytest.mark.parametrize("css", ONCE)
def test_what_follows_from_a_fault_is_not_told(css: str):
    assert [found.diagnostic.code for found in css_diagnostics(css)][:1] == [
        "css-texte-non-referme"
    ]
    assert len(css_diagnostics(css)) <= 2


@pytest.mark.parametrize("case", WARNINGS)
def test_what_is_passed_over_is_a_warning(case: str):
    css, line, message = WARNINGS[case]
    found = [(f.line, f.diagnostic.severity, f.diagnostic.message) for f in css_diagnostics(css)]
    assert [(at, how, words[: len(message)]) for at, how, words in found] == [
        (line, "warning", message)
    ]


@pytest.mark.parametrize("declaration", VALUES)
def test_a_value_that_a_property_cannot_have_is_told(declaration: str):
    (found,) = css_diagnostics(f"a {{}}\nb {{\n{declaration};\nmargin: 0}}")
    said = f"{found.diagnostic.message}. {found.diagnostic.hint}"
    assert (found.line, found.diagnostic.severity) == (3, "warning")
    assert said.startswith(VALUES[declaration])


@pytest.mark.parametrize("line", SILENT_VALUES.replace("\\\\", "\\").split("|"))
def test_a_value_that_it_can_have_is_not(line: str):
    assert css_diagnostics(f"a {{{line.strip()}}}") == []


@pytest.mark.parametrize("css", SILENT)
def test_what_sites_have_is_silent(css: str):
    assert css_diagnostics(css) == []


@pytest.mark.parametrize(
    ("style", "count"),
    [
        *[
            ("color: red", 0),
            ("", 0),
            ("color: red; margin: 0;", 0),
            ("--a: b", 0),
            ("colour: a", 1),
        ],
        *[("color=red", 1), ("color: url(", 1), ("color: 'red", 1), ("colour: red; widht: 1px", 2)],
    ],
)
def test_the_style_of_one_element_is_read_too(style: str, count: int):
    assert len(list(property_diagnostics(style))) >= count
    assert bool(list(property_diagnostics(style))) == bool(count)


@pytest.mark.parametrize("style", ["#", "color: red; # ;", " #: red"])
def test_what_liquid_at_fault_left_in_a_style_is_not_told_again(style: str):
    assert list(property_diagnostics(style)) == []
    assert [reported.message for reported in property_diagnostics(f"{style};\ncolour: #fff")] == [
        "la propriété « colour » n'existe pas en CSS"
    ]


def test_a_sheet_without_an_end_is_told_and_not_read():
    (found,) = css_diagnostics("a {\n" * 250_001)
    assert (found.line, found.diagnostic.code) == (1, "css-demesure")
    assert [one.line for one in css_diagnostics("a {color: red}\n" * 9_000 + "b {")] == [9_001]


@pytest.mark.parametrize(
    "css",
    [
        *("(" * 75_000, "a{" * 37_500, "/*" * 37_500, '"' * 75_000, "url(" * 18_750),
        *("a{x:y;" * 12_500, "}" * 75_000, "\\" * 75_000, "a{" + "color:c\n" * 7_500 + "}"),
        *("a{" * 17_500 + "}" * 17_500, ":is(" * 15_000 + ")" * 15_000 + "{}", "*a" * 37_500),
        *("a{" + "(" * 50_000 + "}", "".join(f"a{{x{n}y:1}}" for n in range(7_500))),
        *("a{b:" + "(" * 37_250 + ")" * 37_250 + "}", "a[b](c)" * 10_000, "a{b:c}" * 12_500),
        "a{color:red}\n" * 5_750,
    ],
    ids=lambda css: css[:8],
)
def test_hostile_sheets_are_read_in_a_moment(css: str):
    begun = time.process_time()
    assert len(css_diagnostics(css)) <= 21
    assert time.process_time() - begun < patient(2)


def test_each_kind_of_file_is_read_and_told_on_its_line(tmp_path):
    files = {
        "index.md": page(
            "title: A",
            "<style>\na {color: red}\n</style>\n\n<style>\na {\n widht: 1px}\n</style>\n\n"
            '<p style="colour: red">un</p>\n',
        ),
        "assets/css/custom.css": "a {color: red}\nb {colour: red}\n",
        "liquide.css": "---\n---\na {color: red}\nb {content: '{{ site.title }}'}\nc {widht: 0}\n",
        "brut.html": '<!doctype html>\n<html lang="fr"><title>x</title>\n<style>\na {\n</style>\nx',
        "autre.html": "<!doctype html><html lang=fr>\n<title>x</title>"
        '<style type="text/less">a {</style>',
    }
    gone, near = "la propriété « {} » n'existe pas en CSS", "Vouliez-vous dire « {} » ?"
    width = f"{gone.format('widht')}. {near.format('width')}"
    assert reported(write_site(tmp_path / "c", files)) == [
        f"?assets/css/custom.css:2 : {gone.format('colour')}. {near.format('color')}",
        "!brut.html:4 : « a { » n'est pas refermé. Ajoutez « } » là où il finit.",
        f"?index.md:10 : {width}",
        f'?index.md:13 : {gone.format("colour")} : « <p style="colour: red"> ». '
        f"{near.format('color')}",
        f"?liquide.css:5 : {width}",
    ]
