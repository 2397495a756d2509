# SPDX-License-Identifier: EUPL-1.2
"""What the refusals read: the syntax trees of the program, its texts, and the schema of a live kluis."""

import ast
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

from gemeente_pga.store import schema as migraties
from gemeente_pga.store import verbinding

PROGRAMMA = Path(__file__).resolve().parents[2] / "gemeente_pga"
VORMEN = PROGRAMMA / "ui" / "forms"

Bomen = Mapping[str, ast.Module]


@functools.cache
def bomen() -> Bomen:
    """Every source of the program by its place; compiled forms are made from forms/."""
    bronnen = (bron for bron in sorted(PROGRAMMA.rglob("*.py")) if bron.parent != VORMEN)
    return {
        bron.relative_to(PROGRAMMA).as_posix(): ast.parse(bron.read_text(encoding="utf-8"))
        for bron in bronnen
    }


def teksten(boom: ast.AST) -> Iterator[str]:
    """The texts in a tree that are not a docstring; the pieces of an f-string are joined."""
    stukken = {
        id(deel) for knoop in ast.walk(boom) if isinstance(knoop, ast.JoinedStr) for deel in knoop.values
    }
    los = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.JoinedStr):
            yield "".join(
                d.value for d in knoop.values if isinstance(d, ast.Constant) and isinstance(d.value, str)
            )
        elif (
            isinstance(knoop, ast.Constant)
            and isinstance(knoop.value, str)
            and not {id(knoop)} & (stukken | los)
        ):
            yield knoop.value


def functies(boom: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Each function by name, and under "" what stands outside all of them."""
    buiten = ast.Module([], [])
    for knoop in boom.body:
        if isinstance(knoop, ast.FunctionDef):
            yield knoop.name, knoop
        elif isinstance(knoop, ast.ClassDef):
            yield from ((deel.name, deel) for deel in knoop.body if isinstance(deel, ast.FunctionDef))
            buiten.body += [deel for deel in knoop.body if not isinstance(deel, ast.FunctionDef)]
        else:
            buiten.body.append(knoop)
    yield "", buiten


def _leeg() -> verbinding.Verbinding:
    """The tables of a new kluis, in memory."""
    v = verbinding.geheugen()
    migraties.voer_migraties_uit(v, migraties.migraties())
    return v


@functools.cache
def schema() -> dict[str, frozenset[str]]:
    """The tables of a new kluis with their columns."""
    v = _leeg()
    namen = [naam for (naam,) in v.lees("SELECT name FROM sqlite_master WHERE type = 'table'")]
    gelezen = {naam: frozenset(str(rij[1]) for rij in v.lees(f"PRAGMA table_info({naam})")) for naam in namen}
    v.sluit()
    return gelezen


@functools.cache
def verwijzingen() -> tuple[tuple[str, str, str], ...]:
    """Every reference between tables: from which table, which column, to which table."""
    v = _leeg()
    paren = tuple(
        (tabel, str(rij[3]), str(rij[2]))
        for tabel in schema()
        for rij in v.lees(f"PRAGMA foreign_key_list({tabel})")
    )
    v.sluit()
    return paren
