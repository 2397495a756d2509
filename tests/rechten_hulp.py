# SPDX-License-Identifier: EUPL-1.2
"""A request, a decision and an item that a party brought in, for tests about the rights of betrokkenen."""

from datetime import date

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.verzoek import Verzoek, Verzoekbesluit
from gemeente_pga.handelingen.verzoek import register_verzoek
from gemeente_pga.store.queries.casus import casus
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import kader

ONTVANGEN = date(2026, 11, 2)
VERZOEK = Verzoek(
    "inzage",
    ONTVANGEN,
    "brief",
    "Een kopie van alles.",
    "W. Brandsma",
    "Dorpsstraat 4",
    "betrokkene",
    "casusoverleg",
)
BESLUIT = Verzoekbesluit(
    "toegewezen", "", "U krijgt een afschrift.", "A. de Wit, burgemeester", date(2026, 11, 4)
)


def dossier_van(store: Store, casus_id: int) -> int:
    """The dossier of this casus."""
    with store.reader() as r:
        nu = casus(r, casus_id)
    assert nu is not None
    return nu.dossier_id


def persoon_van(store: Store, dossier_id: int) -> int:
    """The betrokkene of this dossier."""
    with store.reader() as r:
        return int(r.value("SELECT id FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id))


def registreer(store: Store, ids: dict[str, int], dossier_id: int | None, verzoek: Verzoek = VERZOEK) -> int:
    """This request, received by the municipality of the tests."""
    return register_verzoek(store, verzoek, kader(), gemeente_id=ids["gemeente_id"], dossier_id=dossier_id)


def breng_in(
    store: Store, dossier_id: int, partij_id: int, tekst: str = "Hij werd drie keer aangesproken."
) -> int:
    """An item of this party, as it stands in the kluis."""
    with store.write(Handeling.INFORMATIE_TOEVOEGEN) as w:
        return w.insert(
            "informatie",
            {
                "dossier_id": dossier_id, "partij_id": partij_id, "gever": "K. Brouwer", "tekst": tekst,
                "soort_uitspraak": "feit", "grondslag_gever": "wet_pga", "grondslag_ontvanger": "wet_pga",
                "doel": "De aanpak bespreken.", "categorie": "gewoon",
                "verkregen": "systeem_eigen_taak", "markering": "volledig",
            },
        )  # fmt: skip
