"""What Invoke says of a mistyped command, in French."""

from __future__ import annotations

import re

from invoke.exceptions import ParseError

from core.diagnostics import suggestion

_UNKNOWN = re.compile(r"No idea what '(?P<name>.*)' is!", re.DOTALL)
_MISSING = re.compile(
    r"'(?P<task>.*)' did not receive required positional arguments: (?P<names>.*)"
)
_NO_VALUE = re.compile(r"Flag <Argument: (?P<name>\S+).*> needed value and was not given one!")


def speak_french() -> None:
    """Make Invoke's errors of parsing speak French, wherever they are printed."""
    ParseError.__str__ = in_french  # type: ignore[method-assign,assignment]  # on purpose


def in_french(error: ParseError) -> str:
    """Return the message of an error, with its hint; one that is not known stays as it is."""
    message = str(error.args[0]) if error.args else ""
    if found := _UNKNOWN.fullmatch(message):
        return _unknown(found["name"], error)
    if found := _MISSING.fullmatch(message):
        names = " et ".join(re.findall(r"'([^']+)'", found["names"]))
        example = f'bin/invoke {found["task"]} "…"'
        return f"« {found['task']} » a besoin de : {names}. Écrivez par exemple : {example}"
    if found := _NO_VALUE.fullmatch(message):
        return f"L'option --{found['name']} a besoin d'une valeur : --{found['name']}=…"
    return message


def _unknown(name: str, error: ParseError) -> str:
    if not name.startswith("-"):
        return f"« {name} » n'est pas une commande. « bin/invoke --list » les nomme toutes."
    task = error.context
    if not task or not task.name:
        return f"L'option « {name} » n'existe pas. « bin/invoke --help » les nomme toutes."
    known = [flag for flag in task.flags if flag.startswith("--")]
    hint = suggestion(name.partition("=")[0], known)
    return f"L'option « {name} » n'existe pas pour « {task.name} ». " + (
        hint or f"« bin/invoke --help {task.name} » les nomme toutes."
    )
