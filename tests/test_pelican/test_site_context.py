"""What a plugin may not do with the site's context, once the site is loaded."""

from pathlib import Path

import pytest

from core.diagnostics import Diagnostics
from site_build import BuildRequest
from site_build.pelican_run import run_pelican
from support import page, write_site


def test_it_is_read_only_and_shows_the_settings_as_they_are(tmp_path: Path):
    old = {"index.md": page("title: Accueil\nredirect_from: /vieux.html")}
    content = write_site(tmp_path / "content", {"_config.yml": "title: Un site\n", **old})
    request = BuildRequest(content, tmp_path / "output", "https://exemple.fr")
    context = run_pelican(request, tmp_path / "output", Diagnostics())
    assert context is not None
    assert context.settings["SITENAME"] == "Un site"
    with pytest.raises(TypeError):
        context.settings["SITENAME"] = "Un autre"  # type: ignore[index]
    for name in ("siteurl", "redirects", "settings", "own"):
        with pytest.raises(RuntimeError, match="the site is loaded"):
            setattr(context, name, "x")
    for name in ("rendered", "copied", "broken", "label"):
        with pytest.raises(RuntimeError, match="the site is loaded"):
            setattr(context.site, name, ())
    with pytest.raises(RuntimeError, match="the site is loaded"):
        context.site.set_aside(context.site.rendered[0])
    with pytest.raises(RuntimeError, match="the site is loaded"):
        del context.siteurl
    with pytest.raises(RuntimeError, match="the site is loaded"):
        context.put(Diagnostics())
    assert [one.save_as for one in context.redirects] == ["vieux.html"]
    assert isinstance(context.redirects, tuple)
