"""The HTML Standard's elements, attributes and rules of nesting, as tables.

Source: HTML Standard, « Indices » (elements, attributes) and « Obsolete features »; WAI-ARIA 1.3.
"""

from __future__ import annotations

from jekyll.kramdown.html_elements import ENDED_BY


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _words("area base br col embed hr img input link meta source track wbr")

# Attributes of each element, beside the global ones.
ELEMENTS: dict[str, frozenset[str]] = {
    name: _words(attributes)
    for line in """
    a: href target download ping rel hreflang type referrerpolicy;
    area: alt coords shape href target download ping rel referrerpolicy;
    audio: src crossorigin preload autoplay loop muted controls controlslist;
    base: href target;
    blockquote q: cite;
    body: onafterprint onbeforeprint onbeforeunload onhashchange onload onunload;
    button: command commandfor disabled form formaction formenctype formmethod formnovalidate
        formtarget name popovertarget popovertargetaction type value;
    canvas: width height;
    col colgroup: span;
    data: value;
    del ins: cite datetime;
    details: name open;
    dialog: open closedby;
    embed: src type width height;
    fieldset: disabled form name;
    form: accept-charset action autocomplete enctype method name novalidate target rel;
    html: xmlns;
    iframe: src srcdoc name sandbox allow allowfullscreen width height referrerpolicy loading;
    img: alt src srcset sizes crossorigin usemap ismap width height referrerpolicy decoding
        loading fetchpriority;
    input: accept alpha alt autocomplete capture checked colorspace dirname disabled form
        formaction formenctype formmethod formnovalidate formtarget height list max maxlength min
        minlength multiple name pattern placeholder popovertarget popovertargetaction readonly
        required size src step type value width;
    label: for;
    li: value;
    link: href crossorigin rel as media hreflang type sizes imagesrcset imagesizes referrerpolicy
        integrity blocking color disabled fetchpriority title;
    map: name;
    meta: name http-equiv content charset media property;
    meter: value min max low high optimum;
    object: data type name form width height;
    ol: reversed start type;
    optgroup: disabled label;
    option: disabled label selected value;
    output: for form name;
    progress: value max;
    script: src type nomodule async defer crossorigin integrity referrerpolicy blocking
        fetchpriority;
    select: autocomplete disabled form multiple name required size;
    slot: name;
    source: type media src srcset sizes width height;
    style: media blocking type;
    td: colspan rowspan headers;
    template: shadowrootmode shadowrootdelegatesfocus shadowrootclonable shadowrootserializable;
    textarea: autocomplete cols dirname disabled form maxlength minlength name placeholder
        readonly required rows wrap;
    th: colspan rowspan headers scope abbr;
    time: datetime;
    track: default kind label src srclang;
    video: src crossorigin poster preload autoplay playsinline loop muted controls controlslist
        disablepictureinpicture width height;
    abbr address article aside b bdi bdo br caption cite code datalist dd dfn div dl dt em
        figcaption figure footer h1 h2 h3 h4 h5 h6 head header hgroup hr i kbd legend main mark
        menu nav noscript p picture pre rp rt ruby s samp search section selectedcontent small
        span strong sub summary sup table tbody tfoot thead title tr u ul var wbr svg math:
    """.split(";")
    for names, _, attributes in [line.partition(":")]
    for name in names.split()
}

GLOBAL = _words(
    """accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable
    enterkeyhint exportparts headingoffset headingreset hidden id inert inputmode is itemid itemprop
    itemref itemscope itemtype lang nonce part popover role slot spellcheck style tabindex title
    translate writingsuggestions prefix property typeof vocab about resource datatype content
    rel rev"""
) | {"markdown"}  # kramdown's, which it takes away

ARIA = frozenset(
    f"aria-{name}"
    for name in """activedescendant atomic autocomplete braillelabel brailleroledescription busy
    checked colcount colindex colindextext colspan controls current describedby description details
    disabled dropeffect errormessage expanded flowto grabbed haspopup hidden invalid keyshortcuts
    label labelledby level live modal multiline multiselectable orientation owns placeholder
    posinset pressed
    readonly relevant required roledescription rowcount rowindex rowindextext rowspan
    selected setsize sort valuemax valuemin valuenow valuetext""".split()
)

# What browsers still honour, and the Standard has put aside: reported, and no error.
OBSOLETE_ELEMENTS = _words(
    """acronym applet basefont bgsound big blink center dir font frame frameset image isindex keygen
    listing marquee menuitem multicol nextid nobr noembed noframes param plaintext rb rtc spacer
    strike tt xmp"""
)
# Those whose work styles do.
STYLING_ATTRIBUTES = _words(
    """align alink background bgcolor border bordercolor cellpadding cellspacing clear color compact
    face frame frameborder height hspace link marginheight marginwidth noshade nowrap rules
    scrolling size text type valign vlink vspace width"""
)
OBSOLETE_ATTRIBUTES = STYLING_ATTRIBUTES | _words(
    """allowtransparency axis char charoff charset coords datafld datasrc language longdesc lowsrc
    mozallowfullscreen msallowfullscreen name profile scheme scope shape start summary urn version
    webkitallowfullscreen playsinline importance usemap"""
)

BLOCKS = _words(
    """address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3
    h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul"""
)
HEADINGS = _words("h1 h2 h3 h4 h5 h6")
PHRASING_ONLY = HEADINGS | _words(
    """abbr b bdi bdo button cite code dfn em i kbd label mark p pre q s samp small span strong sub
    sup u var"""
)
# HTML Standard, section 4.10.2, « Categories ».
LABELABLE = _words("button input meter output progress select textarea")
INTERACTIVE = _words("a button details iframe input label select textarea embed")

# The elements that must stand right inside one of some others.
PARENTS = {
    "li": _words("ul ol menu"),
    "dt": _words("dl div"),
    "dd": _words("dl div"),
    "tr": _words("table thead tbody tfoot"),
    "td": _words("tr"),
    "th": _words("tr"),
    "thead": _words("table"),
    "tbody": _words("table"),
    "tfoot": _words("table"),
    "caption": _words("table"),
    "col": _words("colgroup table"),
    "colgroup": _words("table"),
    "figcaption": _words("figure"),
    "summary": _words("details"),
    "legend": _words("fieldset optgroup select"),
    "option": _words("select datalist optgroup div"),
    "optgroup": _words("select div"),
    "source": _words("picture audio video"),
    "track": _words("audio video"),
}
# What a `<div>` that holds some of them must be in itself.
AROUND = {
    **dict.fromkeys(("dt", "dd"), _words("dl")),
    **dict.fromkeys(("option", "optgroup"), _words("select datalist")),
}
# The elements whose children must be some others (HTML Standard, « content model » of each).
CHILDREN = {
    "ul": _words("li script template"),
    "ol": _words("li script template"),
    "menu": _words("li script template"),
    "table": _words("caption col colgroup thead tbody tfoot tr script template"),
    "thead": _words("tr script template"),
    "tbody": _words("tr script template"),
    "tfoot": _words("tr script template"),
    "select": _words("option optgroup hr button legend div noscript script template"),
    "tr": _words("td th script template"),
    "dl": _words("dt dd div script template"),
    "picture": _words("source img script template"),
}
# What may be in an element, and only once.
ONLY_ONE = {
    "table": _words("caption thead tfoot"),
    "details": _words("summary"),
    "fieldset": _words("legend"),
    "figure": _words("figcaption"),
    "picture": _words("img"),
    "html": _words("head body"),
    "head": _words("title base"),
}
# What an element must hold: one of these, and which of them is reported.
MUST_HOLD = {
    "details": ("summary", _words("summary")),
    "dl": ("dd", _words("dd div")),
    "picture": ("img", _words("img")),
    "ruby": ("rt", _words("rt rtc")),
}
# What must come before all others, or before some (HTML Standard, « content model » of each).
BEFORE: dict[str, dict[str, frozenset[str]]] = {
    "details": {"summary": frozenset()},
    "fieldset": {"legend": frozenset()},
    "table": {"caption": frozenset(), "thead": _words("tbody tfoot tr")},
}
# An attribute that an element cannot do without.
NEEDED = {
    "meter": "value",
    "bdo": "dir",
    "data": "value",
    "map": "name",
    "optgroup": "label",
    "track": "src",
}
# Elements that none of their name can be in: a second first tag is an end tag without its « / ».
NOT_IN_THEIR_LIKE = HEADINGS | {"a"}
# What may stand between the children that `CHILDREN` means, and is not named as one.
HELPERS = _words("script template noscript div col legend hr button")
# The elements that hold no text right in them, and the one that holds it there.
HOLDS_TEXT_IN = {
    **dict.fromkeys(("ul", "ol", "menu"), "li"),
    **dict.fromkeys(("table", "thead", "tbody", "tfoot", "tr"), "td"),
    **dict.fromkeys(("select", "optgroup"), "option"),
    "dl": "dd",
}
# The elements that hold text alone: tags in them are text (HTML Standard, section 13.2.5).
TEXT_ONLY = _words("iframe noembed noframes textarea title xmp")
# What may be left open: a next one, or the end of what holds it, closes it.
OPTIONAL_END = _words("html head body") | ENDED_BY.keys()
# What closes an element that is open (HTML Standard, section 13.1.2.4).
CLOSED_BY = {**ENDED_BY, "p": BLOCKS | _words("center dir figcaption")}
FOREIGN = _words("svg math")
# What is in these has rules of its own: the lines of a choice, a text kept for later, a drawing.
APART = _words("select template") | FOREIGN
