# SPDX-License-Identifier: EUPL-1.2
"""Fills a practice kluis with invented dossiers in every state, through the same acts as the screens use.

The stories stand in resources/oefencasus/dossiers.toml; dates follow from today, so that Bureau has
something due.
"""

import tomllib
from datetime import datetime, time, timedelta

from gemeente_pga.domain.consultatie import TEKSTVELDEN, Consultatie
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import as_moment
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.handelingen import consultatie, notitie
from gemeente_pga.handelingen.document import store_pdf
from gemeente_pga.oefenkluis import (
    casus,
    einde,
    gegevens,
    houders,
    rechten,
    signaal,
    verantwoording,
    weging,
)
from gemeente_pga.oefenkluis.bouw import Bouw, Verhaal
from gemeente_pga.paths import resource
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.store import Store


def fill(store: Store, kader: Kader, nu: datetime) -> None:
    """Municipality, partners and dossiers. The store must be a fresh practice kluis."""
    verhalen = tomllib.loads(resource("oefencasus/dossiers.toml").read_text("utf-8"))
    bouw = Bouw.begin(store, kader, nu, verhalen)
    casussen = {
        verhaal["tot"]: casus_id
        for verhaal in verhalen["dossier"]
        if (casus_id := _dossier(bouw, bouw.met_data(verhaal))) is not None
    }
    casus.plan_meeting(bouw, [casussen["uitvoering"], casussen["overgenomen"]])
    _consultaties(bouw, verhalen["consultatie"])
    note = verhalen["notitie"]
    notitie.register_notitie(
        store,
        Telefoonnotitie(
            tekst=note["tekst"],
            beller=note["beller"],
            terugbelnummer=note["terugbelnummer"],
            acuut=False,
            ontvangen_op=as_moment(bouw.vandaag - timedelta(days=1), time(16, 50)),
        ),
    )
    einde.end(bouw, casussen)
    make_documents(store)
    houders.hand_out(store, kader, nu)
    rechten.ask(bouw)
    gegevens.add(bouw, verhalen)
    rechten.tell(bouw)
    verantwoording.account(bouw, verhalen)
    make_documents(store)  # the notices and the memos


def _consultaties(bouw: Bouw, raad: list[Verhaal]) -> None:
    """Advice asked without a name: alone, or for the dossier that has come as far as `bij`."""
    for keer in raad:
        nieuw = Consultatie(
            datum=bouw.over(-keer["dagen"]),
            zonder_naam=True,
            dossier_id=bouw.dossiers.get(keer.get("bij", "")),
            **{veld: keer[veld] for veld in TEKSTVELDEN},
        )
        consultatie.register_consultatie(bouw.store, nieuw, bouw.vandaag)


def make_documents(store: Store) -> None:
    """Render and keep what was frozen, here and now: the practice kluis has no window yet."""
    from gemeente_pga import documents

    with store.reader() as r:
        rijen = te_maken(r)
    for rij in rijen:
        store_pdf(store, rij, documents.render(rij.soort, rij.stuk, rij.code))


def _dossier(bouw: Bouw, verhaal: Verhaal) -> int | None:
    """One story, as far as it has come; the id of its casus when it has one."""
    if verhaal["tot"] == "overgenomen":
        return casus.take_over(bouw, verhaal)
    dossier_id, signaal_id = signaal.tell(bouw, verhaal)
    bouw.dossiers[verhaal["tot"]] = dossier_id
    if verhaal["tot"] in {"controle", "agenda"}:
        return None
    weging_id = weging.weigh(bouw, verhaal, dossier_id, signaal_id)
    return casus.work(bouw, verhaal, weging_id) if verhaal["tot"] in casus.STANDEN else None
