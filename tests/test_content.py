"""The content of this site: it builds without a fault."""

from urllib.parse import unquote

from support import PROJECT, build_site, read_page


def test_it_builds_without_a_diagnostic_and_shows_each_image(tmp_path):
    output = tmp_path / "output"
    result = build_site(PROJECT / "content", output)
    assert [str(diagnostic) for diagnostic in result.diagnostics.found] == []
    for path in output.rglob("*.html"):
        tree = read_page(output, str(path.relative_to(output)))
        assert len(tree.css("h1")) == 1, path
        for image in tree.css("main img"):
            source = unquote(image.attributes["src"])
            assert (output / source.lstrip("/")).is_file(), source
            assert image.attributes.get("alt"), source
