"""Files that are not what their author takes them for: left out, given as they are, or empty."""

from __future__ import annotations

import re
from collections import Counter

from commands.checks.files.misnamed import FOLDER_OF, WORD_PROCESSORS
from commands.checks.files.named_files import unnamed
from commands.checks.site import CheckedSite
from core.diagnostics.catalog import misplaced as rules
from jekyll.front_matter.lenient_values import plain
from jekyll.site.content_files import EVENTS_FOLDER, POSTS_FOLDER
from jekyll.site.model import Document, Kind

# What people drop to keep it or to send it, and what systems leave behind.
_OTHERS = re.compile(
    r"(?i)\.(?:zip|rar|7z|tar|gz|psd|ai|indd|xcf|xlsx?|ods|pptx?|odp|eml|msg|url|lnk|webloc|ini|db"
    r"|txt)$|(?:^|/)(?:[^/.]+|readme\.(?:md|markdown))$"
)
_OF_MACHINES = re.compile(
    r"CNAME|LICEN[CS]E|COPYING|[A-Z]\w+file|CODEOWNERS|_\w+"
    r"|(?i:robots|humans|ads|app-ads|security|llms?|licen[cs]e|.*(?:verif|\d{4}).*)\.txt"
)
# At the top of a folder that Git keeps, and published with it as Jekyll does; Scribouilli puts one
# among its images too.
_OF_GIT = re.compile(r"(?i)(?:readme|licen[cs]e|contributing|changelog|code_of_conduct)\.md")
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")
# What only an event has; and what makes one alone.
_OF_EVENTS = frozenset("fin lieu adresse en_ligne tarif statut organisateurs".split())
_OF_EVENTS_ALONE = frozenset("debut chaque dates inscription inscription_jusqu_au".split())
_DRAFTS = frozenset("brouillon brouillons draft drafts".split())
_SEEN = "img, svg, iframe, video, audio, object, embed, ul, ol, table, form, a.bouton, canvas, p"


def check_misplaced_files(site: CheckedSite) -> None:
    """Warn of files that are given or left out as they are, and that someone meant as pages."""
    _check_texts_of_word_processors(site)
    _check_kinds(site)
    _check_empty_pages(site)


def _check_texts_of_word_processors(site: CheckedSite) -> None:
    """Warn of texts that no browser shows, and that nothing gives to download."""
    names = [name for name in site.site.files.names if not name.startswith("_")]
    texts = [name for name in names if name.lower().endswith(WORD_PROCESSORS)]
    for name in unnamed(site, texts):
        site.add(rules.TEXT_OF_A_WORD_PROCESSOR().at(f"{site.site.label}/{name}"))


def check_files_of_no_link(site: CheckedSite) -> None:
    """Warn of the other files that are published, and that nothing gives to download."""
    others = [name for name in site.site.copied if _OTHERS.search(name)]
    for name in unnamed(site, [it for it in others if not _is_known_by_its_name(it)]):
        base = name.rpartition("/")[2]
        page = f"Pour en faire une page, renommez-le {base.removesuffix('.txt')}.md. Sinon, "
        is_text = base.endswith(".txt") or "." not in base
        hint = f"{page}mettez un lien vers lui, ou retirez-le." if is_text else None
        if name.lower().endswith((".md", ".markdown")):
            hint = f"S'il n'est que pour vous, écrivez dans _config.yml exclude: [{name}]."
        site.add(rules.FILE_OF_NO_LINK(hint=hint).at(f"{site.site.label}/{name}"))


def _is_known_by_its_name(name: str) -> bool:
    """Return whether machines ask for a text, or another check tells it."""
    base = name.rpartition("/")[2]
    is_page_named_twice = base.lower().endswith((".md.txt", ".html.txt"))
    is_known = _OF_MACHINES.fullmatch(base) or _OF_GIT.fullmatch(name.removeprefix("images/"))
    return bool(is_known) or name.startswith(".") or is_page_named_twice


def _check_kinds(site: CheckedSite) -> None:
    """Warn of the pages that are news or events by their names or their keys."""
    news = Counter[str]()
    first: dict[str, Document] = {}
    for document in site.site.rendered:
        folder, _, base = document.name.rpartition("/")
        meant = FOLDER_OF.get(plain(folder.rpartition("/")[2]))
        if document.kind not in (Kind.PAGE, Kind.POST):
            continue
        if drafts := next((it for it in folder.split("/") if plain(it) in _DRAFTS), ""):
            site.add(rules.DRAFT_PUBLISHED(folder=drafts).at(document.source.label))
        if key := _key_of_an_event(document, 1 if meant == EVENTS_FOLDER else 2):
            diagnostic = rules.EVENT_OUTSIDE_ITS_FOLDER(key=key, folder=EVENTS_FOLDER)
            site.add(diagnostic.at(document.source.label, document.values[key].line))
        elif document.kind is not Kind.PAGE or not _DATED.match(base):
            continue
        elif meant == POSTS_FOLDER or not folder:
            first.setdefault(folder, document)
            news[folder] += 1
    for folder, count in news.items():
        others = f", de même que {count - 1} autres fichiers" if count > 2 else ""
        others = ", de même qu'un autre fichier" if count == 2 else others
        diagnostic = rules.NEWS_OUTSIDE_ITS_FOLDER(folder=POSTS_FOLDER, others=others)
        site.add(diagnostic.at(first[folder].source.label))


def _key_of_an_event(document: Document, least: int) -> str:
    """Return the first key that makes an event of a document, or "" when too few of them do."""
    keys = [key for key, value in document.values.items() if not value.is_null]
    found = [key for key in keys if plain(key) in _OF_EVENTS | _OF_EVENTS_ALONE]
    enough = len(found) >= least or any(plain(key) in _OF_EVENTS_ALONE for key in found)
    return found[0] if found and enough else ""


def _check_empty_pages(site: CheckedSite) -> None:
    """Warn of the pages and articles that show nothing but a title."""
    for name, document in site.documents.items():
        is_one = document.kind in (Kind.PAGE, Kind.POST) and document.is_markdown
        if not is_one or document.source.body.strip() or document.is_home:
            continue
        is_post = document.kind is Kind.POST  # whose page shows its day, and links
        shown = document.metadata["image"].path if is_post else ""
        if name in site.pages and not shown and (is_post or not site.pages[name].in_content(_SEEN)):
            site.add(rules.EMPTY_PAGE().at(document.source.label))
