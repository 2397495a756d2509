# SPDX-License-Identifier: EUPL-1.2
"""What the screen of a vernietigingslijst shows of the list and of a line: sentences, columns, a question."""

from gemeente_pga.domain.tekst import datum_kort, datum_lang, getal
from gemeente_pga.domain.vernietiging import AKKOORD, FUNCTIES, NIET_AKKOORD, PAPIER, STATUSSEN
from gemeente_pga.store.queries.vernietiging import Lijstkop, Lijstregel, OudeBackup
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_vernietigen import Ui_Vernietigen
from gemeente_pga.ui.forms.ui_vernietiging_bevestigen import Ui_VernietigingBevestigen
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst


def zin_backups(oud: tuple[OudeBackup, ...]) -> str:
    """That it stands in older back-ups, and until when."""
    if not oud:
        return ""
    laatste = datum_lang(max(b.verdwijnt_op for b in oud))
    aantal = "1 oude back-up" if len(oud) == 1 else f"{getal(len(oud))} oude back-ups"
    return (
        f"In {aantal} staat dit dossier nog. Maakt u "
        f"elke week een back-up, dan verdwijnt de laatste rond {laatste}. Wordt er een teruggezet, dan "
        "vernietigt het programma het dossier opnieuw."
    )


def zin_stand(kop: Lijstkop) -> str:
    """Where the list stands, in one sentence."""
    zin = f"{STATUSSEN[kop.status]}. Opgesteld op {datum_lang(kop.opgesteld_op)} door {kop.opgesteld_door}."
    if kop.machtiging_op is not None:
        zin += (
            f" Machtiging van {kop.machtiging_door}, {FUNCTIES[kop.machtiging_functie].lower()}, "
            f"op {datum_lang(kop.machtiging_op)} ({kop.machtiging_kenmerk})."
        )
    return zin


def zin_oordeel(rij: Lijstregel) -> str:
    """What the archivaris said of this line."""
    if rij.feiten.oordeel == NIET_AKKOORD:
        return f"Niet akkoord: {rij.oordeel_reden}"
    return "Akkoord" if rij.feiten.oordeel == AKKOORD else "Nog geen antwoord"


def zin_regelstand(rij: Lijstregel) -> str:
    """How far this line has come."""
    if rij.feiten.ongedaan:
        return "Ongedaan gemaakt"
    if rij.feiten.uitvoeren_vanaf is not None:
        return f"Bevestigd; vernietigen kan vanaf {datum_kort(rij.feiten.uitvoeren_vanaf)}"
    return "Niet bevestigd"


def maak_lijst() -> Lijst:
    """The lines of a list."""
    lijst = Lijst()
    lijst.setObjectName("vernietigingsregels")
    lijst.setAccessibleName("Dossiers op deze lijst")
    lijst.stel_in(
        [
            Kolom[Lijstregel]("Regel", lambda x: str(x.volgnummer)),
            Kolom[Lijstregel]("Dossier", lambda x: x.nummer),
            Kolom[Lijstregel]("Archivaris", zin_oordeel, rek=True),
            Kolom[Lijstregel]("Stand", zin_regelstand, rek=True),
        ],
        sleutel=lambda x: x.id,
    )
    return lijst


def stel_papier_in(ontwerp: Ui_VernietigingBevestigen | Ui_Vernietigen) -> None:
    """The fixed question on scanned paper, with no answer chosen."""
    ontwerp.papierKeuzeGroep.zet_kolom(True)
    vul_keuzes(ontwerp.papierKeuzeGroep, list(PAPIER.items()))
