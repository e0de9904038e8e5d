"""The real Jekyll, as reference: it says which addresses, menu and words a site has.

Its layouts are minimal and ours. Its plugins are those that the sites of the dialect run with.
"""

import os
import shutil
import subprocess
from pathlib import Path

import yaml

from support import require

_DEFAULT = """<!DOCTYPE html>
<html lang="fr"><head><title>{{ page.title }}</title></head><body>
{% assign home = site.html_pages | where: "path", "index.md" | first %}
{% assign entries = site.html_pages | where_exp: "p", "p.in_menu == true or p.in_menu == nil" %}
{% assign entries = entries | sort: "order" %}
<header><p class="site-title">{{ site.title | default: home.title }}</p><nav><ul>
{% for entry in entries %}{% unless entry.path == home.path %}
<li><a href="{{ entry.url | relative_url }}"
{% if entry.url == page.url %} aria-current="page"{% endif %}>{{ entry.title }}</a></li>
{% endunless %}{% endfor %}
</ul></nav></header>
<main>{{ content }}</main></body></html>
"""
_TITLED = """---
layout: default
---
<h1>{{ page.title }}</h1>
{{ content }}
"""
_PAGE = """---
layout: default
---
{% unless page.path == "index.md" %}<h1>{{ page.title }}</h1>{% endunless %}
{{ content }}
"""
_LAYOUTS = {"default": _DEFAULT, "page": _PAGE, "post": _TITLED, "project": _TITLED}
_PLUGINS = """default-layout feed optional-front-matter redirect-from relative-links
    titles-from-headings"""


class JekyllRefused(Exception):
    """Jekyll did not build the site; its own words."""


def build_reference(content: Path, work: Path) -> Path:
    """Build a site with Jekyll in `work` and return the folder of its pages.

    Raises:
        JekyllRefused: it would not.
    """
    jekyll = require("jekyll", package="jekyll")
    source, output = work / "jekyll-source", work / "jekyll-site"
    shutil.copytree(content, source, symlinks=True)
    (source / "_layouts").mkdir()
    for name, text in _LAYOUTS.items():
        (source / "_layouts" / f"{name}.html").write_text(text, encoding="utf-8")
    (source / "_config.yml").write_text(_config(content), encoding="utf-8")
    command = [jekyll, "build", "--disable-disk-cache", "--quiet"]
    done = subprocess.run(
        [*command, "--destination", str(output)],
        cwd=source,
        env={**os.environ, "LC_ALL": "C.UTF-8", "JEKYLL_NO_BUNDLER_REQUIRE": "true"},
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise JekyllRefused(done.stderr)
    return output


def _config(content: Path) -> str:
    """Return the site's own settings, without a theme and with the plugins that are installed."""
    path = content / "_config.yml"
    settings = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for absent in ("theme", "remote_theme"):
        settings.pop(absent, None)
    plugins = [f"jekyll-{name}" for name in _PLUGINS.split()]
    return yaml.safe_dump({"timezone": "UTC", **settings, "plugins": plugins})
