"""The page for an address that leads nowhere."""

from support import built_site, page, read_page

FILES = {"index.md": page("title: Accueil"), "contact.md": page("title: Contact")}


def test_it_leads_on_from_any_depth(tmp_path):
    output = built_site(tmp_path, FILES, "https://exemple.fr/projet")
    tree = read_page(output, "404.html")
    assert len(tree.css("h1")) == 1
    links = [link.attributes["href"] for link in tree.css("main a")]
    assert links == ["/projet/", "/projet/contact.html"]
    addresses = [node.attributes["href"] for node in tree.css("[href]")]
    assert all(href.startswith(("/projet/", "#", "https://exemple.fr/")) for href in addresses)


def test_the_content_s_own_is_kept(tmp_path):
    own = {**FILES, "404.md": page("title: Perdu ?", "Oups.\n")}
    output = built_site(tmp_path, own)
    assert "Oups." in read_page(output, "404.html").css_first("main").text()
