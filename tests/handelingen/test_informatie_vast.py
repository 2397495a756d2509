# SPDX-License-Identifier: EUPL-1.2
"""What lies ter reactie or is vastgesteld keeps its input; struck text is really gone."""

from datetime import UTC, datetime

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.handelingen.informatie import register_informatie, strike_informatie
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.queries.informatie import informatie_van_dossier
from tests.store.bouw import open_kluis


@pytest.fixture
def gevuld(store):
    store.oefening = True
    fill(store, read_kader(), datetime(2026, 11, 20, 12, tzinfo=UTC))
    return store


def test_input_of_minutes_that_lie_ter_reactie_is_refused(gevuld):
    with gevuld.reader() as r:
        punt = r.row(
            "SELECT b.id, b.dossier_id FROM bespreking b JOIN overleg o ON o.id = b.overleg_id "
            "WHERE o.status = 'voorbereiding'"
        )
        ander = r.value("SELECT dossier_id FROM informatie LIMIT 1")
        item = informatie_van_dossier(r, ander)[0]
    from gemeente_pga.domain.handeling import Handeling

    with gevuld.write(Handeling.OVERLEG_BIJWERKEN) as w:
        overleg_id = w.value("SELECT overleg_id FROM bespreking WHERE id = ?", punt["id"])
        w.update("overleg", overleg_id, {"status": "ter_reactie"})
    with pytest.raises(Storing, match="ter reactie"):
        register_informatie(gevuld, punt["dossier_id"], item.inhoud, waarbij={"bespreking_id": punt["id"]})


def test_struck_text_is_in_no_page_of_file_or_journal(gevuld, tmp_path):
    woord = "Kwartelvlucht"
    with gevuld.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM weging WHERE status = 'concept'")
        weging_id = r.value("SELECT id FROM weging WHERE status = 'concept'")
        item = informatie_van_dossier(r, dossier_id)[0]
    from dataclasses import replace

    inhoud = replace(item.inhoud, tekst=f"{woord} stond op de schuur.")
    informatie_id = register_informatie(gevuld, dossier_id, inhoud, waarbij={"weging_id": weging_id})
    strike_informatie(gevuld, informatie_id)
    pad = gevuld.pad
    with gevuld.reader() as r:
        assert r.value("SELECT geschrapt FROM informatie WHERE id = ?", informatie_id) == 1
        assert r.value("SELECT count(*) FROM zoekindex WHERE zoekindex MATCH ?", woord) == 0
    journaal = pad.with_name(pad.name + "-journal")
    assert not journaal.exists() or journaal.stat().st_size == 0
    gevuld.close()
    opnieuw = open_kluis(pad)
    with opnieuw.reader() as r:
        assert r.value("SELECT count(*) FROM informatie WHERE tekst LIKE ?", f"%{woord}%") == 0
    opnieuw.close()
