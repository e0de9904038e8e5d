"""What a check looks at, in order: pages first, then files and sources."""

from __future__ import annotations

from collections.abc import Callable

from commands.checks.css.style_sheets import check_style_elements, check_style_sheets
from commands.checks.files.calendars import check_calendars, check_contacts
from commands.checks.files.custom_domain import check_domain
from commands.checks.files.data_files import check_data_files
from commands.checks.files.endless_numbers import check_endless_numbers
from commands.checks.files.feeds import check_feeds
from commands.checks.files.films_and_sounds import check_captions, check_films_and_sounds
from commands.checks.files.hidden_texts import check_hidden_texts
from commands.checks.files.manifests import check_manifests
from commands.checks.files.misnamed import check_misnamed
from commands.checks.files.misplaced_files import check_misplaced_files
from commands.checks.files.mojibake import check_mojibake, check_turned_texts
from commands.checks.files.robots import check_robots
from commands.checks.files.wrong_file_types import check_file_contents, check_special_files
from commands.checks.html.accessible_names import check_forms, check_frame_titles, check_frames
from commands.checks.html.check import check_html
from commands.checks.html.headings import check_headings
from commands.checks.html.ids import check_ids
from commands.checks.html.office import check_office
from commands.checks.html.structured_data import check_structured_data, check_times
from commands.checks.html.svg_files import check_drawings, check_inline_drawings
from commands.checks.html.whole_pages import check_whole_pages
from commands.checks.images.image_elements import check_alternatives, check_sizes
from commands.checks.images.unseen_images import (
    check_image_files,
    check_images_of_style_sheets,
    check_unseen_images,
)
from commands.checks.keys.keys import check_keys
from commands.checks.keys.menu import check_menu
from commands.checks.keys.titles import check_titles
from commands.checks.links.link_names import check_link_names
from commands.checks.links.links import check_links, check_styles
from commands.checks.links.malformed_addresses import check_malformed_addresses
from commands.checks.links.third_party_assets import check_cards, check_third_party_assets
from commands.checks.markdown.bare_addresses import check_bare_addresses
from commands.checks.markdown.link_typos import check_link_typos
from commands.checks.markdown.markdown_typos import check_markdown_typos
from commands.checks.markdown.unread_signs import check_unread_signs
from commands.checks.site import CheckedSite
from commands.checks.texts import check_lengths, check_untouched
from commands.checks.weights.page_weights import check_file_weights, check_page_weights

_Check = Callable[[CheckedSite], None]
# Each of these looks at the pages at hand alone, and is done for each batch of them.
PAGE_CHECKS: tuple[_Check, ...] = (
    check_links,
    check_styles,
    check_malformed_addresses,
    check_link_names,
    check_alternatives,
    check_unseen_images,
    check_films_and_sounds,
    check_headings,
    check_ids,
    check_frames,
    check_inline_drawings,
    check_forms,
    check_style_elements,
    check_times,
    check_link_typos,
    check_bare_addresses,
    check_frame_titles,
    check_structured_data,
    check_page_weights,
    check_sizes,
    check_third_party_assets,
    check_cards,
    check_lengths,
)
SITE_CHECKS: tuple[_Check, ...] = (
    check_html,
    check_keys,
    check_menu,
    check_titles,
    check_data_files,
    check_style_sheets,
    check_feeds,
    check_calendars,
    check_contacts,
    check_captions,
    check_manifests,
    check_images_of_style_sheets,
    check_image_files,
    check_file_contents,
    check_file_weights,
    check_untouched,
    check_unread_signs,
    check_markdown_typos,
    check_mojibake,
    check_turned_texts,
    check_misplaced_files,
    check_misnamed,
    check_hidden_texts,
    check_special_files,
    check_robots,
    check_domain,
    check_drawings,
    check_whole_pages,
    check_office,
    check_endless_numbers,
)
