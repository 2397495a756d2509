# SPDX-License-Identifier: EUPL-1.2
"""Keeps a reporter who may not be named out of a dossier that goes to another municipality.

What was typed loses the words; a paper or file in which they stand stays here, since it cannot be changed,
and so does a file that cannot be searched. It finds words, not meaning.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from gemeente_pga.domain.afschrift import is_dag
from gemeente_pga.domain.bericht import lees_bericht, lees_tekstbestand
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.lekcontrole import Lek, LekSoort, Verboden, zoek_lekken
from gemeente_pga.domain.tekst import kale_letters
from gemeente_pga.domain.weegregels import kale_naam
from gemeente_pga.store.dossiervorm import Rijen, velden
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.afschrift import is_code
from gemeente_pga.store.queries.lekcontrole import verboden

LeesPdf = Callable[[bytes], Sequence[str]]
"""The text of each page of a PDF; ValueError when it cannot be read."""

WEGGELATEN = "[weggelaten]"
_NAAMVELDEN = ("voornamen", "voorletters", "voorvoegsel", "geslachtsnaam", "eerdere_namen")
_HOOGSTENS = 200  # places in one text; a text with more goes as a whole
# Columns of the program itself: never typed, and worth nothing with a word taken out.
_VAST = frozenset({"sha256", "nummer", "controlecode", "kolom", "tabel", "mediatype", "signaal_deel"})
# Columns for a code, besides those of the afschrift; what does not look like one is searched.
_CODES = frozenset({
    "aan", "aanleiding_soort", "afgehandeld_reden", "bevoegd", "convenant_getekend", "eerder_besproken",
    "geadresseerd_burgemeester", "gemeente_verblijf", "geweigerd_reden", "ideologie", "informering", "naar",
    "onvolledig_reden", "opgeheven_reden", "reden", "relatie", "soort_reden", "standpunt",
    "teruggenomen_reden", "van", "vastgesteld_wijze", "verlengd_reden", "verslag_door", "wat",
    "zonder_rol_reden",
})  # fmt: skip
_CODE = re.compile(r"[a-z0-9_]+")
_TAFEL = """
SELECT d.naam FROM overleg_deelnemer d JOIN bespreking_deelnemer b ON b.overleg_deelnemer_id = d.id
WHERE b.dossier_id = ?1
UNION SELECT p.naam FROM weging_partij p JOIN weging w ON w.id = p.weging_id WHERE w.dossier_id = ?1
"""
_BELLERS = """
SELECT t.beller, t.terugbelnummer FROM telefoonnotitie t JOIN signaal s ON s.id = t.signaal_id
WHERE t.dossier_id = ? AND s.naam_noemen = 'nee'
"""


def unreadable(_pdf: bytes) -> Sequence[str]:
    """A LeesPdf for who has none."""
    raise ValueError


def names_reporter(r: Lezer, dossier_ids: Iterable[int], tekst: str) -> bool:
    """Whether a text that goes with all of these dossiers names a reporter of any of them."""
    return any(Schuilnaam(r, dossier_id, unreadable).mask(tekst) != tekst for dossier_id in dossier_ids)


class Schuilnaam:
    """The reporters of one dossier who may not be named. Who sat at the table did so by name."""

    def __init__(self, r: Lezer, dossier_id: int, lees_pdf: LeesPdf) -> None:
        tafel = [rij["naam"] for rij in r.rows(_TAFEL, dossier_id) if rij["naam"]]
        melders = [
            v for v in verboden(r, [dossier_id], aan_tafel=tafel).verboden if v.soort is LekSoort.MELDER
        ]
        aan_tafel = {kale_naam(naam) for naam in tafel}
        bellers = [
            Verboden(LekSoort.MELDER, tekst)
            for rij in r.rows(_BELLERS, dossier_id)
            if kale_naam(rij["beller"]) not in aan_tafel
            for tekst in (rij["beller"], rij["terugbelnummer"])
            if tekst
        ]
        self._wie = tuple({v.tekst: v for v in (*melders, *bellers)}.values())
        self._namen = {kale_naam(v.tekst) for v in self._wie}
        self._lees_pdf = lees_pdf
        eigen = r.rows("SELECT * FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
        # A mother who reports has the name of her son: alone it names him, not her.
        self._eigen = {_letters(deel) for rij in eigen for veld in _NAAMVELDEN for deel in _delen(rij[veld])}

    def keeps_document(self, rij: dict[str, Any]) -> bool:
        """Whether this paper may not go."""
        if not self._wie:
            return False
        teksten = self._of_pdf(rij["pdf"]) if rij["pdf"] else []
        return teksten is None or self._hits([*teksten, rij["titel"], rij["gegevens"]])

    def keeps_bijlage(self, rij: dict[str, Any]) -> bool:
        """Whether this file may not go: it names them, or nobody can say whether it does."""
        if not self._wie:
            return False
        teksten = self._read(rij["mediatype"], rij["naam"], rij["inhoud"])
        return teksten is None or self._hits(teksten)

    def clean(self, rijen: Rijen) -> bool:
        """Take the words out of everything that was typed; whether there were any."""
        gevonden = False
        for tabel, lijst in rijen.items() if self._wie else ():
            tekstvelden = [kolom for kolom, soort in velden(tabel).items() if soort == "tekst"]
            for rij in lijst:
                if tabel == "persoon" and not self._is_melder(rij):
                    continue
                getypt = [kolom for kolom in tekstvelden if rij[kolom] and not _is_vast(kolom, rij[kolom])]
                schoon = {kolom: self.mask(rij[kolom]) for kolom in getypt}
                gevonden |= any(rij[kolom] != tekst for kolom, tekst in schoon.items())
                rij.update(schoon)
        return gevonden

    def mask(self, tekst: str) -> str:
        """The text without the words by which they could be recognised."""
        for _ in range(_HOOGSTENS):
            lek = next(self._leaks([tekst]), None)
            if lek is None:
                return tekst
            woorden = r"\s+".join(map(re.escape, lek.fragment.split()))
            tekst, aantal = re.subn(woorden, WEGGELATEN, tekst)
            if not aantal:
                break
        return WEGGELATEN

    # ---- inside

    def _hits(self, teksten: Sequence[str]) -> bool:
        return next(self._leaks(teksten), None) is not None

    def _leaks(self, teksten: Sequence[str]) -> Iterator[Lek]:
        lekken = zoek_lekken(teksten, self._wie)
        return (lek for lek in lekken if _letters(lek.fragment) not in self._eigen)

    def _is_melder(self, rij: dict[str, Any]) -> bool:
        voor = rij["voornamen"] or rij["voorletters"]
        naam = " ".join(deel for deel in (voor, rij["voorvoegsel"], rij["geslachtsnaam"]) if deel)
        return rij["rol"] != "betrokkene" and kale_naam(naam) in self._namen

    def _of_pdf(self, inhoud: bytes) -> Sequence[str] | None:
        try:
            bladen = self._lees_pdf(inhoud)
        except ValueError:
            return None
        return bladen if any(blad.strip() for blad in bladen) else None  # only pictures

    def _read(self, mediatype: str, naam: str, inhoud: bytes) -> Sequence[str] | None:
        """All the words of a file; None when it holds what cannot be searched."""
        if mediatype == "application/pdf":
            bladen = self._of_pdf(inhoud)
            return None if bladen is None else [*bladen, naam]
        if mediatype == "text/plain":
            tekst = lees_tekstbestand(inhoud)
            return None if isinstance(tekst, Gebrek) else [tekst, naam]
        if mediatype == "message/rfc822":
            bericht = lees_bericht(inhoud)
            if isinstance(bericht, Gebrek) or bericht.bijlagen or not bericht.heel:
                return None
            return [
                bericht.afzender_naam, bericht.afzender_adres, bericht.onderwerp, bericht.tekst,
                naam, inhoud.decode("utf-8", "replace"),
            ]  # fmt: skip
        return None


def _is_vast(kolom: str, waarde: str) -> bool:
    """Words of the program: a code, a day, a number that it gave."""
    code = is_code(kolom, waarde) or (kolom in _CODES and _CODE.fullmatch(waarde))
    return kolom in _VAST or bool(code) or is_dag(waarde)


def _delen(naam: str) -> list[str]:
    return [naam, *re.split(r"[\s,-]+", naam)] if naam else []


def _letters(tekst: str) -> str:
    return "".join(teken for teken in kale_letters(tekst) if teken.isalnum())
