"""Sentences of Invoke's that are told in French: what has changed is named."""

import sys

import pytest
from invoke import Collection, Context, ParseError, task
from invoke.program import Program

from engine.compat.invoke_errors import in_french


@task
def saluer(_: Context, nom: str, fort: str = "") -> None:
    """Do nothing."""


@task
def compter(_: Context, fort: str = "") -> None:
    """Do nothing."""


@pytest.mark.parametrize(
    ("words", "french"),
    [
        ("dormir", "n'est pas une commande"),
        ("saluer Nour --nn", "n'existe pas pour « saluer »"),
        ("saluer", "a besoin de : nom"),
        ("saluer --nom Nour --fort", "a besoin d'une valeur"),
        ("saluer Nour et Zoé --fort=3", 'Mettez des guillemets : bin/invoke saluer "Nour et Zoé"'),
        ("saluer --nom=Nour et Zoé", 'Mettez des guillemets : --nom="Nour et Zoé"'),
        ("saluer Nour --fort très fort", 'Mettez des guillemets : --fort="très fort"'),
        ("compter loin", "Les options de « compter » : « bin/invoke --help compter »."),
    ],
)
def test_its_errors_are_known(monkeypatch: pytest.MonkeyPatch, words: str, french: str):
    monkeypatch.setattr(sys, "argv", ["invoke", *words.split()])
    program = Program(namespace=Collection(saluer, compter))
    program.create_config()
    with pytest.raises(ParseError) as raised:
        program.parse_core(["invoke", *words.split()])
        program.parse_collection()
        program.parse_tasks()
        program.execute()
    assert french in in_french(raised.value), f"Invoke now says: {raised.value.args[0]}"
