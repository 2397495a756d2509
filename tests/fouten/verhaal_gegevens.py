# SPDX-License-Identifier: EUPL-1.2
"""The chapter about data that need a ground of their own: the burgerservicenummer, put in and taken away."""

from typing import TYPE_CHECKING

from gemeente_pga.domain.bsn import Bsn, Bsngebruik
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.handelingen import bsn
from tests.fouten.stand import Stand

if TYPE_CHECKING:
    from tests.fouten.verhaal import Hoofdstuk

AAN = Bsngebruik(aan=True, wet="Wet algemene bepalingen burgerservicenummer, artikel 10")
NUMMER = Bsn("111222333", "avg_6_1_c", "De instelling herkent betrokkene alleen zo.")


def hoofdstuk(s: Stand) -> "Hoofdstuk":
    """Switched on with a law, one number, taken away again, and switched off."""
    with s.store.reader() as r:
        vraag = "SELECT id FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'"
        persoon_id = r.value(vraag, s.ids["dossier"])
    yield Act.SYSTEEM_INSTELLING, lambda: bsn.set_gebruik(s.store, AAN)
    yield Act.PERSOON_BSN, lambda: bsn.set_bsn(s.store, persoon_id, NUMMER)
    yield Act.PERSOON_BSN, lambda: bsn.set_bsn(s.store, persoon_id, None)
    yield Act.PERSOON_BSN, lambda: bsn.set_bsn(s.store, persoon_id, NUMMER)
    uit = Bsngebruik(aan=False, wet="")
    yield Act.SYSTEEM_INSTELLING, lambda: bsn.set_gebruik(s.store, uit)
