"""The attributes that hear of an event, as `onclick`."""

# HTML Standard, section 8.1.8.2 (all, those of `<body>` too); Pointer Events, Touch Events,
# Selection, Fullscreen, CSS Animations, CSS Transitions; some of WebKit's.
EVENTS = frozenset(
    f"on{name}"
    for name in """abort afterprint animationcancel animationend animationiteration animationstart
    auxclick beforecopy beforecut beforeinput beforematch beforepaste beforeprint beforetoggle
    beforeunload beforexrselect blur cancel canplay canplaythrough change click close command
    contentvisibilityautostatechange contextlost contextmenu contextrestored copy cuechange cut
    dblclick drag dragend dragenter dragexit dragleave dragover dragstart drop durationchange
    emptied encrypted ended error focus focusin focusout formdata fullscreenchange fullscreenerror
    gesturechange gestureend gesturestart gotpointercapture hashchange input interest invalid
    keydown keypress keyup languagechange load loadeddata loadedmetadata loadend loadstart
    loseinterest lostpointercapture message messageerror mousedown mouseenter mouseleave mousemove
    mouseout mouseover mouseup mousewheel offline online pagehide pagereveal pageshow pageswap
    paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove
    pointerout pointerover pointerrawupdate pointerup popstate progress ratechange readystatechange
    rejectionhandled reset resize scroll scrollend scrollsnapchange scrollsnapchanging search
    securitypolicyviolation seeked seeking select selectionchange selectstart show slotchange
    stalled storage submit suspend timeupdate toggle touchcancel touchend touchforcechange touchmove
    touchstart transitioncancel transitionend transitionrun transitionstart unhandledrejection
    unload volumechange waiting waitingforkey webkitanimationend webkitanimationiteration
    webkitanimationstart webkitfullscreenchange webkitfullscreenerror webkittransitionend
    wheel""".split()
)
