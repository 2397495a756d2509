# SPDX-License-Identifier: EUPL-1.2
"""B8: the rarest words of a destroyed dossier are on no page, in no journal, draft, log or new back-up.

And when an older back-up is put back, the dossier is destroyed again.
"""

import random
import string
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.handelingen import informatie, persoon, signaal
from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.store.wissen import wis_dossier
from tests.fouten import hoofdstukken, kluiswerk, stand, verhaal, waarneemwerk
from tests.fouten.campagne import Uitslag, of

_PAGINA, _RESERVE, _REGEL = 4096, 80, 8
_NIET = (waarneemwerk.waarnemingen, kluiswerk.toezicht, kluiswerk.kluis)


def _woorden(n: int) -> list[str]:
    """Words that stand nowhere else."""
    kans = random.Random(8)  # noqa: S311 - a repeatable choice of words
    return ["".join(kans.choices(string.ascii_lowercase, k=11)) for _ in range(n)]


def _leg_vast(s: stand.Stand, woorden: list[str]) -> None:
    """In facts, names, attachments and unfinished typing of this one dossier."""
    dossier_id = s.ids["dossier"]
    waarbij = {"weging_id": s.ids["weging"]}
    for nummer, woord in enumerate(woorden):
        if nummer % 4 == 0:
            wie = Persoon(voornamen=woord.title(), geslachtsnaam="Zwanebloem")
            persoon.register_naaste(s.store, dossier_id, wie, verhaal.ZUS)
        elif nummer % 4 == 1:
            bijlage = BerichtBijlage(
                f"{woord}.txt", "text/plain", f"In de bijlage staat {woord}.".encode() * 9
            )
            signaal.add_bijlagen(s.store, s.ids["signaal"], [bijlage])
        elif nummer % 4 == 2:
            s.store.save_concept("dossier", f"{dossier_id}:{nummer}", f'{{"tekst": "{woord}"}}')
        else:
            item = hoofdstukken.item(s, f"Gezien is {woord} bij de brug. " * 5)
            informatie.register_informatie(
                s.store, dossier_id, item, waarbij=waarbij, aanvulling="nieuwe_informatie"
            )


def _met_woorden(woorden: list[str]) -> tuple[Callable[[stand.Stand], verhaal.Hoofdstuk], ...]:
    """The story, with the words recorded while the dossier is still open."""

    def hoofdstuk(s: stand.Stand) -> verhaal.Hoofdstuk:
        _leg_vast(s, woorden)
        yield from ()

    uit = [h for h in verhaal.HOOFDSTUKKEN if h not in _NIET]
    uit.insert(uit.index(hoofdstukken.afsluiting), hoofdstuk)
    return tuple(uit)


def _ontcijfer(inhoud: bytes, k_db: bytes) -> bytes:
    """Everything on the pages, in the clear, as a thief with the key would see it."""
    uit = b""
    for begin in range(0, len(inhoud), _PAGINA):
        pagina = inhoud[begin : begin + _PAGINA]
        if len(pagina) == _PAGINA:
            werk = Cipher(algorithms.AES256(k_db), modes.CBC(pagina[-_RESERVE : -_RESERVE + 16])).decryptor()
            uit += werk.update(pagina[16 if begin == 0 else 0 : -_RESERVE]) + werk.finalize()
    return uit


def _journaalpaginas(inhoud: bytes) -> bytes:
    """The pages that the journal still holds, whatever the size of its header: number, page, checksum."""
    uit = b""
    for kop in (512, _PAGINA):
        for begin in range(kop, len(inhoud) - _PAGINA - _REGEL + 1, _PAGINA + _REGEL):
            uit += inhoud[begin + 4 : begin + 4 + _PAGINA]
    return uit


def gevonden(map_: Path, woorden: list[str]) -> list[str]:
    """Which words stand in any file of a kluis or a back-up; databases and journals deciphered."""
    sleutels = Kluis.lees(map_, grenzen=stand.RUIM).open_met_wachtzin(stand.WACHTZIN)
    alles = b""
    for pad in sorted(p for p in map_.iterdir() if p.is_file()):
        inhoud = pad.read_bytes()
        alles += inhoud + _ontcijfer(inhoud, bytes(sleutels.k_db))
        if pad.name == bestanden.JOURNAL:
            alles += _ontcijfer(_journaalpaginas(inhoud), bytes(sleutels.k_db))
    laag = alles.lower()
    return [woord for woord in woorden if woord.encode() in laag]


def _zet_terug(map_: Path, bron: Path) -> Path:
    """On another computer, from a stick that has a newer back-up beside it."""
    dienst = stand.nieuwe_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    dienst.zet_backup_terug(bron)
    dienst.laat_los()
    s = stand.open_(map_)
    log_binnenkomst(s.dienst)
    s.sluit()
    return map_ / "kluis"


def run(n: int) -> Uitslag:
    """One dossier with n rare words."""
    woorden = _woorden(n)
    fouten = []
    with stand.tijdelijk() as map_:
        s = stand.maak(map_ / "echt")
        for stap in verhaal.stappen(s, _met_woorden(woorden)):
            stap.doe()
        oud = s.dienst.maak_backup(s.stick)
        s.sluit()
        plek = map_ / "echt" / "kluis"
        for naam, waar in (("de kluis", plek), ("de oude back-up", oud)):
            if missend := set(woorden) - set(gevonden(waar, woorden)):
                fouten.append(f"de zoeker mist {len(missend)} woorden in {naam}")
        s = stand.open_(map_ / "echt")
        with s.store.reader() as r:
            dossier_id = r.value("SELECT dossier_id FROM persoon WHERE voornamen = ?", woorden[0].title())
        wis_dossier(s.store, dossier_id, reden="proef")
        log = " ".join(stand.inhoud(s.store)["handeling"] + stand.inhoud(s.store)["wijziging"])
        fouten += [f"{woord} in het journaal" for woord in woorden if woord in log.lower()]
        nieuw = s.dienst.maak_backup(s.stick)
        fouten += [f"na het wissen: {gebrek}" for gebrek in stand.gebreken(s.store)]
        s.sluit()
        terug = _zet_terug(map_ / "elders", oud)
        for naam, waar in (
            ("de kluis", plek),
            ("een nieuwe back-up", nieuw),
            ("de teruggezette kluis", terug),
        ):
            fouten += [f"{woord} nog in {naam}" for woord in gevonden(waar, woorden)]
    cijfer = f"van {n} woorden 0 over in kluis, journaal, log, nieuwe back-up en na terugzetten van een oude"
    return of(fouten, cijfer)
