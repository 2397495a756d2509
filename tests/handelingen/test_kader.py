# SPDX-License-Identifier: EUPL-1.2
"""Acts on the kader: values and signatures, each logged, and what then counts."""

from datetime import date

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import NIET_VASTGESTELD, VASTGESTELD
from gemeente_pga.domain.kaderronde import Ondertekening, Ronde
from gemeente_pga.domain.kaderstand import Kaderwaarde
from gemeente_pga.handelingen.kader import record_ronde, set_waarde
from gemeente_pga.store.queries.kader import kader_van, kaderwaarden, termijnvaststellingen
from gemeente_pga.store.store import Store
from tests.casus_hulp import acts
from tests.inrichting_hulp import stel_vast

RONDE = Ronde("mr. L. Verhulst", "Jurist", date(2026, 9, 8), "wetten.overheid.nl, 8 september 2026")


def waarde(termijn: str) -> Kaderwaarde:
    return Kaderwaarde(
        "bewaartermijn", "casus_gesloten", "termijn", termijn, "besluit_gemeente", "Besluit 12"
    )


def test_a_signed_term_counts_until_somebody_changes_it(store: Store, ids: dict[str, int]):
    was = acts(store)
    set_waarde(store, ids["kader"], waarde("P5Y"))
    with store.reader() as r:
        assert termijnvaststellingen(r, ids["kader"]) == {}
    record_ronde(
        store, ids["kader"], Ondertekening(RONDE, (("bewaartermijn", "casus_gesloten"),), "Archiefwet")
    )
    with store.reader() as r:
        assert termijnvaststellingen(r, ids["kader"])["casus_gesloten"].termijn == "P5Y"
        assert kader_van(r, ids["kader"]).bewaartermijn("casus_gesloten").status == VASTGESTELD
    set_waarde(store, ids["kader"], waarde("P6Y"))
    set_waarde(store, ids["kader"], waarde("P7Y"))
    with store.reader() as r:
        assert termijnvaststellingen(r, ids["kader"]) == {}, "no end date rests on it any more"
        nu = kader_van(r, ids["kader"]).bewaartermijn("casus_gesloten")
        assert (nu.termijn, nu.status) == ("P7Y", NIET_VASTGESTELD), "the last of one second counts"
    assert acts(store)[len(was) :] == [
        Handeling.KADER_WAARDE.code, Handeling.KADER_VASTSTELLEN.code,
        Handeling.KADER_WAARDE.code, Handeling.KADER_WAARDE.code,
    ]  # fmt: skip
    with store.reader() as r:
        assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "besluit_gemeente"


def test_nothing_is_signed_that_is_not_there_and_nothing_is_half_recorded(store: Store, ids: dict[str, int]):
    was, gewijzigd = acts(store), store.gewijzigd
    for items in ((), (("bewaartermijn", "casus_gesloten"),), (("criterium", "bestaat_niet"),)):
        with pytest.raises(Storing):
            record_ronde(store, ids["kader"], Ondertekening(RONDE, items, "x"))
    with pytest.raises(Storing, match="niet te wijzigen"):
        set_waarde(store, ids["kader"], Kaderwaarde("partij", "politie", "kernpartij", "nee", "fout"))
    assert acts(store) == was
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM vaststellingsronde") == 0
        assert kaderwaarden(r, ids["kader"]) == ()
    assert store.gewijzigd >= gewijzigd


def test_the_file_in_the_kluis_stays_as_it_was_copied(store: Store, ids: dict[str, int]):
    with store.reader() as r:
        tekst = r.value("SELECT tekst FROM kader WHERE id = ?", ids["kader"])
    stel_vast(store, ["casus_gesloten", "signaal_niet_opgenomen"])
    with store.reader() as r:
        assert r.value("SELECT tekst FROM kader WHERE id = ?", ids["kader"]) == tekst
        assert set(termijnvaststellingen(r, ids["kader"])) == {"casus_gesloten", "signaal_niet_opgenomen"}
