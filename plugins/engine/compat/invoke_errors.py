"""What Invoke says of a mistyped command, in French; and titles that are options."""

from __future__ import annotations

import functools
import re
import sys
from itertools import takewhile
from typing import NoReturn

from invoke.exceptions import ParseError
from invoke.parser.context import ParserContext
from invoke.parser.parser import ParseMachine

from core.diagnostics import nearest

_UNKNOWN = re.compile(r"No idea what '(?P<name>.*)' is!", re.DOTALL)
_MISSING = re.compile(
    r"'(?P<task>.*)' did not receive required positional arguments: (?P<names>.*)"
)
_NO_VALUE = re.compile(r"Flag <Argument: (?P<name>\S+).*> needed value and was not given one!")
_LIST = "« bin/invoke --list » les nomme toutes."
_OPTION = re.compile(r"--[\w-]+|-\w")


def speak_french() -> None:
    """Make Invoke's errors of parsing speak French, wherever they are printed."""
    ParseError.__str__ = in_french  # type: ignore[method-assign,assignment]  # on purpose
    ParseMachine.error = _fail  # type: ignore[method-assign,assignment]  # on purpose


def _fail(machine: ParseMachine, message: str) -> NoReturn:
    """Raise an error that knows the commands, for the nearest one to be named."""
    error = ParseError(message, machine.context)
    error.tasks = tuple(machine.contexts)  # type: ignore[attr-defined]  # on purpose
    raise error


def keep_options_from_titles() -> None:
    """Make Invoke take `--help` after a task that waits for a title as elsewhere, not as it."""
    see = ParseMachine.see_positional_arg

    @functools.wraps(see)
    def see_title(machine: ParseMachine, value: str) -> None:
        is_help = value in ("--help", "-h")
        if _OPTION.fullmatch(value) and not is_help:
            machine.error(f"No idea what {value!r} is!")
        see(machine, value)
        if is_help:
            machine.initial.flags[value].value = machine.context.name

    ParseMachine.see_positional_arg = see_title  # type: ignore[method-assign,assignment]  # on purpose


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
    if not name.startswith("-") and error.context and error.context.name:
        return _stray(name, error.context, sys.argv[1:])
    if not name.startswith("-"):
        near = nearest(name, getattr(error, "tasks", ()))
        hint = f"Vouliez-vous dire « {near} » ?" if near else _LIST
        return f"« {name} » n'est pas une commande. {hint}"
    task = error.context
    if not task or not task.name:
        return f"L'option « {name} » n'existe pas. « bin/invoke --list » nomme les commandes."
    known = [flag.removeprefix("--") for flag in task.flags if flag.startswith("--")]
    near = nearest(name.partition("=")[0].lstrip("-"), known)  # all are alike by their dashes
    hint = f"Vouliez-vous dire « --{near} » ?" if near else ""
    return f"L'option « {name} » n'existe pas pour « {task.name} ». " + (
        hint or f"« bin/invoke --help {task.name} » les nomme toutes."
    )


def _stray(word: str, task: ParserContext, typed: list[str]) -> str:
    """Say of a word that no option waits for that quotation marks are missing before it."""
    said = f"« {word} » n'est pas une commande. "
    if word not in typed or typed[0] != task.name:
        return said + _LIST
    at = typed.index(word)
    before = list(takewhile(_is_word, reversed(typed[1:at])))[::-1]
    words = " ".join([*before, *takewhile(_is_word, typed[at:])])
    option = typed[at - len(before) - 1]
    if option.startswith("--"):
        flag, _, first = option.partition("=")
        quoted = f'{flag}="{f"{first} {words}".strip()}"'
    elif before and task.positional_args:
        quoted = f'bin/invoke {task.name} "{words}"'
    else:
        return f"{said}Les options de « {task.name} » : « bin/invoke --help {task.name} »."
    return f"{said}Mettez des guillemets : {quoted}"


def _is_word(typed: str) -> bool:
    return not typed.startswith("-")
