# SPDX-License-Identifier: EUPL-1.2
"""Whole dossiers to another kluis and back: nothing lost, nothing half, nothing that was not looked at."""

import base64
import copy
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # it carries no types

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overname import (
    OVERDRACHT,
    Aanbieding,
    Aanvaarding,
    BestandOngeldig,
    InhoudTeNieuw,
    Meegave,
    Overzicht,
    bestandsnaam,
    overzicht_json,
    read_overzicht,
)
from gemeente_pga.handelingen.meegave import give
from gemeente_pga.handelingen.overname import Aangeboden, accept, refuse
from gemeente_pga.oefenkluis import fill
from gemeente_pga.paths import resource
from gemeente_pga.store.dossiervorm import json_schema, parse, to_bytes
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.overname import Meegaand, pack
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import wis_dossier
from tests.overname_hulp import other_ids
from tests.store.bouw import K_DB, K_LOG, WIE, ZOUT
from tests.ui_hulp import NU, richt_in

OP = NU.date()
LEEG = (
    "SELECT count(*) FROM dossier", "SELECT count(*) FROM persoon", "SELECT count(*) FROM signaal",
    "SELECT count(*) FROM overname", "SELECT count(*) FROM document",
)  # fmt: skip
HERINDELING = Meegave("herindeling", "Nieuw-Waterhoven", "P. de Boer", "avg_6_1_e", "Samenvoeging.")
# What a dossier gets here in the place of what it had there.
EIGEN = {"dossier": {"nummer"}, "casus": {"nummer", "status"}, "verzoek": {"nummer"}, "overleg": {"nummer"},
         "signaal": {"status"}}  # fmt: skip


@pytest.fixture(scope="module")
def oefenkluis(tmp_path_factory: pytest.TempPathFactory, echt_kader: Kader) -> Iterator[Store]:
    """Filled once: a test that changes it puts it back."""
    pad = tmp_path_factory.mktemp("oefenkluis") / "kluis.db"
    kluis = Store.maak(pad, bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU)
    kluis.oefening = True
    fill(kluis, echt_kader, NU)
    yield kluis
    kluis.close()


@pytest.fixture
def ander(tmp_path: Path, echt_kader: Kader) -> Store:
    """A fresh kluis of another municipality, ready for use."""
    kluis = Store.maak(tmp_path / "ander.db", bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU)
    richt_in(kluis, echt_kader)
    return kluis


def nummers(store: Store) -> list[int]:
    with store.reader() as r:
        return [rij["id"] for rij in r.rows("SELECT id FROM dossier ORDER BY nummer")]


def besluit(store: Store) -> Aanvaarding:
    with store.reader() as r:
        return Aanvaarding(r.value("SELECT id FROM gemeente"), "avg_6_1_e", "Rechtsopvolger.")


def overzicht(*stukken: Meegaand) -> Overzicht:
    return Overzicht(
        "Waterhoven", "Nieuw-Waterhoven", "herindeling", "Samenvoeging.", OP.isoformat(),
        tuple(stuk.aanbieding for stuk in stukken),
    )  # fmt: skip


def neem_over(store: Store, stuk: Meegaand) -> int:
    return accept(store, Aangeboden(stuk.inhoud, stuk.aanbieding), overzicht(stuk), besluit(store), op=OP)


def test_every_practice_dossier_comes_out_of_another_kluis_as_it_went_in(oefenkluis: Store, ander: Store):
    stukken = give(oefenkluis, nummers(oefenkluis), HERINDELING, op=OP)
    assert len(stukken) >= 8
    for stuk in stukken:
        dossier_id = neem_over(ander, stuk)
        with ander.reader() as r:
            terug = pack(r, dossier_id, "herindeling")
            kop = dossierkop(r, dossier_id)
        heen, weer = json.loads(stuk.inhoud), json.loads(terug.inhoud)
        _zonder_ontvangst(weer, heen)
        for veld in ("weggelaten", "bewaring", "opmerking"):
            heen.pop(veld), weer.pop(veld)
        assert weer == heen
        assert kop is not None
        assert kop.nummer.startswith(str(OP.year))


def _zonder_ontvangst(weer: dict[str, Any], heen: dict[str, Any]) -> None:
    """Take out what came into being here: the signal of that day with its step, and the numbers."""
    bekend = {rij["id"] for rijen in heen["rijen"].values() for rij in rijen}
    nieuw = {
        tabel: [rij for rij in rijen if rij["id"] not in bekend] for tabel, rijen in weer["rijen"].items()
    }
    assert {tabel for tabel, rijen in nieuw.items() if rijen} == {"signaal", "statusovergang"}
    (signaal,) = nieuw["signaal"]
    assert signaal["bron_soort"] == "andere_gemeente"
    assert signaal["bron_organisatie"] == "Waterhoven"
    for tabel, rijen in weer["rijen"].items():
        rijen[:] = [rij for rij in rijen if rij["id"] in bekend]
        for kant in (rijen, heen["rijen"][tabel]):
            for rij in kant:
                for kolom in EIGEN.get(tabel, ()):
                    rij.pop(kolom)


def schema() -> Any:
    return json.loads(resource("uitwisseling/dossier.schema.json").read_text("utf-8"))


def test_the_published_schema_is_the_one_that_is_written_and_every_practice_dossier_conforms(
    oefenkluis: Store,
):
    assert schema() == json_schema()
    Draft202012Validator.check_schema(schema())
    keurder = Draft202012Validator(schema())
    with oefenkluis.reader() as r:
        for soort in ("herindeling", OVERDRACHT):
            stukken = [pack(r, dossier_id, soort) for dossier_id in nummers(oefenkluis)]
            for stuk in stukken:
                assert [f.message for f in keurder.iter_errors(json.loads(stuk.inhoud))] == []
                Aangeboden(stuk.inhoud, stuk.aanbieding)
            eerst = overzicht_json(overzicht(*stukken))
            assert [f.message for f in keurder.iter_errors(eerst)] == []
            assert read_overzicht(parse(to_bytes(eerst)), len(stukken)) == overzicht(*stukken)


def test_no_word_about_another_dossier_goes_along(oefenkluis: Store):
    with oefenkluis.reader() as r:
        for dossier_id in nummers(oefenkluis):
            tekst = pack(r, dossier_id, "herindeling").inhoud.decode("utf-8")
            anderen = r.rows(
                "SELECT geslachtsnaam AS w FROM persoon WHERE dossier_id <> ?1 AND rol = 'betrokkene' "
                "AND length(geslachtsnaam) > 4 AND geslachtsnaam NOT IN "
                "(SELECT geslachtsnaam FROM persoon WHERE dossier_id = ?1) "
                "UNION SELECT nummer FROM casus WHERE dossier_id <> ?1",
                dossier_id,
            )
            assert [rij["w"] for rij in anderen if rij["w"] in tekst] == []


def test_a_protected_reporter_goes_along_with_the_mark_but_not_to_another_municipality(oefenkluis: Store):
    with oefenkluis.reader() as r:
        rij = r.row(
            "SELECT dossier_id, melder_naam FROM signaal WHERE naam_noemen = 'nee' AND melder_naam <> ''"
        )
        assert rij is not None
        blijft = json.loads(pack(r, rij["dossier_id"], "herindeling").inhoud)
        weg = pack(r, rij["dossier_id"], OVERDRACHT)
    assert any(
        s["melder_naam"] == rij["melder_naam"] and s["naam_noemen"] == "nee"
        for s in blijft["rijen"]["signaal"]
    )
    assert all(
        not s["melder_naam"] for s in json.loads(weg.inhoud)["rijen"]["signaal"] if s["naam_noemen"] == "nee"
    )
    assert any("melder" in zin for zin in weg.weggelaten)


def test_it_stands_in_the_register_before_there_is_a_file_and_in_the_log_without_a_name(oefenkluis: Store):
    dossier_id = nummers(oefenkluis)[0]
    (stuk,) = give(oefenkluis, [dossier_id], replace(HERINDELING, ontvanger="Nieuwveen"), op=OP)
    with oefenkluis.reader() as r:
        regel = r.row(
            "SELECT * FROM verstrekking WHERE dossier_id = ? AND ontvanger = 'Nieuwveen'", dossier_id
        )
        laatste = r.row("SELECT code, dossier_id FROM handeling ORDER BY n DESC LIMIT 1")
    assert regel is not None
    assert regel["grondslag_gever"] == "avg_6_1_e"
    assert laatste == {"code": "overname.meegeven", "dossier_id": dossier_id}
    assert b"Nieuwveen" in stuk.inhoud  # the register goes along
    assert bestandsnaam(OP) == f"dossiers-{OP.isoformat()}.pgadossiers"


def test_one_that_may_not_go_stops_all_of_them(oefenkluis: Store):
    een, twee = nummers(oefenkluis)[:2]
    elders = replace(HERINDELING, ontvanger="Oudeveen")
    with oefenkluis.write(Handeling.BEPERKING_ZETTEN) as w:
        rij_id = w.insert("beperking", {"dossier_id": twee, "reden": "betwist", "vanaf": OP})
    with pytest.raises(Storing):
        give(oefenkluis, [een, twee], elders, op=OP)
    with oefenkluis.write(Handeling.BEPERKING_OPHEFFEN) as w:
        w.delete("beperking", rij_id)
    with oefenkluis.reader() as r:
        assert r.value("SELECT count(*) FROM verstrekking WHERE ontvanger = 'Oudeveen'") == 0


# ---- taking over


@pytest.fixture(scope="module")
def stuk(oefenkluis: Store) -> Meegaand:
    """The richest dossier."""
    with oefenkluis.reader() as r:
        alle = [pack(r, dossier_id, "herindeling") for dossier_id in nummers(oefenkluis)]
    return max(alle, key=lambda s: sum(map(len, json.loads(s.inhoud)["rijen"].values())))


def test_the_second_time_it_is_recognised(ander: Store, stuk: Meegaand):
    neem_over(ander, stuk)
    with pytest.raises(Storing, match="staat hier al"):
        neem_over(ander, stuk)
    with ander.reader() as r:
        assert Aangeboden(stuk.inhoud, stuk.aanbieding).bekend(r).eerder.startswith("Aanvaard op")
        assert r.value("SELECT count(*) FROM dossier") == 1


def test_refusing_is_recorded_and_keeps_nobody(ander: Store, stuk: Meegaand):
    refuse(ander, stuk.aanbieding, overzicht(stuk), "Woont hier niet.", op=OP)
    with ander.reader() as r:
        assert r.value("SELECT count(*) FROM persoon") == 0
        assert r.value("SELECT uitkomst || ifnull(dossier_id, '') FROM overname") == "geweigerd"
    with pytest.raises(Storing, match="al besloten"):
        refuse(ander, stuk.aanbieding, overzicht(stuk), "Nog eens.", op=OP)


def test_destroyed_stays_destroyed(ander: Store, stuk: Meegaand):
    dossier_id = neem_over(ander, stuk)
    assert wis_dossier(ander, dossier_id)
    with ander.reader() as r:
        assert r.value("SELECT count(*) FROM overname") == 0
    with pytest.raises(Storing, match="vernietigd"):
        neem_over(ander, stuk)


def test_a_similar_name_is_said_and_nothing_is_merged(ander: Store, stuk: Meegaand):
    neem_over(ander, stuk)
    vers = other_ids(stuk.inhoud)
    tweede = Aangeboden(vers, replace(stuk.aanbieding, sha256=hashlib.sha256(vers).hexdigest()))
    with ander.reader() as r:
        assert tweede.bekend(r).lijkt_op == (r.value("SELECT nummer FROM dossier"),)
    accept(ander, tweede, overzicht(stuk), besluit(ander), op=OP)
    with ander.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 2


def test_a_municipality_that_is_not_in_use_takes_nothing_over(ander: Store, stuk: Meegaand):
    with ander.write(Handeling.INGEBRUIKNAME_VASTLEGGEN) as w:
        for rij in w.rows("SELECT id FROM ingebruikname"):
            w.delete("ingebruikname", rij["id"])
    with pytest.raises(Storing, match="Dit kan nu niet"):
        neem_over(ander, stuk)
    with ander.reader() as r:
        assert r.value("SELECT count(*) FROM persoon") + r.value("SELECT count(*) FROM dossier") == 0


def _eerste(rijen: dict[str, Any], tabel: str) -> dict[str, Any]:
    rij: dict[str, Any] = rijen[tabel][0]
    return rij


def _zet(tabel: str, kolom: str, waarde: object) -> Callable[[dict[str, Any]], None]:
    def doe(d: dict[str, Any]) -> None:
        _eerste(d["rijen"], tabel)[kolom] = waarde

    return doe


def _dubbel(d: dict[str, Any]) -> None:
    d["rijen"]["signaal"].append(copy.deepcopy(d["rijen"]["signaal"][0]))


def _twee(d: dict[str, Any]) -> None:
    eerste = d["rijen"]["dossier"][0]
    d["rijen"]["dossier"].append(eerste | {"id": "0" * 15 + "7"})


def _pdf(d: dict[str, Any]) -> None:
    _eerste(d["rijen"], "document")["pdf"] = base64.b64encode(b"%PDF-1.7 iets anders").decode()


def _weg(*pad: str) -> Callable[[dict[str, Any]], None]:
    def doe(d: dict[str, Any]) -> None:
        for deel in pad[:-1]:
            d = d[deel]
        del d[pad[-1]]

    return doe


VIJANDIG: dict[str, Callable[[dict[str, Any]], object]] = {
    "onbekend veld": lambda d: d.update(extra=1),
    "veld ontbreekt": _weg("bewaring"),
    "onbekende tabel": lambda d: d["rijen"].update(gebruiker=[]),
    "tabel van een ander": lambda d: d["rijen"].update(persoon_bsn=[{"id": "0" * 15 + "1"}]),
    "geen dossier": lambda d: d["rijen"].update(dossier=[]),
    "twee dossiers": _twee,
    "niemand": lambda d: d["rijen"].update(persoon=[]),
    "zonder signaal": lambda d: d["rijen"].update(signaal=[]),
    "dubbel id": _dubbel,
    "id als getal": _zet("signaal", "id", 12),
    "id te groot": _zet("signaal", "id", "f" * 16),
    "id nul": _zet("signaal", "id", "0" * 16),
    "id als pad": _zet("signaal", "id", "../../etc/passwd"),
    "verwijst naar niets": _zet("casus", "weging_id", "0" * 15 + "9"),
    "verkeerde soort": _zet("signaal", "soort", 3),
    "leeg waar het niet mag": _zet("signaal", "soort", None),
    "lijst als tekst": _zet("signaal", "zelf_waargenomen", ["a"]),
    "stuurteken": _zet("signaal", "zelf_waargenomen", "a\x00b"),
    "half teken": _zet("signaal", "zelf_waargenomen", "a\ud800b"),
    "geen datum": _zet("signaal", "ontvangen_op", "gisteren"),
    "geen JSON in een stuk": _zet("signaal", "kader_id", "p1"),
    "status van niemand": _zet("weging", "status", "klaar"),
    "waar of niet": _zet("signaal", "acuut", 7),
    "groot getal": _zet("signaal", "acuut", 1 << 80),
    "ander stuk onder dezelfde hash": _pdf,
    "geen base64": _zet("document", "pdf", "@@@"),
    "partij onbekend": _zet("weging_partij", "partij_id", "p999"),
    "kader met andere hash": lambda d: d["kaders"][0].update(sha256="0" * 64),
    "lange lijst": lambda d: d.update(weggelaten=["x"] * 1000),
}  # fmt: skip


@pytest.mark.parametrize("naam", VIJANDIG)
def test_what_the_program_would_not_write_is_refused_and_nothing_comes_in(
    naam: str, ander: Store, stuk: Meegaand
):
    inhoud = json.loads(stuk.inhoud)
    VIJANDIG[naam](inhoud)
    _weigert(ander, stuk, json.dumps(inhoud, ensure_ascii=True).encode("ascii"))


RAUW: dict[str, bytes] = {
    "leeg": b"",
    "geen JSON": b"dossier",
    "lijst": b"[]",
    "diep": b'{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "dieper dan geteld": b"[" * 2_000_000,
    "veel": b"[" + b"0," * 7_000_000 + b"0]",
    "kommagetal": b'{"a": 1.5}',
    "oneindig": b'{"a": Infinity}',
    "dubbele sleutel": b'{"$schema": "x", "$schema": "x"}',
    "lang getal": b'{"a": ' + b"9" * 10_000 + b"}",
    "geen UTF-8": b'{"a": "\xff"}',
}


@pytest.mark.parametrize("naam", RAUW)
def test_bytes_that_are_no_dossier_are_refused(naam: str, ander: Store, stuk: Meegaand):
    _weigert(ander, stuk, RAUW[naam])


def _weigert(ander: Store, stuk: Meegaand, inhoud: bytes) -> None:
    aanbieding = replace(stuk.aanbieding, sha256=hashlib.sha256(inhoud).hexdigest())
    with pytest.raises(BestandOngeldig):
        accept(ander, Aangeboden(inhoud, aanbieding), overzicht(stuk), besluit(ander), op=OP)
    with ander.reader() as r:
        assert [r.value(vraag) for vraag in LEEG] == [0] * len(LEEG)


def test_a_later_version_is_told_apart(stuk: Meegaand):
    inhoud = stuk.inhoud.replace(b"schema:dossier:1.0.0", b"schema:dossier:2.0.0")
    with pytest.raises(InhoudTeNieuw):
        Aangeboden(inhoud, replace(stuk.aanbieding, sha256=hashlib.sha256(inhoud).hexdigest()))


@pytest.mark.parametrize(
    "wijzig",
    [
        lambda o: o.update(dossiers=o["dossiers"] * 2),
        lambda o: o.update(afzender="a\u202eb"),
        lambda o: o.update(afzender="x" * 1000),
        lambda o: o.update(soort="zomaar"),
        lambda o: o["dossiers"][0].update(signalen=-1),
        lambda o: o["dossiers"][0].update(signalen=True),
        lambda o: o["dossiers"][0].update(sha256="../x"),
        lambda o: o.update(gemaakt_op="morgen"),
        lambda o: o.pop("reden"),
    ],
)
def test_an_overview_that_says_something_else_is_refused(
    wijzig: Callable[[dict[str, Any]], object], stuk: Meegaand
):
    gelezen = json.loads(to_bytes(overzicht_json(overzicht(stuk))))
    wijzig(gelezen)
    with pytest.raises(BestandOngeldig):
        read_overzicht(gelezen, 1)


def test_what_is_accepted_must_be_what_the_overview_named(stuk: Meegaand):
    ander_stuk: Aanbieding = replace(stuk.aanbieding, sha256="0" * 64)
    with pytest.raises(BestandOngeldig):
        Aangeboden(stuk.inhoud, ander_stuk)
