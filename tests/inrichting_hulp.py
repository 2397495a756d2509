# SPDX-License-Identifier: EUPL-1.2
"""An ingerichte kluis for tests: a municipality, its coordinator, the three core parties and the kader."""

from collections.abc import Collection
from datetime import date, datetime, timedelta, timezone
from functools import cache

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.ingebruikname import GEREED, PUNTEN
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.domain.kaderronde import Ondertekening, Ronde
from gemeente_pga.domain.kaderstand import Kaderwaarde
from gemeente_pga.handelingen.inrichting import register_gebruiker, register_gemeente, register_partij
from gemeente_pga.handelingen.kader import install_kader, record_ronde
from gemeente_pga.paths import resource
from gemeente_pga.store.store import Store

NU = datetime(2026, 10, 5, 9, 30, tzinfo=timezone(timedelta(hours=2)))
OP = NU.date()
KERNPARTIJEN = (("gemeente", "Gemeente Waterhoven"), ("om", "Openbaar Ministerie"), ("politie", "Politie"))


@cache
def kader() -> Kader:
    """The kader that ships with the program."""
    bestand = resource("kader/wet-pga-2025.toml")
    return parse_kader(bestand.read_text(encoding="utf-8"), bestand.name)


def richt_in(store: Store) -> dict[str, int]:
    """What the first start records; the ids by name."""
    ids = {"gebruiker": register_gebruiker(store, Gebruiker("S. Aydın", "Coördinator"))}
    ids["gemeente_id"] = register_gemeente(store, Gemeente("Gemeente Waterhoven"))
    for soort, naam in KERNPARTIJEN:
        ids[soort] = register_partij(store, Partij(soort, naam, kernpartij=True))
    ids["school"] = register_partij(store, Partij("onderwijs", "Praktijkcollege Waterhoven"))
    ids["kader"] = install_kader(store, kader(), NU)
    neem_in_gebruik(store)
    return ids


def neem_in_gebruik(store: Store, gemeente_id: int | None = None) -> None:
    """Every point of the ingebruikname in order since 5 January; None: of every municipality there is."""
    with store.write(Handeling.INGEBRUIKNAME_VASTLEGGEN) as w:
        alle = (
            [rij["id"] for rij in w.rows("SELECT id FROM gemeente")] if gemeente_id is None else [gemeente_id]
        )
        for gemeente in alle:
            for punt, naam in PUNTEN:
                w.insert(
                    "ingebruikname",
                    {
                        "gemeente_id": gemeente,
                        "punt": punt,
                        "stand": GEREED,
                        "op": date(2026, 1, 5),
                        "kenmerk": f"{naam} 2026",
                    },
                )


def stel_vast(
    store: Store, codes: Collection[str], termijn: str = "P5Y", *, startpunt: str = "", op: date = OP
) -> int:
    """A ronde in which a jurist fills in and signs these retention terms of the active kader."""
    with store.reader() as r:
        kader_id = int(r.value("SELECT id FROM kader WHERE actief = 1"))
    waarden = []
    for code in codes:
        velden = {"termijn": termijn, "startpunt": startpunt or kader().bewaartermijn(code).startpunt}
        for veld, waarde in velden.items():
            waarden.append(Kaderwaarde("bewaartermijn", code, veld, waarde, "besluit_gemeente"))
    ronde = Ronde("mr. L. Verhulst", "Jurist", op, "Selectielijst gemeenten 2020")
    items = tuple(("bewaartermijn", code) for code in codes)
    return record_ronde(store, kader_id, Ondertekening(ronde, items, "Archiefwet 1995, artikel 5"), waarden)
