"""Keys of front matter that are very like a known one: a typo, that silently does nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

from commands.checks.keys.jekyll_settings import report_included, report_settings
from commands.checks.keys.key_words import words_of_keys
from commands.checks.keys.keys_elsewhere import (
    EVENT_KEYS,
    IN_FRENCH,
    PAGE_KEYS,
    POST_KEYS,
    SETTING_KEYS,
    Elsewhere,
    keys_not_followed,
    keys_of_nobody,
)
from commands.checks.keys.layouts import Layouts
from commands.checks.site import CheckedSite
from content_types.commons.files import ACTOR, UNIVERSE
from content_types.events.event_file import EVENT
from core.diagnostics import Diagnostic, Diagnostics, typo
from core.diagnostics.catalog import keys as rules
from core.diagnostics.catalog.front_matter import UNKNOWN_KEY
from jekyll.front_matter import Schema, Value
from jekyll.front_matter.lenient_values import plain
from jekyll.front_matter.schema import Keys
from jekyll.site import schemas as schema
from jekyll.site.config import FILE_NAME
from jekyll.site.config_schema import CONFIG
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER
from jekyll.site.model import Document, Kind
from jekyll.site.pelican_keys import PELICAN
from jekyll.site.settings_schema import SETTINGS

# Keys of Jekyll and its plugins that look like ours, and of other plugins of this site.
_OTHERS = frozenset(
    """acteurs auteur auteurs author authors excerpt image images lang locale modified status
    toc comments sitemap subtitle header footer category categories tag tags date order in_menu
    slug""".split()
)
# Settings of Jekyll and its plugins (jekyllrb.com, « Configuration »), and of this site.
_SETTINGS = frozenset(
    """lang locale theme remote_theme plugins timezone permalink
    paginate paginate_path include markdown kramdown sass defaults repository encoding
    future drafts unpublished source destination excerpt_separator show_excerpts
    collections_dir plugins_dir layouts_dir data_dir includes_dir keep_files liquid highlighter
    incremental strict_front_matter scribouilli feed whitelist gems port host safe limit_posts lsi
    relative_links titles_from_headings optional_front_matter readme_index
    markdown_ext show_drafts detach show_dir_listing quiet verbose rdiscount redcarpet webrick
    cache_dir disable_disk_cache livereload livereload_port livereload_ignore livereload_min_delay
    livereload_max_delay open_url ssl_cert ssl_key force_polling watch profile config""".split()
)
# Settings of themes, which are many: known, and meant by no other.
_OF_THEMES = frozenset(
    """name tagline email author authors logo social header_pages twitter github facebook analytics
    version minima google_analytics links titles footer""".split()
)
# Settings of other plugins of Jekyll's, which a site may keep (rubygems.org, « jekyll-… »).
_OF_PLUGINS = frozenset(
    """webmaster_verifications google_site_verification title_separator seo pagination autopages
    jekyll-archives jekyll-mentions jekyll_get toc assets picture compress_html picture_tag
    redirect_from sitemap emoji gist archives category_archive tag_archive livereload
    bundle disable_disk_cache profile quiet verbose watch baseurl_root cache_dir
    disable_cache""".split()
)
# Options of kramdown that change what visitors read (kramdown.gettalong.org, « Options »).
_READ_OTHERWISE = {
    "hard_wrap": "Pour aller à la ligne, finissez-la par deux espaces.",
    "parse_block_html": 'Ajoutez markdown="1" aux éléments HTML dont le texte est du Markdown.',
    "smart_quotes": "Pour « », écrivez à la place : guillemets: français.",
}
# What pages follow, and neither actors nor universes do.
_OF_PAGES_ALONE = frozenset(
    "affiche blog_index image image_alt in_menu order parent title titre".split()
)
_SCHEMAS = {Kind.PAGE: schema.PAGE, Kind.POST: schema.POST}
_ELSEWHERE = {Kind.PAGE: PAGE_KEYS, Kind.POST: POST_KEYS}


def check_keys(site: CheckedSite) -> None:
    """Warn of the keys of pages, articles and settings that nearly are known ones."""
    settings, label = site.site.config.values, f"{site.site.label}/{FILE_NAME}"
    _check_settings(site, settings, label)
    found = Diagnostics()
    report_settings(settings, label, found)
    report_included(settings.get("include"), site.site.files.root, label, found)
    for diagnostic in found.found:
        site.add(diagnostic)
    _check_kramdown(site, settings.get("kramdown"), label)
    layouts = Layouts(site)
    for document in site.site.rendered:
        for line, wrong in words_of_keys(document.values):
            site.add(wrong.at(document.source.label, line))
        known, source = _SCHEMAS.get(document.kind), document.source
        if known and source.front:
            elsewhere, values = _ELSEWHERE[document.kind], document.values
            # Of these another check tells more.
            checked = elsewhere.keys() | (EVENT.fields.keys() - known.fields.keys())
            own = {key: value for key, value in values.items() if plain(key) not in checked}
            _check_typos(site, own, source.label, known, _OTHERS)
            _check_elsewhere(site, document, known.fields, elsewhere)
            if leads := values.get("redirect_to"):
                redirect = rules.REDIRECT_NOT_FOLLOWED(path=document.path)
                site.add(redirect.at(source.label, leads.line))
            layouts.check(document)
        elif document.name.startswith(f"{EVENTS_FOLDER}/"):
            _check_elsewhere(site, document, {*EVENT.fields, *schema.PAGE.fields}, EVENT_KEYS)
            layouts.check_event(document)
        elif document.name.startswith(f"{COMMONS_FOLDER}/"):
            kind = UNIVERSE if posixpath.splitext(document.name)[0].endswith("/index") else ACTOR
            followed = {*schema.PAGE.names} - _OF_PAGES_ALONE
            for line, wrong in keys_of_nobody(document.values, kind, followed, source.body):
                site.add(wrong.at(source.label, line))
            url = document.values.get("url")
            if kind is ACTOR and url and not url.is_null:
                told = rules.KEY_NOT_FOLLOWED(
                    key="url", hint="Écrivez « site: » à la place de « url: »."
                )
                site.add(told.at(source.label, url.line))


def _check_elsewhere(
    site: CheckedSite, document: Document, known: Collection[str], elsewhere: Elsewhere
) -> None:
    """Warn of the keys of other programs."""
    source, values = document.source, document.values
    if site.site.config.names_jekyll:  # its themes may show a page's « slug », or its place
        values = {key: value for key, value in values.items() if key not in {"slug", *EVENT.fields}}
    for line, diagnostic in keys_not_followed(values, known, elsewhere, source.body):
        site.add(diagnostic.at(source.label, line))
    kind = _SCHEMAS.get(document.kind, EVENT)
    if not site.site.config.names_jekyll:
        others = {*elsewhere, *EVENT.names, *schema.POST.names, *schema.PAGE.names, *PELICAN.names}
        for line, diagnostic in keys_of_nobody(values, kind, others, source.body):
            site.add(diagnostic.at(source.label, line))


def _check_settings(site: CheckedSite, settings: Mapping[str, Value], label: str) -> None:
    """Report settings that are typos; and, where Jekyll has none, those that begin as ours do."""
    own = {
        key: value
        for key, value in settings.items()
        if key not in _OF_THEMES and plain(key) not in SETTINGS
    }
    if site.site.config.names_jekyll:
        _check_typos(site, own, label, CONFIG, _SETTINGS)
        return
    if (lang := settings.get("lang")) and not str(lang.content).lower().startswith("fr"):
        site.add(rules.KEY_NOT_FOLLOWED(key="lang", hint=IN_FRENCH).at(label, lang.line))
    outdented = dict(_outdented(settings))
    for key, lost in outdented.items():
        site.add(lost.at(label, settings[key].line))
    own = {key: value for key, value in own.items() if key not in outdented}
    left = {
        key: value
        for key, value in settings.items()
        if plain(key) not in SETTINGS and key not in outdented
    }
    for line, diagnostic in keys_not_followed(left, CONFIG.fields, SETTING_KEYS, ""):
        site.add(diagnostic.at(label, line))
    own = {key: value for key, value in own.items() if plain(key) not in SETTING_KEYS}
    typos = _check_typos(site, own, label, CONFIG, _SETTINGS)
    for key, value in own.items():
        if value.line in typos or key in CONFIG.fields.keys() | _SETTINGS | _OF_PLUGINS:
            continue
        first, *more = re.split(r"[-_ ]", plain(key))
        begun = first if first in SETTINGS else typo(first, SETTINGS)
        meant = CONFIG.name_of(key) or (begun if more else None)
        unknown = UNKNOWN_KEY(key=key, meant=meant) if meant else rules.UNKNOWN_SETTING(key=key)
        site.add(unknown.at(label, value.line))


def _outdented(settings: Mapping[str, Value]) -> Iterator[tuple[str, Diagnostic]]:
    """Give the keys that are meant inside of the one above, which holds nothing."""
    for name, field in SETTINGS.items():
        if isinstance(field.read, Keys) and name in settings and settings[name].is_null:
            for key in field.read.fields.keys() & (settings.keys() - SETTINGS.keys()):
                if settings[key].line > settings[name].line:
                    hint = f"Mettez deux espaces devant : elle va sous « {name}: »."
                    yield key, rules.KEY_NOT_FOLLOWED(key=key, hint=hint)


def _check_kramdown(site: CheckedSite, options: Value | None, label: str) -> None:
    """Warn of the options that are not followed here, and ask for another text than Jekyll's."""
    if options is None or not isinstance(options.content, Mapping):
        return
    for name in sorted(_READ_OTHERWISE.keys() & options.content.keys()):
        option = options.content[name]
        if option.content not in (False, None, "false"):
            reported = rules.KRAMDOWN_OPTION_NOT_FOLLOWED(name=name, hint=_READ_OTHERWISE[name])
            site.add(reported.at(label, option.line))


def _check_typos(
    site: CheckedSite,
    values: Mapping[str, Value],
    label: str,
    known: Schema[Mapping[str, object]],
    others: Collection[str],
) -> set[int]:
    """Report the keys that are typos, and return their lines."""
    found = Diagnostics()
    known.report_misspelt(values, label, found, others)
    for diagnostic in found.found:
        site.add(diagnostic)
    return {diagnostic.line for diagnostic in found.found}
