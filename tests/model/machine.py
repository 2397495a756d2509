# SPDX-License-Identifier: EUPL-1.2
"""The hypothesis state machine: a real kluis beside the model, and after every step both are compared."""

import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.store.store import Store, Wie
from tests.fouten.stand import gebreken
from tests.inrichting_hulp import kader, richt_in
from tests.model import controle
from tests.model.daden import DADEN, Daad
from tests.model.dingen import Dossier
from tests.model.model import Afgewezen, Model, Poging
from tests.model.orakel import HIER
from tests.store.bouw import WIE, nieuwe_kluis, open_kluis

T = TypeVar("T")
# What a dossier needs next, in this order: half of the steps take the first of these that can be taken.
PAD = (
    "verklaar", "vernietig", "bevestig", "machtig", "oordeel", "stel_lijst_op", "stel_bewaring_vast",
    "antwoord_aanbod", "sluit_lek", "werk_lek_bij", "houder_antwoordt", "stel_identiteit_vast",
    "beoordeel_afschrift", "beslis_verzoek", "maak_afschrift", "maak_bekend", "rond_verzoek_af",
    "meld_spoed", "controleer", "agendeer", "begin_weging", "zet_tafel", "leg_informatie_vast",
    "beantwoord_kaarten", "weeg_af", "besluit_informeren", "leg_weegbesluit_vast", "stel_weging_vast",
    "open_casus", "laat_deelnemen", "informeer", "begin_overleg", "leg_aanwezigheid_vast", "bespreek",
    "besluit", "spreek_af", "werk_actie_bij", "zet_ter_reactie", "reageer", "stel_verslag_vast",
    "bereid_voor", "begin_plan", "stel_doel", "zet_factor", "zet_interventie", "zet_plankop",
    "stel_plan_vast", "begin_interventie", "herbeoordeel_criteria", "kijk_of_het_klopt", "concludeer",
    "stel_herbeoordeling_vast", "schaal", "zet_stap", "begin_herbeoordeling", "sluit_casus",
    "sluit_signaal", "hef_beperking_op", "beeindig_aanhouding", "hervat",
)  # fmt: skip
# Where something becomes final, or a state is left for good.
POORTEN = (
    "agendeer", "begin_weging", "stel_weging_vast", "open_casus", "begin_overleg", "stel_plan_vast",
    "zet_stap", "stel_verslag_vast", "stel_herbeoordeling_vast", "schaal", "sluit_casus",
    "stel_bewaring_vast",
    "stel_lijst_op", "machtig", "bevestig", "vernietig",
)  # fmt: skip
# What seldom comes by itself: beside the way of a dossier.
ZIJPAD = (
    "houd_aan", "beeindig_aanhouding", "hef_beperking_op", "registreer_verzoek", "verleng_verzoek",
    "stel_identiteit_vast", "schrijf_brief", "beoordeel_afschrift", "maak_afschrift", "vraag_akkoord",
    "meld_onjuist", "bericht_houders", "antwoord_memo", "corrigeer_consultatie", "zet_dossier_over",
    "leg_bsn_vast", "berg_zvh_op", "neem_zvh_terug", "berg_op", "verantwoord", "verleng", "hervat",
    "maak_ongedaan", "bied_aan", "zie_bijlage_in", "haal_naaste_weg", "handel_af", "trek_mandaat_in",
    "beeindig_inhuur",
    "trek_los_in", "meld_notitie", "vernietig_los",
    "raak_spook_aan", "antwoord_zienswijze", "corrigeer_informatie", "verstrek", "neem_terug",
)  # fmt: skip
# A review, before anything else, in half of the steps.
HERZIEN = (
    "begin_herbeoordeling", "herbeoordeel_criteria", "kijk_of_het_klopt", "concludeer",
    "stel_herbeoordeling_vast", "schaal", "zet_stap",
)  # fmt: skip
EINDE = ("sluit_casus", "sluit_signaal")
SPRONGEN = (0, 1, 6, 7, 8, 27, 28, 29, 31, 59, 365, 366)
# Where leap days, ends of months, the end of a law and the change of the clock lie.
LANDINGEN = (
    datetime(2026, 10, 25, 2, 30, tzinfo=HIER),
    datetime(2026, 10, 25, 2, 30, tzinfo=HIER, fold=1),
    datetime(2027, 2, 28, 23, 59, tzinfo=HIER),
    datetime(2027, 3, 1, 0, 0, tzinfo=HIER),
    datetime(2027, 3, 28, 1, 59, tzinfo=HIER),
    datetime(2028, 2, 28, 23, 59, tzinfo=HIER),
    datetime(2028, 2, 29, 12, 0, tzinfo=HIER),
    datetime(2031, 12, 31, 23, 59, tzinfo=HIER),
)
BEGIN = datetime(2026, 10, 20, 9, 0, tzinfo=HIER)


def _volgende_poort(naam: str) -> str:
    """The gate that comes after this on the way: to be tried too early."""
    verder = PAD[PAD.index(naam) + 1 :] if naam in PAD else ()
    return next((poort for poort in verder if poort in POORTEN), "sluit_casus")


class Teller:
    """What the machine did so far, over all examples."""

    def __init__(self) -> None:
        self.stappen = 0
        self.gedaan: Counter[str] = Counter()
        self.geweigerd: Counter[str] = Counter()
        self.voorbeelden = 0
        self.vernietigd = 0


class Trekking:
    """The choices of one step, all from the number that hypothesis drew for it. geldig: never a wrong one."""

    def __init__(self, kans: random.Random, *, geldig: bool) -> None:
        self._kans, self._geldig = kans, geldig

    def anders(self) -> "Trekking":
        """The same chance, but wrong choices too."""
        return Trekking(self._kans, geldig=False)

    def een_op(self, aantal: int) -> bool:
        """Once in so many times."""
        return self._kans.randrange(aantal) == 0

    def meng(self, alles: Sequence[T]) -> Sequence[T]:
        """All of these, in any order."""
        return self._kans.sample(alles, len(alles))

    def uit(self, keuzes: Sequence[T]) -> T:
        """One of these."""
        return keuzes[self._kans.randrange(len(keuzes))]

    def beste(self, alles: Iterable[T], kan: Callable[[T], bool]) -> T | None:
        """One for which it can be done; in three of ten steps that go anywhere, just any."""
        lijst = list(alles)
        goede = [x for x in lijst if kan(x)]
        if not self._geldig and (not goede or self._kans.random() < 0.3):
            goede = lijst
        return self.uit(goede) if goede else None

    def fout(self) -> bool:
        """Put something wrong in this attempt?"""
        return not self._geldig and self._kans.random() < 0.3


@contextmanager
def hier() -> Iterator[None]:
    """The clock of this computer runs as it does here; where that cannot be set, as it does."""
    was = os.environ.get("TZ")
    if hasattr(time, "tzset"):
        os.environ["TZ"] = "Europe/Amsterdam"
        time.tzset()
    try:
        yield
    finally:
        if hasattr(time, "tzset"):
            os.environ.pop("TZ") if was is None else os.environ.update(TZ=was)
            time.tzset()


class Werkplaats:
    """A prepared kluis, copied for every example, in memory when there is room."""

    def __init__(self) -> None:
        ram = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there
        self.map = Path(tempfile.mkdtemp(prefix="pga-model-", dir=ram if ram.is_dir() else None))
        (self.map / "voorbeeld").mkdir()
        self.pad = nieuwe_kluis(self.map / "voorbeeld")
        store = open_kluis(self.pad, klok=lambda: BEGIN)
        self.ids = richt_in(store)
        self.ids["elders"] = register_gemeente(store, Gemeente("Gemeente Duinrand"))
        self.begin = store.laatste()[0]
        store.close()

    def open(self, pad: Path, klok: Callable[[], datetime]) -> Store:
        """As the program opens it, with who is at work."""
        wie = Wie(self.ids["gebruiker"], WIE.slot, WIE.herkomst)
        return open_kluis(pad, klok=klok, wie=wie, controleer=False)

    def sluit(self) -> None:
        shutil.rmtree(self.map, ignore_errors=True)


# Of bits, because hypothesis also tries numbers that it finds in whatever modules are loaded: the same seed
# must be the same walk on every computer.
ZAAD = st.tuples(*[st.booleans()] * 16)


class Machine(RuleBasedStateMachine):
    """Steps that are drawn; teller, plaats and nadruk are set by `draai`."""

    teller: Teller
    plaats: Werkplaats
    nadruk: tuple[str, ...] = ()
    tegelijk = 4  # dossiers that are worked on beside each other
    ronde = 25  # after so many steps every dossier is compared

    def __init__(self) -> None:
        super().__init__()
        self.map = Path(tempfile.mkdtemp(dir=self.plaats.map))
        self.pad = Path(shutil.copy(self.plaats.pad, self.map))
        store = self.plaats.open(self.pad, lambda: self.m.nu)
        self.m = Model(store, self.plaats.ids, kader(), BEGIN.astimezone(UTC))
        self.geaccepteerd, self.nummer = 0, 0
        self.verhaal: list[str] = []
        self.stuk = False
        self.trouw: Dossier | None = None
        self.teller.voorbeelden += 1

    # ---- steps

    @rule(zaad=ZAAD)
    def stap(self, zaad: tuple[bool, ...]) -> None:
        """Anything at all, a dossier one step further on its way, time, or closing and opening again."""
        self.nummer += 1
        kans = random.Random(f"{zaad} {self.nummer}")  # noqa: S311 - choices that can be repeated
        self.m.focus = None
        self.m.tik(minutes=1)
        wat = kans.random()
        if wat < 0.4:
            k = Trekking(kans, geldig=False)
            self._probeer(DADEN[k.uit(tuple(DADEN))], k)
        elif wat < 0.9:
            self._verder(Trekking(kans, geldig=True))
        elif wat < 0.98:
            self._spring(kans.choice(SPRONGEN), kans.choice((None, None, *LANDINGEN)))
        else:
            self.m.store.close()
            self.m.store = self.plaats.open(self.pad, lambda: self.m.nu)

    # ---- inside

    def _spring(self, dagen: int, landing: datetime | None) -> None:
        """Days go by, or the clock comes near a day on which counting goes wrong."""
        if landing is not None and landing.astimezone(UTC) > self.m.nu:
            self.m.nu = landing.astimezone(UTC)
        else:
            self.m.tik(days=dagen)

    def _verder(self, k: Trekking) -> None:
        m = self.m
        if len(m.dossiers) < 2 or (not self._vol() and k.een_op(12)):
            self._probeer(DADEN[k.uit(("registreer", "registreer", "neem_over"))], k)
            return
        if not m.termijnen or k.een_op(150):
            self._probeer(DADEN["onderteken"], k)
            return
        if self.trouw not in m.dossiers or k.een_op(12):
            self.trouw = self._kies(k)
        m.focus = self.trouw
        if self.trouw is None or self._neem_zijpad(k) or self._neem_pad(k):
            return
        self._wacht(self.trouw)

    def _vol(self) -> bool:
        """Is there as much to work on as there may be?"""
        return len(self.m.dossiers) >= self.tegelijk

    def _kies(self, k: Trekking) -> Dossier:
        """The dossier that is worked on from now on."""
        return k.uit(self.m.dossiers)

    def _neem_zijpad(self, k: Trekking) -> bool:
        """A gate whether or not it is time for it, or something beside the way."""
        namen: tuple[str, ...] = POORTEN if k.een_op(8) else ZIJPAD if k.een_op(5) else ()
        if self.nadruk and k.een_op(4):
            namen = self.nadruk
        return any(self._probeer(DADEN[naam], k.anders()) for naam in k.meng(namen))

    def _neem_pad(self, k: Trekking) -> bool:
        """The first thing that this dossier needs and that can be done; at times a later one, or wrong."""
        sluit_mee = k.een_op(6)
        mogelijk: list[tuple[str, Poging]] = []
        for naam in (*HERZIEN, *PAD) if k.een_op(2) else PAD:
            poging = DADEN[naam].probeer(self.m, k)
            if poging is not None and not poging.belet and (sluit_mee or naam not in EINDE or not mogelijk):
                mogelijk.append((naam, poging))
            if len(mogelijk) > 2:
                break
        if not mogelijk:
            return False
        naam, poging = mogelijk[k.uit((0, 0, 0, 0, -1))]
        if k.een_op(5) and self._probeer(DADEN[_volgende_poort(naam)], k.anders()):
            return True
        fout = DADEN[naam].probeer(self.m, k.anders()) if k.een_op(6) else None
        self._doe(DADEN[naam], fout or poging)
        return True

    def _wacht(self, d: Dossier) -> None:
        """Nothing to do for it now: the day comes on which there is."""
        bevestigd = [r.bevestigd for x in self.m.lijsten for r in x.regels if r.dossier is d and r.bevestigd]
        dag = max(bevestigd) + timedelta(days=7) if bevestigd else d.bewaring.einde if d.bewaring else None
        if dag is not None and dag > self.m.vandaag and dag.year < 2050:
            self.m.nu = datetime(dag.year, dag.month, dag.day, 9, tzinfo=HIER).astimezone(UTC)

    def _probeer(self, daad: Daad, k: Trekking) -> bool:
        """Was there something to try it on?"""
        poging = daad.probeer(self.m, k)
        if poging is not None:
            self._doe(daad, poging)
        return poging is not None

    def _doe(self, daad: Daad, poging: Any) -> None:
        m = self.m
        self.verhaal.append(f"{daad.naam} ({poging.belet})" if poging.belet else daad.naam)
        voor = m.store.laatste()
        nee = ""
        try:
            uitkomst = poging.doe()
        except Storing as storing:
            nee = f"{storing.melding} {storing.raad}"
        except Afgewezen as fout:
            nee = str(fout)
        self.teller.stappen += max(poging.regels, 1)
        if nee:
            self._klopt(poging.belet != "", f"{daad.naam} werd geweigerd: {nee}")
            self._klopt(m.store.laatste() == voor, f"{daad.naam} werd geweigerd en liet een regel na")
            self.teller.geweigerd[daad.act.code] += 1
            return
        self._klopt(not poging.belet, f"{daad.naam} had geweigerd moeten worden: {poging.belet}")
        dossier_id = poging.dossier.id if poging.dossier else None
        fouten = controle.regels(m, voor[0], daad.act.code, poging.regels, dossier_id, m.nu)
        self._klopt(not fouten, f"{daad.naam}: {fouten}")
        poging.na(uitkomst)
        self.geaccepteerd += poging.regels
        self.teller.gedaan[daad.act.code] += poging.regels
        self._keur(poging.dossier)

    def _keur(self, d: Dossier | None) -> None:
        m = self.m
        laatste = m.dossiers[-1:]
        bekijk = (
            m.dossiers if self.nummer % self.ronde == 0 else [x for x in (d, *laatste) if x in m.dossiers]
        )
        for dossier in bekijk:
            fouten = controle.vergelijk(m, dossier)
            self._klopt(not fouten, str(fouten))
        if d is not None and d in m.weg:
            self.teller.vernietigd += 1
            fouten = controle.is_weg(m, d)
            self._klopt(not fouten, str(fouten))

    def _klopt(self, is_zo: bool, wat: str) -> None:
        """Or the story of how it came about."""
        if not is_zo:
            self.stuk = True
            raise AssertionError(f"{wat}\n{' > '.join(self.verhaal[-40:])}")

    def teardown(self) -> None:
        """The whole kluis holds together, and every accepted act is one line."""
        m = self.m
        try:
            if not self.stuk:
                fouten = [fout for d in m.dossiers for fout in controle.vergelijk(m, d)]
                fouten += [fout for d in m.weg for fout in controle.is_weg(m, d)]
                fouten += gebreken(m.store) + controle.overal(m) + controle.termijnen(m)
                self._klopt(not fouten, str(fouten))
                regels = m.store.laatste()[0] - self.plaats.begin
                self._klopt(regels == self.geaccepteerd, f"{regels} regels, {self.geaccepteerd} handelingen")
        finally:
            m.store.close()
            shutil.rmtree(self.map, ignore_errors=True)


def draai(
    stappen: int,
    *,
    per_voorbeeld: int = 150,
    seed: int | None = None,
    krimp: bool = True,
    nadruk: tuple[str, ...] = (),
) -> Teller:
    """Run until so many acts were tried; gives what was done. Raises on the first thing that is wrong.

    nadruk: acts that are tried more often than their turn, on whatever there is.
    """
    teller = Teller()
    fasen = (Phase.generate, Phase.shrink) if krimp else (Phase.generate,)
    with hier():
        plaats = Werkplaats()
        try:
            soort = type("Loop", (Machine,), {"teller": teller, "plaats": plaats, "nadruk": nadruk})
            ronde = 0
            while teller.stappen < stappen:
                if seed is not None:
                    soort._hypothesis_internal_use_seed = seed + ronde  # type: ignore[attr-defined]
                run_state_machine_as_test(
                    soort,
                    settings=settings(
                        max_examples=max(2, min(50, (stappen - teller.stappen) // 120)),
                        stateful_step_count=per_voorbeeld,
                        deadline=None,
                        suppress_health_check=list(HealthCheck),
                        phases=fasen,
                        database=None,
                        report_multiple_bugs=False,
                    ),
                )
                ronde += 1
        finally:
            plaats.sluit()
    return teller
