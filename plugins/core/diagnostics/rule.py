"""A rule: one thing that can be wrong with a site, whatever the file, under a code that stays."""

from __future__ import annotations

from dataclasses import dataclass

from core.diagnostics.diagnostic import ERROR, WARNING, Diagnostic, shortened, visible
from core.french.numbers import grouped

_LONGEST = 300  # characters of a fact: what a site holds may be a line of a million
_ORDINAL = "line"  # a number that is looked for in an editor


@dataclass(frozen=True)
class Rule:
    """What is said each time that one thing is wrong."""

    # Its name for members and machines, French words between hyphens, what then what is wrong with
    # it: `lien-brise`.
    code: str
    severity: str  # `ERROR` or `WARNING`
    # The fault, in French, quoting what is written: no capital, no full stop. Names between braces
    # stand for the facts of each case.
    message: str
    # What to do, in French, one or two sentences, with the same names; "" when the message says it,
    # or when each case has its own.
    hint: str = ""

    @classmethod
    def error(cls, code: str, message: str, hint: str = "") -> Rule:
        """Return a rule of what stops the build."""
        return cls(code, ERROR, message, hint)

    @classmethod
    def warning(cls, code: str, message: str, hint: str = "") -> Rule:
        """Return a rule of what is reported and counted."""
        return cls(code, WARNING, message, hint)

    def __call__(self, *, hint: str | None = None, **facts: object) -> Diagnostic:
        """Return what is wrong in one case; its place is given by `Diagnostic.at`.

        Args:
            hint: what to do in this case, in the place of the rule's own hint.
            facts: what each name between braces stands for, and what is said in no words; numbers
                are written in groups of digits, but for those of lines.
        """
        written = {name: _as_written(name, fact) for name, fact in facts.items()}
        reported = self.hint.format(**written) if hint is None else shortened(hint, 2 * _LONGEST)
        message = visible(self.message.format(**written))
        kept = {name: visible(str(fact)) for name, fact in facts.items()}
        return Diagnostic("", 0, message, visible(reported), self.severity, self.code, kept)


class _Number(int):
    """A number that is written in groups of digits, unless another form is asked for."""

    def __format__(self, form: str) -> str:
        return super().__format__(form) if form else grouped(self)


def _as_written(name: str, fact: object) -> object:
    if isinstance(fact, str):
        return shortened(fact, _LONGEST)
    return _Number(fact) if isinstance(fact, int) and name != _ORDINAL else fact
