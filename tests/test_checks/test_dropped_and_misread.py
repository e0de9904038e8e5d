"""What members write, drop and copy that nothing reads as they meant: told, with what mends it."""

import re
from collections import ChainMap, defaultdict
from datetime import date, timedelta

import pytest

from checks_support import reported_with_codes
from commands.checks.keys.keys_elsewhere import EVENT_KEYS, PAGE_KEYS, POST_KEYS, SETTING_KEYS
from content_types.events.event_file import EVENT as EVENTS
from jekyll.site.config_schema import CONFIG
from jekyll.site.schemas import PAGE
from jekyll.site.schemas import POST as POSTS
from support import encoded, page, write_site

EVENT, POST = "_evenements/2099-04-01-repas.md", "_posts/2026-01-05-bal.md"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}</svg>'
)
GIF = b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"


def event(*lines: str) -> dict[str, str | bytes]:
    return {EVENT: page("\n".join(["title: Repas", "debut: 2099-04-01", *lines]))}


def post(*lines: str, body: str = "Venez.\n") -> dict[str, str | bytes]:
    return {POST: page("\n".join(["title: Bal", *lines]), body)}


def text(body: str) -> dict[str, str | bytes]:
    return {"bal.md": page("title: Bal\norder: 2", body)}


def config(*lines: str) -> dict[str, str | bytes]:
    return {"_config.yml": "\n".join(["title: Nous", *lines, ""])}


def bal(*lines: str) -> dict[str, str | bytes]:
    return {"bal.md": page("\n".join(["title: Bal", "order: 2", *lines]))}


def actor(*lines: str) -> dict[str, str | bytes]:
    name = lines[0].partition(":")[0]
    return {"_communs/eau/bal.md": page("\n".join([f"nom: {name}", "role: partenaire", *lines]))}


OF_AN_EVENT = "cle-non-suivie Seul un événement a cette clé"
MOVED = "evenement-hors-dossier Déplacez-le dans _evenements/."

# The files, and for each what is told of it: the line, the rule, the end of the hint.
CASES: dict[str, tuple[dict[str, str | bytes], list[str]]] = {
    "a key of Jekyll's with a capital": (
        {POST: page("Title: Bal\nTags: [bal]")},
        ["2 cle-inconnue « title » ?", "3 cle-inconnue « tags » ?"],
    ),
    "a quotation mark left in a list": (
        post('tags: ["bal", repas", "miel"]'),
        ["3 yaml-guillemet-non-referme Ajoutez le guillemet qui manque."],
    ),
    "marks in the words of a list": (post("tags: ['l''été', écran 15\", l'hiver]"), []),
    "an empty header": (
        {"_posts/2026-01-08-d.md": "---\n...\ntitle: Bal\n---\nVenez.\n"},
        ["3 en-tete-trop-bas Un fichier n'a qu'un en-tête : mettez ces clés dans le premier."],
    ),
    "a year struck twice": (
        {"_posts/20026-03-12-velo.md": page("title: Vélo")},
        ["article-sans-date Renommez-le 2026-03-12-velo.md."],
    ),
    "no date at all": (post("date: {}"), ["3 valeur-impossible « {} ». Écrivez"]),
    "keys of pages in an actor's file": (
        {
            "_communs/eau/index.md": page("title: Eau\norder: 1\nlang: oc"),
            "_communs/eau/a.md": page(
                "nom: A\nrole: soutien\nurl: https://exemple.org\nimage: images/a.gif\n"
                "description: Une source\nlayout: page",
                "Une source.\n",
            ),
        },
        ["4 cle-non-suivie Écrivez « site: »", "5 cle-non-suivie Retirez cette ligne"],
    ),
    "an event whose layout is nearly a word": (
        event("layout: evenment"),
        ["4 gabarit-inconnu Retirez cette ligne."],
    ),
    "an event with a layout of elsewhere": (event("layout: carte"), []),
    "headers of other programs": (
        {
            "_posts/2026-01-05-a.md": "#+TITLE: Bal\n\nVenez.\n",
            "_posts/2026-01-06-b.md": ".. title: Bal\n\nVenez.\n",
            "_posts/2026-01-07-c.md": "<!-- Un bal -->\n\nVenez : on danse.\n",
        },
        ["1 en-tete-d-ailleurs Mettez ses clés entre deux lignes « --- »"] * 2,
    ),
    "a setting with a capital": (
        {"_config.yml": "Title: Nous\n"},
        ["1 cle-inconnue « title » ?"],
    ),
    "a key of events in an article": (
        post("lieu: La Grange"),
        ["3 cle-non-suivie Seul un événement a cette clé : écrivez-le dans le texte."],
    ),
    "a rule of events in an article": (
        post("chaque: jeudi"),
        ["3 evenement-hors-dossier Déplacez-le"],
    ),
    "a key that nobody reads": (
        {**event("equipe: 40"), "bal.md": page("title: Bal\norder: 2\nvideo: a\n📅: demain")},
        [
            "4 cle-non-suivie Retirez cette ligne, ou écrivez dans le texte",
            *(f"{n} cle-non-suivie Retirez cette ligne, ou" for n in (4, 5)),
        ],
    ),
    "words of an image that is not there": (
        post("image_alt: Un bal"),
        ["3 cle-non-suivie Ajoutez « image: »"],
    ),
    "an address on the web": (
        event("adresse: https://exemple.org/plan"),
        ["4 lieu-en-ligne Écrivez l'adresse postale"],
    ),
    "categories of an event": (event("categories: [Fêtes]"), ["4 cle-non-suivie « tags: »"]),
    "keys that are not under theirs": (
        config("contact:", "courriel: a@exemple.fr", "telephone: 04 67 00 00 00"),
        [
            f"{n} cle-non-suivie Mettez deux espaces devant : elle va sous « contact: »."
            for n in (3, 4)
        ],
    ),
    "two telephone numbers": (
        config("contact: {telephone: 04 67 00 00 00 / 06 00 00 00 00}"),
        ["2 valeur-impossible un seul numéro"],
    ),
    "one key word that has many": (
        post("tags: énergie partage"),
        ["3 mots-cles-en-un-seul [énergie, partage] pour 2"],
    ),
    "key words with semicolons": (event("tags: bal; été"), ["4 mots-cles-en-un-seul [bal, été]"]),
    "key words of networks": (post('tags: "#bal #été"'), ["3 mots-cles-en-un-seul [bal, été]"]),
    "key words that are": (post("tags: vie du collectif"), []),
    "bold in a title": (
        {POST: page("title: Un **bal**")},
        ["2 markdown-dans-une-cle Retirez ces signes."],
    ),
    "a link in a summary": (
        event("resume: Voir [là](https://exemple.org)"),
        ["4 markdown-dans-une-cle Retirez ces signes."],
    ),
    "stars and brackets that are words": (post("resume: Ouvert à tou*tes [sic], 2 * 3 * 4"), []),
    "an article of a title": (post(body=""), ["page-vide « published: false » en haut."]),
    "an article of a poster": (post("image: images/a.gif", "image_alt: Un bal", body=""), []),
    "a telephone number to register": (
        event("inscription: 04 67 00 00 00"),
        ["4 valeur-impossible dites-le dans le texte."],
    ),
    "a page to register": (
        event("inscription: contact.md"),
        ["4 valeur-impossible Copiez l'adresse depuis le navigateur"],
    ),
    "an end that is a duration": (
        {EVENT: page("title: Repas\ndebut: 2099-04-01 18:30\nfin: 2h")},
        ["4 evenement-fin-impossible Si « fin » est une durée, écrivez 20h30."],
    ),
    "a shortcode": (
        text("{{< youtube abc >}}\n"),
        ["5 liquid-non-compris collez le code d'intégration"],
    ),
    "numbers multiplied twice": (
        text("Une bâche de 5*8 m, et deux de 3*4 m.\n"),
        ["5 signes-lus-autrement Écrivez « × », ou « \\* »."],
    ),
    "a front matter below words": (
        {"bal.md": "Bonjour,\n---\ntitle: Bal\norder: 2\nmot: a\n---\nVenez.\n"},
        [
            "1 titre-involontaire Pour un trait",
            "2 en-tete-trop-bas Effacez tout ce qui",
        ],
    ),
    "an image of HTML, whose file Markdown shows above": (
        text('![Un bal](images/a.gif)\n\n<img src="images/a.gif" width="9" height="9">\n'),
        ["7 image-sans-texte Décrivez-la"],
    ),
    "two front matters": (
        post(body="\n---\nauteur: Ada\n---\nVenez.\n"),
        ["5 en-tete-trop-bas mettez ces clés dans le premier."],
    ),
    "a tag without its signs": (
        text("[nous]({ link index.md })\n"),
        ["5 lien-brise Écrivez {% link index.md %}."],
    ),
    "a caption between other quotation marks": (
        text("![Un bal](images/a.gif “Le bal”)\n\n![Un bal](images/a.gif « Le bal »)\n"),
        [f'{n} lien-brise Écrivez (images/a.gif "Le bal").' for n in (5, 7)],
    ),
    "a size behind an address": (
        text("![Un bal](images/a.gif =300x)\n"),
        ['5 lien-brise Écrivez (images/a.gif){: width="300"}.'],
    ),
    "a size among the words": (
        text("![Un bal|300](images/a.gif)\n"),
        ['5 lien-coupe-en-cases Écrivez ![Un bal](images/a.gif){: width="300"}.'],
    ),
    "players without controls": (
        text('<audio src="/a.mp3"></audio>\n\n<video src="/b.mp4"></video>\n')
        | {"a.mp3": b"ID3\3\0", "b.mp4": b"\0\0\0\x14ftypisom\0\0\2\0isom"},
        [
            f"{n} lecteur-sans-commandes Écrivez <{name} controls"
            for n, name in ((5, "audio"), (7, "video"))
        ],
    ),
    "a note that is a reference": (
        text("Un bal[1].\n\n[1]: La note du bal.\n"),
        ["7 lien-brise [^1]: Le texte de la note."],
    ),
    **{
        f"an image of an own disk: {url}": (
            text(f"![Un bal]({url})\n"),
            ["5 adresse-de-votre-disque donnez son adresse dans le site."],
        )
        for url in ("blob:https://exemple.org/1", "attachment:bal.jpg", "cid:bal")
    },
    **{
        f"a page for an image: {url}": (
            text(f"![Un bal](https://{url})\n"),
            ["5 page-d-un-autre-site déposez-la dans images/, et montrez-la d'ici."],
        )
        for url in (
            "drive.google.com/file/d/1a/view?usp=sharing",
            "www.dropbox.com/s/abc/bal.jpg?dl=0",
            "nuage.exemple.org/s/AbCdEfGhIjKlMno",
            "photos.app.goo.gl/abc",
            "www.instagram.com/p/abc/",
            "fr.wikipedia.org/wiki/Fichier:Bal.jpg",
        )
    },
    **{
        f"a page for a film: {url}": (
            text(f'<iframe src="https://{url}" title="Un bal"></iframe>\n'),
            ["5 page-d-un-autre-site « Intégrer » donne le code à coller."],
        )
        for url in ("www.youtube.com/watch?v=abc", "videos.exemple.org/w/abc", "youtu.be/abc")
    },
    **{
        f"what is pasted from an office suite: {html}": (
            text(f"{html}\n"),
            ["5 html-de-bureautique Collez ce texte sans sa mise en forme"],
        )
        for html in (
            '<p class="MsoNormal">Un bal</p>',
            '<span id="docs-internal-guid-4f2c">Un bal</span>',
            '<p style="color: red; mso-bidi-font-weight: bold">Un bal</p>',
            '<span class="Apple-converted-space">Un bal</span>',
        )
    },
    **{
        f"what a drawing shown as an image asks for: {asked}": (
            text(f"![Un bal](dessin-{n}.svg)\n") | {f"dessin-{n}.svg": DRAWING.format(asked)},
            [f"2 svg-partie-invisible {hint}"],
        )
        for n, (asked, hint) in enumerate(
            (
                (
                    '<image href="images/a.gif" width="9" height="9"/>',
                    "Mettez l'image dans le dessin",
                ),
                (
                    '<image xlink:href="https://exemple.org/a.png"/>',
                    "Mettez l'image dans le dessin",
                ),
                ('<use href="images/b.svg#a"/>', "Mettez l'image dans le dessin"),
                ("<style>@import url(a.css);</style>", "Changez les lettres en tracés"),
                ("<style>@font-face {src: url(a.woff2)}</style>", "Changez les lettres en tracés"),
                ('<rect style="fill: url(b.svg#c)"/>', "Mettez l'image dans le dessin"),
            )
        )
    },
    "a drawing that holds all its parts": (
        text("![Un bal](dessin.svg)\n")
        | {
            "dessin.svg": DRAWING.format(
                '<image href="data:image/gif;base64,R0lGODlhAQABAAAAACw="/><use href="#a"/>'
                '<a href="/"><path id="a" style="fill: url(#a)"/></a>'
            )
        },
        [],
    ),
    "a drawing in a frame": (
        text('<object data="cadre.svg" aria-label="Un bal"></object>\n')
        | {"cadre.svg": DRAWING.format('<image href="images/a.gif"/>')},
        [],
    ),
    **{
        f"an image of a notebook: {written}": (
            text(f"{written}\n"),
            [f"5 ecriture-d-ailleurs Écrivez {meant}."],
        )
        for written, meant in (
            ("![[a.gif]]", "![Ce que montre l'image](/images/a.gif)"),
            ("![[a.gif|300]]", '![Ce que montre l\'image](/images/a.gif){: width="300"}'),
            ("![[a.gif|Un bal]]", "![Un bal](/images/a.gif)"),
            ("[[Accueil|la première page]]", "[la première page](/)"),
            ("[[Accueil#Le début]]", "[Accueil](/#le-debut)"),
            ("[[#^vote]]", "[vote](#vote)"),
            ("[[Rien|le bal]]", "[le bal](l'adresse de la page)"),
        )
    },
    "a caption of WordPress": (
        text('[caption id="a" width="3"]![Un bal](images/a.gif) Le bal[/caption]\n'),
        ['5 ecriture-d-ailleurs Écrivez ![Un bal](images/a.gif "Le bal").'],
    ),
    **{
        f"a shortcode: {written}": (text(f"{written}\n"), [f"5 liquid-non-compris {meant}"])
        for written, meant in (
            ('[x]({{< ref "index.md" >}})', "comme dans [les mots](index.md)."),
            ('{{< relref "index.md" >}}', "comme dans [les mots](index.md)."),
            (
                '{{< figure src="images/a.gif" title="Bal" >}}',
                'Écrivez ![Ce que montre l\'image](images/a.gif "Bal").',
            ),
        )
    },
    **{
        f"typographic quotes of HTML: {html}": (
            text(f"{html}\n"),
            ["5 html-guillemets-typographiques Écrivez-les droits"],
        )
        for html in (
            "<a href=« /index.html »>Un bal</a>",
            "<a href=“/index.html”>Un bal</a>",
            "<div class=« encart »>\nUn bal\n</div>",
            "<img src=« images/a.gif » alt=« Un bal »>",
        )
    },
    **{
        f"an address that is none: {written}": (
            {POST: page(f"title: Bal\npermalink: {written}")},
            [f"3 valeur-impossible {hint}"],
        )
        for written, hint in (
            ('"/n/{{ title | slug }}/"', "Liquid n'y est pas lu"),
            ('"/n/{% if a %}b{% endif %}/"', "Liquid n'y est pas lu"),
            ("false", "écrivez published: false"),
            ("true", "écrivez published: false"),
        )
    },
    **{
        f"a text that is none: {kind}": (
            {"autre.md": data, **config()},
            [f"fichier-pas-un-texte {hint}"],
        )
        for kind, data, hint in (
            ("RTF", b"{\\rtf1\\ansi La r\\'e9union}", "copiez son texte"),
            ("Word", b"PK\3\4\x14\0[Content_Types].xml\xff", "copiez son texte"),
            ("LibreOffice", b"PK\3\4mimetypeapplication/vnd.oasis.opendocument.text\xff", "copiez"),
            ("old Word", b"\xd0\xcf\x11\xe0\0", "copiez son texte"),
            ("PDF", b"%PDF-1.7\n\xff", "mettez un lien vers lui"),
            ("image", b"\xff\xd8\xff\xe0", "mettez-le dans images/"),
            ("web page", b"<!doctype html>\n<html><p>Un bal</p></html>", "renommez-la en .html"),
        )
    },
    "texts that begin as other files do": (
        {"autre.md": "---\ntitle: A\norder: 3\n---\nUn.\n", "ID3.md": page("title: B\norder: 4")},
        [],
    ),
    "a whole page in a text": (
        text(
            "Un.\n\n<html>\n<head><title>Bal</title></head>\n<body>\n<p>Bal</p>\n</body></html>\n"
        ),
        ["7 html-balise-reservee-au-theme ce qui est entre <body> et </body>"],
    ),
    "a front matter of Hugo's": (
        {"autre.md": "+++\ntitle = 'Bal'\ndraft = true\n+++\nUn bal.\n", **config()},
        ["1 en-tete-en-toml Ce brouillon paraît"],
    ),
    "a front matter of Pelican's": (
        {"autre.md": "Title: Bal\nDate: 2026-03-12\nTags: four\n\nUn bal.\n", **config()},
        ["1 en-tete-d-ailleurs Mettez ses clés entre deux lignes"],
    ),
    "a name of Decap's": (
        {"_posts/2026-05-29t09-51-20-960z-fete.md": page("title: Bal")},
        ["article-sans-date Renommez-le 2026-05-29-fete.md."],
    ),
    "a month of another language": (
        {EVENT: page("title: Repas\ndebut: 12 de març de 2099")},
        ["3 valeur-impossible Vouliez-vous dire « mars » ?"],
    ),
    "Scribouilli's list of articles": ({"blog.md": page("title: Articles")}, []),
    "what Windows leaves": ({"images/Thumbs.db": b"\xd0", "desktop.ini": "[a]\n"}, []),
    **{
        f"a page that refuses frames: {url}": (
            text(f'<iframe src="https://{url}" title="Un bal"></iframe>\n'),
            ["5 cadre-refuse Collez le code que donne son bouton « Intégrer »"],
        )
        for url in (
            *("www.facebook.com/chorale/videos/10/", "x.com/a/status/1", "twitter.com/a"),
            *("www.instagram.com/p/abc/", "www.youtube.com/@bal", "open.spotify.com/track/a"),
            *("www.tiktok.com/@a/video/1", "www.linkedin.com/posts/a", "github.com/a/b"),
        )
    },
    **{
        f"what its service gives for frames: {url}": (
            text(f'<iframe src="https://{url}" title="Un bal"></iframe>\n'),
            ["5 contenu-externe Vérifiez"],
        )
        for url in (
            *("www.facebook.com/plugins/video.php?href=a", "www.instagram.com/p/abc/embed"),
            *("www.youtube.com/embed/abc", "open.spotify.com/embed/track/a"),
        )
    },
    **{
        f"a file of no link: {name}": (
            {name: b"PK\3\4" if name[-3:] in ("zip", "lsx") else "Un bal.\n"},
            ["fichier-sans-lien Mettez un lien vers lui, ou retirez-le."],
        )
        for name in ("photos.zip", "bal.psd", "budget.xlsx", "bal.url")
    },
    "a text for those who write": (
        {"README.md": "Notre site.\n", "a/README.md": "À faire.\n"},
        ["fichier-sans-lien écrivez dans _config.yml exclude: [a/README.md]."],
    ),
    "a text of no link": (
        {"compte-rendu.txt": "Nous étions douze.\n"},
        ["fichier-sans-lien Pour en faire une page, renommez-le compte-rendu.md."],
    ),
    "a text without an ending": (
        {"notes": "Nous étions douze.\n"},
        ["fichier-sans-lien Pour en faire une page, renommez-le notes.md."],
    ),
    "a dated page at the root": (
        {"2026-01-05-bal.md": page("title: Bal\norder: 2")},
        ["actualite-hors-dossier Déplacez-le dans _posts/."],
    ),
    "a key of an actor that nobody reads": (
        {
            "_communs/terre/index.md": page("title: Terre"),
            "_communs/terre/b.md": page("nom: B\nrole: partenaire\ntelephone: 04"),
        },
        ["4 cle-non-suivie Retirez cette ligne"],
    ),
    "an address that a comma cuts": (
        config("contact: {adresse: 1 rue A, 34000 Montpellier}"),
        ["2 cle-inconnue Mettez entre guillemets la valeur qui contient une virgule."],
    ),
    "texts for machines": (
        dict.fromkeys(
            ("robots.txt", "humans.txt", "a0f1234.txt", ".well-known/b.txt"),
            "Sitemap: https://a.fr/plan.xml\n",
        ),
        [],
    ),
    "other settings that hold ours": (
        {**config(), "config.yml": "couleur: '#e8b100'\n"},
        ["reglages-mal-nommes Renommez-le _config.yml."],
    ),
    "settings of others": ({**config(), "config.yml": "backend: {name: git}\n"}, []),
    "keys of events in an article": (
        post("lieu: La Grange", "âge: 6", "sauf: août"),
        [f"{n} {OF_AN_EVENT}" for n in (3, 4, 5)],
    ),
    "keys of events in a page": (
        bal("accessibilité: LSF", "jusqu_au: 2099-12-01"),
        [f"{n} {OF_AN_EVENT}" for n in (4, 5)],
    ),
    "another key of events in a page": (bal("covoiturage: oui"), [f"4 {OF_AN_EVENT}"]),
    **{
        f"a key of others in a page: {key}": (bal(f"{key}: 3"), [f"4 cle-non-suivie {cure}"])
        for key, cure in {
            "image_principale": "image: images/photo.jpg.",
            "image_à_la_une": "image: images/photo.jpg.",
            "masquée": "Pour ne pas publier ce fichier, écrivez published: false.",
            "titre_menu": "Le menu montre « title ».",
            "sous-titre": "Écrivez-le dans le texte.",
        }.items()
    },
    "a place in the menu by another name": (
        {**config(), "bal.md": page("title: Bal\nordre_menu: 3")},
        ["3 cle-non-suivie order: 3."],
    ),
    **{
        f"an event among pages: {line}": (bal(*line.split("\n")), [f"4 {MOVED}"])
        for line in (
            "debut: 2099-12-01 18h30",
            "Début: 2099-12-01",
            "chaque: vendredi",
            "debut: 2099-12-01\nchaque: vendredi",
        )
    },
    "one key under two names": (
        actor("calendrier: https://exemple.fr/a.ics", "ics: https://exemple.fr/b.ics"),
        ["4 agenda-jamais-lu cette nuit", "5 cle-sous-deux-noms Gardez une seule des deux lignes."],
    ),
    "a word for a calendar": (actor("ics: x"), ["4 valeur-impossible agenda en ligne"]),
    "a file for a calendar": (actor("agenda: a.ics"), ["4 valeur-impossible agenda en ligne"]),
    "a copy of the front page": (
        {"accueil - copie.md": page("title: Accueil\norder: 2")},
        ["2 titre-en-double Donnez-leur deux"],
    ),
    "a title between other quotation marks": (
        {"bal.md": page("title: “Test : venez”\norder: 2")},
        ['2 markdown-dans-une-cle title: "Test : venez".'],
    ),
    "a space that does not break in a key": (
        post("tags\u00a0: [bal]"),
        ["3 cle-inconnue Effacez l'espace insécable"],
    ),
    "keys of an event with accents": (event("accessibilité: LSF", "Âge: dès 6 ans"), []),
    "an event that nobody can reach": (
        event("accessibilité: non"),
        ["4 valeur-impossible Retirez cette ligne"],
    ),
}


HOME = {
    "index.md": page("title: Accueil\norder: 1", "![Un bal](images/a.gif)\n"),
    "images/a.gif": GIF,
}


def _site_of(case: str) -> str:
    """Return which of the sites a case is in: its own, that of pages, that of other files."""
    files = CASES[case][0]
    if "_config.yml" in files:
        return case
    return "pages" if any(encoded(text).startswith(b"---") for text in files.values()) else "files"


def _apart(number: int, name: str) -> str:
    """Return a name, or a text, that no other case has."""
    name = re.sub(r"(bal|repas)\.md$", rf"\1-{number}.md", name)
    return name.replace("2099-04-01", f"{date(2099, 4, 1) + timedelta(number)}")


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, list[str]]:
    """Check the few sites that hold all cases; return what is told of each."""
    sites: dict[str, dict[str, dict[str, str | bytes]]] = defaultdict(dict)
    for number, case in enumerate(CASES, 10):
        sites[_site_of(case)][case] = {
            _apart(number, name): _apart(number, text) if isinstance(text, str) else text
            for name, text in CASES[case][0].items()
        }
    found: dict[str, list[str]] = {}
    for cases in sites.values():
        files = ChainMap(*cases.values(), HOME, config())
        lines = reported_with_codes(write_site(tmp_path_factory.mktemp("c"), dict(files)))
        owners = {name: case for case in cases for name in cases[case]}
        found |= {case: [] for case in cases}
        for line in lines:
            found[owners[line[1:].split(" : ")[0].partition(":")[0]]].append(line)
    return found


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_where_it_stands(case: str, told: dict[str, list[str]]):
    for line, words in zip(told[case], CASES[case][1], strict=True):
        *where, code, hint = words.split(" ", 2 if words[0].isdigit() else 1)
        assert (f":{where[0]} : " if where else " : ") in line, told[case]
        assert line.endswith(f"[{code}]"), told[case]
        assert hint in line, told[case]


@pytest.mark.parametrize(
    ("name", "begins", "elsewhere", "known"),
    [
        ("bal.md", "title: Bal", PAGE_KEYS, PAGE),
        (POST, "title: Bal", POST_KEYS, POSTS),
        (EVENT, "title: Bal\ndebut: 2099-04-01", EVENT_KEYS, EVENTS),
        ("_config.yml", "title: Nous", SETTING_KEYS, CONFIG),
    ],
    ids=["pages", "articles", "events", "settings"],
)
def test_each_key_of_others_is_told_with_what_to_write(name, begins, elsewhere, known, tmp_path):
    given = {line.partition(":")[0] for line in begins.splitlines()}
    words = [
        word for word, (key, _) in elsewhere.items() if not known.name_of(word) and key not in given
    ]
    batches = (words[at : at + 20] for at in range(0, len(words), 20))  # fewer than are shown
    texts = ["\n".join([begins, *(f"{word}: 5" for word in some)]) for some in batches]
    sites = [{name.replace(".md", f"-{n}.md"): page(text) for n, text in enumerate(texts)}]
    if name == "_config.yml":
        sites = [{name: f"{text}\n"} for text in texts]
    told: set[str] = set()
    for files in sites:
        home = {"index.md": page("title: Accueil"), **config()}
        found = reported_with_codes(write_site(tmp_path, home | files))
        told |= {line.split("« ")[1].split(" »")[0] for line in found if "non-suivie" in line}
    assert told == set(words)
