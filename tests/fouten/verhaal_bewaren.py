# SPDX-License-Identifier: EUPL-1.2
"""The acts of keeping and destroying: two closed signals, one destroyed, and what has no dossier."""

from collections.abc import Callable, Generator
from datetime import timedelta
from functools import partial
from typing import Any

from gemeente_pga.domain.bewaren import Bewaarkeuze, Opheffing, Opschorting, Verlenging
from gemeente_pga.domain.brief import Briefopdracht
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaalstap import Sluiting
from gemeente_pga.domain.vernietiging import Bevestiging, Machtiging, Oordeel
from gemeente_pga.domain.verzoek import Afloop, Verzoek
from gemeente_pga.handelingen import bewaren, los, notitie, signaal, vernietiging, verzoek
from gemeente_pga.handelingen.brief import write_verzoekbrief
from gemeente_pga.store.queries.vernietiging import regels
from tests.bewaar_hulp import SIGNAAL
from tests.fouten.stand import NU, VANDAAG, Stand, kader
from tests.inrichting_hulp import stel_vast

Hoofdstuk = Generator[tuple[Act, Callable[[], Any]], Any, None]
DAG = VANDAAG + timedelta(days=60)
KEUZE = Bewaarkeuze("vernietigen", "Proces 8.1", "AVG, artikel 5")
MACHTIGING = Machtiging("drs. P. Kuipers", "archivaris", DAG, "A-114")
WIE = Persoon(voornamen="Tjitske", geslachtsnaam="Hoekema", plaats="Waterhoven")


def hoofdstuk(s: Stand) -> Hoofdstuk:
    """From a signed term to the verklaring."""
    yield Act.KADER_VASTSTELLEN, lambda: stel_vast(s.store, ["signaal_afgesloten"], "P1W", op=VANDAAG)
    for naam in ("weg", "blijft"):
        s.ids[f"signaal_{naam}"] = yield Act.SIGNAAL_REGISTREREN, lambda: _registreer(s)
        yield Act.SIGNAAL_AFSLUITEN, partial(_sluit, s, naam)
        yield Act.BEWAREN_VASTSTELLEN, partial(_stel_vast, s, naam)
    verlenging = Verlenging(VANDAAG + timedelta(days=20), "nazorg", "Nazorg.", "Team", VANDAAG)
    yield (
        Act.BEWAREN_VERLENGEN,
        lambda: bewaren.extend(s.store, s.ids["dossier_blijft"], verlenging, kader()),
    )
    claim = Opschorting("rechtszaak", "Een claim.", VANDAAG, DAG)
    rij = yield Act.BEWAREN_OPSCHORTEN, lambda: bewaren.suspend(s.store, s.ids["dossier_weg"], claim)
    yield (
        Act.BEWAREN_HERVATTEN,
        lambda: bewaren.resume(s.store, rij, Opheffing(VANDAAG, "De claim is ingetrokken.")),
    )
    yield from _vernietigen(s)
    yield from _los(s)


def _vernietigen(s: Stand) -> Hoofdstuk:
    dossiers = [s.ids["dossier_weg"], s.ids["dossier_blijft"]]
    lijst = yield (
        Act.VERNIETIGING_LIJST,
        lambda: vernietiging.draft_lijst(s.store, dossiers, kader(), op=DAG),
    )
    with s.store.reader() as r:
        weg, blijft = regels(r, lijst)
    for regel in (weg, blijft):
        yield (
            Act.VERNIETIGING_LIJST,
            partial(s.doe, vernietiging.judge, regel.id, Oordeel("akkoord")),
        )
    yield Act.VERNIETIGING_MACHTIGEN, lambda: vernietiging.authorise(s.store, lijst, MACHTIGING)
    for regel in (weg, blijft):
        yield (
            Act.VERNIETIGING_BEVESTIGEN,
            partial(
                s.doe,
                vernietiging.confirm,
                regel.id,
                Bevestiging(regel.nummer, "geen_papier"),
                kader(),
                op=DAG,
            ),
        )
    yield (
        Act.VERNIETIGING_ONGEDAAN,
        lambda: vernietiging.undo(s.store, blijft.id, "Er komt een claim.", op=DAG),
    )
    nu = NU + timedelta(days=67)
    yield (
        Act.DOSSIER_WISSEN,
        lambda: vernietiging.destroy(s.store, weg.id, "geen_papier", kader(), nu=nu),
    )
    yield Act.VERNIETIGING_VERKLAREN, lambda: vernietiging.declare(s.store, lijst, kader(), op=nu.date())


def _los(s: Stand) -> Hoofdstuk:
    """A note that led nowhere and a request of a stranger, with its letter: both destroyed."""
    codes = ["telefoonnotitie", "verzoek_betrokkene"]
    yield Act.KADER_VASTSTELLEN, lambda: stel_vast(s.store, codes, "P1W", op=VANDAAG)
    blad = Telefoonnotitie("Iemand belt over een pand.", "K. Vlinder", "", False, NU.isoformat())
    notitie_id = yield Act.NOTITIE_VASTLEGGEN, lambda: notitie.register_notitie(s.store, blad)
    yield (
        Act.NOTITIE_AFHANDELEN,
        lambda: notitie.close_notitie(s.store, notitie_id, "geen_persoon", NU),
    )
    yield (
        Act.WEEGPLOEG_BERICHTEN,
        lambda: signaal.inform_weegploeg(s.store, "telefoonnotitie", notitie_id, VANDAAG),
    )
    verzoek_id = yield Act.VERZOEK_REGISTREREN, lambda: _vraag(s)
    brief = Briefopdracht("ontvangst", "", "A. de Wit, burgemeester", VANDAAG)
    yield Act.BRIEF_MAKEN, lambda: write_verzoekbrief(s.store, verzoek_id, brief, kader())
    weg = Afloop("ingetrokken", VANDAAG)
    yield Act.VERZOEK_AFRONDEN, lambda: verzoek.finish(s.store, verzoek_id, weg, kader())
    for soort, rij_id in (("telefoonnotitie", notitie_id), ("verzoek", verzoek_id)):
        yield (
            Act.LOS_VERNIETIGEN,
            partial(s.doe, los.destroy_los, soort, rij_id, MACHTIGING, kader(), op=DAG),
        )


def _vraag(s: Stand) -> int:
    vraag = Verzoek("woo", VANDAAG, "brief", "Alle stukken.", "K. Vlinder", "Plein 9", "betrokkene")
    gemeente_id = s.ids["gemeente_id"]
    return verzoek.register_verzoek(s.store, vraag, kader(), gemeente_id=gemeente_id, dossier_id=None)


def _registreer(s: Stand) -> int:
    return signaal.register_signaal(s.store, SIGNAAL, WIE, gemeente_id=s.ids["gemeente_id"])


def _sluit(s: Stand, naam: str) -> None:
    signaal_id = s.ids[f"signaal_{naam}"]
    signaal.close_signaal(s.store, signaal_id, Sluiting("geen_persoon", "Het gaat over een pand."), VANDAAG)


def _stel_vast(s: Stand, naam: str) -> None:
    with s.store.reader() as r:
        vraag = "SELECT dossier_id FROM signaal WHERE id = ?"
        s.ids[f"dossier_{naam}"] = r.value(vraag, s.ids[f"signaal_{naam}"])
    bewaren.set_bewaring(s.store, s.ids[f"dossier_{naam}"], KEUZE, kader(), op=VANDAAG)
