"""What the properties of CSS that sites use most take, as tables.

Source: the specifications of the CSS Working Group (CSS Values and Units 4, CSS Color 4 and 5, CSS
Display 3, CSS Backgrounds 3, CSS Box Alignment 3, CSS Text 4, CSS UI 4…), with what browsers had.
"""

from __future__ import annotations

from PIL import ImageColor


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WIDE = _words("inherit initial unset revert revert-layer")
# CSS Values and Units 4, sections 6 and 7; Media Queries; CSS Grid; CSS Speech.
UNITS = _words(
    """px em rem ex rex ch rch cap rcap ic ric lh rlh vw vh vi vb vmin vmax svw svh svi svb svmin
    svmax lvw lvh lvi lvb lvmin lvmax dvw dvh dvi dvb dvmin dvmax cqw cqh cqi cqb cqmin cqmax cm mm
    q in pt pc deg grad rad turn s ms hz khz dpi dpcm dppx x fr db st"""
)
# CSS Color 4, sections 6.1, 6.2, 6.3 and appendix A.
COLOURS = frozenset(ImageColor.colormap) | _words(
    """transparent currentcolor accentcolor accentcolortext activetext buttonborder buttonface
    buttontext canvas canvastext field fieldtext graytext highlight highlighttext linktext mark
    marktext selecteditem selecteditemtext visitedtext activeborder activecaption appworkspace
    background buttonhighlight buttonshadow captiontext inactiveborder inactivecaption
    inactivecaptiontext infobackground infotext menu menutext scrollbar threeddarkshadow threedface
    threedhighlight threedlightshadow threedshadow window windowframe windowtext rebeccapurple"""
)
_SIDES = "top right bottom left block-start block-end inline-start inline-end".split()
_PARTS = [*_SIDES, "block", "inline"]
# Properties of colours, with what else they take.
COLOURED = {
    "color": _words(""),
    "background-color": _words(""),
    "border-color": _words(""),
    **{f"border-{part}-color": _words("") for part in _PARTS},
    "outline-color": _words("auto invert"),
    "text-decoration-color": _words(""),
    "column-rule-color": _words(""),
    "caret-color": _words("auto"),
    "accent-color": _words("auto"),
    "fill": _words("none context-fill context-stroke"),
    "stroke": _words("none context-fill context-stroke"),
    "stop-color": _words(""),
    "flood-color": _words(""),
}
_STYLES = _words("none hidden dotted dashed solid double groove ridge inset outset")
_WIDTHS = _words("thin medium thick")
_PLACES = _words("top right bottom left center")
# Properties of several words in any order; of these, colours are some too.
PAINTED = {
    **dict.fromkeys(["border", *(f"border-{part}" for part in _PARTS)], _STYLES | _WIDTHS),
    "column-rule": _STYLES | _WIDTHS,
    "outline": _STYLES | _WIDTHS | {"auto", "invert"},
    "box-shadow": _words("none inset"),
    "text-shadow": _words("none"),
    "background": _PLACES
    | _words(
        """none scroll fixed local repeat no-repeat repeat-x repeat-y round space cover contain auto
        border-box padding-box content-box text border-area"""
    ),
    "text-decoration": _words(
        """none underline overline line-through blink solid double dotted dashed wavy auto from-font
        spelling-error grammar-error"""
    ),
}
PHRASES = {
    "margin": _words("auto"),
    **dict.fromkeys(
        ("padding", "border-radius", "opacity", "flex-grow", "flex-shrink"), _words("")
    ),
    "flex": _words("none auto content min-content max-content fit-content stretch"),
    "flex-flow": _words("row row-reverse column column-reverse nowrap wrap wrap-reverse balance"),
    "background-position": _PLACES,
    "overflow": _words("visible hidden clip scroll auto overlay"),
}
LENGTHS = _words(
    """width height min-width max-width min-height max-height margin padding top right bottom left
    inset font-size letter-spacing word-spacing border-width border-radius gap row-gap column-gap
    text-indent border-spacing outline-width outline-offset column-width box-shadow text-shadow
    grid-template-columns grid-template-rows grid-auto-columns grid-auto-rows"""
) | {
    f"{name}-{part}{end}"
    for part in _PARTS
    for name, end in (("margin", ""), ("padding", ""), ("border", "-width"))
}
_SIDED = _words("top right bottom left")
# Properties that are one value, and those that are four at most.
ONE = _words(
    """color background-color outline-color caret-color width height min-width max-width min-height
    max-height font-size line-height letter-spacing word-spacing top right bottom left opacity
    z-index order row-gap column-gap float clear visibility box-sizing flex-direction
    border-collapse text-align"""
) | {f"{name}-{side}" for side in _SIDED for name in ("margin", "padding")}
FOUR = _words("margin padding border-width border-style border-color inset")
WITH_POINT = ONE | FOUR | {"flex", "gap", "border-radius", "flex-grow", "flex-shrink"}
POSITIVE = _words(
    """width height min-width max-width min-height max-height padding font-size border-width gap
    line-height border-radius row-gap column-gap outline-width flex-basis flex-grow flex-shrink"""
) | {f"padding-{side}" for side in _SIDED}
WHOLE = _words("z-index order column-count orphans widows")
WITHOUT_UNIT = WHOLE | _words("opacity flex-grow flex-shrink font-weight")
TIMES = _words("transition transition-duration transition-delay animation-duration animation-delay")

_ALIGNED = "normal stretch center start end flex-start flex-end baseline first last anchor-center"
_SPACED = "space-between space-around space-evenly"
_BLEND = """normal multiply screen overlay darken lighten color-dodge color-burn hard-light
    soft-light difference exclusion hue saturation color luminosity plus-lighter plus-darker"""
_BREAK = """auto avoid always all avoid-page page left right recto verso avoid-column column
    avoid-region region"""
_SIZED = "auto min-content max-content fit-content stretch intrinsic min-intrinsic contain"
_EASED = "linear ease ease-in ease-out ease-in-out step-start step-end"
# What a value of one word may be.
WORDS: dict[str, frozenset[str]] = {
    name: _words(words)
    for names, words in {
        "display": """block inline inline-block flex inline-flex grid inline-grid table inline-table
            table-row table-cell table-row-group table-header-group table-footer-group table-column
            table-column-group table-caption list-item inline-list-item none contents flow flow-root
            run-in ruby ruby-base ruby-text ruby-base-container ruby-text-container math subgrid
            compact marker box inline-box flexbox inline-flexbox grid-lanes inline-grid-lanes""",
        "position": "static relative absolute fixed sticky",
        "float": "left right none inline-start inline-end footnote snap-block snap-inline",
        "clear": "left right both none inline-start inline-end both-inline both-block",
        "text-align": "left right center justify start end match-parent justify-all",
        "text-align-last": "auto left right center justify start end match-parent",
        "text-transform": """none capitalize uppercase lowercase full-width full-size-kana
            math-auto""",
        "font-style": "normal italic oblique",
        "font-weight": "normal bold bolder lighter",
        "font-size": """xx-small x-small small medium large x-large xx-large xxx-large larger
            smaller math""",
        "visibility": "visible hidden collapse",
        "overflow overflow-x overflow-y": "visible hidden clip scroll auto overlay",
        "white-space": """normal pre nowrap pre-wrap pre-line break-spaces collapse wrap preserve
            preserve-breaks preserve-spaces""",
        "word-break": "normal break-all keep-all break-word auto-phrase manual",
        "overflow-wrap word-wrap": "normal break-word anywhere",
        "vertical-align": "baseline sub super top text-top middle bottom text-bottom first last",
        "text-decoration-style": "solid double dotted dashed wavy",
        "text-decoration-line": """none underline overline line-through blink spelling-error
            grammar-error""",
        "list-style-position": "inside outside",
        " ".join(["border-style", *(f"border-{part}-style" for part in _PARTS)]): " ".join(_STYLES),
        "outline-style column-rule-style": " ".join(_STYLES | {"auto"}),
        "border-collapse": "collapse separate",
        "box-sizing": "content-box border-box padding-box",
        "cursor": """auto default none context-menu help pointer progress wait cell crosshair text
            vertical-text alias copy move no-drop not-allowed grab grabbing e-resize n-resize
            ne-resize nw-resize s-resize se-resize sw-resize w-resize ew-resize ns-resize
            nesw-resize nwse-resize col-resize row-resize all-scroll zoom-in zoom-out hand""",
        "flex-direction": "row row-reverse column column-reverse",
        "flex-wrap": "nowrap wrap wrap-reverse balance",
        "justify-content": f"{_ALIGNED} {_SPACED} left right",
        "align-content": f"{_ALIGNED} {_SPACED}",
        "align-items": f"{_ALIGNED} self-start self-end",
        "align-self": f"{_ALIGNED} self-start self-end auto",
        "justify-items": f"{_ALIGNED} self-start self-end left right legacy",
        "justify-self": f"{_ALIGNED} self-start self-end left right auto",
        "background-repeat": "repeat no-repeat repeat-x repeat-y space round",
        "background-attachment": "scroll fixed local",
        "background-clip background-origin": """border-box padding-box content-box text
            border-area""",
        "background-size": "cover contain auto",
        "object-fit": "fill contain cover none scale-down",
        "resize": "none both horizontal vertical block inline",
        "user-select": "auto none text all contain element",
        "table-layout": "auto fixed",
        "empty-cells": "show hide",
        "direction": "ltr rtl",
        "unicode-bidi": "normal embed isolate bidi-override isolate-override plaintext",
        "writing-mode": """horizontal-tb vertical-rl vertical-lr sideways-rl sideways-lr lr lr-tb rl
            rl-tb tb tb-rl tb-lr""",
        "hyphens": "none manual auto all",
        "isolation": "auto isolate",
        "mix-blend-mode background-blend-mode": _BLEND,
        "scroll-behavior": "auto smooth instant",
        "animation-direction": "normal reverse alternate alternate-reverse",
        "animation-fill-mode": "none forwards backwards both",
        "animation-play-state": "running paused",
        "transition-timing-function animation-timing-function": _EASED,
        "transform-style": "flat preserve-3d auto",
        "backface-visibility": "visible hidden",
        "break-before break-after break-inside": _BREAK,
        "page-break-before page-break-after page-break-inside": _BREAK,
        "width height min-width min-height inline-size block-size": f"{_SIZED} none device-width",
        "max-width max-height max-inline-size max-block-size": f"{_SIZED} none",
        "margin margin-top margin-right margin-bottom margin-left": "auto",
        "top right bottom left inset": "auto",
        "line-height letter-spacing word-spacing": "normal",
        "z-index": "auto",
        "border-width outline-width": "thin medium thick",
        "content": "none normal open-quote close-quote no-open-quote no-close-quote",
        "background-image list-style-image border-image-source mask-image": "none",
        "pointer-events": """auto none visible visiblepainted visiblefill visiblestroke painted fill
            stroke all bounding-box""",
        "animation-iteration-count": "infinite",
        "text-overflow": "clip ellipsis fade",
        "text-wrap": "wrap nowrap balance pretty stable auto",
        "appearance": """none auto base base-select menulist-button textfield button checkbox
            listbox menulist meter progress-bar push-button radio searchfield slider-horizontal
            square-button textarea""",
    }.items()
    for name in names.split()
}
# What people write in French, and what they mean.
FRENCH = {
    word: meant
    for line in """rouge:red bleu:blue vert:green noir:black blanc:white jaune:yellow gris:gray
    rose:pink marron:brown bordeaux:maroon turquoise:turquoise argent:silver gras:bold
    italique:italic centre:center centré:center gauche:left droite:right haut:top bas:bottom
    aucun:none aucune:none rien:none caché:hidden cache:hidden visible:visible bloc:block
    fixe:fixed relatif:relative absolu:absolute souligné:underline majuscules:uppercase
    minuscules:lowercase pix:px pixel:px pixels:px pts:pt sec:s secondes:s degres:deg
    pourcent:% écran:screen ecran:screen impression:print imprimer:print""".split()
    for word, _, meant in [line.partition(":")]
}
