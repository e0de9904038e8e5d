"""`python -m bench`: the whole comparison, its tables on standard output."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.compare import Plan, compare, compare_photos, our_phases
from bench.measure import Failed
from bench.peers import KNOWN, PROJECT, Peer, find_peers
from bench.results import this_machine
from bench.table import document, machine_lines, phase_table, photo_table, size_table

DOCUMENT = PROJECT / "docs" / "vitesse.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, write the document if asked; return 1 if a program failed."""
    options = _parser().parse_args(arguments)
    machine = this_machine()
    sizes = _numbers("tailles", options.tailles)
    turns = _numbers("tours", options.tours)[-1]
    saves = _numbers("enregistrements", options.enregistrements)[-1]
    peers = find_peers(_names(options.seulement))
    tables, failed = [], False
    if options.photos:
        found, is_whole = _measure_photos(peers)
        tables += found
        failed |= not is_whole
    for count in sizes:
        plan = Plan(count, turns, saves)
        found, is_whole = _measure(peers, plan, is_last=count == sizes[-1])
        tables += found
        failed |= not is_whole
        if options.ecrire:  # what is known already, should a longer measure be ended
            DOCUMENT.write_text(document(machine, tables), encoding="utf-8")
    _say("\n\n".join([machine_lines(machine), *tables]), sys.stdout)
    if options.ecrire:
        _say(f"\nÉcrit dans {DOCUMENT.relative_to(PROJECT)}.", sys.stdout)
    return 1 if failed else 0


def _measure(peers: Sequence[Peer], plan: Plan, is_last: bool) -> tuple[list[str], bool]:
    """Return the tables of one corpus, and whether every program went to the end."""
    with tempfile.TemporaryDirectory(prefix="vitesse-") as name:
        folder = Path(name).resolve()
        found = compare(peers, folder, plan, lambda text: _say(text, sys.stderr))
        tables = [size_table(plan.count, found)]
        failures = [figures.failure for figures in found if figures.failure]
        if is_last:
            try:
                told = our_phases(folder)
                tables.append(phase_table(plan.count, told["whole"], told["phases"]))
            except Failed as failed:
                failures.append(str(failed))
    _tell(failures)
    return tables, not failures


def _measure_photos(peers: Sequence[Peer]) -> tuple[list[str], bool]:
    """Return the table of the site of photos, and whether every program went to the end."""
    with tempfile.TemporaryDirectory(prefix="vitesse-") as name:
        found = compare_photos(peers, Path(name).resolve(), lambda text: _say(text, sys.stderr))
    failures = [figures.failure for figures in found if figures.failure]
    _tell(failures)
    return [photo_table(found)], not failures


def _tell(failures: Sequence[str]) -> None:
    for failure in failures:
        _say(f"Échec de {failure}", sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description="Compare la vitesse des programmes.")
    parser.add_argument("--tailles", default="100,1000", help="combien d'articles : 100,1000")
    parser.add_argument("--tours", default="3", help="combien de constructions")
    parser.add_argument("--enregistrements", default="5", help="combien d'enregistrements")
    parser.add_argument("--seulement", default="", help="quels autres programmes : hugo,jekyll")
    parser.add_argument("--photos", action="store_true", help="un site de photos aussi")
    parser.add_argument("--ecrire", action="store_true", help="écrit aussi docs/vitesse.md")
    return parser


def _numbers(option: str, text: str) -> list[int]:
    """Return the numbers of an option, the smallest first, or end the command."""
    parts = text.split(",")
    if not all(part.isdecimal() and int(part) for part in parts):
        raise SystemExit(f"--{option} : « {text} » ne se lit pas. Écrivez par exemple 3, ou 10,20.")
    return sorted({int(part) for part in parts})


def _names(text: str) -> list[str]:
    """Return the programs of an option, or end the command."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    unknown = next((name for name in names if name not in KNOWN), "")
    if unknown:
        known = ", ".join(KNOWN[1:])
        raise SystemExit(
            f"--seulement : « {unknown} » n'est pas comparé. Programmes connus : {known}."
        )
    return names


def _say(text: str, where: object) -> None:
    """Write a line in UTF-8, whatever the machine's locale."""
    where.buffer.write(f"{text}\n".encode())
    where.flush()


if __name__ == "__main__":
    # SIGTERM ends it as Ctrl-C does: with what it started, and what it wrote.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
