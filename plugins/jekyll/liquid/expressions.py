"""What stands between `{{` and `}}`: a name or a text, then filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from core.diagnostics import Diagnostic, Rule, suggestion
from core.diagnostics.catalog import liquid as rules
from core.diagnostics.catalog.limits import LIQUID_WRITES_TOO_MUCH
from jekyll.limits import MAXIMUM_LENGTH

_QUOTED = re.compile(r"""(?P<quote>["'])(?P<text>.*?)(?P=quote)""", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_PART = re.compile(r"""((?:"[^"]*"|'[^']*'|[^|"'])+)""")
_FILTER = re.compile(r"(?P<name>\w+)\s*(?::\s*(?P<arguments>.+))?", re.DOTALL)
# A name, then words that the parser of Jekyll leaves out (Liquid 5, `Variable#lax_parse`).
_LONE_WORDS = re.compile(r"(?P<name>[A-Za-z_][\w-]*)(?:\.[\w-]+)*\s+[^\s|'\"{}].*", re.DOTALL)
_JEKYLL_NAMES = frozenset(
    "site page layout content paginator theme jekyll include forloop true false nil empty".split()
)
# Shortcodes (gohugo.io, « Shortcodes »): « {{< youtube abc >}} ».
_OF_HUGO = (
    "Pour une vidéo ou une carte, collez le code d'intégration que donne son site "
    "(docs/contenus-exterieurs.md)."
)


# « {{< ref "contact.md" >}} », « {{% figure src="a.jpg" title="Le bal" %}} ».
_HUGO_LINK = re.compile(r"""[<%]\s*(?:rel)?ref\s+["']?([^"'\s<>%]+)""")
_HUGO_FIGURE = re.compile(
    r"""[<%]\s*(?:figure|image|img)\b.*?\bsrc=["']?([^"'\s<>%]+)""", re.DOTALL
)
_HUGO_TITLE = re.compile(r"""\b(?:title|caption)=["']([^"']+)""")


def _of_hugo(text: str) -> str:
    """Return what says the same here as a shortcode of Hugo's."""
    if link := _HUGO_LINK.match(text):
        return f"Écrivez l'adresse elle-même, comme dans [les mots]({link[1]})."
    if figure := _HUGO_FIGURE.match(text):
        title = _HUGO_TITLE.search(text)
        caption = f' "{title[1]}"' if title else ""
        return f"Écrivez ![Ce que montre l'image]({figure[1]}{caption})."
    return _OF_HUGO


class BadExpression(Exception):
    """An expression that is not understood: a rule, and its facts but for what is written."""

    def __init__(self, rule: Rule, **facts: str):
        super().__init__(rule.code)
        self.rule, self.facts = rule, facts

    def diagnostic(self, written: str) -> Diagnostic:
        """Return what is wrong, without its place."""
        return self.rule(written=written, **self.facts)


def evaluate(
    expression: str, variables: Mapping[str, object], filters: Mapping[str, Callable[..., object]]
) -> object:
    """Return the value of an expression such as `post.url | relative_url`.

    Raises BadExpression: a name or a filter that is not known, or a form that is not.
    """
    parts = [part.strip() for part in _PART.findall(expression)]
    if not parts or not parts[0]:
        raise BadExpression(rules.NOTHING_TO_WRITE)
    value = _operand(parts[0], variables)
    for part in parts[1:]:
        found = _FILTER.fullmatch(part)
        name = found["name"] if found else part
        if not found or name not in filters:
            hint = suggestion(name, filters) or f"Filtres connus : {', '.join(sorted(filters))}."
            raise BadExpression(rules.UNKNOWN_FILTER, name=name, hint=hint)
        arguments = found["arguments"] or ""
        given = [_operand(arguments.strip(), variables)] if arguments else []
        try:
            value = filters[name](value, *given)
        except TypeError as error:
            raise BadExpression(
                rules.FILTER_TAKES_NO_ARGUMENT, name=name, arguments=arguments
            ) from error
        except ValueError as error:
            raise BadExpression(rules.FILTER_TAKES_NO_SUCH_TEXT, name=name) from error
        if len(str(value)) > MAXIMUM_LENGTH:
            raise BadExpression(LIQUID_WRITES_TOO_MUCH)
    return value


_FOR_BOLD = (
    "Pour du gras, écrivez **{words}** ; pour montrer les accolades, "
    "{{% raw %}}{{{{{words}}}}}{{% endraw %}}."
)


def _operand(text: str, variables: Mapping[str, object]) -> object:
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return quoted["text"]
    if not _NAME.fullmatch(text):
        lone = _LONE_WORDS.fullmatch(text)
        is_nothing = lone and lone["name"] not in _JEKYLL_NAMES and lone["name"] not in variables
        more = {"hint": _of_hugo(text)} if text.startswith(("<", "%")) else {}
        raise BadExpression(
            rules.WRITES_NOTHING if is_nothing else rules.NOT_UNDERSTOOD, text=text, **more
        )
    value: object = variables
    for step in text.split("."):
        if not isinstance(value, Mapping) or step not in value:
            known = sorted(value) if isinstance(value, Mapping) else []
            otherwise = f"Noms connus ici : {', '.join(known)}."
            if value is variables:  # words of a member's, and no name of Liquid's
                otherwise = _FOR_BOLD.format(words=text)
            hint = suggestion(step, known) or otherwise
            raise BadExpression(rules.UNKNOWN_NAME, name=text, hint=hint)
        value = value[step]
    return value
