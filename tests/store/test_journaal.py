# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - names of tables come from the schema
"""Seals and chain: what is done outside the program is found; the format is as documented."""

import hmac
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import storingen
from gemeente_pga.store.store import Store
from tests.store.bouw import K_DB, K_LOG, WIE, ZOUT, Inbreker, leg_dossier_vast, nieuwe_kluis, open_kluis


def _gebruikt(map_: Path, handelingen: int = 40) -> Path:
    """A kluis with a history longer than the tail that every opening verifies."""
    pad = nieuwe_kluis(map_)
    store = open_kluis(pad)
    leg_dossier_vast(store)
    for nummer in range(handelingen):
        with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
            w.insert("telefoonnotitie", {"tekst": f"Notitie {nummer}", "ontvangen_op": "2026-01-01"})
    store.close()
    return pad


# ---- the format, computed anew from the text of the module alone


def _waarde(x: Any) -> bytes:
    if x is None:
        return b"\0"
    if isinstance(x, int):
        return b"\1" + x.to_bytes(8, "big", signed=True)
    soort, inhoud = (b"\2", x.encode()) if isinstance(x, str) else (b"\3", x)
    return soort + len(inhoud).to_bytes(4, "big") + inhoud


def _hmac(sleutel: bytes, inhoud: bytes) -> bytes:
    return hmac.new(sleutel, inhoud, "sha256").digest()


def test_the_format_is_what_the_text_says(tmp_path: Path) -> None:
    with Inbreker(_gebruikt(tmp_path, 3)) as conn:
        h = bytes(32)
        for handeling in conn.execute(
            "SELECT n, code, tijd, gebruiker_id, slot, onderwerp_soort, onderwerp_id, dossier_id, reden, "
            "resultaat, herkomst, versie FROM handeling ORDER BY n"
        ).fetchall():
            inhoud = b"".join(map(_waarde, handeling))
            for sql in (
                "SELECT id, tabel, rij, soort, velden FROM wijziging WHERE handeling = ? ORDER BY id",
                "SELECT wijziging, tabel, rij, mac FROM zegel WHERE wijziging IN "
                "(SELECT id FROM wijziging WHERE handeling = ?) ORDER BY wijziging",
            ):
                regels = conn.execute(sql, (handeling[0],)).fetchall()
                inhoud += _waarde(len(regels)) + b"".join(_waarde(x) for regel in regels for x in regel)
            h = _hmac(K_LOG, b"\1" + h + len(inhoud).to_bytes(8, "big") + inhoud)
            assert conn.execute("SELECT h FROM ketting WHERE n = ?", (handeling[0],)).fetchone() == (h,)
        gezien = 0
        zouten = dict(conn.execute("SELECT id, zout FROM dossier").fetchall())
        for tabel, rij, mac in conn.execute("SELECT tabel, rij, mac FROM zegel").fetchall():
            cursor = conn.execute(f"SELECT * FROM {tabel} WHERE id = ?", (rij,))
            regel = dict(zip([d[0] for d in cursor.description], cursor.fetchone(), strict=True))
            zout = regel["zout"] if tabel == "dossier" else zouten.get(regel.get("dossier_id"), b"")
            inhoud = _waarde(tabel) + _waarde(rij)
            inhoud += b"".join(_waarde(k) + _waarde(regel[k]) for k in sorted(regel) if regel[k] is not None)
            assert mac == _hmac(_hmac(K_LOG, b"zegel\0" + zout), b"\2" + inhoud)
            gezien += 1
    assert gezien > 5


# ---- a true kluis


def test_chain_and_seals_of_a_true_kluis_hold(tmp_path: Path) -> None:
    store = open_kluis(_gebruikt(tmp_path))
    keten, zegels = store.controleer_keten(), store.controleer_zegels()
    n, h = store.laatste()
    assert (keten.klaar, keten.bevinding, keten.n, keten.h, keten.gezien) == (True, None, n, h, n)
    with store.reader() as r:
        rijen = r.value("SELECT count(DISTINCT tabel || rij) FROM zegel")
    assert (zegels.klaar, zegels.bevinding, zegels.fouten, zegels.gezien) == (True, None, 0, rijen)
    store.close()


def test_verification_goes_on_where_it_stopped(tmp_path: Path) -> None:
    store = open_kluis(_gebruikt(tmp_path))
    heel, stukken = store.controleer_keten(), 0
    stand = None
    while stand is None or not stand.klaar:
        stand = store.controleer_keten(stand, seconden=0)
        stukken += 1
        assert stukken < 500
        if stukken == 1:  # an act between two slices is verified too
            leg_dossier_vast(store, "2026-222")
    assert stand.n == heel.n + 1
    assert stand.bevinding is None
    assert stukken > 1
    zegels, stukken = None, 0
    while zegels is None or not zegels.klaar:
        zegels = store.controleer_zegels(zegels, seconden=0)
        stukken += 1
    assert zegels.gezien == store.controleer_zegels().gezien == stukken - 1
    store.close()


# ---- forgeries: what is done, and which check finds it


def _wijzig_onder_oude_handeling(i: Inbreker) -> None:
    i.conn.execute("INSERT INTO lopend VALUES (3)")
    i.conn.execute("UPDATE telefoonnotitie SET tekst = 'anders' WHERE tekst = 'Notitie 0'")
    i.conn.execute("DELETE FROM lopend")


def _wijzig_ongezien(i: Inbreker) -> None:
    i.zonder_triggers("UPDATE signaal SET zelf_waargenomen = 'niets'")


def _voeg_ongezien_toe(i: Inbreker) -> None:
    i.zonder_triggers(
        "INSERT INTO telefoonnotitie (id, tekst, ontvangen_op, vastgelegd_op) VALUES (5, 'x', '', '')"
    )


def _verwijder_ongezien(i: Inbreker) -> None:
    i.zonder_triggers("DELETE FROM telefoonnotitie WHERE tekst = 'Notitie 3'")


def _schrijf_log_om(i: Inbreker) -> None:
    i.zonder_triggers("UPDATE handeling SET tijd = '2020-01-01T00:00:00.000+00:00' WHERE n = 4")


def _wis_wijziging(i: Inbreker) -> None:
    i.zonder_triggers(
        "DELETE FROM zegel WHERE wijziging = (SELECT min(id) FROM wijziging WHERE handeling = 5)"
    )


def _wis_handeling_midden(i: Inbreker) -> None:
    i.zonder_triggers("DELETE FROM handeling WHERE n = 6")


def _wis_schakel_midden(i: Inbreker) -> None:
    i.zonder_triggers("DELETE FROM ketting WHERE n = 6")


def _vervang_zegel(i: Inbreker) -> None:
    i.zonder_triggers("UPDATE zegel SET mac = zeroblob(32) WHERE wijziging = 3")


def _verplaats_naar_ander_dossier(i: Inbreker) -> None:
    i.zonder_triggers("UPDATE persoon SET dossier_id = 12345")


def _verwissel_zout(i: Inbreker) -> None:
    i.zonder_triggers("UPDATE dossier SET zout = zeroblob(32)")


VERVALSINGEN: list[tuple[Callable[[Inbreker], None], str, str]] = [
    (_wijzig_onder_oude_handeling, "schakel klopt niet", "zonder zegel|zegel klopt niet"),
    (_wijzig_ongezien, "", "zegel klopt niet"),
    (_voeg_ongezien_toe, "", "zonder zegel"),
    (_verwijder_ongezien, "", "rij ontbreekt"),
    (_schrijf_log_om, "schakel klopt niet", ""),
    (_wis_wijziging, "schakel klopt niet", "zonder zegel"),
    (_wis_handeling_midden, "schakel ontbreekt", ""),
    (_wis_schakel_midden, "schakel ontbreekt", ""),
    (_vervang_zegel, "schakel klopt niet", "zegel klopt niet"),
    (_verplaats_naar_ander_dossier, "", "zegel klopt niet"),
    (_verwissel_zout, "", "zegel klopt niet"),
]


@pytest.mark.parametrize(
    ("vervals", "keten", "zegels"), VERVALSINGEN, ids=lambda v: getattr(v, "__name__", v)
)
def test_a_change_outside_the_door_is_found(
    tmp_path: Path, vervals: Callable[[Inbreker], None], keten: str, zegels: str
) -> None:
    pad = _gebruikt(tmp_path)
    inbreker = Inbreker(pad)
    with inbreker:
        vervals(inbreker)
    store = open_kluis(pad)  # beyond the tail, so opening does not see it
    gevonden_keten, gevonden_zegels = store.controleer_keten(), store.controleer_zegels()
    store.close()
    assert (gevonden_keten.bevinding.soort if gevonden_keten.bevinding else "") == keten
    assert (gevonden_zegels.bevinding.soort if gevonden_zegels.bevinding else "") in zegels.split("|")
    assert bool(gevonden_zegels.fouten) == bool(zegels)


def _handeling_erbij(i: Inbreker) -> None:
    i.conn.execute(
        "INSERT INTO handeling SELECT n + 1, code, tijd, NULL, slot, NULL, NULL, NULL, NULL, resultaat, "
        "herkomst, versie FROM handeling ORDER BY n DESC LIMIT 1"
    )


def _wijziging_erbij(i: Inbreker) -> None:
    i.conn.execute("INSERT INTO lopend SELECT max(n) + 1 FROM handeling")
    i.conn.execute("UPDATE telefoonnotitie SET tekst = 'anders' WHERE tekst = 'Notitie 0'")
    i.conn.execute("DELETE FROM lopend")


def _laatste_omgeschreven(i: Inbreker) -> None:
    i.zonder_triggers("UPDATE handeling SET slot = 'ander' WHERE n = (SELECT max(n) - 3 FROM handeling)")


def _alles_weg(i: Inbreker) -> None:
    i.zonder_triggers("DELETE FROM ketting")


@pytest.mark.parametrize(
    "vervals",
    [_handeling_erbij, _wijziging_erbij, _laatste_omgeschreven, _alles_weg],
    ids=lambda v: v.__name__,
)
def test_a_forged_tail_refuses_to_open(tmp_path: Path, vervals: Callable[[Inbreker], None]) -> None:
    pad = _gebruikt(tmp_path)
    inbreker = Inbreker(pad)
    with inbreker:
        vervals(inbreker)
    with pytest.raises(storingen.JournaalWijktAf):
        open_kluis(pad)


def test_a_cut_off_tail_is_only_seen_against_a_mark_outside(tmp_path: Path) -> None:
    pad = _gebruikt(tmp_path)
    store = open_kluis(pad)
    merk = store.laatste()
    store.close()
    inbreker = Inbreker(pad)
    with inbreker:
        for tabel, voorwaarde in (
            ("zegel", "wijziging IN (SELECT id FROM wijziging WHERE handeling > 40)"),
            ("telefoonnotitie", "id IN (SELECT rij FROM wijziging WHERE handeling > 40)"),
            ("wijziging", "handeling > 40"),
            ("handeling", "n > 40"),
            ("ketting", "n > 40"),
        ):
            inbreker.zonder_triggers(f"DELETE FROM {tabel} WHERE {voorwaarde}")
    store = open_kluis(pad)
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    assert store.laatste()[0] < merk[0]  # the kluis is behind the mark: that is the alarm
    assert store.schakel(merk[0]) is None
    store.close()


def test_another_key_of_the_log_does_not_verify(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    with pytest.raises(storingen.JournaalWijktAf):
        Store.open(pad, bytearray(K_DB), bytes(32), zout=ZOUT, wie=WIE, sleutel_bekend=True)


def test_a_seal_dies_with_the_salt_of_its_dossier(store: Store) -> None:
    leg_dossier_vast(store)
    with store.write(Handeling.CASUS_AFSLUITEN) as w:
        ids = {
            tabel: [rij["id"] for rij in w.rows(f"SELECT id FROM {tabel}")]
            for tabel in ("persoon", "signaal", "dossier")
        }
        for tabel, rijen in ids.items():
            for rij in rijen:
                w.delete(tabel, rij)
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    with store.reader() as r:
        oude = r.value("SELECT count(*) FROM zegel WHERE tabel = 'signaal' AND mac IS NOT NULL")
        resten = r.value("SELECT count(*) FROM zoekindex")
    assert oude == 1  # it still vouches for the entry in the log, and can no longer be linked to a text
    assert resten == 0
