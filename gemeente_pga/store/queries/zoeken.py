# SPDX-License-Identifier: EUPL-1.2
"""Everything Ctrl+K finds in the kluis: numbers, words inside one dossier, and, for a reason, names."""

import re
from dataclasses import dataclass, replace

from gemeente_pga.domain.naamvergelijking import (
    MAX_KANDIDATEN,
    Bekende,
    Kandidaat,
    vouw,
    zoek_kandidaten,
    zoeksleutels,
)
from gemeente_pga.domain.persoon import Persoon, split_naam
from gemeente_pga.domain.zoekwoord import Plek, fragment, vind
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.persoon import lees_persoon
from gemeente_pga.store.queries.signaal import zoek_bekenden
from gemeente_pga.store.schema import ZOEKBAAR

_NUMMERS = """
SELECT 'dossier' AS soort, d.id, d.nummer, d.id AS dossier_id FROM dossier d WHERE instr(d.nummer, ?1) > 0
UNION ALL
SELECT 'casus', c.id, c.nummer, c.dossier_id FROM casus c WHERE instr(c.nummer, ?1) > 0
UNION ALL
SELECT 'overleg', o.id, o.nummer, NULL FROM overleg o WHERE instr(o.nummer, ?1) > 0
ORDER BY 3 DESC, 1 LIMIT ?2
"""
_PLAATSEN = {
    "dossier": "SELECT nummer FROM dossier WHERE id = ?",
    "signaal": "SELECT d.nummer FROM dossier d JOIN signaal x ON x.dossier_id = d.id WHERE x.id = ?",
    "weging": "SELECT d.nummer FROM dossier d JOIN weging x ON x.dossier_id = d.id WHERE x.id = ?",
    "overleg": "SELECT nummer FROM overleg WHERE id = ?",
    "verzoek": "SELECT nummer FROM verzoek WHERE id = ?",
    "datalek": "SELECT nummer FROM datalek WHERE id = ?",
}
# These have no index on their dossier; what they hang on leads there.
_OUDERS = {
    "spoed": ("signaal_id", "signaal"),
    "melderbericht": ("signaal_id", "signaal"),
    "weging_partij": ("weging_id", "weging"),
    "weging_criterium": ("weging_id", "weging"),
    "casusdeelnemer": ("casus_id", "casus"),
    "herbeoordeling": ("casus_id", "casus"),
    "herbeoordeling_criterium": ("herbeoordeling_id", "herbeoordeling"),
    "plan": ("casus_id", "casus"),
    "doel": ("plan_id", "plan"),
    "factor": ("plan_id", "plan"),
    "interventie": ("plan_id", "plan"),
    "besluit": ("bespreking_id", "bespreking"),
    "actie": ("casus_id", "casus"),
    "actie_voortgang": ("actie_id", "actie"),
}
_ROND = 24  # characters on both sides of a word, by which its place is told from another with that word
# What is seen on the screen of another row, and the column that says which.
_LEIDT = {
    "spoed": "signaal_id",
    "melderbericht": "signaal_id",
    "telefoonnotitie": "signaal_id",
    "informatiecorrectie": "informatie_id",
    "weging_partij": "weging_id",
    "weging_criterium": "weging_id",
    "herbeoordeling_criterium": "herbeoordeling_id",
    "bespreking": "overleg_id",
    "besluit": "bespreking_id",
}
# By the rows of this dossier, each through the index of its table: the words of all others are not touched.
_TEKSTEN = "SELECT tabel, rij, tekst FROM zoekindex WHERE rowid IN ({})"


@dataclass(frozen=True, slots=True)
class Nummer:
    """A dossier, casus or overleg found by its number."""

    soort: str
    id: int
    nummer: str
    dossier_id: int | None


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A place in the open dossier where the words stand."""

    tabel: str
    rij: int
    fragment: str
    plekken: tuple[Plek, ...] = ()
    veld: str = ""  # the field that holds the words, or the first of them
    ouder: int | None = None  # the row that leads to it, for a row that stands on no screen of its own
    woord: str = ""  # as it is written there
    rond: tuple[str, int] = ("", 0)  # a piece of the line around it, and where the word begins in that


@dataclass(frozen=True, slots=True)
class Persoontreffer:
    """Someone in a dossier whose name is spelled like the one looked for."""

    dossier_id: int
    nummer: str
    rol: str
    persoon: Persoon


def zoek_nummers(r: Lezer, tekst: str, maximum: int = 8) -> list[Nummer]:
    """Numbers that hold this text; the newest first. Names play no part."""
    tekst = tekst.strip()
    if not any(teken.isdigit() for teken in tekst):
        return []
    return [Nummer(**rij) for rij in r.rows(_NUMMERS, tekst, maximum)]


def plaatsnaam(r: Lezer, code: str, id_: int | None) -> str:
    """The number of what a screen was opened with; "" when it has none, or is no more."""
    if code not in _PLAATSEN or id_ is None:
        return ""
    return str(r.value(_PLAATSEN[code], id_) or "")


def overleg_van(r: Lezer, bespreking_id: int) -> int | None:
    """The meeting in which this was discussed."""
    waarde = r.value("SELECT overleg_id FROM bespreking WHERE id = ?", bespreking_id)
    return None if waarde is None else int(waarde)


def criterium_van(r: Lezer, rij_id: int) -> str:
    """The code of the criterium of this answer in a weging."""
    return str(r.value("SELECT criterium FROM weging_criterium WHERE id = ?", rij_id) or "")


def zoek_woorden(r: Lezer, dossier_id: int, tekst: str, maximum: int = 12) -> list[Vindplaats]:
    """Where in this one dossier all these words stand, the best spelled first. A word may be a beginning."""
    woorden = re.findall(r"\w+", tekst)
    if not woorden or len(woorden[-1]) < 2 or not r.leesbaar(dossier_id):
        return []
    rijen = " UNION ALL ".join(f"SELECT id FROM {tabel} WHERE {_van_dossier(tabel)}" for tabel in ZOEKBAAR)
    gevonden = []
    for rij in r.rows(_TEKSTEN.format(rijen), dossier_id):
        vondst = vind(rij["tekst"], tekst)
        if vondst is not None:
            stuk, plekken = fragment(rij["tekst"], vondst.plekken)
            gevonden.append((vondst.graad, Vindplaats(rij["tabel"], rij["rij"], stuk, plekken)))
    gevonden.sort(key=lambda paar: paar[0])
    return [_met_veld(r, plaats, tekst) for _, plaats in gevonden[:maximum]]


def zoek_personen(r: Lezer, naam: str) -> list[Persoontreffer]:
    """Persons whose name is spelled like this. The caller has recorded why it was looked for."""
    delen = split_naam(naam)
    gezocht = Persoon(
        voornamen=delen.voornamen,
        voorletters=delen.voorletters,
        voorvoegsel=delen.voorvoegsel,
        geslachtsnaam=delen.geslachtsnaam,
    )
    gevonden: dict[tuple[int, Persoon], Kandidaat | Bekende] = {
        (k.dossier_id, k.persoon): k
        for k in zoek_kandidaten(gezocht, zoek_bekenden(r, zoeksleutels(gezocht)))
    }
    if not gezocht.voornamen and not gezocht.voorletters:
        gevonden |= {(b.dossier_id, b.persoon): b for b in _met_voornaam(r, naam)}
    treffers = []
    for (dossier_id, persoon), wie in list(gevonden.items())[:MAX_KANDIDATEN]:
        nummer = r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id)
        treffers.append(Persoontreffer(dossier_id, nummer, wie.rol, persoon))
    return treffers


def _met_veld(r: Lezer, plaats: Vindplaats, tekst: str) -> Vindplaats:
    """In which field of the row the words stand: all of them, or else the first one."""
    rij = r.row(f"SELECT * FROM {plaats.tabel} WHERE id = ?", plaats.rij) or {}
    ouder = _LEIDT.get(plaats.tabel)
    leidt = None if ouder is None else rij.get(ouder)
    for gezocht in (tekst, *re.findall(r"\w+", tekst)):
        vondsten = [(veld, vind(rij.get(veld) or "", gezocht)) for veld in ZOEKBAAR[plaats.tabel]]
        goed = [(vondst.graad, veld, vondst.plekken) for veld, vondst in vondsten if vondst is not None]
        if not goed:
            continue
        _, veld, plekken = min(goed, key=lambda drie: drie[0])
        inhoud, (begin, einde) = rij[veld], plekken[0]
        van = max(inhoud.rfind("\n", 0, begin) + 1, begin - _ROND)
        rond = inhoud[van : einde + _ROND].partition("\n")[0]
        if gezocht == tekst:  # one field holds it all: then only that one is shown
            stuk, in_stuk = fragment(inhoud, plekken)
            plaats = replace(plaats, fragment=stuk, plekken=in_stuk)
        woord = inhoud[begin:einde]
        return replace(plaats, veld=veld, ouder=leidt, woord=woord, rond=(rond, begin - van))
    return replace(plaats, ouder=leidt)


def _van_dossier(tabel: str) -> str:
    """Which rows of this table are of dossier ?1, by way of an index."""
    if tabel == "dossier":
        return "id = ?1"
    if tabel not in _OUDERS:
        return "dossier_id = ?1"
    kolom, ouder = _OUDERS[tabel]
    return f"{kolom} IN (SELECT id FROM {ouder} WHERE {_van_dossier(ouder)})"


def _met_voornaam(r: Lezer, naam: str) -> list[Bekende]:
    """Persons with this first name: often all that somebody remembers. The keys hold surnames only."""
    gezocht = frozenset(vouw(naam).split())
    return [
        Bekende(rij["dossier_id"], lees_persoon(rij), rij["rol"], frozenset())
        for rij in r.rows("SELECT * FROM persoon WHERE voornamen <> '' ORDER BY id")
        if gezocht and gezocht <= frozenset(vouw(rij["voornamen"]).split())
    ]
