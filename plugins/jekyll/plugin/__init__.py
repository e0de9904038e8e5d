"""Pelican plugin: reads the files of a Scribouilli (Jekyll) site unchanged. See README.md."""

from pelican import signals

from engine.compat.lazy_text import install
from jekyll.plugin.contents import note_listing
from jekyll.plugin.deferred_content import defer
from jekyll.plugin.generator import DialectGenerator
from jekyll.plugin.pelican_command import (
    begin_run,
    follow_settings,
    load_or_log,
    log_diagnostics,
    refuse_other_readers,
    report_taken_names,
)
from jekyll.plugin.plugin import copy_plain_files

NEEDS = ("page_parts.theme_assets",)  # in PLUGINS: other themes lack our templates


def register() -> None:
    """Connect to Pelican's signals."""
    install()
    signals.initialized.connect(load_or_log)
    signals.get_generators.connect(begin_run)
    signals.generator_init.connect(follow_settings)
    signals.article_generator_init.connect(refuse_other_readers)
    signals.article_generator_init.connect(report_taken_names)
    signals.article_generator_init.connect(note_listing)
    signals.page_generator_init.connect(note_listing)
    signals.finalized.connect(log_diagnostics)
    signals.content_object_init.connect(defer)
    signals.all_generators_finalized.connect(copy_plain_files)
    signals.get_generators.connect(DialectGenerator.given)
