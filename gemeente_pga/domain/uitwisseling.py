# SPDX-License-Identifier: EUPL-1.2
"""The outcome of a meeting and a signal as Melding, in the model of the national agreements, as JSON.

What is not recorded here, or may not go, is left out and listed with its reason: never a made-up value.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Actie as Actiestuk
from gemeente_pga.domain.stukken import Casusdeel, Inbreng
from gemeente_pga.domain.tekst import Invoer, datum_kort, without_onbewaarbare_tekens
from gemeente_pga.domain.uitwisseltekst import APART, NIET_VASTGELEGD, OPMERKING, REDEN
from gemeente_pga.domain.verstrekking import (
    DEELNEMER,
    PARTIJ,
    Verstrekking,
    Verstrekkingrond,
    beoordeel_verstrekking,
)

UITKOMST_SCHEMA = "urn:gemeente-pga:schema:uitkomst-overleg:1.0.0"
MELDING_SCHEMA = "urn:gemeente-pga:schema:melding:1.0.0"
UITKOMST_MODEL = "Samen onder handbereik, Uitwisselen Uitkomst Overleg, model 0.1"
MELDING_MODEL = "Samen onder handbereik, Uitwisselen Melding, model 0.1"
SOORT_ZVH = "ZVH"
# Frozen papers that hold one case of one meeting.
UITKOMSTSOORTEN = frozenset({"uittreksel", "deelnemer_verslag"})
WAT_MELDING = "Het signaal als melding, als gegevensbestand voor een ander systeem"

_MAX_STRAAT = 24
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")
_TIJD = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_OIN = re.compile(r"[0-9]{20}")


@dataclass(frozen=True, slots=True)
class Leemte:
    """A field of the model that is not in the file; the file says so. pad: its place, as a JSON pointer."""

    pad: str
    reden: str


@dataclass(frozen=True, slots=True)
class Uitwisseling:
    """What goes into the file, and what does not. weggelaten: for the coordinator alone; not in the file."""

    inhoud: Mapping[str, Any]
    leemten: tuple[Leemte, ...]
    weggelaten: tuple[str, ...] = ()

    @property
    def zinnen(self) -> tuple[str, ...]:
        """What is left out, for the screen: what may not go, then in one sentence what is not there."""
        velden = dict.fromkeys(leemte.pad.rpartition("/")[2] for leemte in self.leemten)
        namen = [NIET_VASTGELEGD[veld] for veld in velden if veld in NIET_VASTGELEGD]
        mist = [f"Niet of niet bruikbaar vastgelegd: {', '.join(namen)}."] if namen else []
        apart = (leemte.reden for leemte in self.leemten if leemte.reden in APART)
        return tuple(dict.fromkeys((*self.weggelaten, *apart, *mist)))

    def to_bytes(self) -> bytes:
        """The file. The same data give the same bytes."""
        return (json.dumps(self.inhoud, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


@dataclass(frozen=True, slots=True)
class Persoonsdeel:
    """Who it is about, as far as the model asks. Field names: columns of table persoon."""

    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    straatnaam: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""
    geboortedatum: str | None = None  # not asked by the model; a registration by hand does


@dataclass(frozen=True, slots=True)
class Organisatie:
    """Who takes an action upon itself."""

    naam: str
    oin: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One case of one meeting whose minutes are vastgesteld. deel: as it was frozen for its readers.

    organisaties: number of an action -> who it lies with.
    """

    overleg: str
    datum: date
    begin: str
    einde: str
    deel: Casusdeel
    geopend_op: date
    betrokkene: Persoonsdeel
    organisaties: Mapping[int, Organisatie]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the safety house calls: somebody of the municipality, never the reporter."""

    naam: str = ""
    email: str = ""
    telefoon: str = ""


@dataclass(frozen=True, slots=True)
class Meldingsdeel:
    """What of a signal may go to this receiver. gesnoeid: why lines were left out, without their words.

    informatie_ids: the items that are given with it. geinformeerd: for a registration by hand, with why
    something of it is left out.
    """

    kenmerk: str
    ontvangen_op: str
    zelf_waargenomen: str
    van_anderen: str
    interpretatie: str
    overig: str
    betrokkene: Persoonsdeel
    contact: Contact
    informatie_ids: tuple[int, ...] = ()
    gesnoeid: tuple[str, ...] = ()
    geinformeerd: str = ""
    geinformeerd_weg: str = ""


@dataclass(frozen=True, slots=True)
class Meldingswens:
    """As judged: what goes into the register, and whether a reply is wanted."""

    verstrekking: Verstrekking
    terugkoppeling: bool


def uitkomst_json(uitkomst: Uitkomst) -> Uitwisseling:
    """The outcome of a meeting for one case."""
    bouw = _Bouw()
    zaak = "/casusoverleg/betreft"
    deel = uitkomst.deel
    nummer = f"{uitkomst.overleg}/{deel.casusnummer}"
    acties = [
        _actie(bouw, f"{zaak}/heeftActie/{plek}", nummer, actie, uitkomst)
        for plek, actie in enumerate(deel.acties)
    ]
    overleg = bouw.object(
        "/casusoverleg",
        {
            "id": nummer,
            "datum": uitkomst.datum.isoformat(),
            "startTijd": _tijd(uitkomst.begin),
            "eindTijd": _tijd(uitkomst.einde),
            "notulen": _notulen(deel),
            "betreft": {
                "id": deel.casusnummer,
                "startDatum": uitkomst.geopend_op.isoformat(),
                "heeftBesluit": [
                    bouw.object(
                        f"{zaak}/heeftBesluit/{plek}",
                        {
                            "id": f"{nummer}/besluit-{besluit.nummer}",
                            "omschrijving": _schoon(besluit.tekst),
                            "idCasusoverleg": nummer,
                        },
                    )
                    for plek, besluit in enumerate(deel.besluiten)
                ],
                "heeftActie": acties,
            },
        },
    )
    return bouw.klaar(UITKOMST_SCHEMA, UITKOMST_MODEL, {"casusoverleg": overleg})


def melding_json(deel: Meldingsdeel, wens: Meldingswens | None) -> Uitwisseling:
    """A signal as Melding, kind ZVH. wens None: as far as it is known before the form is filled."""
    bouw = _Bouw()
    zorg = "/melding/zorgelijkeSituatie"
    nader = [
        f"{kop}: {tekst}"
        for kop, tekst in (
            ("Van anderen gehoord", _schoon(deel.van_anderen)),
            ("Hoe de melder het duidt", _schoon(deel.interpretatie)),
        )
        if tekst
    ]
    contact = deel.contact
    melding = {
        "id": deel.kenmerk,
        "soort": SOORT_ZVH,
        **bouw.object("/melding", {"datumTijd": deel.ontvangen_op if "T" in deel.ontvangen_op else ""}),
        **bouw.object("/melding", {"verzoek": _schoon(wens.verstrekking.doel)} if wens else {}),
        "terugkoppelingGewenst": wens.terugkoppeling if wens else False,
        "zorgelijkeSituatie": bouw.object(
            zorg,
            {"situatieSchets": _schoon(deel.zelf_waargenomen), "nadereOmschrijving": "\n\n".join(nader)},
        ),
        "contact": bouw.object(
            "/melding/contact",
            {
                "naam": _schoon(contact.naam),
                "emailAdres": contact.email if _EMAIL.fullmatch(contact.email) else "",
                "telefoonnummer": _schoon(contact.telefoon),
            },
        ),
        **bouw.object("/melding", {"overigeInformatie": _schoon(deel.overig)}),
        "heeftBetrekkingOp": [
            _betrokkene(bouw, "/melding/heeftBetrekkingOp/0", deel.betrokkene, geslacht=True)
        ],
    }
    return replace(bouw.klaar(MELDING_SCHEMA, MELDING_MODEL, {"melding": melding}), weggelaten=deel.gesnoeid)


def beoordeel_melding(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, rond: Verstrekkingrond
) -> Meldingswens | list[Gebrek]:
    """Check the form: a melding is a verstrekking like any other, and asks whether a reply is wanted."""
    lees = Invoer(invoer, vandaag)
    wil = lees.code("terugkoppeling", "Wilt u bericht terug", ("ja", "nee"), verplicht=True)
    partij = str(invoer.get("partij_id") or "")
    if not partij:
        lees.gebrek("partij_id", "Kies de organisatie die deze melding krijgt.")
    deelt_mee = partij.isdigit() and int(partij) in rond.deelnemers
    vast: dict[str, object] = {
        "op": vandaag,
        "ontvanger_soort": DEELNEMER if deelt_mee else PARTIJ,
        "ontvanger": "",
        "wat": WAT_MELDING,
        "verder_gebruik": False,
        "zonder_pga_context": False,
    }
    uitkomst = beoordeel_verstrekking({**invoer, **vast}, kader, vandaag, rond)
    gebreken = list(lees.gebreken)
    if isinstance(uitkomst, list):
        al = {gebrek.veld for gebrek in gebreken}
        return [*gebreken, *(gebrek for gebrek in uitkomst if gebrek.veld not in al)]
    return gebreken or Meldingswens(uitkomst, wil == "ja")


def bestandsnaam_json(soort: str, dag: date) -> str:
    """A neutral file name: kind and date. Never a name."""
    return f"{soort}-{dag.isoformat()}.json"


class _Bouw:
    """Makes objects without empty fields and remembers what is not there."""

    def __init__(self) -> None:
        self._leemten: list[Leemte] = []

    def mis(self, pad: str, reden: str) -> None:
        self._leemten.append(Leemte(pad, reden))

    def object(self, pad: str, velden: Mapping[str, Any]) -> dict[str, Any]:
        """The fields that have a value; the others are left out, each with its reason."""
        for veld, waarde in velden.items():
            if waarde in ("", None):
                self.mis(f"{pad}/{veld}", REDEN[veld])
        return {veld: waarde for veld, waarde in velden.items() if waarde not in ("", None)}

    def klaar(self, schema: str, model: str, inhoud: Mapping[str, Any]) -> Uitwisseling:
        hoofd: dict[str, Any] = {
            "$schema": schema,
            "model": model,
            "opmerking": OPMERKING,
            "volledig": not self._leemten,
            "ontbreekt": [{"pad": leemte.pad, "reden": leemte.reden} for leemte in self._leemten],
        }
        return Uitwisseling({**hoofd, **inhoud}, tuple(self._leemten))


def _actie(bouw: _Bouw, pad: str, nummer: str, actie: Actiestuk, uitkomst: Uitkomst) -> dict[str, Any]:
    wie = uitkomst.organisaties.get(actie.nummer)
    velden = bouw.object(
        pad,
        {
            "id": f"{nummer}/actie-{actie.nummer}",
            "omschrijving": _omschrijving(actie),
            "conditie": _schoon(actie.conditie),
            "informering": _schoon(actie.informering),
            "idCasusoverleg": nummer,
            "heeftBetrekkingOp": _betrokkene(bouw, f"{pad}/heeftBetrekkingOp", uitkomst.betrokkene),
            "belegdBij": {"naam": _schoon(wie.naam)} if wie and _schoon(wie.naam) else None,
        },
    )
    if wie is not None and wie.oin and "belegdBij" in velden:
        if _OIN.fullmatch(wie.oin):
            velden["belegdBij"]["oin"] = wie.oin
        else:
            bouw.mis(f"{pad}/belegdBij/oin", REDEN["oin"])
    return velden


def _betrokkene(bouw: _Bouw, pad: str, p: Persoonsdeel, *, geslacht: bool = False) -> dict[str, Any]:
    naam = bouw.object(
        f"{pad}/naam", {"voornamen": _schoon(p.voornamen), "geslachtsnaam": _schoon(p.geslachtsnaam)}
    )
    if voorvoegsel := _schoon(p.voorvoegsel):
        naam["voorvoegsel"] = voorvoegsel
    straat, postcode = _schoon(p.straatnaam), _POSTCODE.fullmatch(p.postcode.strip())
    adres = bouw.object(
        f"{pad}/adres",
        {
            "straatnaam": straat if len(straat) <= _MAX_STRAAT else "",
            "huisnummer": p.huisnummer,
            "postcode": f"{postcode[1]} {postcode[2].upper()}" if postcode else "",
            "plaats": _schoon(p.plaats),
        },
    )
    if _schoon(p.toevoeging):
        bouw.mis(f"{pad}/adres/toevoeging", REDEN["toevoeging"])
    bouw.mis(f"{pad}/burgerservicenummer", REDEN["burgerservicenummer"])
    if geslacht:
        bouw.mis(f"{pad}/geslacht", REDEN["geslacht"])
    return {"naam": naam, "adres": adres}


def _omschrijving(actie: Actiestuk) -> str:
    """The model has no place for who, when and the measure; without them it is no action."""
    meer = [
        f"door {actie.wie}" if actie.wie else "",
        f"uiterlijk {datum_kort(actie.voor)}" if actie.voor else "",
        f"maat: {actie.maat}" if actie.maat else "",
    ]
    wat, staart = _schoon(actie.wat), "; ".join(_schoon(deel) for deel in meer if deel)
    return f"{wat} ({staart})" if wat and staart else wat


def _notulen(deel: Casusdeel) -> str:
    """What the paper says of this case besides decisions and actions, as plain text."""
    delen = [
        ("Doel van de bespreking", deel.doel),
        ("Niet besproken", deel.niet_besproken),
        ("Inbreng", "\n".join(_inbreng(item) for item in deel.inbreng)),
        ("Overwegingen", deel.overwegingen),
        ("Minderheidsstandpunt", deel.minderheidsstandpunt),
        ("Informeren van betrokkene", deel.informeren.besluit),
    ]
    return "\n\n".join(f"{kop}\n{tekst}" for kop, tekst in ((k, _schoon(t)) for k, t in delen) if tekst)


def _inbreng(item: Inbreng) -> str:
    soort = f" ({item.soort_uitspraak})" if item.soort_uitspraak else ""
    return f"{item.nummer}. {item.gever}{soort}: {item.tekst}"


def _tijd(tekst: str) -> str:
    return tekst if _TIJD.fullmatch(tekst) else ""


def _schoon(tekst: str) -> str:
    """Without what no other system can keep: control characters and half characters."""
    return without_onbewaarbare_tekens(tekst)
