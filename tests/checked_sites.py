"""Sites on which a check has something to say, one for each message: docs/messages.md shows them.

They are written here, and not kept as folders: some hold bytes, weights and names that no folder
shared between systems should. What is told of each is in `tests/checked/`.
"""

import io
import random
import struct
import zlib

from PIL import Image

from support import page

_RANDOM = random.Random(1)


def _image(width: int) -> bytes:
    data = io.BytesIO()
    Image.new("1", (width, 2)).save(data, "PNG")
    return data.getvalue()


def _photo(side: int) -> bytes:
    data = io.BytesIO()
    Image.frombytes("RGB", (side, side), _RANDOM.randbytes(side * side * 3)).save(data, "JPEG")
    return data.getvalue()


def _head(width: int, height: int, colour: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG that says its size (PNG, section 11.2.1), and holds no pixel."""
    size = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n"
    for kind, held in ((b"IHDR", size), *chunks, (b"IDAT", b""), (b"IEND", b"")):
        check = struct.pack(">I", zlib.crc32(kind + held))
        data += struct.pack(">I", len(held)) + kind + held + check
    return data


def _turned(frames: int) -> tuple[tuple[bytes, bytes], ...]:
    """Return the chunks of a PNG that moves, and lies on its side (section 11.3.3.2 and 11.4)."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return (b"acTL", struct.pack(">II", frames, 0)), (b"eXIf", exif.tobytes()[6:])


def _word() -> str:
    return "".join(_RANDOM.choices("abcdefghijklmnopqrstuvwxyz", k=9))


def _paragraphs(count: int) -> str:
    """Return paragraphs of twenty words that nothing compresses."""
    return "\n\n".join(" ".join(_word() for _ in range(20)) + "." for _ in range(count))


def _tags(count: int) -> str:
    return "\n".join(f'<p class="{_word()}">x</p>' for _ in range(count))


def _key_words(count: int) -> str:
    return ", ".join(" ".join(_word() for _ in range(12)) for _ in range(count))


def _event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def _calendar(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])


_VERSION = ("VERSION:2.0", "PRODID:bal")
_UID = ("UID:1", "DTSTAMP:20240101T000000Z")
_ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
_ENTRY = "<entry><id>bal</id><title>Bal</title><updated>{}</updated></entry>"
_LONG_TITLE = "Le bal de la Saint-Jean, avec tous les groupes de la vallée et leurs amis d'ailleurs"

_GAME = """<!doctype html>
<html lang="fr"><title>Le jeu</title>
<h1>Le jeu</h1>
<a href="/jeu.html">Recommencer</a>
</html>
"""
_LINKS = """\
[Le bal](/perdue.html)

[Le bal](bal@exemple.fr)

[Le bal](www.exemple.fr)

[Le bal](#la-bas)

[Le lieu](/contact.html#ou)

[Le brouillon](/brouillon.html)

[](/contact.html)

[![](logo.png)](/contact.html)

[Cliquez ici](/contact.html)

[Le bal]()

![Le bal]()

<div style="background: url(/perdue.png)">Le bal</div>
"""
_SLIPS = """\
Le bal de l'été
| Jour | Heure |
|------|-------|
| Lundi | 18 h |

##Le programme

• la danse
• le repas

1) la danse
2) le repas

-la danse
-le repas

Du **gras ** ici.

[Le bal](bal.md) : écrivez à bal@exemple.fr, ou voyez https://exemple.fr/bal?a=1, ou www.exemple.fr.

2026. Une belle année.

<iframe src="/" title="YouTube video player"></iframe>

{: .bouton}
"""
_LAYOUT = """\
    Le bal aura lieu samedi, à La Grange.

12 rue de l'Exemple
34000 Montpellier

Venez avec vos amis.
---

TODO : le programme

<<<<<<< HEAD
Le bal
=======
Le repas
>>>>>>> bal
"""
# What is shown as it is written, and was to be something else.
_RAW = """\
##\u200bLe programme

-\u00a0la danse

\u00a0> La danse

| Jour | Heure |
|\u00a0---|---|

[le bal]\u200b(/bal.html)

![Le bal] (bal.jpg)

!(bal.jpg)[Le bal]

[le bal](/bal.html et le repas

Voir [le bal][bal].

[bal] : https://exemple.fr

![[bal.jpg]] et [[Le bal]]

[TOC]

==Le bal

== Le bal ==

'''Le bal'''

[le bal->bal.html] et [b]le bal[/b] :bal:

[le bal](/bal.html){.bouton} {#bal}

[le bal](/bal.html){target=_blank}

:::note

!!! note

Le bal^[à 20 h] dans 50 m^2^ avec H~2~O, ++dehors++.

[ ] la danse

- []
- [x]la danse

__bal_ **bal*

Le **bal

> [NOTE]
> Le bal

– la danse
– le repas

1.la danse
2.le repas

<div>
**Le bal** et [le repas](/bal.html)
</div>

<details><summary>**Le bal**</summary></details>

<table><tr><td>**Le bal**</td></tr></table>

<output>
[le bal](/bal.html)
</output>

<details><summary>Plus</summary>
- la danse
- le repas

```
le bal
```
</details>

| Fait |
|------|
| [ ] |

Le bal | le repas

1. la danse
  1. la valse
2. le repas

[le bal](/bal.html?a=(b)

[!ATENTION]

[le bal](/signes.html%23bal)

---\u00a0

\u200b```

`le bal

Le bal[^1].

[^1] : À 20 h.

Le *bal * et ~~le repas~ __d'hiver__s
<https://exemple.fr/a b> <exemple.fr/a> [https://exemple.fr le bal].

#Titre#

 ## Le bal

1- la danse
2- le repas

- la danse
-le repas

| Jour | Heure |

|------|-------|

| Jour | Heure |
|–––|–––|

[Le lieu]:(/bal.html)

Le bal
{: .button}

Le repas
{: .encar .carte}

## Le repas

## La danse

<www.exemple.fr>

R\\u00e9p\\u00e9tition

```mermaid
le bal
```
"""
# Which look like those above, and are meant so: nothing is told of them.
_MEANT = """\
Comme dit [1], et [sic] : [la note] (page 3), `**gras`, `[[le bal]]`, ``{.bouton}``,
\\[[x]] et \\*\\*.

[1] : https://exemple.fr/a
{: .source}

```markdown
##Le bal
> [NOTE]
:::note
```

    - [ ]
    [TOC]

Tarif : 10\u00a0€**, ou 5\u202f€ à 18\u00a0h, 2 * 3, x == y, ~10~ %, 12:30:45, C++ et C++.

**sous réserve

-\u00a05\u00a0°C ce matin.

$$ x^2^ + y~1~ [[i]] **x $$ et $$a_{.b}$$.

> [Le bal](/bal.html) de juin.

- [ ] la danse
- [x] le repas

— Oui, dit-elle.

## Le repas {#repas}

[La danse](/bal.html){: .bouton} **ou** *a **b** c*,
**a *b* c**, ***a***, «\u00a0**b**\u00a0», __init__.

<div markdown="1">
**Le bal** et [le repas](#repas)
</div>

<details markdown="1"><summary markdown="span">**Le bal**</summary>
**Le repas**
</details>

3 ** 2 et un <span>**bal**</span>.
{: .box}

1. la danse
   1. la valse
2. le repas

Le bal \\| le repas

Attention ! [Le bal](/bal.html)

1.000 personnes
2.000 repas

<!-- [[le bal]] ==le bal -->
"""
_ADDRESSES = """\
[Le plan](file:///C:/moi/plan.pdf)

[Le site](https:/exemple.fr)

[Le site](http://[exemple.fr/)

[Le site](htps://exemple.fr)

[Le site](https://)

[Le site](http://https://exemple.fr)

[Le site](http://localhost:8000/)

[Le site](https://exemple.fr:99999)

[Le site](https://exemple..fr)

[Nous écrire](mailto:bal)

[Nous appeler](tel:bonjour)

[Le site](https://moi:tr4l@exemple.fr/)

[Le site](https:\u200b//exemple.fr)

[Le site](http://192.168.1.10/)

[Le lieu](geo:43)

[Imprimer](javascript:void(0))

[Le bal](data:text/html,Bal)

Le bal&#xD800;

[Nous appeler](tel:04 67 00 00 00)

[Nous écrire](mailto:a@exemple.fr;b@exemple.fr)

[Les réglages](chrome://settings)

[Le site](https://exemple.fr/100%)

[Le bal](obsidian://open?vault=Bal)

[Le bal](/?p=123)

![Un bal](data:image/jpeg;base64...)

<iframe src="https://www.facebook.com/bal/videos/1/" title="Un bal"></iframe>

![Un bal](enseigne.svg)
"""
_SIGNS = """\
[le bal] (contact.html)

(le bal)[contact.html]

[le bal](contact.html

[le bal | le lieu](contact.html)

[le bal][là-bas]

le bal {: .encart}

le bal {::coment}caché{:/}

le bal {: .encart

le bal {::comment} caché

le bal {::musique}

le bal
{: lang=fr}

[le bal](contact.html "le bal)

[le bal(contact.html)

un **bal **ici

##Le bal

•le bal
•le repas

Le bal
| où | quand |
|----|-------|

<!- le bal ->

Un bal[^b].

[^a]: Le bal.

[^b]: Le bal.

[^b]: Le repas.

```

<!-- caché
"""
_HTML = """\
<p>Un <div>deux</div></p>

<span><h2>un</h2></span>

<li>Un</li>

<ul><p>Un</p></ul>

<div class="a" class="b">Un</div>

<p klass="a">Un</p>

<p xyzw="a">Un</p>

<p class="a"b">Un</p>

<setcion>Un</setcion>

<bonjour>Un</bonjour>

<center>Un</center>

<p align="center">Un</p>

<i class="a"/> un

<b>un <i>deux</b></i>

un</br>deux

un <div>deux</div>

<b>un *deux</b> trois*

<div markdown="1">
* un
  </div>

</div>

<iframe srcdoc="Un" title="Un"></iframe>

<img src="logo.png" alt="Le bal" width="100%" height="9px">

<img src="logo.png" alt="Le bal" width="auto" loading="lent">

<p id="ici">Un</p>

<p id="ici">Deux</p>

<img src="logo.png" alt="Le bal"></img>

<section>Un

<p class="MsoNormal">Le bal<o:p></o:p></p>
"""
_PLACES = """\
<main>Un</main>

<title>Un</title>

<body>

<base href="/">

<ul>Un</ul>

<p id="">Un</p>

<p id="le bal">Un</p>

<input type="courriel" title="Un">

<a href="/contact.html" target="_page">La page de contact</a>

<p tabindex="un">Un</p>

<label for="nom">Un</label>
"""
_VALUES = """\
<table><caption>Un</caption><caption>Deux</caption><tr><td colspan="deux">Un</td></tr></table>

<p lang="fr_FR">Un</p>

<time datetime="demain">Un</time>

<table><tr><th scope="colonne">Un</th></tr></table>

<meter value="un">Un</meter>

<p dir="xyz">Un</p>

<video controls="non"></video>

<iframe src="/plan.html"></iframe>

<iframe srcdoc="Un"></iframe>

<p style="colour: red">Un</p>

<p>Le <time>12 mars</time></p>

<details>Le bal</details>

<details><p>Un</p><summary>Le bal</summary></details>

<p><a href="/contact.html">La page de contact<a></p>

<meter>Un</meter>

<button></button>

<input name="ville">

<p id="quand">Un</p> <label for="quand">Deux</label>

<h2></h2>
"""
_UNREAD = f"Le bal[^1], à&nbps;20 h.\n\nL'orchestre &#{'9' * 301}; joue.\n"
_UNREAD_IMAGES = {
    "images/animee.png": _head(5100, 5000, 0, *_turned(2)),
    "images/bal.heic": b"\0\0\0\x18ftypheic",
    "images/bal.jpg": b"<!doctype html>",
    "images/immense.png": _head(10_001, 10_000, 2),
    "images/lourde.png": _head(7200, 7200, 2),
}
_OUTSIDE = """\
<script src="https://cdn.exemple.org/a.js"></script>

<link rel="stylesheet" href="https://cdn.exemple.org/a.css">

<img src="https://cdn.exemple.org/a.png" alt="Le bal">

<video controls src="https://cdn.exemple.org/a.mp4"><track kind="captions" srclang="fr" label="fr"
src="https://cdn.exemple.org/a.vtt"></video>

<audio controls><source src="https://cdn.exemple.org/a.mp3"></audio>

<audio controls src="https://cdn.exemple.org/b.mp3"></audio>

<object data="https://cdn.exemple.org/a.pdf" type="application/pdf"></object>

<iframe src="https://www.youtube.com/embed/abc" title="Le bal"></iframe>

<script src="https://pub.exemple.net/a.js"></script>

<iframe src="javascript:ouvrir()" title="Le bal"></iframe>
"""
_DATA = """\
<script type="application/ld+json">{</script>

<script type="application/ld+json">{"name": "Bal"}</script>

<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Event"}</script>
"""
FAULTS: dict[str, str | bytes] = {
    "_config.yml": "title: Nous\ndescription: '[Un bal](disparue.html)'\n"
    "origines_autorisees: [https://cdn.exemple.org]\n"
    "kramdown:\n  hard_wrap: true\n  parse_block_html: true\n"
    "  smart_quotes: laquo,raquo,ldquo,rdquo\n",
    "_data/menu.json": '{"nom": "Bal",\n"lieu"}',
    "_data/nombre.json": f"[{'9' * 301}]",
    "_data/nombre.yml": f"un: 1\ndeux: {'9' * 301}\n",
    "_data/profond.json": "[" * 100_000,
    "_evenements/2024-01-01-bal.md": page("title: Bal\ndebut: 2024-01-01", "Le bal est à venir."),
    "adresses.md": page("title: Adresses", _ADDRESSES),
    "agenda/sans-jour.ics": _calendar(*_VERSION, _event(*_UID, "SUMMARY:Bal")),
    "agenda/sans-nom.ics": _calendar(*_VERSION, _event("DTSTART:20240101T180000Z")),
    "agenda/sans-version.ics": _calendar("PRODID:bal", _event(*_UID, "DTSTART:20240101T180000Z")),
    "agenda/trop-court.ics": _calendar(
        *_VERSION,
        _event(*_UID, "SUMMARY:Bal", "DTSTART:20240102T180000Z", "DTEND:20240101T180000Z"),
    ),
    "agenda/illisible.ics": _calendar(*_VERSION, _event(*_UID, "SUMMARY:Bal", "DTSTART:jeudi")),
    "agenda/abime.ics": "BEGIN:VCALENDAR\r\nbal\r\n",
    "agenda/sans-fin.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n",
    "agenda/vide.ics": "\r\n",
    "agenda/contact.vcf": "BEGIN:VCARD\r\nFN:Nous\r\n",
    "agenda/contraires.ics": _calendar(
        *_VERSION,
        _event(*_UID, "DTSTART:20240101T180000Z", "DTEND:20240101T190000Z", "DURATION:PT1H"),
    ),
    "agenda/deux-fois.ics": _calendar(
        *_VERSION, _event(*_UID, "SUMMARY:Bal", *["DTSTART:20240101T180000Z"] * 2)
    ),
    "agenda/fuseau.ics": _calendar(
        *_VERSION, _event(*_UID, "DTSTART;TZID=Europe/Pariss:20240101T180000")
    ),
    "agenda/jumeaux.ics": _calendar(
        *_VERSION, *[_event(*_UID, "DTSTART:20240101T180000Z", "SUMMARY:Bal")] * 2
    ),
    "agenda/repetition.ics": _calendar(
        *_VERSION,
        _event(*_UID, "SUMMARY:Bal", "DTSTART:20240101T180000Z", "RRULE:FREQ=DAILY;UNTIL=20240110"),
    ),
    "_data/cases.csv": "nom,lieu\nBal,Foix,8\n",
    "renvois.md": page("title: Renvois", "Un bal[^v].\n\n[^v]: [^w]: Un repas.\n"),
    "_data/noms.csv": 'nom,lieu\n"Bal,Foix\n',
    "plan.pdf": "<!doctype html>\n<title>404</title>",
    "film/bal.vtt": "Le bal\n",
    "film/fete.vtt": "WEBVTT\n\n00:01,000 --> 00:02,000\nLa fête\n",
    "film.md": page("title: Le film", '<video src="logo.png" controls></video>\n'),
    "guillemets.md": page("title: Guillemets", "<p class=“grand”>Un bal</p>\n"),
    "retourne.md": page("title: Retourné", "Un \u202ebal\u202c ici.\n"),
    "controle.md": page(
        "title: Contrôle",
        "Un\x0bbal.\n\n| Jour | Heure |\n|---|---|\n| Mardi | 12 h | 8 € |\n\n"
        '<object data="plan.pdf" type="application/pdf"></object>\n',
    ),
    "CNAME": "https://www.exemple.fr/\n",
    "brute.html": "<html>\n<p>Un jeu.</p>\n</html>\n",
    "accents.html": '<!doctype html><html lang="fr"><title>Jeu</title>\n'
    "<meta charset='latin1'><p>Un été.</p></html>\n",
    "abimes.md": page("title: Textes", "Le cafÃ©. Le bal\u00c2\u00a0!\n\nLe th\ufffd.\n"),
    "bal.md": page("title: Bal\nlayout: pages", "Un\u00c2\u00a0bal.\n"),
    "marque.txt": "\u00ef\u00bb\u00bfUn bal.\n",
    "dessin.svg": "<svg>\n<g></svg>",
    "brouillon.md": page("title: Brouillon\npublished: false"),
    "commun-1.md": page("title: Un", "{{ site.description }}"),
    "commun-2.md": page("title: Deux", "{{ site.description }}"),
    "commun-3.md": page("title: Trois", "{{ site.description }}"),
    "contact.md": page(
        "title: Contact\nverification: {ignorer: [lien-vague], raison: Des liens courts}",
        "## Où\n\nIci.\n",
    ),
    "compte-rendu.": "Le bal a plu.\n",
    "dehors.md": page("title: Dehors", _OUTSIDE),
    "donnees.md": page("title: Données", _DATA),
    "flux/abime.xml": "<rss>\n<channel></rss>",
    "flux/atom.xml": f"<feed {_ATOM}><id>a</id><title>A</title><updated>hier</updated>"
    f"{_ENTRY.format('2024-01-01T00:00:00Z') * 2}<entry/>"
    "<entry><id>b</id><title>Le bal</title><updated>hier</updated></entry></feed>",
    "flux/rss.xml": "<rss><channel><title>A</title><link>/</link></channel></rss>",
    "flux/rss-vide.xml": "<rss/>",
    "formulaire.md": page("title: Le bal", "Écrivez ici votre actualité.\n"),
    "html.md": page("title: HTML", _HTML),
    "images.md": page(
        "title: Images",
        '<img src="logo.png">\n\n![IMG_12.png](logo.png)\n\n'
        '<img src="grande.png" alt="Le bal" width="100">\n\n'
        "![](grande.png)\n\n" + "\n\n".join(f"![Le bal]({name})" for name in _UNREAD_IMAGES),
    ),
    "images/abimee.jpg": _photo(300)[:9000],
    **_UNREAD_IMAGES,
    "images/oubliee.png": _image(9),
    "images/oubliee.heic": b"\0\0\0\x18ftypheic",
    "images/programme.jpg": b"%PDF-1.7",
    "images/sans-corps.jpg": b"\xff\xd8\xff\xe0",
    "index.md": page("title: Accueil", "[La photo](images/abimee.jpg)\n"),
    "liens.md": page("title: Liens", _LINKS),
    "grande.png": _image(900),
    "logo.png": _image(9),
    "jeu.html": '<!doctype html>\n<html lang="fr"><title>Le jeu</title>\n'
    '<script src="https://pub.exemple.net/a.js"></script>\n<h1>Le jeu</h1></html>\n',
    "longue.md": page("title: Longue", _paragraphs(120)),
    "lourde.html": page("title: Lourde", _tags(2500)),
    "places.md": page("title: Places", _PLACES),
    "phrases.md": page(
        "title: Phrases", "C'est " + "trop long " * 31 + "ici.\n\n" + "Il est bien trop long. " * 40
    ),
    "notes.md": page("title: Notes", _UNREAD),
    "reseaux.md": page("title: Réseaux\nredirect_to: /contact.html"),
    "signes.md": page("title: Signes", _SIGNS),
    "styles-latins.css": b"a::before {content: '\xe9'}",
    "styles-faux.css": "a {color red; colour: red; couleur: red; color: red\nmargin: 0}\n"
    "c {color: rouge}"
    "\n} /* fin */\nb {content: 'un\n}\n@meida print {\n/* fin",
    "styles-immenses.css": "a {color: red}\n" * 70_000,
    "styles-passes.css": "a:hovver {color: red}\n@media (max-width: 600) {}\n",
    "styles-variables.css": ":root {--vert-clair: green}\na {color: var(--vert-cliar)}\n",
    "styles-profonds.css": "a {" * 60,
    "styles-illisibles.css": ".1a {color: red}",
    "enseigne.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<image href="bal.jpg"/></svg>',
    "styles.css": "a {}\nb {background: url(fond.png)}",
    "plan.html": page("title: Plan", "<h2>Un</h2>\n\n<h4>Le bal</h4>\n"),
    "titres.md": page(
        "title: Titres", f"## Un\n\n#### Le bal\n\nIci.\n\n## Deux\n\n#### {_LONG_TITLE}\n\nIci.\n"
    ),
    "valeurs.md": page("title: Valeurs", _VALUES),
    "tres-longue.md": page("title: Très longue", _paragraphs(420)),
}
SITES: dict[str, dict[str, str | bytes]] = {
    "fautes": FAULTS,
    "mal_nommes": {
        "_config.yaml": "title: Nous\n",
        "_evenements/affiche.png": _image(9),
        "_post/2024-01-01-bal.md": page("title: Bal"),
        "_data/notes.md": page("title: Notes"),
        "_pages/equipe.md": page("title: L'équipe"),
        ".contact.md": page("title: Contact"),
        "adresses.txt": page("title: Adresses"),
        "css/custom.css": "a {color: red}",
        "mentions.md": page("title: Mentions légales"),
        "vie/_brouillon.md": page("title: Bal"),
        "vie/brouillons/repas.md": page("title: Un repas"),
        "vie/bal.md": page("title: Un bal"),
        "_posts/2199-01-01-bal.md": page("title: Bal"),
        "robots.txt": "User-agent: *\nDissalow: /bal\n",
        "bal.mdd": page("title: Bal"),
        "bal.md.bak": page("title: Bal"),
        "index.md": page("title: Accueil"),
    },
    "accueil_lourd": {
        "_config.yml": "title: Nous\ndescription: '[Un bal](disparue.html)'\n",
        "a.md": page("title: A", "{{ site.description }}"),
        "b.md": page("title: B", "{{ site.description }}"),
        "index.md": page("title: Accueil", '<script src="jeu.js"></script>\n'),
        "jeu.js": " ".join(_word() for _ in range(9000)),
    },
    "regle_obligatoire": {
        "_config.yml": "title: Nous\n",
        "index.md": page(
            "title: Accueil\n"
            "verification: {ignorer: [liquid-balise-inconnue], raison: La carte viendra}",
            "{% include carte.html %}\n",
        ),
    },
    "accepte": {
        "_config.yml": "title: Nous\n",
        "_verification.yml": "contact.md: {lien-brise: 2}\nindex.md: {lien-brise: 2, lien: 1}\n",
        "contact.md": page("title: Contact", "[Un](a.html)\n\n[Deux](b.html)\n"),
        "index.md": page("title: Accueil", "[Un](a.html)\n"),
    },
    "sans_nom": {"a.md": page("title: A")},
    "trop_profond": {
        "mon-site/_config.yml": "title: Nous\n",
        "mon-site/index.md": page("title: Accueil", "![Un bal](/images/bal.jpg)\n"),
    },
    "lapsus": {
        "_config.yml": "title: Nous\n",
        "_evenements/2099-01-01-bal.md": page(
            "title: Bal\ndebut: 2099-01-01\nheure: 18h\nprix: libre\nrecurrence: hebdo\nplaces: 30",
            "Venez.\n",
        ),
        "_events/2099-01-01-bal.md": page("title: Bal\ndebut: 2099-01-01", "Venez.\n"),
        "_posts/2024-01-01-bal.md": page("title: Bal\nrubrique: Fêtes\ninscription: oui", "Venez."),
        "actualites-de-2023/x.md": page("title: X", "Venez.\n"),
        "agenda.md": page("title: Agenda", "Venez.\n"),
        "bal-2.md": page("title: bal", "Venez.\n"),
        "bal.md": page(
            "title: Bal\nordre: 2\nmenu: non\ntelephone: 04 67\npublie: non\nslug: le-bal\n"
            "sous-menu: La vie\nlégende: Un bal",
            "Venez.\n![Le bal](bal.png){width=50%}\n",
        ),
        "bal.png": _image(9),
        "compte-rendu.docx": b"PK\x03\x04",
        "donne.odt": b"PK\x03\x04",
        "evenements/bal.md": page("title: Bal\ndebut: 2099-01-01", "Venez.\n"),
        "index.md": page("title: Accueil", "[Le bal](donne.odt)\n"),
        "news/2024-01-01-a.md": page("title: A", "Venez.\n"),
        "news/2024-01-02-b.md": page("title: B", "Venez.\n"),
        "mise-en-page.md": page("title: Mise en page", _LAYOUT),
        "mots.md": page(
            "title: Un **bal**\ntags: énergie partage",
            '![Un bal](https://drive.google.com/file/d/1a/view)\n\n<audio src="bal.mp3"></audio>\n',
        ),
        "notes.md.txt": "Venez.\n",
        "bal.mp3": b"ID3\x03\0",
        "photos.zip": b"PK\x03\x04",
        "signes.md": page("title: Signes", _SLIPS),
        "signes-d-ailleurs.md": page("title: Signes d'ailleurs", _RAW),
        "styles.css": ".carte {color: red}",
        "vide.md": page("title: Vide", ""),
    },
    "signes_voulus": {
        "_config.yml": "title: Nous\n",
        "bal.md": page("title: Bal", "Venez.\n"),
        "index.md": page("title: Accueil", "<style>.box {color: red}</style>\n"),
        "signes.md": page("title: Signes", _MEANT),
    },
    "menu": {
        "_config.yml": "title: Nous\n",
        "index.md": page("title: Accueil"),
        "presse.md": page("title: Presse"),
        "contact.md": page("title: Contact\norder: 2"),
        "vie/index.md": page("title: La vie du lieu\norder: 3.5"),
        "vie/cantine.md": page("title: La cantine"),
        "vie/velo.md": page("title: Le vélo"),
    },
    "sans_chemin": {
        "_config.yml": "couleurs_du_site: gris\ntitle: Nous\ncollections: {lieux: {output: true}}\n"
        "slogan: Tous\nmots: 3\nminima: {skin: a}\ngoogle_site_verification: a\n",
        "index.md": page("title: Accueil\nredirect_from: /debut/"),
        "affiche.md": page("title: Affiche\nin_menu: false", "[Le lieu](lieu.md)\n"),
        "lieu.md": page("title: Lieu\nin_menu: false", "[Le bal](/vieux.html)\n"),
        "bal.md": page("title: Bal\nin_menu: false\nredirect_from: /vieux.html"),
        "mentions-legales.md": page("title: Mentions légales"),
        **{f"_lieux/{name}.md": page(f"title: {name}") for name in ("a", "b", "c", "d")},
    },
    "en_dossier": {
        "_config.yml": "title: Nous\nurl: https://exemple.fr\nbaseurl: /projet\n",
        "index.md": page("title: Accueil"),
        "jeu.html": _GAME,
    },
    "mots_cles": {
        "_config.yml": "title: Nous\n",
        "index.md": page("title: Accueil"),
        **{
            f"_posts/2024-01-0{n}-bal.md": page(f"title: Bal\ntags: [{_key_words(40 * n)}]")
            for n in (1, 2)
        },
    },
    "accueil_aux_images_lourdes": {
        "index.md": page("", "".join(f"![Le bal](photo-{n}.jpg)\n\n" for n in range(2))),
        **{f"photo-{n}.jpg": _photo(400) for n in range(2)},
    },
}
# Names that a folder of this machine may be unable to hold.
NAMES = [
    "documents/compte : 2024.pdf",
    "documents/fin.",
    "documents/aux.txt",
    f"documents/{'très-' * 50}long.pdf",
    "documents/Bal.pdf",
    "documents/bal.pdf",
    "documents/photo\u202egpj.pdf",
    "documents/photo\u200b.pdf",
    "documents/cafÃ©.pdf",
    "documents/caf\ufffd.pdf",
    "documents/e\u0301te.pdf",
    "documents/\u00e9te.pdf",
]
