# SPDX-License-Identifier: EUPL-1.2
"""A kluis with real, light keys and a service around it, for tests of its keys."""

from pathlib import Path

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen import sleutels as handelingen
from gemeente_pga.handelingen.inrichting import register_gebruiker
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.store.store import Store
from tests.kluis.sleutelbossen import ALLEEN_GEHEUGENBOS, Geheugenbos
from tests.ui_hulp import LICHT, LICHTE_GRENZEN, NU, WACHTZIN

VERVANGER = "ladder kaneel zwemvest papegaai"
FG = "rietstengel dakpan viool sneeuwpop"
NIEUW = "deurmat fluisterde zeven blauwe kapiteins omver"
KORT = "egel fluit kano"
VANDAAG = NU.date()


class Proef:
    """A service on one folder, whose clock and keystore the test holds in its hands."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.nu = NU
        self.bos = Geheugenbos()
        self.code = ""
        self.dienst = self.nieuw()

    def nieuw(self) -> Dienst:
        """As after a new start of the program."""
        mappen = {soort: lambda: self.map for soort in KluisSoort}
        return Dienst(
            mappen,
            self.map.parent / "instellingen.ini",
            lambda: self.nu,
            kdf=LICHT,
            grenzen=LICHTE_GRENZEN,
            bos=lambda limiet: Sleutelbos(lambda: self.bos, toegestaan=ALLEEN_GEHEUGENBOS, limiet=limiet),
        )

    def maak(self) -> None:
        self.dienst.kies(KluisSoort.KLUIS)
        self.code = self.dienst.maak(WACHTZIN)
        self.dienst.betreed()
        register_gebruiker(self.store, Gebruiker("Mirjam Hoekstra", "procesregisseur"))
        self.bij()

    def open(self, zin: str, met: SlotSoort = SlotSoort.WACHTZIN, *, klopt: bool = False) -> Store:
        """Lock, start anew, unlock with this. klopt: say that the clock is right."""
        self.herstart()
        self.dienst.ontgrendel(zin, met=met)
        return self.binnen(klopt=klopt)

    def herstart(self) -> None:
        self.dienst.laat_los()
        self.dienst = self.nieuw()
        self.dienst.kies(KluisSoort.KLUIS)

    def binnen(self, *, klopt: bool = False) -> Store:
        self.dienst.betreed(datum_klopt=klopt)
        self.dienst.keur()
        self.dienst.rond_keuring_af()
        return self.store

    def bij(self, **extra: bool) -> Handeling | None:
        """What is done on entering."""
        sloten = self.dienst.sleutels.sloten()
        return handelingen.reconcile_sleutels(self.store, sloten, self.nu.date(), **extra)

    @property
    def store(self) -> Store:
        assert self.dienst.store is not None
        return self.dienst.store

    def soorten(self) -> list[SlotSoort]:
        return [slot.soort for slot in self.dienst.sleutels.sloten()]

    def codes(self) -> list[str]:
        with self.store.reader() as r:
            return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


def voeg_vervanger_toe(proef: Proef) -> None:
    proef.dienst.sleutels.voeg_vervanger_toe(WACHTZIN, VERVANGER)
    handelingen.register_sleutels(
        proef.store,
        Handeling.KLUIS_VERVANGER_TOEVOEGEN,
        proef.dienst.sleutels.sloten(),
        VANDAAG,
        van=Gebruiker("Bram Visser", "beleidsadviseur"),
    )
