# SPDX-License-Identifier: EUPL-1.2
"""What goes to another system: the outcome of a meeting for one case, and what of a signal may go on.

An outcome takes its words from the frozen paper, which was searched for leaks; a melding is judged line by
line here, for this receiver.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from gemeente_pga.domain import stukken
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.informatie import DELEN, lines_of
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kopieerblad import geinformeerd, kopieerblad
from gemeente_pga.domain.lekcontrole import LekSoort, Verboden, zoek_lekken
from gemeente_pga.domain.signaal import PERSOONLIJKE_BRONNEN
from gemeente_pga.domain.tekst import datum_kort, midden_in_zin
from gemeente_pga.domain.uitwisseling import (
    UITKOMSTSOORTEN,
    Contact,
    Meldingsdeel,
    Meldingswens,
    Organisatie,
    Persoonsdeel,
    Uitkomst,
)
from gemeente_pga.domain.verstrekking import PARTIJ, VRAAGT_AKKOORD, Verstrekking, check_items
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.informeren import betrokkene_stand
from gemeente_pga.store.queries.inrichting import aan_het_werk
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.queries.verstrekking import keuzes

_AMBTSBERICHT = "ambtsbericht"
_ZEGT_GEVER = "{wat} is een gegeven van {wie} en gaat pas mee als {wie} akkoord is."
_VAN_WIE = "{wat} gaat niet mee: het is beperkt, onjuist, of niet vrijgegeven voor deze ontvanger."
_GESCHRAPT = "{wat} gaat niet mee: het is geschrapt of niet vastgelegd."
_MELDER = "{wat} gaat niet mee: daarin is een melder te herkennen."
_HAALT_AAN = "{wat} gaat niet mee: daarin staan woorden uit iets wat deze ontvanger niet mag hebben."
_REDEN_WEG = (
    "De reden gaat niet mee: daarin staan woorden die deze ontvanger niet mag hebben. Typ zelf wat kan."
)
_DEELNAAM = {
    "zelf_waargenomen": "zelf waargenomen",
    "van_anderen": "van anderen gehoord",
    "interpretatie": "interpretatie",
}


def uitkomst_van(r: Lezer, document_id: int) -> Uitkomst | None:
    """The outcome that this frozen paper holds; None for any other paper, or while it is not vastgesteld."""
    rij = r.row(
        "SELECT soort, dossier_id, onderwerp_soort, onderwerp_id, gegevens FROM document "
        "WHERE id = ? AND teruggenomen_op IS NULL AND sha256 <> ''",
        document_id,
    )
    if rij is None or rij["soort"] not in UITKOMSTSOORTEN or rij["onderwerp_soort"] != "overleg":
        return None
    try:
        verslag = stukken.from_json(stukken.Verslag, rij["gegevens"])
    except (TypeError, ValueError):  # frozen by a version that wrote it otherwise: the paper still opens
        return None
    if len(verslag.casussen) != 1 or verslag.kop.staat is not stukken.Staat.VASTGESTELD:
        return None
    (deel,) = verslag.casussen
    casus = r.row(
        "SELECT dossier_id, geopend_op FROM casus WHERE nummer = ? AND coalesce(?, dossier_id) = dossier_id",
        deel.casusnummer,
        rij["dossier_id"],
    )
    if casus is None:
        return None
    return Uitkomst(
        overleg=verslag.nummer,
        datum=verslag.datum,
        begin=verslag.begin,
        einde=verslag.einde,
        deel=deel,
        geopend_op=date.fromisoformat(casus["geopend_op"][:10]),
        betrokkene=_betrokkene(r, casus["dossier_id"]),
        organisaties=_organisaties(r, rij["onderwerp_id"], casus["dossier_id"]),
    )


def meldingsdeel(
    r: Lezer, signaal_id: int, partij_id: int | None, kader: Kader, op: date, *, gebruiker_id: int | None
) -> Meldingsdeel:
    """What of this signal this party may have now. LookupError when there is no such signal.

    partij_id None: nobody was chosen yet; then what only some may have is left out.
    """
    rij = r.row("SELECT * FROM signaal WHERE id = ?", signaal_id)
    if rij is None:
        raise LookupError("no such signal")
    zeef = _Zeef(r, rij, partij_id, kader, op)
    delen = {veld: zeef.through(veld, rij[veld]) for veld in DELEN}
    stand = betrokkene_stand(r, rij["dossier_id"])
    reden_mag = zeef.allows(stand.reden)
    ik = aan_het_werk(r, gebruiker_id)
    wie = ik.gebruiker if ik else None
    return Meldingsdeel(
        kenmerk=f"signaal-{signaal_id}",
        ontvangen_op=rij["ontvangen_op"],
        overig=_overig(rij, kader),
        betrokkene=_betrokkene(r, rij["dossier_id"]),
        contact=Contact(wie.naam, wie.email, wie.telefoon) if wie else Contact(),
        informatie_ids=tuple(sorted(zeef.gegeven)),
        gesnoeid=tuple(zeef.redenen),
        geinformeerd=geinformeerd(kader, stand if reden_mag else replace(stand, reden="")),
        geinformeerd_weg="" if reden_mag else _REDEN_WEG,
        **delen,
    )


def kopieerstuk(
    r: Lezer, signaal_id: int, deel: Meldingsdeel, wens: Meldingswens, kader: Kader, op: date
) -> TeBevriezen:
    """The same sheet as a paper of the dossier, made for this one receiver."""
    rij = r.row(
        "SELECT d.id, d.nummer, (SELECT count(*) FROM document x WHERE x.dossier_id = d.id "
        "AND x.soort = 'kopieerblad') AS al FROM signaal s JOIN dossier d ON d.id = s.dossier_id "
        "WHERE s.id = ?",
        signaal_id,
    )
    if rij is None:
        raise LookupError("no such signal")
    partij_id = wens.verstrekking.partij_id
    ontvanger = str(r.value("SELECT naam FROM partij WHERE id = ?", partij_id) or "")
    hoofd = kop(
        r,
        kader,
        "Kopieerblad",
        kenmerk=f"D{rij['nummer']}-KB{rij['al'] + 1}",
        datum=op,
        nummers=(rij["nummer"],),
        nummersoort="Dossier",
        staat=stukken.Staat.VASTGESTELD,
        dossier_id=rij["id"],
    )
    stuk = stukken.Kopieerblad(
        kop=replace(hoofd, bestemd_voor=ontvanger), ontvanger=ontvanger, vakken=kopieerblad(deel, wens)
    )
    onderwerp = ("signaal", signaal_id)
    return TeBevriezen("kopieerblad", stuk, stuk.kop.kenmerk, onderwerp, rij["id"], partij_id=partij_id)


class _Zeef:
    """Lets through the lines of one signal that this receiver may have."""

    def __init__(
        self, r: Lezer, signaal: Mapping[str, Any], partij_id: int | None, kader: Kader, op: date
    ) -> None:
        dossier_id = signaal["dossier_id"]
        partij = r.row("SELECT naam, soort FROM partij WHERE id = ?", partij_id)
        self._ontvanger = _ontvanger(partij_id, partij["naam"] if partij else "", op)
        self._keuzes = {keuze.id: keuze for keuze in keuzes(r, dossier_id)}
        self._gemaakt: dict[str, list[int]] = {}
        for rij in r.rows(
            "SELECT id, signaal_deel FROM informatie WHERE signaal_id = ? "
            "ORDER BY julianday(vastgelegd_op), id",
            signaal["id"],
        ):
            self._gemaakt.setdefault(rij["signaal_deel"], []).append(rij["id"])
        self._gever = _gever(r, signaal, partij_id, kader)
        self._verboden = self._wat_niet_mag(r, dossier_id)
        self.gegeven: set[int] = set()
        self.redenen: list[str] = []

    def through(self, veld: str, tekst: str) -> str:
        """The lines that may go; the text as it was typed when all may."""
        regels = lines_of(tekst)
        mag = []
        for nummer, regel in enumerate(regels):
            ids = self._gemaakt.get(f"{veld}:{nummer}", [])
            if reden := self._belet(regel, ids):
                wat = f"Regel {nummer + 1} van ‘{_DEELNAAM[veld]}’"
                self.redenen.append(reden.format(wat=wat, wie=self._gever))
                continue
            self.gegeven |= set(ids)
            mag.append(regel)
        return str(tekst) if len(mag) == len(regels) else "\n".join(f"- {regel}" for regel in mag)

    def allows(self, tekst: str) -> bool:
        """May a text that is no line of the signal go as a whole?"""
        return not zoek_lekken([tekst], self._verboden)

    def _belet(self, regel: str, ids: list[int]) -> str:
        if any(id_ not in self._keuzes for id_ in ids):
            return _GESCHRAPT
        if any(check_items(self._ontvanger, [self._keuzes[id_]]) for id_ in ids):
            return _VAN_WIE
        if self._gever and not ids:
            return _ZEGT_GEVER
        lekken = zoek_lekken([regel], self._verboden)
        if not lekken:
            return ""
        return _MELDER if any(lek.soort is LekSoort.MELDER for lek in lekken) else _HAALT_AAN

    def _wat_niet_mag(self, r: Lezer, dossier_id: int) -> list[Verboden]:
        """Every reporter of this dossier, and the words of what this receiver may not have."""
        uit = [
            Verboden(LekSoort.MELDER, tekst)
            for rij in r.rows(
                "SELECT melder_naam AS naam, melder_contact AS contact FROM signaal WHERE dossier_id = ?1 "
                "UNION SELECT beller, terugbelnummer FROM telefoonnotitie WHERE dossier_id = ?1",
                dossier_id,
            )
            for tekst in (rij["naam"], rij["contact"])
            if tekst
        ]
        uit += [
            Verboden(LekSoort.GEBLOKKEERD, keuze.tekst)
            for keuze in self._keuzes.values()
            if check_items(self._ontvanger, [keuze])
        ]
        lezers = {self._ontvanger.ontvanger} - {""}
        uit += [
            v for v in verboden(r, [dossier_id], lezers=lezers).verboden if v.soort is LekSoort.GEBLOKKEERD
        ]
        return uit


def _gever(r: Lezer, signaal: Mapping[str, Any], partij_id: int | None, kader: Kader) -> str:
    """Who must agree before the words of this signal go on; "" when nobody need."""
    soort = r.value("SELECT soort FROM partij WHERE id = ?", signaal["partij_id"]) or ""
    if partij_id is not None and signaal["partij_id"] == partij_id:
        return ""
    if soort in VRAAGT_AKKOORD or signaal["bron_soort"] in {*VRAAGT_AKKOORD, "zorg", _AMBTSBERICHT}:
        return signaal["bron_organisatie"] or midden_in_zin(kader.woord("bron_soort", signaal["bron_soort"]))
    return ""


def _ontvanger(partij_id: int | None, naam: str, op: date) -> Verstrekking:
    """As far as the rule on items looks."""
    return Verstrekking(op, PARTIJ, partij_id, naam, "", "", "", "", "", "", "")


def _overig(signaal: Mapping[str, Any], kader: Kader) -> str:
    """What kind of signal it is and how its source knows; never who it was, nor that it was a relative."""
    herkenbaar = signaal["bron_soort"] in PERSOONLIJKE_BRONNEN and signaal["naam_noemen"] != "ja"
    zinnen = [
        f"Soort signaal: {kader.woord('signaalsoort', signaal['soort'])}.",
        *([] if herkenbaar else [f"Bron: {kader.woord('bron_soort', signaal['bron_soort'])}."]),
        f"Hoe de bron dit weet: {midden_in_zin(kader.woord('bron_kennis', signaal['bron_kennis']))}.",
    ]
    if dag := lees_dag(signaal["gebeurd_op"]):
        zinnen.append(f"Gebeurd op {datum_kort(dag)}.")
    if signaal["acuut"]:
        zinnen.append("Bij de ontvangst is acuut gevaar genoteerd.")
    return " ".join(zinnen)


def _betrokkene(r: Lezer, dossier_id: int) -> Persoonsdeel:
    rij = r.row("SELECT * FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
    if rij is None:
        return Persoonsdeel()
    return Persoonsdeel(**{veld.name: rij[veld.name] for veld in fields(Persoonsdeel)})


def _organisaties(r: Lezer, overleg_id: int, dossier_id: int) -> dict[int, Organisatie]:
    rijen = r.rows(
        "SELECT a.volgnummer, p.naam, p.oin FROM actie a JOIN bespreking b ON b.id = a.bespreking_id "
        "JOIN partij p ON p.id = a.partij_id WHERE b.overleg_id = ? AND b.dossier_id = ?",
        overleg_id,
        dossier_id,
    )
    return {rij["volgnummer"]: Organisatie(rij["naam"], rij["oin"]) for rij in rijen}
