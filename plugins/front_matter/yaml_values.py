"""YAML as it was written: scalars stay text, with their line; types are the schema's business.

Composing nodes, and never constructing objects, leaves out every surprise of YAML 1.1 (`18:30`
is 1110, `yes` a boolean, `2025` a number): a `Value` holds what the member typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from faults import ContentError, Faults

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_YAML_TAG = "tag:yaml.org,2002:"
# What untagged values resolve to (YAML 1.1's types); any other tag was written by hand.
_PLAIN_TAGS = frozenset(
    _YAML_TAG + kind
    for kind in "str int float bool null timestamp binary seq map merge value".split()
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SIMPLE_LINE = re.compile(r"(?P<indent>\s*)(?P<key>[\w-]+)[ \t]*:[ \t]+(?P<value>\S.*?)[ \t]*$")
NOUN = "{noun}"  # in messages: « l'en-tête », « ce fichier »
MAXIMUM_LENGTH = 100_000


@dataclass(frozen=True)
class Value:
    """One YAML value.

    Attributes:
        content: the text of a scalar, a list of values, or a dict of values by key.
        line: 1-based line of the file.
        is_plain: a scalar written without quotes.
    """

    content: str | list[Value] | dict[str, Value]
    line: int
    is_plain: bool = False

    @property
    def is_null(self) -> bool:
        """Return whether the value is empty or written `~` or `null`, without quotes."""
        return self.is_plain and self.content in _NULLS


class _Refused(Exception):
    def __init__(self, line: int, message: str, cure: str):
        super().__init__(message)
        self.line, self.message, self.cure = line, message, cure


def parse_mapping(
    text: str, label: str, faults: Faults, first_line: int = 1, noun: str = "l'en-tête"
) -> dict[str, Value]:
    """Return the keys and values of a YAML mapping (YAML 1.2, section 10.1: failsafe schema).

    Args:
        text: the YAML.
        label: the file, as messages name it.
        first_line: 1-based line of the file on which `text` begins.
        noun: what the YAML is, in French.

    Raises:
        ContentError: the YAML does not parse, or is no mapping; told to `faults`.
    """
    try:
        return _mapping(text, first_line)
    except _Refused as refused:
        faults.add(label, refused.line, refused.message.replace(NOUN, noun), refused.cure)
    except yaml.YAMLError as error:
        line, message, cure = _explain(error, text, first_line)
        faults.add(label, line, message.replace(NOUN, noun), cure)
    except RecursionError:
        faults.add(label, first_line, f"{noun} a trop de niveaux", "Simplifiez-le.")
    raise ContentError(label)


def _mapping(text: str, first_line: int) -> dict[str, Value]:
    if len(text) > MAXIMUM_LENGTH:
        raise _Refused(first_line, f"{NOUN} est démesuré", "Vérifiez où il se termine (« --- »).")
    _refuse_aliases(text, first_line)
    node = yaml.compose(text, Loader=_LOADER)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        message = f"{NOUN} n'est pas fait de lignes « clé: valeur »"
        raise _Refused(_line(node, first_line), message, 'Par exemple : title: "Contact".')
    return _value(node, first_line).content


def _refuse_aliases(text: str, first_line: int) -> None:
    """Refuse anchors and aliases: nobody means them, and they can be made to explode."""
    if "&" not in text and "*" not in text:
        return
    for event in yaml.parse(text, Loader=_LOADER):
        if getattr(event, "anchor", None):
            line = event.start_mark.line
            raise _Refused(
                line + first_line,
                "une valeur qui commence par « & » ou « * » a un sens spécial en YAML",
                _quoting_cure(text.split("\n")[line]),
            )


def _line(node: yaml.Node, first_line: int) -> int:
    return node.start_mark.line + first_line


def _value(node: yaml.Node, first_line: int) -> Value:
    line = _line(node, first_line)
    if node.tag not in _PLAIN_TAGS:
        tag = node.tag.replace(_YAML_TAG, "!!")
        message = f"une valeur qui commence par « {tag} » a un sens spécial en YAML"
        raise _Refused(line, message, "Mettez-la entre guillemets.")
    if isinstance(node, yaml.ScalarNode):
        return Value(node.value, line, not node.style)  # libyaml says "", Python None
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(item, first_line) for item in node.value], line)
    values: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        key_line = _line(key_node, first_line)
        if key is None:
            raise _Refused(key_line, "cette clé n'est pas un mot", "Écrivez « clé: valeur ».")
        if key in values:
            message = f"la clé « {key} » est écrite deux fois (d'abord ligne {values[key].line})"
            raise _Refused(key_line, message, "Gardez une seule des deux lignes.")
        value = _value(value_node, first_line)
        values[key] = Value(value.content, key_line, value.is_plain)
    return Value(values, line)


def _explain(error: yaml.YAMLError, text: str, first_line: int) -> tuple[int, str, str]:
    """Return the line, the fault and the cure of a YAML error, in French."""
    lines = text.split("\n")
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if "quoted scalar" in (getattr(error, "context", None) or "") and context:
        where = context.line
        written = lines[where].strip()
        message = f"un guillemet n'est pas refermé : « {written} »"
        return where + first_line, message, "Ajoutez le guillemet qui manque."
    if mark is None:
        position = getattr(error, "position", 0) or 0
        return (
            text.count("\n", 0, position) + first_line,
            "un caractère invisible est interdit",
            ("Effacez cette ligne et retapez-la."),
        )
    where = min(mark.line, len(lines) - 1)
    while where and not lines[where].strip():
        where -= 1  # an opening bracket is missed at the end: the last line written has it
    written = lines[where].strip()
    if "\t" in lines[where] and ("token" in problem or "tab" in problem):
        message = "une tabulation est interdite ici"
        return where + first_line, message, "Remplacez-la par des espaces."
    message = f"{NOUN} ne se lit pas : « {written} »"
    return where + first_line, message, _quoting_cure(lines[where])


def _quoting_cure(line: str) -> str:
    """Return the cure that shows the line with its value between quotes, when it is that simple."""
    simple = _SIMPLE_LINE.match(line)
    if simple and simple["indent"]:
        return "Retirez les espaces au début de la ligne."
    if not simple or simple["value"].startswith('"'):
        return "Chaque ligne doit être de la forme « clé: valeur »."
    value = simple["value"].strip("'").replace("\\", "\\\\").replace('"', '\\"')
    return f'Mettez la valeur entre guillemets : {simple["key"]}: "{value}"'
