"""Private parts and sentences of Pelican's that our code rests on: what has moved is named."""

import inspect

import pelican
import pytest
from pelican import contents, generators, log, plugins, readers, settings, utils

from engine.compat import pelican_messages
from engine.compat.fatal_log import ENDS_A_RUN
from engine.compat.intrasite_links import with_addresses
from engine.compat.plugin_loading import _init_plugins, _named_alone, refuse_absent_plugins

HEARD = """
from pelican import signals

@signals.initialized.connect
def imported(pelican):
    pelican.settings["HEARD"].append("{name} imported")

def register():
    def registered(pelican):
        pelican.settings["HEARD"].append("{name} registered")
    signals.initialized.connect(registered, weak=False)
"""


@pytest.mark.parametrize(
    ("sentence", "module"),
    [
        (pelican_messages.PLUGIN_FAILED[0], plugins._utils),
        (pelican_messages.PLUGIN_FAILED[1], pelican),
        (pelican_messages.DOCUMENT_FAILED, generators),
        (pelican_messages.EMPTY_ALT, readers),
        (pelican_messages.NO_THEME, settings),
        (pelican_messages.NO_CONTENT, settings),
        (pelican_messages.NO_ADDRESS, settings),
        (f'raise RuntimeError("{ENDS_A_RUN}")', log),
    ],
)
def test_it_still_says(sentence: str, module: object):
    assert sentence in inspect.getsource(module), f"Pelican no longer says « {sentence} »"


def test_it_still_prints_what_it_has_made_with_its_console():
    assert "console.print(" in inspect.getsource(pelican.Pelican.run)


@pytest.mark.parametrize("module", [pelican, generators, settings])
def test_it_still_logs_under_the_names_of_its_modules(module):
    assert module.logger.name == module.__name__, "our filters are on another logger"


def test_what_a_plugin_is_called_is_still_asked_of_one_function():
    assert plugins._utils.get_plugin_name(generators) == "pelican.generators"
    assert plugins._utils.get_plugin_name(log.LimitFilter) == "LimitFilter"


def test_it_still_copies_each_file_with_one_method():
    source = inspect.getsource(generators.StaticGenerator.generate_output)
    assert "_copy_staticfile(" in source, "StaticGenerator._copy_staticfile has moved"


def test_it_still_leads_links_with_one_method():
    source = inspect.getsource(contents.Content)
    assert "self._update_content(content, siteurl)" in source, "Content._update_content has moved"
    html = '<a href="{index}">a</a>'
    article = contents.Article("", {"title": "A", "slug": "a"})
    assert with_addresses(article, html, "/b") == '<a href="/b/index.html">a</a>'


@pytest.mark.parametrize("name", ["jinja_filters", "pelican.plugins.jinja_filters"])
def test_it_still_finds_the_plugins_of_its_namespace_with_one_function(name: str):
    every = plugins._utils.get_namespace_plugins()
    with _named_alone([name]):
        named = plugins._utils.get_namespace_plugins()
    assert list(named) == ["pelican.plugins.jinja_filters"], "`_utils.iter_namespace` has moved"
    assert plugins._utils.get_namespace_plugins() == every and len(every) > 1


def test_it_still_keeps_receivers_in_order():
    assert "OrderedSet" in inspect.getsource(plugins.signals), "Signal.set_class has changed"


def test_it_still_waits_for_changes_with_settings_alone():
    assert list(inspect.signature(utils.wait_for_changes).parameters) == [
        "settings_file",
        "settings",
    ], "pelican.utils.wait_for_changes has changed"


def test_generators_still_share_what_was_read_and_what_is_to_be_copied():
    run, copying = (inspect.getsource(it) for it in (pelican.Pelican, generators.StaticGenerator))
    assert 'context["generated_content"]' in run, "the shared context has moved"
    assert 'self.context["staticfiles"]' in copying, "what is copied is listed elsewhere"


def test_its_command_still_logs_what_ends_a_run_with_its_exception():
    said = 'logger.critical("%s: %s", e.__class__.__name__, e, exc_info=True)'
    assert said in inspect.getsource(pelican.main), "pelican.main logs otherwise"


def test_settings_are_still_completed_by_one_function_which_empties_a_missing_style():
    source = inspect.getsource(settings.read_settings)
    assert "settings = configure_settings(settings)" in source, "configure_settings has moved"
    source = inspect.getsource(inspect.unwrap(settings.configure_settings))
    assert 'settings["CSS_FILE"] = ""' in source, "CSS_FILE is no longer emptied"
    source = inspect.getsource(settings.read_settings)
    assert "settings = handle_deprecated_settings(settings)" in source, "it has moved"
    with pytest.raises(KeyError, match="ARTICLE_URL"):
        inspect.unwrap(settings.handle_deprecated_settings)({"ARTICLE_PERMALINK_STRUCTURE": "x"})


def test_the_plugins_of_another_run_hear_nothing_and_theirs_are_in_order_again(tmp_path):
    heard: list[str] = []
    for name in ("one_heard", "other_heard"):
        path = tmp_path / f"{name}.py"
        path.write_text(HEARD.format(name=name), encoding="utf-8")
    given = {"PATH": str(tmp_path), "PLUGIN_PATHS": [str(tmp_path)], "HEARD": heard}
    refuse_absent_plugins()
    for asked in ("one_heard other_heard", "other_heard", "one_heard other_heard", ""):
        named = asked.split()
        pelican.Pelican(settings.read_settings(override={**given, "PLUGINS": named}))
        registered = [f"{name} registered" for name in named]
        assert [it for it in heard if it.endswith("registered")] == registered
        assert sorted(heard) == sorted([*registered, *(f"{name} imported" for name in named)])
        heard.clear()


def test_plugins_are_still_loaded_by_one_function_and_registered_by_one_method():
    registers, loads = inspect.getsource(_init_plugins), inspect.getsource(pelican.Pelican.__init__)
    assert "self.init_plugins()" in loads, "Pelican.init_plugins has moved"
    for part in ("load_plugins(self.settings)", 'self.settings["PLUGINS"] = [get_plugin_name(p)'):
        assert part in registers, "Pelican.init_plugins has changed"
    for function, names in (
        (plugins._utils.load_plugins, ["settings"]),
        (plugins._utils.plugin_enabled, ["name", "plugin_list"]),
    ):
        assert [*inspect.signature(function).parameters] == names, f"{function} has changed"


@pytest.mark.parametrize("generator", [generators.ArticlesGenerator, generators.PagesGenerator])
def test_generators_still_look_for_files_by_one_method(generator: type):
    assert "self.get_files(" in inspect.getsource(generator.generate_context)
