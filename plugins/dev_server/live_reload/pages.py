"""The pages that the server writes itself, in French and in the site's colours."""

from __future__ import annotations

import html
from pathlib import Path

STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")

# An icon of its own, so that the browser does not ask the site for one.
FRAME = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{heading}</h1>
{body}
</main>
</body>
</html>
"""


def page(title: str, heading: str, body: str) -> bytes:
    """Return a whole page; `title` and `heading` are plain text, `body` is HTML."""
    return FRAME.format(
        title=html.escape(title), style=STYLE, heading=html.escape(heading), body=body
    ).encode("utf-8", "replace")


def building_page() -> bytes:
    """Return what is shown until the first build has ended."""
    heading = "Le site se construit"
    return page(heading, heading, "<p>La page s'affichera d'elle-même dans un instant.</p>")


def missing_page(path: str, base_path: str) -> bytes:
    """Return what is shown for an address that the site does not have."""
    heading = "Cette page n'existe pas"
    home = html.escape(f"{base_path}/")
    body = (
        f"<p>Rien n'est publié à l'adresse « {html.escape(path)} ».</p>\n"
        f'<p><a href="{home}">Revenir à l\'accueil du site</a></p>'
    )
    return page(heading, heading, body)


def strange_name_page(host: str, address: str) -> bytes:
    """Return what is shown to who asks for the site under a name that is not this machine's."""
    heading = "Le site n'est pas montré sous ce nom"
    asked = f"Il a été demandé sous le nom « {html.escape(host)} »." if host else ""
    body = (
        "<p>Il n'est montré que sur cet ordinateur, sous les noms « 127.0.0.1 » et « localhost », "
        f"pour que personne d'autre ne lise vos brouillons. {asked}</p>\n"
        f'<p><a href="{html.escape(address)}/">Ouvrir le site</a></p>'
    )
    return page(heading, heading, body)
