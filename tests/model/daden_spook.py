# SPDX-License-Identifier: EUPL-1.2
"""Acts on a dossier that was destroyed while a screen still showed it: each is refused in so many words."""

from collections.abc import Callable
from datetime import timedelta

from gemeente_pga.domain.aanhouding import Aanhouding
from gemeente_pga.domain.bewaren import Bewaarkeuze, Opschorting
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.signaalstap import FormeleControle, Melderbericht, Sluiting
from gemeente_pga.handelingen import (
    aanhouding,
    bewaren,
    casus,
    dossier,
    herbeoordeling,
    plan,
    signaal,
    weging,
)
from tests.model import orakel
from tests.model.daad import daad
from tests.model.dingen import Dossier
from tests.model.model import Keus, Model, Poging

KEUZE = Bewaarkeuze("vernietigen", "Proces 8.1", "AVG, artikel 5")


def pogingen(m: Model, d: Dossier) -> list[Callable[[], object]]:
    """What a screen that was left open could still try."""
    store, op, nu = m.store, m.vandaag, orakel.lokaal(m.nu)
    later = op + timedelta(days=9)
    hold = Aanhouding("weging", m.ids["om"], "H. om", "officier", "onderzoek", "Wacht.", op, later)
    uit: list[Callable[[], object]] = [
        lambda: weging.begin_weging(store, d.id, op),
        lambda: aanhouding.begin(store, d.id, hold),
        lambda: bewaren.set_bewaring(store, d.id, KEUZE, m.kader, op=op),
        lambda: bewaren.suspend(store, d.id, Opschorting("rechtszaak", "Een claim.", op, later)),
        lambda: dossier.log_inzien(store, d.id, reden="verzoek_betrokkene"),
    ]
    for s in d.signalen:
        uit += [
            lambda s=s: signaal.check_signaal(store, s.id, FormeleControle("ja", "ja", "ja", ""), nu),  # type: ignore[misc]
            lambda s=s: signaal.close_signaal(store, s.id, Sluiting("geen_persoon", "Een pand."), op),  # type: ignore[misc]
            lambda s=s: signaal.inform_melder(store, s.id, Melderbericht("ontvangen", op, "telefoon", "")),  # type: ignore[misc]
            lambda s=s: signaal.inform_weegploeg(store, "signaal", s.id, op),  # type: ignore[misc]
        ]
    for w in d.wegingen:
        uit += [
            lambda w=w: casus.open_casus(store, w.id, op=op),  # type: ignore[misc]
            lambda w=w: weging.vaststellen(store, w.id, m.kader, op),  # type: ignore[misc]
        ]
    for c in d.casussen:
        uit += [
            lambda c=c: casus.move(store, c.id, "in_uitvoering", op=op),  # type: ignore[misc]
            lambda c=c: herbeoordeling.begin(store, c.id, op=op),  # type: ignore[misc]
            lambda c=c: plan.begin_plan(store, c.id),  # type: ignore[misc]
        ]
    return uit


@daad(Act.DOSSIER_WISSEN)
def raak_spook_aan(m: Model, k: Keus) -> Poging | None:
    """One of those."""
    d = m.kies(k, m.weg)
    return None if d is None else Poging(k.uit(pogingen(m, d)), "het dossier is vernietigd")
