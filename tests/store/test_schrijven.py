# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - names of tables come from the schema
"""The write door: together or not at all, and one line in the log for each act."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial

import pytest

from gemeente_pga import __version__
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.ruimte import Wacht
from gemeente_pga.store.store import Store
from gemeente_pga.store.verbinding import SqlFout
from tests.store.bouw import NU, WIE, leg_dossier_vast


class Soort(StrEnum):
    GEWOON = "gewoon"


@dataclass(frozen=True)
class Notitie:
    tekst: str
    ontvangen_op: date
    acuut: bool = False
    signaal_id: int | None = None
    vastgelegd_op: datetime | None = None


def noteer(store: Store, tekst: str = "Belt morgen terug", **extra: object) -> int:
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        notitie = w.insert("telefoonnotitie", Notitie(tekst, date(2026, 11, 20), acuut=True), **extra)
        w.onderwerp = ("telefoonnotitie", notitie)
    return notitie


def rij(store: Store, tabel: str, id_: int) -> dict[str, object] | None:
    with store.reader() as r:
        return r.row(f"SELECT * FROM {tabel} WHERE id = ?", id_)


def aantal(store: Store, tabel: str) -> int:
    with store.reader() as r:
        return int(r.value(f"SELECT count(*) FROM {tabel}"))


def test_an_act_records_row_log_seal_and_chain_together(store: Store) -> None:
    notitie = noteer(store)
    with store.reader() as r:
        handeling = r.row("SELECT * FROM handeling WHERE n = 2")
        wijzigingen = r.rows("SELECT tabel, rij, soort, velden FROM wijziging WHERE handeling = 2")
        zegels = r.rows("SELECT tabel, rij, mac FROM zegel WHERE rij = ?", notitie)
        open_handelingen = r.value("SELECT count(*) FROM lopend")
    assert handeling == {
        "n": 2, "code": "notitie.vastleggen", "tijd": NU.isoformat(timespec="milliseconds"),
        "gebruiker_id": None, "slot": WIE.slot, "onderwerp_soort": "telefoonnotitie", "onderwerp_id": notitie,
        "dossier_id": None, "reden": None, "resultaat": "gelukt", "herkomst": WIE.herkomst,
        "versie": __version__,
    }  # fmt: skip
    assert wijzigingen == [{"tabel": "telefoonnotitie", "rij": notitie, "soort": "nieuw", "velden": ""}]
    assert [len(z["mac"]) for z in zegels] == [32]
    assert store.laatste()[0] == 2
    assert open_handelingen == 0


def test_values_become_text_and_numbers_and_the_recording_date_is_filled(store: Store) -> None:
    opgeslagen = rij(store, "telefoonnotitie", noteer(store))
    assert opgeslagen is not None
    assert opgeslagen["ontvangen_op"] == "2026-11-20"
    assert opgeslagen["acuut"] == 1
    assert opgeslagen["vastgelegd_op"] == NU.astimezone().isoformat(timespec="milliseconds")
    assert isinstance(opgeslagen["id"], int)
    assert 0 < opgeslagen["id"] < 2**62


def test_an_exception_leaves_neither_row_nor_log(store: Store) -> None:
    voor = store.laatste()

    def breek_af() -> None:
        with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
            w.insert("telefoonnotitie", Notitie("Weg", date(2026, 1, 1)))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        breek_af()
    assert aantal(store, "telefoonnotitie") == 0
    assert store.laatste() == voor
    noteer(store)  # and the door still works
    assert store.laatste()[0] == voor[0] + 1


def test_acts_do_not_nest_and_do_not_run_inside_reading(store: Store) -> None:
    act = partial(store.write, Handeling.NOTITIE_VASTLEGGEN)
    for buiten, binnen in ((act, act), (act, store.reader), (store.reader, act)):
        with pytest.raises(RuntimeError), buiten(), binnen():
            pass
    assert store.laatste()[0] == 1
    noteer(store)


def test_update_logs_the_names_of_changed_fields_only(store: Store) -> None:
    notitie = noteer(store)
    with store.write(Handeling.NOTITIE_AFHANDELEN, reden="proef") as w:
        w.update(
            "telefoonnotitie", notitie, {"tekst": "Belt niet terug", "acuut": True, "beller": "De school"}
        )
    with store.reader() as r:
        velden = r.value("SELECT velden FROM wijziging WHERE handeling = 3")
        log = r.rows("SELECT * FROM handeling") + r.rows("SELECT * FROM wijziging")
    assert velden == "tekst,beller"  # acuut was given, but did not change
    assert "school" not in str(log)


def test_the_dossier_of_the_changed_rows_stands_in_the_log(store: Store) -> None:
    dossier = leg_dossier_vast(store)
    with store.reader() as r:
        signaal = r.value("SELECT id FROM signaal")
    with store.write(Handeling.SIGNAAL_CORRIGEREN, onderwerp=("signaal", signaal)) as w:
        w.update("signaal", signaal, {"kanaal": "brief"})
    with store.reader() as r:
        regel = r.row(
            "SELECT dossier_id, onderwerp_soort, onderwerp_id FROM handeling ORDER BY n DESC LIMIT 1"
        )
    assert regel == {"dossier_id": dossier, "onderwerp_soort": "signaal", "onderwerp_id": signaal}


def test_an_act_without_changes_is_in_the_log_too(store: Store) -> None:
    dossier = leg_dossier_vast(store)
    with store.write(Handeling.CASUS_INZIEN, dossier_id=dossier) as w:
        pass
    assert w.gewijzigd == frozenset()
    with store.reader() as r:
        assert r.value("SELECT dossier_id FROM handeling WHERE n = ?", w.uitslag.n) == dossier


def test_delete_removes_the_row_and_seals_its_absence(store: Store) -> None:
    notitie = noteer(store)
    with store.write(Handeling.NOTITIE_AFHANDELEN) as w:
        w.delete("telefoonnotitie", notitie)
    assert rij(store, "telefoonnotitie", notitie) is None
    with store.reader() as r:
        zegels = r.rows("SELECT mac FROM zegel WHERE rij = ? ORDER BY wijziging", notitie)
    assert [z["mac"] is None for z in zegels] == [False, True]
    assert store.controleer_zegels().fouten == 0


def test_control_code_is_the_act_and_its_chain_value(store: Store) -> None:
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w, pytest.raises(RuntimeError):
        _ = w.uitslag
    n, h = store.laatste()
    assert (w.uitslag.n, w.uitslag.h) == (n, h)
    assert w.uitslag.code.replace("-", "") == f"{n}{h.hex()[:20]}"
    assert store.controlecode(n) == w.uitslag.code
    for getypt in (w.uitslag.code, w.uitslag.code.upper().replace("-", " "), f"{n} – {h.hex()[:20]}"):
        assert store.zoek_controlecode(getypt) == n
    for fout in (
        f"{n}-{'0' * 20}",
        f"{n + 1}-{h.hex()[:20]}",
        f"{n}-{h.hex()[:19]}",
        "",
        "n.v.t.",
        f"{n}",
        "9" * 40,
    ):
        assert store.zoek_controlecode(fout) is None


def test_mark_and_listeners_hear_of_an_act_after_it_was_recorded(store: Store) -> None:
    gehoord: list[object] = []
    store.merk = lambda n, h: gehoord.append((n, h) == store.laatste())
    store.na_vastleggen.append(gehoord.append)
    noteer(store)
    assert gehoord == [True, {"telefoonnotitie"}]


def test_listeners_hear_of_an_act_even_when_the_mark_fails(store: Store) -> None:
    def mislukt(n: int, h: bytes) -> None:
        raise OSError

    gehoord: list[frozenset[str]] = []
    store.merk = mislukt
    store.na_vastleggen.append(gehoord.append)
    with pytest.raises(OSError):  # noqa: PT011 - it is our own
        noteer(store)
    assert gehoord == [{"telefoonnotitie"}]
    assert aantal(store, "telefoonnotitie") == 1


@pytest.mark.parametrize(
    "tabel", ["handeling", "wijziging", "zegel", "ketting", "lopend", "concept", "zoekindex", "nee"]
)
def test_the_writer_reaches_no_table_but_the_logged_ones(store: Store, tabel: str) -> None:
    for doe in (
        lambda w: w.insert(tabel, {}),
        lambda w: w.update(tabel, 1, {"id": 2}),
        lambda w: w.delete(tabel, 1),
    ):
        with pytest.raises(LookupError, match=tabel), store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
            doe(w)


def test_an_unknown_column_is_named_and_a_wrong_value_is_not_quoted(store: Store) -> None:
    with pytest.raises(LookupError, match="geboren"), store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": "x", "geboren": "y"})
    with (
        pytest.raises(TypeError, match=r"telefoonnotitie\.tekst") as fout,
        store.write(Handeling.NOTITIE_VASTLEGGEN) as w,
    ):
        w.insert("telefoonnotitie", {"tekst": ["Verstraaten"]})
    assert "Verstraaten" not in str(fout.value)
    with pytest.raises(TypeError), store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": 1.5})
    with pytest.raises(ValueError, match="ids"), store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": "x", "id": 5})


def test_update_and_delete_of_a_row_that_is_not_there_fail(store: Store) -> None:
    for doe in (
        lambda w: w.update("telefoonnotitie", 5, {"tekst": "x"}),
        lambda w: w.delete("telefoonnotitie", 5),
    ):
        with pytest.raises(LookupError), store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
            doe(w)
    assert store.laatste()[0] == 1


def test_update_with_a_dataclass_keeps_the_recording_date(store: Store) -> None:
    notitie = noteer(store)
    voor = rij(store, "telefoonnotitie", notitie)
    with store.write(Handeling.NOTITIE_AFHANDELEN) as w:
        w.update("telefoonnotitie", notitie, Notitie("Anders", date(2026, 11, 20)))
    na = rij(store, "telefoonnotitie", notitie)
    assert voor is not None
    assert na is not None
    assert na["vastgelegd_op"] == voor["vastgelegd_op"]
    assert na["tekst"] == "Anders"


def test_a_writer_ends_with_its_act(store: Store) -> None:
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        pass
    for doe in (
        lambda: w.insert("telefoonnotitie", Notitie("x", date(2026, 1, 1))),
        lambda: w.discard_concept("x"),
        lambda: w.rows("SELECT 1"),
    ):
        with pytest.raises(RuntimeError):
            doe()


def test_an_act_can_read_what_it_wrote_but_not_write_by_reading(store: Store) -> None:
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        notitie = w.insert("telefoonnotitie", Notitie("Nieuw", date(2026, 1, 1)))
        assert w.value("SELECT tekst FROM telefoonnotitie WHERE id = ?", notitie) == "Nieuw"
        assert w.row("SELECT tekst FROM telefoonnotitie WHERE ontvangen_op = ?", date(2026, 1, 1)) == {
            "tekst": "Nieuw"
        }
        for sql in (
            "DELETE FROM telefoonnotitie",
            "UPDATE handeling SET code = ''",
            "WITH x AS (SELECT 1) DELETE FROM telefoonnotitie",
            "CREATE TABLE erbij (id INTEGER)",
        ):
            with pytest.raises(SqlFout):
                w.rows(sql)
    assert aantal(store, "telefoonnotitie") == 1


def test_a_dossier_gets_a_salt_of_its_own(store: Store) -> None:
    leg_dossier_vast(store)
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        eerste = w.row("SELECT * FROM dossier")
        assert eerste is not None
        w.insert(
            "dossier",
            {"nummer": "2026-002", "gemeente_id": eerste["gemeente_id"], "kader_id": eerste["kader_id"]},
        )
    with store.reader() as r:
        zouten = [bytes(regel["zout"]) for regel in r.rows("SELECT zout FROM dossier")]
    assert len(set(zouten)) == 2
    assert {len(zout) for zout in zouten} == {32}


def test_a_broken_reference_is_refused_and_nothing_stays(store: Store) -> None:
    with pytest.raises(SqlFout, match="FOREIGN KEY"), store.write(Handeling.SIGNAAL_SPOED) as w:
        w.insert("weging_signaal", {"dossier_id": 5, "weging_id": 6, "signaal_id": 7})
    assert store.laatste()[0] == 1


def test_the_same_act_again_prepares_no_statement_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite asks what may be done when it prepares; here after many statements that never return."""
    gevraagd: list[int] = []
    mag = Wacht._mag

    def hoor(zelf: Wacht, actie: int, eerste: str, tweede: str) -> bool:
        gevraagd.append(actie)
        return mag(zelf, actie, eerste, tweede)

    monkeypatch.setattr(Wacht, "_mag", hoor)
    with store.reader() as r:
        assert [r.value(f"SELECT {n}") for n in range(1000)] == list(range(1000))
    noteer(store)
    assert gevraagd, "the first time it is asked"
    gevraagd.clear()
    noteer(store)
    assert gevraagd == []


@pytest.mark.parametrize(
    "reden", ["Hij dreigt zijn buurman.", "hij dreigt", "Onjuist", "reünie", "a" * 61, "1a"]
)
def test_a_reason_in_the_log_is_a_code_whatever_the_act(store: Store, reden: str) -> None:
    """The log is kept for good and read by others: no act writes a text into it."""
    was = aantal(store, "handeling")
    for act in Handeling:
        with pytest.raises(ValueError, match="a code, never a text") as fout, store.write(act, reden=reden):
            pass
        assert reden not in str(fout.value)
    assert aantal(store, "handeling") == was
    with store.write(Handeling.NOTITIE_VASTLEGGEN, reden="niet_meer_nodig"):
        pass
    assert aantal(store, "handeling") == was + 1
