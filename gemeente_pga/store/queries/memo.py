# SPDX-License-Identifier: EUPL-1.2
"""Memos to burgemeester and driehoek: one, those of a dossier, and its page."""

from datetime import date
from typing import Any

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.memo import Memo, Memoantwoord, Memoregel
from gemeente_pga.domain.stukken import Memoblad, Staat
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.kop import kop

_VELDEN = ("aan", "gevraagd", "waarom", "grondslag", "alternatieven", "risico_wel", "risico_niet")
_MEMO = "SELECT m.*, d.vastgesteld_op AS op FROM memo m JOIN document d ON d.id = m.document_id "
_AAN = {"burgemeester": "de burgemeester", "driehoek": "de driehoek"}


def memo(r: Lezer, memo_id: int) -> Memoregel | None:
    """One memo."""
    rij = r.row(_MEMO + "WHERE m.id = ?", memo_id)
    return _regel(rij) if rij else None


def memos(r: Lezer, dossier_id: int) -> tuple[Memoregel, ...]:
    """Those of a dossier, newest first."""
    rijen = r.rows(
        _MEMO + "WHERE m.dossier_id = ? ORDER BY julianday(m.vastgelegd_op) DESC, m.id", dossier_id
    )
    return tuple(_regel(rij) for rij in rijen)


def memostuk(r: Lezer, dossier_id: int, inhoud: Memo, kader: Kader, op: date) -> Memoblad:
    """The page. Of the dossier only its number stands on it."""
    nummer = str(r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id))
    volg = int(r.value("SELECT count(*) FROM memo WHERE dossier_id = ?", dossier_id))
    hoofd = kop(
        r, kader, "Memo", kenmerk=f"D{nummer}-M{volg}", datum=op, nummers=(nummer,), nummersoort="Dossier",
        staat=Staat.VASTGESTELD, dossier_id=dossier_id,
    )  # fmt: skip
    return Memoblad(
        kop=hoofd,
        aan=_AAN[inhoud.aan],
        gevraagd=_regels(inhoud.gevraagd),
        waarom=_regels(inhoud.waarom),
        grondslag=inhoud.grondslag,
        alternatieven=_regels(inhoud.alternatieven),
        risico_wel=_regels(inhoud.risico_wel),
        risico_niet=_regels(inhoud.risico_niet),
        antwoord_voor=inhoud.antwoord_voor,
    )


def _regel(rij: dict[str, Any]) -> Memoregel:
    antwoord = None
    if rij["antwoord"]:
        op = date.fromisoformat(rij["antwoord_op"])
        antwoord = Memoantwoord(rij["antwoord"], rij["antwoord_tekst"], rij["antwoord_door"], op)
    return Memoregel(
        id=rij["id"],
        dossier_id=rij["dossier_id"],
        op=date.fromisoformat(rij["op"]),
        inhoud=Memo(**{veld: rij[veld] for veld in _VELDEN}, antwoord_voor=lees_dag(rij["antwoord_voor"])),
        antwoord=antwoord,
        document_id=rij["document_id"],
    )


def _regels(tekst: str) -> str:
    """Without empty lines and line ends of its own: it has to stay one page."""
    return " ".join(tekst.split())
