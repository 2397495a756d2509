# SPDX-License-Identifier: EUPL-1.2
"""Somebody at the keyboard, for tests of the meeting on the real window."""

from datetime import date

from gemeente_pga.store.queries.document import document_pdf, documenten_van_overleg
from gemeente_pga.ui.pdf import read_bladen
from tests.ui.hand import CTRL, Hand, K
from tests.ui_hulp import typ

VANDAAG = date(2026, 11, 5)


class Overleghand(Hand):
    """Somebody at the keyboard on the day of the meeting."""

    def __init__(self, qtbot, venster):
        super().__init__(qtbot, venster)
        venster.omgeving.vandaag = lambda: VANDAAG

    def typ(self, tekst):
        typ(self.focus(), tekst)

    def wacht(self, voorwaarde):
        self.qtbot.waitUntil(voorwaarde, timeout=15_000)

    def acts(self):
        return [rij["code"] for rij in self.rijen("SELECT code FROM handeling ORDER BY n")]

    def papieren(self, overleg_id):
        """The words of every paper of this meeting, by kind and dossier."""
        with self.store.reader() as r:
            stukken = documenten_van_overleg(r, overleg_id)
            pdfs = {(d.soort, d.dossier_id): document_pdf(r, d.id) or b"" for d in stukken if d.klaar}
        return {s: " ".join(" ".join(b.tekst for b in read_bladen(p)).split()) for s, p in pdfs.items()}

    def wat_mist(self):
        """The lines that say what the minutes still miss."""
        indeling = self.scherm.deel("verslag").ui.mistLayout
        return [indeling.itemAt(n).widget() for n in range(indeling.count())]

    def stel_verslag_vast(self):
        """Say how and when the minutes were made final, and record it."""
        deel = self.scherm.deel("verslag")
        deel.besluit_ui.wijzeKeuzeGroep.knoppen()[0].setFocus()
        self.toets(K.Key_Space)
        self.naar("opDatumEdit")
        self.typ("4-11-2026")
        self.toets(K.Key_Return, CTRL)
