# SPDX-License-Identifier: EUPL-1.2
"""The screens: those with an icon are places in the rail, in this order."""

from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.afschrift import AfschriftScherm
from gemeente_pga.ui.screens.andere_kluis import AndereKluisScherm
from gemeente_pga.ui.screens.bureau import BureauScherm
from gemeente_pga.ui.screens.consultatie import ConsultatieScherm
from gemeente_pga.ui.screens.consultaties import ConsultatiesScherm
from gemeente_pga.ui.screens.controle import ControleScherm
from gemeente_pga.ui.screens.datalek import DatalekScherm
from gemeente_pga.ui.screens.document import DocumentScherm
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.screens.dossiers import DossiersScherm
from gemeente_pga.ui.screens.herbeoordeling import HerbeoordelingScherm
from gemeente_pga.ui.screens.inrichting import InrichtingScherm
from gemeente_pga.ui.screens.nieuw_signaal import NieuwSignaalScherm
from gemeente_pga.ui.screens.overleg import OverlegScherm
from gemeente_pga.ui.screens.overleggen import OverleggenScherm
from gemeente_pga.ui.screens.overnemen import OvernemenScherm
from gemeente_pga.ui.screens.signaal import SignaalScherm
from gemeente_pga.ui.screens.telefoonnotitie import TelefoonnotitieScherm
from gemeente_pga.ui.screens.termijnen import TermijnenScherm
from gemeente_pga.ui.screens.terugbellen import TerugbellenScherm
from gemeente_pga.ui.screens.toezicht import FgToezicht, ToezichtScherm
from gemeente_pga.ui.screens.verantwoording import VerantwoordingScherm
from gemeente_pga.ui.screens.vernietiging import VernietigingScherm
from gemeente_pga.ui.screens.verzoek import VerzoekScherm
from gemeente_pga.ui.screens.weging import WegingScherm
from gemeente_pga.ui.screens.weging_vergelijking import WegingVergelijkingScherm
from gemeente_pga.ui.screens.wie_heeft_wat import WieHeeftWatScherm
from gemeente_pga.ui.screens.zakgids import ZakgidsScherm

SCREENS: tuple[type[Scherm], ...] = (
    BureauScherm,
    DossiersScherm,
    OverleggenScherm,
    WieHeeftWatScherm,
    TermijnenScherm,
    ControleScherm,
    InrichtingScherm,
    AfschriftScherm,
    AndereKluisScherm,
    ConsultatieScherm,
    ConsultatiesScherm,
    DatalekScherm,
    DocumentScherm,
    DossierScherm,
    HerbeoordelingScherm,
    NieuwSignaalScherm,
    OverlegScherm,
    OvernemenScherm,
    SignaalScherm,
    TelefoonnotitieScherm,
    TerugbellenScherm,
    ToezichtScherm,
    VerantwoordingScherm,
    VernietigingScherm,
    VerzoekScherm,
    WegingScherm,
    WegingVergelijkingScherm,
    ZakgidsScherm,
)
# What the FG gets: no screen that is there to record something, and no set-up.
MEEKIJKSCHERMEN: tuple[type[Scherm], ...] = (
    FgToezicht,
    BureauScherm,
    DossiersScherm,
    OverleggenScherm,
    WieHeeftWatScherm,
    TermijnenScherm,
    ControleScherm,
    ConsultatieScherm,
    ConsultatiesScherm,
    DocumentScherm,
    DossierScherm,
    OverlegScherm,
    SignaalScherm,
    VerantwoordingScherm,
    WegingScherm,
    WegingVergelijkingScherm,
)
