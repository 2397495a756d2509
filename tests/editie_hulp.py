# SPDX-License-Identifier: EUPL-1.2
"""A casus discussed by five partners, with an item of every mark: what may each of them have on paper?"""

from datetime import date

from gemeente_pga import documents
from gemeente_pga.domain.editie import DELEN, Editiekeuze
from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.domain.overleg import Bespreking
from gemeente_pga.domain.plan import Factor
from gemeente_pga.handelingen import overleg as overleggen
from gemeente_pga.handelingen import plan as plannen
from gemeente_pga.handelingen import verslag
from gemeente_pga.handelingen.document import freeze, store_pdf
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.document import document_pdf, te_maken
from gemeente_pga.store.queries.editie import Editie, make_editie
from gemeente_pga.store.queries.overleg import agenda
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import kader, richt_in
from tests.overleg_hulp import informatie, leg_casussen_vast, leg_overleg_vast, maak_compleet

OP = date(2026, 11, 20)
AANHALING = "de Wulpenvlucht hing boven het kanaal bij de sluis"
# Word planted in an item -> giver, mark, with whom it may be shared, agreed with the source.
ITEMS: dict[str, tuple[str, str, tuple[str, ...], bool]] = {
    "Kwartelvlucht": ("gemeente", "vrij", (), False),
    "Snipperroep": ("om", "vrij", ("politie",), False),
    "Tureluurpad": ("politie", "vrij", ("om",), False),
    "Wulpenvlucht": ("gemeente", "vrij", ("om",), False),
    "Grijpvogel": ("om", "niet_verstrekken", (), False),
    "Roerdomp": ("gemeente", "ter_kennisneming", (), False),
    "Lepelaar": ("om", "citeren_na_akkoord", (), False),
    "Kluutveer": ("om", "citeren_na_akkoord", (), True),
    "Strandloper": ("om", "citeren_na_akkoord", ("gemeente",), True),
}
MAG = {
    "politie": {"Kwartelvlucht", "Snipperroep", "Tureluurpad", "Kluutveer"},
    "om": {"Kwartelvlucht", "Snipperroep", "Tureluurpad", "Wulpenvlucht", "Kluutveer", "Strandloper"},
    "rvdk": {"Kwartelvlucht", "Kluutveer"},
}
ANDERE_CASUS = "Zeearend"


class Tafel:
    """Casus 1 with five partners, discussed in one meeting with casus 2; a plan and the minutes that hold."""

    def __init__(self, store: Store, *, ingericht: bool = False) -> None:
        self.store = store
        if not ingericht:
            self._richt_in()
        self.c = leg_casussen_vast(store)
        self.id = leg_overleg_vast(store, self.c, beide=True)
        maak_compleet(store, self.id)
        with store.reader() as r:
            een, twee = agenda(r, self.id)
        for woord, (gever, markering, met, akkoord) in ITEMS.items():
            item = informatie(
                self.c.partijen[gever],
                f"Zij zag dat {AANHALING}."
                if woord == "Wulpenvlucht"
                else f"{woord} stond op de schuurdeur.",
                markering,
                verder_gebruik=akkoord,
            )
            delen = [self.c.partijen[soort] for soort in met]
            register_informatie(
                store, self.c.dossier_een, item, waarbij={"bespreking_id": een.id}, deelbaar_met=delen
            )
        ander = informatie(self.c.partijen["om"], f"{ANDERE_CASUS} stond op de schuurdeur.")
        register_informatie(store, self.c.dossier_twee, ander, waarbij={"bespreking_id": twee.id})
        weging = Bespreking(
            "Voortgang",
            f"Men woog dat {AANHALING}.",
            "later",
            "Later.",
            date(2026, 11, 30),
            date(2027, 1, 14),
        )
        overleggen.record_bespreking(store, een.id, weging)
        plan_id = plannen.begin_plan(store, self.c.een)
        plannen.record_regel(store, plan_id, Factor("risico", f"Gezien is: {AANHALING}.", "wonen", "School"))
        plannen.record_regel(store, plan_id, Factor("beschermend", "Haar broer belt elke week.", "wonen", ""))
        verslag.vaststellen(store, self.id, kader(), op=date(2026, 11, 4), wijze="volgend_overleg")

    def _richt_in(self) -> None:
        richt_in(self.store)
        for soort in ("zvh", "rvdk", "reclassering"):
            register_partij(self.store, Partij(soort, kader().partij(soort).naam))

    def editie(self, soort: str, stuk: str) -> Editie:
        """The edition of this paper for a partner of this kind."""
        delen = DELEN if stuk == "dossier" else ()
        overleg_id = self.id if stuk == "verslag" else None
        keuze = Editiekeuze(self.c.partijen[soort], stuk, overleg_id, delen)
        with self.store.reader() as r:
            return make_editie(r, self.c.dossier_een, keuze, kader(), OP)

    def pdf(self, editie: Editie) -> bytes:
        """Frozen and made, as the window does."""
        freeze(self.store, editie.document, op=OP)
        with self.store.reader() as r:
            werk = te_maken(r)[-1]
        store_pdf(self.store, werk, documents.render(werk.soort, werk.stuk, werk.code))
        with self.store.reader() as r:
            inhoud = document_pdf(r, werk.id)
        assert inhoud is not None
        return inhoud
