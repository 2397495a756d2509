# SPDX-License-Identifier: EUPL-1.2
"""Holds an opened kluis against the mark beside it, and keeps the mark up with every act from then on.

Hides when the mark is made anew, the copy in the keystore of the computer, and that neither of them may ever
keep the user from her own kluis.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.merk import Merkbevinding, MerkStoring
from gemeente_pga.kluis.merk import Merk, MerkOnbruikbaar, vergelijk, vergelijk_schakel
from gemeente_pga.kluis.sleutelbos import LIMIET, Sleutelbos

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store

_VLUG = 0.5  # seconds; locking does not wait longer than this for a keystore


class Boskopie:
    """What the keystore remembers of one kluis, asked for while the key is being derived.

    Never waited for: what is not there in time is not used.
    """

    def __init__(self, kluis_id: str, bos: Callable[[float], Sleutelbos]) -> None:
        self._naam = f"{kluis_id}-merk"
        self._bos = bos
        self._antwoord = bos(LIMIET).ask(self._naam)

    def gevonden(self) -> bytearray | None:
        """The 32 bytes, if they are there by now."""
        antwoord = self._antwoord()
        return antwoord.geheim if antwoord is not None else None

    def bewaar(self, inhoud: bytearray) -> None:
        """Replace them, if the keystore has shown that it works."""
        if self._antwoord() is not None:
            self._bos(_VLUG).keep(self._naam, inhoud)


class Merkwacht:
    """One per opened kluis.

    bevinding: how kluis and mark disagreed, None when they agreed; the screen logs it with reden.
    fout: why the mark of the last act could not be written; bij_fout is told so.
    """

    def __init__(self, merk: Merk, boskopie: Boskopie | None = None) -> None:
        self._merk = merk
        self._boskopie = boskopie
        self._laatste: tuple[int, bytes] | None = None
        self._bij = 0  # the act that the mark is at
        self._opnieuw = False  # the next act makes the file anew
        self.grafsom: bytes | None = None  # of the tombstones, as the mark had it on opening
        self.bevinding: Merkbevinding | None = None
        self.reden = ""
        self.verteld = False  # the act that tells of the finding has been recorded
        self.fout: Storing | None = None
        self.bij_fout: Callable[[Storing], object] = lambda _: None

    def toets(
        self, store: "Store", toch: str = "", verklaard: frozenset[Merkbevinding] = frozenset()
    ) -> None:
        """Compare; MerkStoring when the user must first say why. toch: what the user said.

        verklaard: what is no wonder, because a back-up was put back; the act that tells of it makes the mark.
        """
        laatste = store.laatste()
        self.bevinding = self._vergelijk(store, laatste)
        if self.bevinding in verklaard:
            self.bevinding, self._opnieuw = None, True
        elif self.bevinding is None:
            self._werk_bij(*laatste)
        elif self.bevinding.vraagt and not toch:
            raise MerkStoring(self.bevinding)
        else:
            # Not before the act that tells of it: else a crash in between would leave no trace.
            self.reden, self._opnieuw = toch if self.bevinding.vraagt else self.bevinding.code, True
        self.volg(store)

    def begin(self, store: "Store") -> None:
        """The first mark of a new kluis."""
        self._opnieuw = True
        self._werk_bij(*store.laatste())
        self.volg(store)

    def zet_grafsom(self, som: bytes) -> None:
        """The tombstones have changed: from the next writing on the mark vouches for them."""
        self._merk.grafstenen = som

    def herschrijf(self) -> None:
        """Write the mark of the last act again."""
        if self._laatste is not None:
            self._schrijf(*self._laatste)

    def te_vertellen(self) -> Merkbevinding | None:
        """The finding, as long as no act tells of it."""
        return None if self.verteld else self.bevinding

    def volg(self, store: "Store") -> None:
        """From here on every act of this store is marked."""
        store.merk = self._schrijf

    def vervangen(self, n: int, h: bytes) -> None:
        """Another kluis took the place of this one, its mark with it: this is its last act."""
        self._laatste = (n, h)

    def sluit(self) -> None:
        """Leave a copy in the keystore, if there is one, and forget the key."""
        if self._boskopie is not None and self._laatste is not None:
            self._boskopie.bewaar(self._merk.voor_sleutelbos(*self._laatste))
        self.vergeet()

    def vergeet(self) -> None:
        """Forget the key and leave everything as it is."""
        self._merk.wis()

    def _vergelijk(self, store: "Store", laatste: tuple[int, bytes]) -> Merkbevinding | None:
        try:
            stand = self._merk.lees()
        except MerkOnbruikbaar as fout:
            return fout.bevinding
        if stand is None:
            self._opnieuw = True
            bevinding = Merkbevinding.ONTBREEKT if laatste[0] > 1 else None
        else:
            self._bij, self.grafsom = stand.n, stand.grafstenen
            bevinding = vergelijk(stand, laatste, store.schakel)
        if bevinding is None or not bevinding.vraagt:
            bevinding = self._vergelijk_bos(store, laatste) or bevinding
        return bevinding

    def _vergelijk_bos(self, store: "Store", laatste: tuple[int, bytes]) -> Merkbevinding | None:
        bytes_ = self._boskopie.gevonden() if self._boskopie is not None else None
        bekend = None if bytes_ is None else self._merk.uit_sleutelbos(bytes_)
        return None if bekend is None else vergelijk_schakel(*bekend, laatste, store.schakel)

    def _werk_bij(self, n: int, h: bytes) -> None:
        """Bring the mark to the last act, if it is not there yet."""
        self._laatste = (n, h)
        if self._opnieuw or self._bij != n:
            self._schrijf(n, h)

    def _schrijf(self, n: int, h: bytes) -> None:
        self._laatste = (n, h)
        try:
            if self._opnieuw or not self._vervang(n, h):
                self._merk.begin(n, h)
        except OSError:
            self.fout = MerkNietGeschreven()
            self.bij_fout(self.fout)
        else:
            self._opnieuw, self.fout = False, None

    def _vervang(self, n: int, h: bytes) -> bool:
        """False when the file is gone."""
        try:
            self._merk.schrijf(n, h)
        except FileNotFoundError:
            return False
        return True


class MerkNietGeschreven(Storing):
    """The act is in the kluis, its mark is not."""

    def __init__(self) -> None:
        super().__init__(
            "Wat u deed is vastgelegd, maar het merkbestand naast de kluis kon niet worden bijgewerkt.",
            "Controleer of de schijf niet vol is en maak vandaag een back-up.",
        )
