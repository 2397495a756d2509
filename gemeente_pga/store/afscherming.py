# SPDX-License-Identifier: EUPL-1.2
"""Names screened off: what the FG reads from the kluis, before a reason was given for a dossier.

Two layers. Views of this connection lie over the tables that hold a name as such: only the seals are computed
past them. And in every text that is read the names of the kluis are replaced.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from gemeente_pga.domain.afscherming import BETROKKENE, MELDER, NAASTE, VERZOEKER, Masker, Naam
from gemeente_pga.store.lezer import Parameter, Reader
from gemeente_pga.store.ruimte import Ruimte
from gemeente_pga.store.verbinding import Verbinding

_DICHT = "(dossier_id IS NULL OR dossier_id NOT IN (SELECT dossier_id FROM temp.fg_open))"
_STUK_DICHT = (
    "(EXISTS (SELECT 1 FROM main.document_dossier x WHERE x.document_id = t.id "
    "AND x.dossier_id NOT IN (SELECT dossier_id FROM temp.fg_open)) "
    "OR (dossier_id IS NOT NULL AND dossier_id NOT IN (SELECT dossier_id FROM temp.fg_open)) "
    "OR (dossier_id IS NULL AND onderwerp_soort IN ('verzoek', 'telefoonnotitie')))"  # names somebody
)
_MELDER = f"CASE {{kolom}} WHEN '' THEN '' ELSE '{MELDER}' END"
_PERSOON = f"CASE rol WHEN 'betrokkene' THEN '{BETROKKENE}' ELSE '{NAASTE}' END"
_VERZOEKER = f"CASE hoedanigheid WHEN 'betrokkene' THEN '{BETROKKENE}' ELSE '{VERZOEKER}' END"
_ONTVANGER = (
    f"CASE ontvanger_soort WHEN 'buiten' THEN '{NAASTE}' "
    f"WHEN 'betrokkene' THEN '{BETROKKENE}' ELSE ontvanger END"
)  # fmt: skip
# Table -> column -> what stands there while the dossier is screened off.
_KOLOMMEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "persoon": {
            "voornamen": "''", "voorletters": "''", "voorvoegsel": "''", "geslachtsnaam": _PERSOON,
            "eerdere_namen": "''", "geboortedatum": "NULL", "straatnaam": "''", "huisnummer": "NULL",
            "toevoeging": "''", "postcode": "''", "plaats": "''",
        },
        "signaal": {
            "gemeld_als": f"CASE gemeld_als WHEN '' THEN '' ELSE '{BETROKKENE}' END",
            "melder_naam": _MELDER.format(kolom="melder_naam"), "melder_contact": "''",
        },
        "signaal_versie": {"oude_waarde": "''"},
        "telefoonnotitie": {"beller": _MELDER.format(kolom="beller"), "terugbelnummer": "''"},
        "informatie": {"vinder": _MELDER.format(kolom="vinder")},
        "bijlage": {"naam": "'bijlage'", "inhoud": "x''", "vinder": _MELDER.format(kolom="vinder")},
        "document": {"gegevens": "'{}'", "pdf": "NULL"},
        "gezag": {"naam": f"'{NAASTE}'", "contact": "''"},
        "verzoek": {
            "verzoeker": f"CASE verzoeker WHEN '' THEN '' ELSE {_VERZOEKER} END", "contact": "''",
        },
        "zienswijze": {"gegeven_door": "''"},
        "bezorging": {"aan": "''"},
        "verstrekking": {"ontvanger": _ONTVANGER},
    }
)  # fmt: skip
# Tables of which nothing at all is there.
_WEG: Mapping[str, str] = MappingProxyType(
    {"persoonsleutel": f"NOT {_DICHT}", "concept": "0", "persoon_bsn": "0"}
)
_NAMEN = f"""
SELECT voornamen || ' ' || geslachtsnaam || ' ' || eerdere_namen,
       CASE rol WHEN 'betrokkene' THEN '{BETROKKENE}' ELSE '{NAASTE}' END, dossier_id, 0 FROM main.persoon
UNION ALL SELECT gemeld_als, '{BETROKKENE}', dossier_id, 1 FROM main.signaal
UNION ALL SELECT melder_naam, '{MELDER}', dossier_id, 1 FROM main.signaal
UNION ALL SELECT beller, '{MELDER}', dossier_id, 1 FROM main.telefoonnotitie
UNION ALL SELECT vinder, '{MELDER}', dossier_id, 1 FROM main.informatie
UNION ALL SELECT vinder, '{MELDER}', dossier_id, 1 FROM main.bijlage
UNION ALL SELECT naam, '{NAASTE}', dossier_id, 1 FROM main.gezag
UNION ALL SELECT verzoeker, {_VERZOEKER}, dossier_id, 1 FROM main.verzoek
UNION ALL SELECT ontvanger, CASE ontvanger_soort WHEN 'buiten' THEN '{NAASTE}' ELSE '{BETROKKENE}' END,
       dossier_id, 1 FROM main.verstrekking WHERE ontvanger_soort = 'buiten' OR ontvanger_soort = 'betrokkene'
"""
_ORGANISATIES = "SELECT naam FROM main.partij UNION SELECT naam FROM main.gemeente"


class Afscherming:
    """Lies over one connection for as long as it is open; per dossier it can be lifted, never put back."""

    def __init__(self, v: Verbinding, tabellen: Mapping[str, tuple[str, ...]]) -> None:
        self._v = v
        self._open: frozenset[int] = frozenset()
        with v.in_ruimte(Ruimte.BOUW):
            v.doe("CREATE TEMP TABLE fg_open (dossier_id INTEGER PRIMARY KEY)")
            for tabel, anders in _KOLOMMEN.items():
                v.doe(_kijkgat(tabel, tabellen[tabel], anders))
            for tabel, wie in _WEG.items():
                v.doe(f"CREATE TEMP VIEW {tabel} AS SELECT * FROM main.{tabel} t WHERE {wie}")
        self._masker = self._lees_namen()

    def is_open(self, dossier_id: int | None) -> bool:
        """Was a reason given for this dossier?"""
        return dossier_id in self._open

    def toon(self, dossier_id: int) -> None:
        """From now on this one dossier is read as it is; the reason stands in the log."""
        self._v.doe("INSERT OR IGNORE INTO temp.fg_open (dossier_id) VALUES (?)", (dossier_id,))
        self._open |= {dossier_id}
        self._masker = self._lees_namen()

    def rij(self, rij: dict[str, Any]) -> dict[str, Any]:
        """One row that was read, with neutral words for names."""
        if "geactiveerd_op" in rij:
            return rij  # a kader: read by the program, and about nobody
        dossier_id = rij.get("dossier_id")
        return {
            naam: self._masker.tekst(waarde, dossier_id) if isinstance(waarde, str) else waarde
            for naam, waarde in rij.items()
        }

    def _lees_namen(self) -> Masker:
        namen = [
            Naam(tekst, wie, dossier_id, bool(vrij)) for tekst, wie, dossier_id, vrij in self._v.lees(_NAMEN)
        ]
        return Masker(namen, self._open, (naam for (naam,) in self._v.lees(_ORGANISATIES)))


class AfgeschermdeReader(Reader):
    """The read door of whoever may not see names yet."""

    def __init__(self, verbinding: Verbinding, mag: Any, afscherming: Afscherming) -> None:
        super().__init__(verbinding, mag)
        self._afscherming = afscherming

    def rows(self, sql: str, *params: Parameter) -> list[dict[str, Any]]:
        return [self._afscherming.rij(rij) for rij in super().rows(sql, *params)]

    def row(self, sql: str, *params: Parameter) -> dict[str, Any] | None:
        rij = super().row(sql, *params)
        return None if rij is None else self._afscherming.rij(rij)

    def value(self, sql: str, *params: Parameter) -> Any:
        rij = self.row(sql, *params)
        return None if rij is None else next(iter(rij.values()))

    def leesbaar(self, dossier_id: int | None) -> bool:
        """Only after a reason."""
        return self._afscherming.is_open(dossier_id)


def _kijkgat(tabel: str, namen: tuple[str, ...], anders: Mapping[str, str]) -> str:
    dicht = _STUK_DICHT if tabel == "document" else _DICHT
    kolommen = ", ".join(
        f"CASE WHEN {dicht} THEN {anders[naam]} ELSE {naam} END AS {naam}" if naam in anders else naam
        for naam in namen
    )
    return f"CREATE TEMP VIEW {tabel} AS SELECT {kolommen} FROM main.{tabel} t"
