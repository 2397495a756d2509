# SPDX-License-Identifier: EUPL-1.2
"""The back-ups of one kluis: making them, seeing what putting one back would change, doing it, rehearsing it.

Joins kluis (folders, key files, note, tombstones) and store (the database). Hides that putting back is
prepared beside the kluis and takes effect at the next start, and what travels along so that it is told there.
"""

import hmac
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga.domain.backup import (
    Kopie,
    Oefenuitslag,
    Terugzetplan,
    Terugzetting,
    Verhouding,
)
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.grafsteen import Grafsteen, parse_grafsteen
from gemeente_pga.domain.merk import Merkbevinding
from gemeente_pga.grafwacht import Grafwacht
from gemeente_pga.herstelproef import Herstelproef, Opener
from gemeente_pga.kluis import bestanden, terugzetting, vreemd
from gemeente_pga.kluis.header import Grenzen, Header
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.storingen import KluisStoring, TerugzettenMislukt
from gemeente_pga.kluis.terugzetting import Briefje
from gemeente_pga.terugzetbron import judge_sleutels, put_files

if TYPE_CHECKING:
    from gemeente_pga.store.manifest import Reservekopie
    from gemeente_pga.store.store import Store

VOOR_BIJWERKEN = "voor-bijwerken"
_WAARMERK = b"terugzetting"
_MEER_KOPIEEN = 200  # other back-ups beside the chosen one that are looked at for tombstones
_ZONDER_UITLEG = frozenset((Merkbevinding.ONTBREEKT,))
_MET_WAARMERK = frozenset(
    (
        Merkbevinding.ONTBREEKT,
        Merkbevinding.OUDER,
        Merkbevinding.ANDERS,
        Merkbevinding.ACHTER,
        Merkbevinding.BESCHADIGD,  # of before a new main key: the mark is vouched for by the other one
    )
)


class Backupbeheer:
    """One per Dienst. teruggezet: after opening, the note of a back-up that was put back.

    vreemd: there was a note that nothing of this kluis vouches for.
    """

    def __init__(
        self,
        map_: Callable[[], Path],
        store: Callable[[], "Store | None"],
        grafwacht: Callable[[], Grafwacht | None],
        klok: Callable[[], datetime],
        grenzen: Grenzen,
        open_store: Opener,
    ) -> None:
        self._map = map_
        self._store = store
        self._grafwacht = grafwacht
        self._klok = klok
        self._grenzen = grenzen
        self._open_store = open_store
        self._klaargezet: Briefje | None = None
        self._briefje: Briefje | None = None
        self.teruggezet: Briefje | None = None
        self.vreemd = False

    # ---- making one

    def maak(self, doel: Path, soort: str = "backup") -> "Reservekopie":
        """Slow. Make and verify a back-up, or a copy of another kind, in this folder."""
        from gemeente_pga.store import backup
        from gemeente_pga.store.storingen import BackupBijKluis

        store, grafwacht, map_ = self._store(), self._grafwacht(), self._map()
        if store is None or grafwacht is None:
            raise RuntimeError("no kluis is open")
        if doel.resolve().is_relative_to(map_.resolve()):
            raise BackupBijKluis
        return backup.maak_reservekopie(
            store,
            doel,
            header_bestanden=tuple(map_ / naam for naam in bestanden.KOPIEEN if (map_ / naam).exists()),
            nu=self._klok(),
            soort=soort,
            kluis=self._kluis_id(map_),
            grafstenen=tuple(steen.regel for steen in grafwacht.alle(store)),
        )

    def maak_voor_bijwerken(self, store: "Store") -> Path:
        """Slow. A verified back-up beside the kluis, before a newer program changes it; where it lies.

        Beside it, because a stick may not be there now and the kluis has to open.
        """
        from gemeente_pga.kluis.grafstenen import read_grafstenen
        from gemeente_pga.store import backup
        from gemeente_pga.store.storingen import Backupschijffout
        from gemeente_pga.store.wissen import echte_grafstenen, grafstenen

        map_ = self._map()
        try:
            (map_ / VOOR_BIJWERKEN).mkdir(mode=0o700, exist_ok=True)
            gelezen = read_grafstenen(map_)[0]
        except OSError as fout:
            raise Backupschijffout from fout
        return backup.maak_reservekopie(
            store,
            map_ / VOOR_BIJWERKEN,
            header_bestanden=tuple(map_ / naam for naam in bestanden.KOPIEEN if (map_ / naam).exists()),
            nu=self._klok(),
            kluis=self._kluis_id(map_),
            grafstenen=tuple(s.regel for s in echte_grafstenen(store, [*gelezen, *grafstenen(store)])),
        ).map

    # ---- looking

    def kopieen(self, plek: Path) -> tuple[Kopie, ...]:
        """The back-ups in this folder, newest first; of a folder that is one itself: that one."""
        from gemeente_pga.store import backup

        try:
            gevonden = [backup.lees_reservekopie(plek)]
        except Storing:
            gevonden = backup.lijst_reservekopieen(plek)
        return tuple(self._kopie(kopie) for kopie in gevonden)

    def plan(self, bron: Path) -> Terugzetplan:
        """What putting this back-up back would change."""
        from gemeente_pga.store.backup import lees_reservekopie

        manifest = lees_reservekopie(bron)
        eigen = self._kluis_id(self._map())
        verhouding, verschil = self._verhouding(manifest, eigen)
        eerder = {steen.onderwerp_id for steen in _stenen(manifest.grafstenen)}
        weg = {steen.onderwerp_id for steen in self._alle_stenen(manifest)} - eerder
        return Terugzetplan(self._kopie(manifest), verhouding, verschil, len(weg))

    # ---- putting one back

    def bereid_terugzetten_voor(self, bron: Path) -> None:
        """Slow. Copy and check this back-up beside the kluis; nothing changes yet."""
        from gemeente_pga.store.storingen import KopieVanAnder

        plan, map_ = self.plan(bron), self._map()
        if not plan.mag:
            raise KopieVanAnder
        self._klaargezet = None
        aanbouw = terugzetting.begin_terugzetting(map_)
        try:
            manifest, met_sleutels = put_files(bron, aanbouw, self._header(map_), self._grenzen)
        except BaseException:
            shutil.rmtree(aanbouw, ignore_errors=True)
            raise
        nu = self._klok()
        self._klaargezet = Briefje(
            op=nu.isoformat(timespec="seconds"),
            kluis=manifest.kluis,
            kopie_gemaakt_op=manifest.gemaakt_op.isoformat(timespec="seconds"),
            kopie_n=manifest.n,
            kopie_h=manifest.h,
            opzij=terugzetting.name_aside(map_, nu),
            opzij_n=None,
            opzij_h=None,
            grafstenen=tuple(steen.regel for steen in self._alle_stenen(manifest)),
            kopie_waarmerk=manifest.waarmerk,
            zonder_sleutels=not met_sleutels,
        )

    def zet_klaar(self) -> None:
        """Main thread. From the next start on the prepared back-up is the kluis."""
        briefje, store = self._klaargezet, self._store()
        if briefje is None:
            raise TerugzettenMislukt
        if store is not None:
            n, h = store.laatste()
            briefje = _met_waarmerk(replace(briefje, opzij_n=n, opzij_h=h.hex()), store)
        terugzetting.commit_terugzetting(self._map(), briefje)
        self._klaargezet = None

    def zet_terug_op_lege_plaats(self, bron: Path) -> datetime:
        """Slow. Where no kluis stands: put this back-up there at once; when it was made."""
        gemaakt_op = self.plan(bron).kopie.gemaakt_op
        self.bereid_terugzetten_voor(bron)
        self.zet_klaar()
        terugzetting.finish_terugzetting(self._map())
        return gemaakt_op

    # ---- on opening

    def lees_briefje(self, store: "Store") -> frozenset[Merkbevinding]:
        """Was a back-up put back here? The findings about the mark that are then no wonder.

        Anybody can lay a note there: without proof it is set aside and tells nothing.
        """
        briefje = self._briefje = terugzetting.read_briefje(self._map())
        self.teruggezet, self.vreemd = None, False
        if briefje is None:
            return frozenset()
        eigen = hmac.compare_digest(_waarmerk(briefje, store), briefje.waarmerk)
        if not (eigen or _is_kopie(briefje, store)) or store.schakel(briefje.kopie_n) != bytes.fromhex(
            briefje.kopie_h
        ):
            self.vreemd = True
            with suppress(OSError):
                vreemd.set_aside(self._map(), self._map() / bestanden.BRIEFJE, self._klok())
            return frozenset()
        gewerkt = store.laatste()[0] != briefje.kopie_n  # it has been told, or was worked with since
        if eigen:
            self.teruggezet = briefje
        elif not gewerkt:  # the back-up is ours; what the note says beside that nobody vouched for
            nu = self._klok().isoformat(timespec="seconds")
            opzij = briefje.opzij if (self._map() / briefje.opzij).is_dir() else ""
            self.teruggezet = replace(briefje, op=nu, opzij=opzij, opzij_n=None, opzij_h=None)
        else:
            terugzetting.remove_briefje(self._map())
        if gewerkt:
            return frozenset()
        return _MET_WAARMERK if eigen else _ZONDER_UITLEG

    def meegebracht(self) -> tuple[Grafsteen, ...]:
        """The tombstones that came with the back-up that was put back; each has a proof of its own."""
        return _stenen(self._briefje.grafstenen) if self._briefje is not None else ()

    def te_vertellen(self) -> Terugzetting | None:
        """What the log must hold about the back-up that was put back."""
        briefje = self.teruggezet
        if briefje is None:
            return None
        return Terugzetting(
            soort="echt",
            op=datetime.fromisoformat(briefje.op),
            kopie_gemaakt_op=datetime.fromisoformat(briefje.kopie_gemaakt_op),
            kopie_n=briefje.kopie_n,
            kopie_h=briefje.kopie_h,
            opzij_n=briefje.opzij_n,
            opzij_h=briefje.opzij_h,
        )

    def is_verteld(self) -> None:
        """The log tells of it: the note may go."""
        terugzetting.remove_briefje(self._map())

    # ---- rehearsing

    def oefen(self, bron: Path, wachtzin: str) -> Oefenuitslag:
        """Slow. Put this back-up back in a folder of its own, open it and look at everything."""
        live = self._store()
        if live is None:
            raise RuntimeError("no kluis is open")
        map_ = self._map()
        proef = Herstelproef(
            map_ / terugzetting.OEFENMAP, self._header(map_), self._grenzen, self._open_store
        )
        return proef.oefen(bron, wachtzin, live, self._klok())

    # ---- inside

    def _header(self, map_: Path) -> Header | None:
        with suppress(KluisStoring):
            return Kluis.lees(map_, grenzen=self._grenzen).header
        return None

    def _kluis_id(self, map_: Path) -> str:
        header = self._header(map_)
        return header.kluis_id.hex() if header is not None else ""

    def _kopie(self, kopie: "Reservekopie") -> Kopie:
        hier = self._header(self._map())
        bekend = kopie.kluis == hier.kluis_id.hex() if kopie.kluis and hier is not None else None
        grootte = sum(deel.grootte for deel in (kopie.database, *kopie.sleutelbestanden))
        sleutel = judge_sleutels(kopie, hier, self._grenzen)
        return Kopie(kopie.map, kopie.gemaakt_op, kopie.n, grootte, bekend, sleutel)

    def _verhouding(self, manifest: "Reservekopie", eigen: str) -> tuple[Verhouding, int]:
        map_, store = self._map(), self._store()
        if not any((map_ / naam).exists() for naam in (bestanden.DATABASE, *bestanden.KOPIEEN)):
            return Verhouding.LEEG, 0
        if eigen and manifest.kluis and eigen != manifest.kluis:
            return Verhouding.VREEMD, 0
        if store is None:
            return Verhouding.ONBEKEND, 0
        n, schakel = store.maintenance(lambda o: (o.laatste()[0], o.schakel(manifest.n)))
        if manifest.n > n:
            return Verhouding.NIEUWER, manifest.n - n
        if schakel != bytes.fromhex(manifest.h):
            return Verhouding.ANDERS, 0
        return (Verhouding.OUDER, n - manifest.n) if n > manifest.n else (Verhouding.GELIJK, 0)

    def _alle_stenen(self, manifest: "Reservekopie") -> tuple[Grafsteen, ...]:
        """Of this back-up and all others of the same kluis beside it, and of the kluis that stands here.

        With an open kluis those that it made; else all of them, to be judged when the back-up opens.
        """
        from gemeente_pga.kluis.grafstenen import read_grafstenen
        from gemeente_pga.store.backup import lijst_reservekopieen

        ernaast = lijst_reservekopieen(manifest.map.parent)[:_MEER_KOPIEEN]
        regels = [*manifest.grafstenen]
        for kopie in ernaast:
            if kopie.kluis == manifest.kluis:
                regels += kopie.grafstenen
        stenen = [*_stenen(tuple(regels)), *read_grafstenen(self._map())[0]]
        store, grafwacht = self._store(), self._grafwacht()
        if store is not None and grafwacht is not None:
            from gemeente_pga.store.wissen import echte_grafstenen

            return echte_grafstenen(store, [*stenen, *grafwacht.alle(store)])
        return tuple(dict.fromkeys(stenen))


def _stenen(regels: tuple[str, ...]) -> tuple[Grafsteen, ...]:
    return tuple(steen for regel in regels if (steen := parse_grafsteen(regel)) is not None)


def _waarmerk(briefje: Briefje, store: "Store") -> str:
    return store.waarmerk(_WAARMERK, briefje.inhoud).hex()


def _is_kopie(briefje: Briefje, store: "Store") -> bool:
    """Did this kluis itself make the back-up that the note tells of?"""
    from gemeente_pga.store.backup import WAARMERK
    from gemeente_pga.store.manifest import kern

    echt = store.waarmerk(
        WAARMERK, kern(briefje.kluis, briefje.kopie_gemaakt_op, briefje.kopie_n, briefje.kopie_h)
    )
    return hmac.compare_digest(echt.hex(), briefje.kopie_waarmerk)


def _met_waarmerk(briefje: Briefje, store: "Store") -> Briefje:
    return replace(briefje, waarmerk=_waarmerk(briefje, store))
