"""Articles, organisations and ways to a page, as search engines read them in a real page."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser

from core.json_ld import article_json, breadcrumb_json, organization_json, to_script

ADDRESS = "https://coop.example/actualite.html"


def from_page(data):
    html = f'<!doctype html><script type="application/ld+json">{to_script(data)}</script><p>a'
    return json.loads(LexborHTMLParser(html).css_first("script").text())


def test_an_article():
    day = datetime(2026, 3, 12, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
    of = {"publisher": "La méridionale", "publisher_url": "https://coop.example/"}
    found = from_page(article_json(title="Titre", address=ADDRESS, published=day, **of))
    assert found["@type"] == "Article" and found["headline"] == "Titre"
    assert found["datePublished"] == found["dateModified"] == "2026-03-12T18:30:00+01:00"
    assert found["author"] == [found["publisher"]] and found["publisher"]["url"]
    signed = article_json(title="T", address=ADDRESS, published=day, authors=["Ada"], **of)
    assert signed["author"] == [{"@type": "Person", "name": "Ada"}]


def test_an_organisation():
    found = from_page(organization_json(name="La méridionale", address="https://coop.example/"))
    assert found == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": "https://coop.example/#organisation",
        "name": "La méridionale",
        "url": "https://coop.example/",
    }


def test_a_breadcrumb():
    steps = [("Accueil", "https://coop.example/"), ("Fête", ADDRESS)]
    items = from_page(breadcrumb_json(steps))["itemListElement"]
    found = [(i["position"], i["name"], i["item"]) for i in items]
    assert found == [(1, *steps[0]), (2, *steps[1])]
