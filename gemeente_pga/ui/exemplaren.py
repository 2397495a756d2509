# SPDX-License-Identifier: EUPL-1.2
"""Makes the copies that are about to leave the kluis: plain data in, bytes and hashes out, for the worker.

Nothing is written here; what comes out is registered first and leaves after that.
"""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gemeente_pga.documents import (
    draw_opdruk,
    encrypt,
    make_room,
    render_voorblad,
    stamp,
)
from gemeente_pga.domain.document import VRIJE_STUKKEN, Documentkop
from gemeente_pga.domain.exemplaar import (
    Bewijs,
    Stempel,
    Uitgiftewens,
    beginstand,
    kennen_elkaar,
    wat_gevraagd,
)
from gemeente_pga.domain.stukken import Kop, Staat
from gemeente_pga.domain.stukken.exemplaar import Exemplaarpunt, Exemplarenlijst, Voorblad, lijst_kop
from gemeente_pga.store.queries.document import stukkop
from gemeente_pga.store.queries.fg import dossiers_van_document
from gemeente_pga.store.queries.houders import volgend_nummer
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.afdrukken import Drukdeel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import read_maten

VAN_ANDEREN = frozenset({"zvh_verslag"})  # papers that others made: no free space that we know of


@dataclass(frozen=True)
class Opdracht:
    """Everything that is needed to make the copies. vreemd: others made this PDF."""

    pdf: bytes
    vreemd: bool
    stempels: tuple[Stempel, ...]
    voorbladen: tuple[Voorblad | None, ...]
    verdeellijst: Exemplarenlijst | None = None

    @property
    def eerste(self) -> int:
        """The number of the first copy."""
        return self.stempels[0].nummer

    def vel(self) -> bytes:
        """The pages that are the same in every copy. Slow."""
        return make_room(self.pdf, vreemd=self.vreemd)

    def druk(self, plaats: int, vel: bytes) -> tuple[Drukdeel, str]:
        """One copy for the printer on those pages, with its hash. Slow."""
        stempel, voorblad = self.stempels[plaats], self.voorbladen[plaats]
        pdf = stamp(self.pdf, stempel, vreemd=self.vreemd, voorblad=voorblad)
        opdruk = draw_opdruk(read_maten(vel), stempel, vreemd=self.vreemd)
        ervoor = stamp(render_voorblad(voorblad), stempel) if voorblad is not None else b""
        deel = Drukdeel(
            vel,
            len(opdruk.maat_van),
            nummer=stempel.nummer,
            opdruk=opdruk,
            voorblad=ervoor,
            voorbladen=len(read_maten(ervoor)) if ervoor else 0,
        )
        return deel, hash_van(pdf)

    def bestand(self, wachtwoord: str) -> bytes:
        """The one copy that is saved as a file; "" = without a password. Slow."""
        pdf = stamp(self.pdf, self.stempels[0], vreemd=self.vreemd, voorblad=self.voorbladen[0])
        return encrypt(pdf, unicodedata.normalize("NFKC", wachtwoord)) if wachtwoord else pdf


def hash_van(inhoud: bytes) -> str:
    """The sha256 of these bytes, as the register keeps it."""
    return hashlib.sha256(inhoud).hexdigest()


def bewijs_van(opdracht: Opdracht, hashes: Sequence[str], *, versleuteld: bool = False) -> Bewijs:
    """What the act of giving out records of these copies."""
    return Bewijs(opdracht.eerste, tuple(hashes), versleuteld)


@dataclass(frozen=True)
class Wensen:
    """What was ticked. bestand: it is saved and not printed."""

    bestand: bool
    voorblad: bool = False
    verdeellijst: bool = False


def maak_opdracht(
    omgeving: Omgeving, kop: Documentkop, pdf: bytes, wens: Uitgiftewens, wensen: Wensen
) -> Opdracht:
    """Everything needed to make the copies of this document."""
    with omgeving.store.reader() as r:
        eerste = volgend_nummer(r, document_id=kop.id)
        samen = kennen_elkaar(wens, dossiers=len(dossiers_van_document(r, kop.id)))
        papier = _papierkop(r, omgeving, kop)
    punten = _punten(omgeving, kop, wens, eerste, bestand=wensen.bestand)
    watermerk = kop.soort not in VRIJE_STUKKEN
    leeg: tuple[Voorblad | None, ...] = (None,) * len(punten)
    voorbladen = tuple(
        Voorblad(
            kop=replace(papier, documentsoort="Voorblad"),
            stuk=kop.titel,
            controlecode=kop.controlecode,
            zelf=punt,
            anderen=punten if samen else (),
        )
        for punt in punten
    )
    lijst = Exemplarenlijst(
        kop=replace(papier, documentsoort="Verdeellijst"), over=f"{kop.titel} {kop.kenmerk}", regels=punten
    )
    return Opdracht(
        pdf,
        kop.soort in VAN_ANDEREN,
        tuple(Stempel(punt.nummer, punt.houder, watermerk) for punt in punten),
        voorbladen if wensen.voorblad else leeg,
        lijst if wensen.verdeellijst else None,
    )


def maak_bijlageopdracht(omgeving: Omgeving, bijlage_id: int, pdf: bytes, wens: Uitgiftewens) -> Opdracht:
    """The same of an attachment that is a PDF: it has no sheet in front."""
    with omgeving.store.reader() as r:
        eerste = volgend_nummer(r, bijlage_id=bijlage_id)
    return Opdracht(pdf, True, (Stempel(eerste, wens.houders[0].houder),), (None,))


def _punten(
    omgeving: Omgeving, kop: Documentkop, wens: Uitgiftewens, eerste: int, *, bestand: bool
) -> tuple[Exemplaarpunt, ...]:
    op = omgeving.vandaag()
    termijn = omgeving.kader.streeftermijn("exemplaar_terug").periode
    gevraagd = wat_gevraagd(
        beginstand(wens, kop.soort), bestand=bestand, terug_op=termijn.after(op) if termijn else None
    )
    return tuple(
        Exemplaarpunt(nummer=nummer, houder=wie.houder, uitgereikt=op, gevraagd=gevraagd)
        for nummer, wie in enumerate(wens.houders, start=eerste)
    )


def _papierkop(r: Reader, omgeving: Omgeving, kop: Documentkop) -> Kop:
    """The head of the sheets that go with a document: its own, or that of the gemeente."""
    eigen = stukkop(r, kop.id)
    if eigen is not None:
        return replace(eigen, staat=Staat.VASTGESTELD, bestemd_voor="", overgenomen=False)
    namen = [rij.gemeente.naam for rij in gemeenten(r)]
    naam, oefening = namen[0] if namen else "", omgeving.oefenkluis
    return lijst_kop(naam, kop.titel, kop.kenmerk, omgeving.vandaag(), oefening=oefening)
