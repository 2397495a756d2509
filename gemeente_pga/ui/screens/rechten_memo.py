# SPDX-License-Identifier: EUPL-1.2
"""Memos about a dossier to the burgemeester or the driehoek, each with the answer that came back."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.memo import (
    AAN,
    ANTWOORDEN,
    Memo,
    Memoantwoord,
    Memoregel,
    beoordeel_memo,
    beoordeel_memoantwoord,
)
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen import memo as handelingen
from gemeente_pga.store.queries.memo import memos
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_memo import Ui_Memo
from gemeente_pga.ui.forms.ui_memo_antwoord import Ui_MemoAntwoord
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.dossier_deel import Beeld, label
from gemeente_pga.ui.screens.rechten_lijst import Conceptsleutel, Lijstkaart
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

_ANTWOORD = dict(ANTWOORDEN)


class Memokaart(Lijstkaart):
    """The memos of a dossier."""

    titel = "Memo aan burgemeester of driehoek"
    wegwijzersleutel = "memo"
    velden = frozenset({"memo"})
    tabellen = frozenset({"memo"})
    tabel = "memo"
    uitleg = "Eén pagina: wat vraagt u, waarom, op welke grond, wat als u het niet doet."
    niets = "Er is over dit dossier geen memo gemaakt."
    nieuw = ("Mem&o maken", "file-text")
    einde = "Antwoord op memo vastleggen"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.antwoord = label("")
        self.inhoud.insertWidget(self.inhoud.indexOf(self.leeg) + 1, self.antwoord)
        self.lijst.gekozen.connect(self._toon_antwoord)

    def kolommen(self) -> Sequence[Kolom[Any]]:
        """When, what was asked, how it stands."""
        return [
            Kolom[Memoregel]("Van", lambda m: datum_kort(m.op)),
            Kolom[Memoregel]("Gevraagd", lambda m: m.inhoud.gevraagd, rek=True),
            Kolom[Memoregel]("Stand", lambda m: m.stand(self.omgeving.vandaag()), rek=True),
        ]

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The memos, and what was answered to the one that is chosen."""
        super().toon(r, beeld)
        self._toon_antwoord(self.lijst.rij())

    def lees(self, r: Reader, beeld: Beeld) -> tuple[Sequence[Any], str, bool]:
        """The memos; nothing is asked about a dossier that is closed."""
        return memos(r, beeld.dossier_id), "", not beeld.gesloten and not self.omgeving.alleen_kijken

    def is_open(self, regel: Any) -> bool:
        """Without an answer."""
        kijken = self.omgeving.alleen_kijken
        return isinstance(regel, Memoregel) and regel.antwoord is None and not kijken

    def begin(self) -> None:
        """The form for a new memo."""
        ontwerp = Ui_Memo()
        paneel = Formulierpaneel(
            self.omgeving, "Memo maken", ontwerp, naam="memo", knop="Memo vastleggen",
            uitleg="Noem niemand bij naam. Het nummer van het dossier komt er vanzelf op.",
        )  # fmt: skip
        ontwerp.aanKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.aanKeuzeGroep, AAN)
        paneel.stel_in(self._beoordeel, self._leg_vast)
        leeg: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        self.open_paneel(paneel, "memo", leeg | {"antwoord_voor": None})

    def beantwoord(self, regel: Any) -> None:
        """The page of a memo that was answered, or the form for its answer."""
        if not self.is_open(regel):
            if isinstance(regel, Memoregel) and regel.document_id is not None:
                self.omgeving.window.open("document", regel.document_id)
            return
        ontwerp = Ui_MemoAntwoord()
        titel = f"Antwoord op de memo van {datum_kort(regel.op)}"
        paneel = Formulierpaneel(
            self.omgeving, titel, ontwerp, naam="memoantwoord", knop="Antwoord vastleggen"
        )
        ontwerp.antwoordKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.antwoordKeuzeGroep, ANTWOORDEN)
        paneel.stel_in(partial(self._beoordeel_antwoord, regel), partial(self._leg_antwoord_vast, regel.id))
        waarden = {"antwoord": "", "antwoord_tekst": "", "antwoord_door": ""}
        self.open_paneel(
            paneel, f"memo_antwoord_{regel.id}", waarden | {"antwoord_op": self.omgeving.vandaag()}
        )

    def _toon_antwoord(self, regel: object) -> None:
        antwoord = regel.antwoord if isinstance(regel, Memoregel) else None
        if antwoord is not None:
            tekst = f" {antwoord.antwoord_tekst}" if antwoord.antwoord_tekst else ""
            wie = f"{antwoord.antwoord_door}, {datum_kort(antwoord.antwoord_op)}"
            self.antwoord.setText(f"{_ANTWOORD[antwoord.antwoord]} ({wie}).{tekst}")
        self.antwoord.setVisible(antwoord is not None)

    def _beoordeel(self, invoer: Mapping[str, object]) -> Memo | list[Gebrek]:
        return beoordeel_memo(invoer, self.omgeving.vandaag())

    def _leg_vast(self, memo: Memo, concept: Conceptsleutel) -> None:
        omgeving = self.omgeving
        if self.beeld is None:
            return
        handelingen.write_memo(
            omgeving.store,
            self.beeld.dossier_id,
            memo,
            omgeving.kader,
            op=omgeving.vandaag(),
            concept=concept,
        )
        maak_af(
            omgeving, lambda: omgeving.window.meld("De memo staat bij Documenten, klaar om af te drukken.")
        )

    def _beoordeel_antwoord(
        self, regel: Memoregel, invoer: Mapping[str, object]
    ) -> Memoantwoord | list[Gebrek]:
        return beoordeel_memoantwoord(invoer, self.omgeving.vandaag(), op=regel.op)

    def _leg_antwoord_vast(self, memo_id: int, antwoord: Memoantwoord, concept: Conceptsleutel) -> None:
        handelingen.record_antwoord(self.omgeving.store, memo_id, antwoord, concept=concept)
        self.omgeving.window.meld("Het antwoord is vastgelegd.", "goed")
