# SPDX-License-Identifier: EUPL-1.2
"""The form of one dossier as JSON: which tables and columns go, how a value is written, and reading it back.

All of it follows from the tables, so that a new table or column is in the file by itself; what stays here is
named below with its reason. The published schema (resources/uitwisseling) is made from the same rules.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import Any, NoReturn

from gemeente_pga.domain.overname import (
    DOSSIER_SCHEMA,
    OPMERKING,
    OVERZICHT_SCHEMA,
    SOORTEN,
    Aanbieding,
    BestandOngeldig,
    Overzicht,
)
from gemeente_pga.domain.tekst import without_onbewaarbare_tekens
from gemeente_pga.store import schema

Rijen = dict[str, list[dict[str, Any]]]

# What stays behind, and what the coordinator reads about it. "" = nothing is lost.
BLIJFT = MappingProxyType(
    {
        "persoonsleutel": "",  # made anew from the names
        "overname": "",  # how it came here; the signal of that day says it
        "document_dossier": "",  # papers about more than one dossier; counted as documents
        "persoon_bsn": "Het burgerservicenummer. De ontvanger legt het zelf vast, als de wet dat toestaat.",
        "vergelijking": "Met welke andere dossiers deze persoon is vergeleken.",
        "heropening": "De verwijzing naar een eerder of later dossier van deze persoon.",
        "datalek_dossier": "Datalekken: die dossiers houdt u zelf.",
        "fg_steekproef_dossier": "",
        "vernietigingsregel": "Een plaats op een vernietigingslijst.",
        "waarneming_handeling": "",
        "bewaring": "De bewaartermijn. Die staat erbij om te lezen; de ontvanger stelt er zelf een vast.",
        "bewaarverlenging": "",  # of the same
    }
)
# Shared with other dossiers; only those of which a bespreking goes along.
GEDEELD = ("overleg", "overleg_deelnemer")
# A reference that may be empty when what it leads to stays behind; else the row stays behind too.
MAG_LEEG = frozenset(
    {
        ("verzoek", "over_verzoek_id"), ("verzoek", "document_id"), ("verzoek", "mandaat_id"),
        ("overleg", "vorig_overleg_id"), ("bezorging", "document_id"), ("houderbericht", "document_id"),
        ("memo", "document_id"), ("actie_voortgang", "bespreking_id"), ("beperking", "verzoek_id"),
        ("verstrekking", "actie_id"), ("herbeoordeling", "vorige_id"), ("document", "teruggenomen_door"),
    }
)  # fmt: skip
_LEEG_NAAR = frozenset({"gebruiker", "mandaat"})  # who works with that kluis, and its mandates
SLEUTELNAAR = MappingProxyType({"partij": "p", "kader": "k"})  # table -> letter of its keys in the file
# Columns that say something of the kluis itself, of another case, or of the whole meeting.
_KOLOM_WEG = MappingProxyType(
    {
        "dossier": {"zout", "gemeente_id"},
        "verzoek": {"gemeente_id", "mandaat_id"},
        "document": {"handeling_n", "teruggenomen_door"},
        "overleg": {
            "vorig_overleg_id", "vorig_verslag", "exemplaren_uitgedeeld", "exemplaren_terug",
            "exemplaren_toelichting", "volgend_overleg", "volgend_overleg_tijd", "volgend_overleg_plaats",
        },
        "overleg_deelnemer": {"toelichting", "reactie", "reactie_tekst", "reactie_op", "reactie_kanaal"},
    }
)  # fmt: skip
_ID = re.compile(r"[0-9a-f]{16}")
_DAG = re.compile(r"_op$|^datum$|^geboortedatum$|^gebeurd_op$|^volgende_herbeoordeling$|^einddatum$")
_MEESTE_TEKENS = 8_000_000
_MEESTE_RIJEN = 100_000
_MEESTE_KOMMAS = 6_000_000
_MEESTE_HAKEN = 400_000
_GETAL = 1 << 53


@cache
def tabellen() -> tuple[str, ...]:
    """The tables of the file, each after those that it refers to."""
    return tuple(
        tabel
        for tabel in schema.verwijzingen()
        if tabel not in BLIJFT
        and (tabel == "dossier" or tabel in GEDEELD or "dossier_id" in schema.kolommen()[tabel])
    )


@cache
def velden(tabel: str) -> Mapping[str, str]:
    """The columns of a table in the file -> kind: id, ref:TABLE, sleutel:TABLE, tekst, getal, bytes."""
    naar = dict(schema.verwijzingen()[tabel])
    uit: dict[str, str] = {}
    for kolom, soort in schema.kolommen()[tabel].items():
        doel = naar.get(kolom, "")
        if kolom in _KOLOM_WEG.get(tabel, ()) or kolom == "dossier_id" or doel in _LEEG_NAAR:
            continue
        if doel in SLEUTELNAAR:
            uit[kolom] = f"sleutel:{doel}"
        elif doel:
            uit[kolom] = f"ref:{doel}"
        elif kolom == "id" or kolom.endswith("_id") or (tabel, kolom) == ("afschriftregel", "rij"):
            uit[kolom] = "id"
        else:
            uit[kolom] = {"TEXT": "tekst", "INTEGER": "getal", "BLOB": "bytes"}[soort]
    return MappingProxyType(uit)


def to_json(soort: str, waarde: Any) -> Any:
    """One value as it stands in the file; keys of sleutel columns are put in by the caller."""
    if waarde is None or soort in ("tekst", "getal"):
        return waarde
    if soort == "bytes":
        return base64.b64encode(waarde).decode("ascii")
    return f"{waarde:016x}"


def to_bytes(inhoud: Mapping[str, Any]) -> bytes:
    """The same data give the same bytes."""
    return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


# ---- reading


def parse(tekst: bytes) -> dict[str, Any]:
    """JSON of bounded size: depth and counts are looked at before anything is built. BestandOngeldig."""
    if tekst.count(b",") > _MEESTE_KOMMAS or tekst.count(b"[") + tekst.count(b"{") > _MEESTE_HAKEN:
        raise BestandOngeldig
    try:
        inhoud = json.loads(
            tekst.decode("utf-8"),
            parse_float=_weiger, parse_constant=_weiger, object_pairs_hook=_zonder_dubbele,
        )  # fmt: skip
    except (ValueError, RecursionError) as fout:
        raise BestandOngeldig from fout
    if not isinstance(inhoud, dict):
        raise BestandOngeldig
    return inhoud


def read_rijen(inhoud: object) -> Rijen:
    """The rows of a file as values of the database: every table, column and value looked at."""
    if not isinstance(inhoud, dict) or {*inhoud} - {*tabellen()}:
        raise BestandOngeldig
    uit: Rijen = {}
    gezien: set[int] = set()
    for tabel in tabellen():
        lijst = inhoud.get(tabel, [])
        if not isinstance(lijst, list) or len(lijst) > _MEESTE_RIJEN:
            raise BestandOngeldig
        uit[tabel] = [_lees_rij(tabel, rij) for rij in lijst]
        for rij in uit[tabel]:
            if rij["id"] in gezien:
                raise BestandOngeldig
            gezien.add(rij["id"])
    _check_samenhang(uit)
    return uit


def _check_samenhang(rijen: Rijen) -> None:
    """One dossier about one person, that came by a signal; no row leads to what is not in the file."""
    betrokkenen = [rij for rij in rijen["persoon"] if rij["rol"] == "betrokkene"]
    if len(rijen["dossier"]) != 1 or len(betrokkenen) != 1 or not rijen["signaal"]:
        raise BestandOngeldig
    ids = {tabel: {rij["id"] for rij in lijst} for tabel, lijst in rijen.items()}
    for tabel, lijst in rijen.items():
        for kolom, soort in velden(tabel).items():
            if soort.startswith("ref:"):
                bekend = ids[soort[4:]]
                if any(rij[kolom] is not None and rij[kolom] not in bekend for rij in lijst):
                    raise BestandOngeldig


def _lees_rij(tabel: str, rij: object) -> dict[str, Any]:
    soorten = velden(tabel)
    if not isinstance(rij, dict) or rij.keys() != soorten.keys():
        raise BestandOngeldig
    verplicht = schema.verplicht()[tabel] | {"id"}
    uit: dict[str, Any] = {}
    for kolom, soort in soorten.items():
        if rij[kolom] is None and kolom not in verplicht:
            uit[kolom] = None
        else:
            uit[kolom] = _waarde(soort, kolom, rij[kolom])
    return uit


def _waarde(soort: str, kolom: str, waarde: object) -> Any:
    if soort == "getal":
        if type(waarde) is not int or not -_GETAL < waarde < _GETAL:
            raise BestandOngeldig
        return waarde
    if not isinstance(waarde, str):
        raise BestandOngeldig
    if soort == "tekst":
        return _tekst(kolom, waarde)
    if soort == "bytes":
        try:
            return base64.b64decode(waarde, validate=True)
        except (binascii.Error, ValueError) as fout:
            raise BestandOngeldig from fout
    if soort.startswith("sleutel:"):
        return waarde
    if not _ID.fullmatch(waarde) or not 0 < int(waarde, 16) < 1 << 62:
        raise BestandOngeldig
    return int(waarde, 16)


def _tekst(kolom: str, waarde: str) -> str:
    if len(waarde) > _MEESTE_TEKENS or without_onbewaarbare_tekens(waarde) != waarde:
        raise BestandOngeldig
    if waarde and _DAG.search(kolom):
        try:
            (datetime if "T" in waarde else date).fromisoformat(waarde)
        except ValueError as fout:
            raise BestandOngeldig from fout
    return waarde


def _weiger(_tekst: str) -> NoReturn:
    raise ValueError("alleen hele getallen")


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) != len(paren):
        raise ValueError("dubbele sleutel")
    return uit


# ---- the published schema


def json_schema() -> dict[str, Any]:
    """What stands in resources/uitwisseling/dossier.schema.json."""
    tekst: dict[str, Any] = {"type": "string"}
    sleutelrij = {"sleutel": {"type": "string", "pattern": "^[pk][0-9]+$"}}
    partij = _object({**sleutelrij, "soort": tekst, "naam": tekst, "kernpartij": {"enum": [0, 1]}})
    kader = _object({**sleutelrij, **dict.fromkeys(("code", "versie", "titel", "sha256", "tekst"), tekst)})
    rijen = {tabel: {"type": "array", "items": _rijvorm(tabel)} for tabel in tabellen()}
    dossier = _object(
        {
            "$schema": {"const": DOSSIER_SCHEMA},
            "opmerking": {"const": OPMERKING},
            "gemeente": tekst,
            "bewaring": {"type": "string", "description": "De bewaartermijn bij de afzender, om te lezen."},
            "weggelaten": {"type": "array", "items": tekst},
            "partijen": {"type": "array", "items": partij},
            "kaders": {"type": "array", "minItems": 1, "items": kader},
            "rijen": _object(rijen),
        }
    )
    telling = {"type": "integer", "minimum": 0, "maximum": 100_000}
    kort = {"type": "string", "maxLength": 300}
    aanbieding = {
        naam: telling if veld.type in (int, "int") else kort
        for naam, veld in Aanbieding.__dataclass_fields__.items()
    }
    aanbieding["sha256"] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    overzicht = dict.fromkeys((naam for naam in Overzicht.__dataclass_fields__), kort)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "SPDX-License-Identifier: EUPL-1.2",
        "$id": DOSSIER_SCHEMA,
        "title": "Dossiers voor een andere kluis",
        "description": "Een deel van het versleutelde bestand: eerst het overzicht, dan elk dossier apart.",
        "oneOf": [{"$ref": "#/$defs/Overzicht"}, {"$ref": "#/$defs/Dossier"}],
        "$defs": {
            "Overzicht": _object(
                {
                    "$schema": {"const": OVERZICHT_SCHEMA},
                    **overzicht,
                    "reden": {"type": "string", "maxLength": 20_000},
                    "soort": {"enum": [*SOORTEN]},
                    "dossiers": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 200,
                        "items": _object(aanbieding),
                    },
                }
            ),
            "Dossier": dossier,
        },
    }


def _rijvorm(tabel: str) -> dict[str, Any]:
    verplicht = schema.verplicht()[tabel] | {"id"}
    return _object({k: _kolomvorm(s, leeg=k not in verplicht) for k, s in velden(tabel).items()})


def _kolomvorm(soort: str, *, leeg: bool) -> dict[str, Any]:
    if soort == "getal":
        return {"type": ["integer", "null"] if leeg else "integer"}
    vorm: dict[str, Any] = {"type": ["string", "null"] if leeg else "string"}
    if soort == "bytes":
        vorm["contentEncoding"] = "base64"
    elif soort.startswith("sleutel:"):
        vorm["pattern"] = f"^{SLEUTELNAAR[soort[8:]]}[0-9]+$"
    elif soort != "tekst":
        vorm["pattern"] = "^[0-9a-f]{16}$"
    return vorm


def _object(eigenschappen: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [*eigenschappen],
        "properties": dict(eigenschappen),
    }
