"""Words of front matter that are read otherwise than they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from commands.checks.markdown.escaped_texts import escaped_texts, told
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.front_matter import KEY_WORDS_IN_ONE, MARKDOWN_IN_A_KEY
from core.diagnostics.catalog.keys import KEY_NOT_FOLLOWED
from jekyll.front_matter import Value
from jekyll.front_matter.lenient_values import TEXT_KEYS, key_name

_MARKDOWN = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|(?<![\w*])\*[^\s*][^*\n]{0,200}\*(?![\w*])|(?<!\w)__[^_\n]{1,200}__(?!\w)|`[^`\n]{1,200}`"
    r"|\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)|</?(?:a|b|br|em|i|p|span|strong|sup|u)\b[^>\n]{0,200}>"
)
# What word processors make of the quotation marks of YAML.
_QUOTED = re.compile('[“”„]([^“”„"\\\\\n]+)[“”]')
_KEYS_OF_WORDS = frozenset("tags tag mots_cles".split())
_IMAGES = frozenset(["image", "affiche"])
_WITHOUT_AN_IMAGE = "Ajoutez « image: », avec le nom de l'image qu'elle décrit."
_APART = re.compile(r"\s*;\s*|\s*(?=#)|\s+")
# In what is one: « vie du collectif ».
_SMALL = re.compile(r"(?i)\b(?:de|du|des|la|le|les|et|en|au|aux|à|pour|sur|par)\b|['’]")


def words_of_keys(values: Mapping[str, Value]) -> Iterator[tuple[int, Diagnostic]]:
    """Give the keys whose signs visitors read, and the key words that are one: with their lines."""
    given = {key_name(key) for key, value in values.items() if not value.is_null}
    for key, value in values.items():
        if key_name(key) == "image_alt" and not value.is_null and given.isdisjoint(_IMAGES):
            yield value.line, KEY_NOT_FOLLOWED(key=key, hint=_WITHOUT_AN_IMAGE)
        words, name = value.content, key_name(key)
        if name in _KEYS_OF_WORDS and isinstance(words, list) and len(words) == 1:
            words = words[0].content  # « [énergie; partage] »
            if not isinstance(words, str) or ";" not in words:
                continue
        if not isinstance(words, str):
            continue
        if name in TEXT_KEYS and (found := _MARKDOWN.search(words)):
            yield value.line, MARKDOWN_IN_A_KEY(written=found[0][:60], key=key)
        if name in TEXT_KEYS and (escaped := list(escaped_texts(words))):
            yield value.line, told(escaped[0], len(escaped))
        if name in TEXT_KEYS and (quoted := _QUOTED.fullmatch(words.strip())):
            hint = f'Tapez des guillemets droits : {key}: "{quoted[1]}".'
            yield value.line, MARKDOWN_IN_A_KEY(written=words.strip()[:60], key=key, hint=hint)
        if name in _KEYS_OF_WORDS and "," not in words:
            parts = [part.strip("#") for part in _APART.split(words.strip()) if part.strip("#")]
            if len(parts) > 1 and not _SMALL.search(words):
                alone, listed = words.strip("# "), ", ".join(parts)
                yield (
                    value.line,
                    KEY_WORDS_IN_ONE(key=key, value=alone, listed=listed, count=len(parts)),
                )
