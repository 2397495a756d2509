# SPDX-License-Identifier: EUPL-1.2
"""How long it takes to find a name among many: invented people, and one search among them.

Only measures; what must be found is tested in tests/domain/test_persoon.py.
"""

import random
import statistics
import time
from datetime import date, timedelta

from gemeente_pga.domain.naamvergelijking import (
    Bekende,
    naamdelen,
    skelet,
    vouw,
    zoek_kandidaten,
    zoeksleutels,
)
from gemeente_pga.domain.persoon import Persoon

_VOORNAMEN = (
    "Jan", "Piet", "Klaas", "Kees", "Joris", "Daan", "Sem", "Lucas", "Bram", "Thijs", "Ruben", "Lars",
    "Maria", "Anna", "Sanne", "Lotte", "Emma", "Julia", "Sara", "Noor", "Fatima", "Aisha", "Zeynep", "Elif",
    "Mohamed", "Muhammad", "Ahmed", "Youssef", "Ibrahim", "Ali", "Mehmet", "Mustafa", "Yusuf", "Bilal",
    "Omar", "Linh", "Minh", "Thuy", "Wei", "Li", "Ivan", "Olga", "Piotr", "Agnieszka", "Sergej", "João",
    "Maria-José", "Chantal", "Ricardo", "Rajesh", "Priya", "Sunil", "Kwame", "Abena", "Tesfaye", "Hiwot",
)  # fmt: skip
_BEGIN = (
    "Ba", "Be", "Bo", "Bra", "Bru", "Da", "De", "Die", "Dijk", "Do", "Du", "Eve", "Fe", "Ge", "Goe", "Gro",
    "Haa", "Ha", "Hen", "Hoe", "Hof", "Ja", "Jo", "Kei", "Ko", "Krui", "La", "Lam", "Lee", "Lin", "Maa",
    "Mei", "Me", "Mul", "Nij", "No", "Oo", "Pee", "Pos", "Prin", "Rei", "Roo", "Ru", "San", "Schou", "Schri",
    "Smee", "Spij", "Ste", "Stui", "Tim", "Ui", "Ver", "Vis", "Vo", "Wa", "Wee", "Wil", "Zan", "Zee",
)  # fmt: skip
_MIDDEN = (
    "k", "l", "m", "n", "r", "s", "t", "v", "z", "nd", "rt", "lk", "nk", "ls", "st", "ck", "gt", "br", "d",
    "g",
)  # fmt: skip
_EIND = (
    "a", "aard", "aert", "e", "el", "en", "ema", "er", "ers", "erse", "haar", "huis", "ink", "inga", "man",
    "mans", "ma", "oort", "ra", "s", "sen", "sma", "stra", "veld", "vaart",
)  # fmt: skip
_TUSSEN = ("", "", "", "", "", "van", "de", "van den", "van der", "ter", "van 't")
_UITHEEMS = (
    "Yılmaz", "Özdemir", "Kaya", "Demir", "Nguyễn", "Trần", "El_Amrani", "Bouali", "Ait_Ben", "Haddou",
    "Singh", "Kumar", "Kowalski", "Novák", "Öz",
)  # fmt: skip
_STRATEN = [
    f"{b.lower().capitalize()}{m}e{s}" for b in _BEGIN for m in "lnr" for s in ("straat", "weg", "laan")
]


def verzin_personen(aantal: int, zaad: int = 1) -> list[Persoon]:
    """Invented people with Dutch and other names; the same ones for the same seed."""
    kans = random.Random(zaad)  # noqa: S311 - invented names, no secrets
    return [_verzin(kans) for _ in range(aantal)]


def verzin_bekenden(aantal: int, zaad: int = 1) -> list[Bekende]:
    """The same people, each in an own dossier."""
    return [Bekende(n, persoon) for n, persoon in enumerate(verzin_personen(aantal, zaad), start=1)]


def meet_naamvergelijking(aantal: int = 10_000, keer: int = 5) -> dict[str, float]:
    """Milliseconds for one search: all people in memory, and with the keys as the store keeps them."""
    bekenden = verzin_bekenden(aantal)
    gezocht = Persoon(
        "", "J.", "", "Dhont", geboortedatum=date(1981, 3, 4), straatnaam="Zwaneblom", huisnummer=14
    )
    for onthouden in (vouw, skelet, naamdelen):
        onthouden.cache_clear()
    koud = _milliseconds(gezocht, bekenden)
    met_sleutels = [Bekende(b.dossier_id, b.persoon, b.rol, zoeksleutels(b.persoon)) for b in bekenden]
    eigen = zoeksleutels(gezocht)
    uit_store = [b for b in met_sleutels if b.sleutels and not eigen.isdisjoint(b.sleutels)]
    return {
        "koud_ms": koud,
        "warm_ms": statistics.median(_milliseconds(gezocht, bekenden) for _ in range(keer)),
        "met_sleutels_ms": statistics.median(_milliseconds(gezocht, met_sleutels) for _ in range(keer)),
        "na_voorselectie_ms": statistics.median(_milliseconds(gezocht, uit_store) for _ in range(keer)),
        "veelvoorkomend_ms": statistics.median(
            _milliseconds(Persoon(geslachtsnaam="Yilmaz"), met_sleutels) for _ in range(keer)
        ),
        "voorselectie_rijen": float(len(uit_store)),
        "sleutels_per_persoon": statistics.mean(len(b.sleutels or ()) for b in met_sleutels),
        "kandidaten": float(len(zoek_kandidaten(gezocht, bekenden))),
    }


def _milliseconds(gezocht: Persoon, bekenden: list[Bekende]) -> float:
    begin = time.perf_counter()
    zoek_kandidaten(gezocht, bekenden)
    return (time.perf_counter() - begin) * 1000


def _verzin(kans: random.Random) -> Persoon:
    voornaam = kans.choice(_VOORNAMEN)
    tussen = kans.choice(_TUSSEN)
    naam = kans.choice(_BEGIN) + kans.choice(_MIDDEN) + kans.choice(_EIND)
    if kans.random() < 0.15:
        tussen, naam = "", kans.choice(_UITHEEMS).replace("_", " ")
    elif kans.random() < 0.1:
        naam += "-" + kans.choice(_BEGIN) + kans.choice(_MIDDEN) + kans.choice(_EIND)
    return Persoon(
        voornamen=voornaam if kans.random() < 0.7 else "",
        voorletters=voornaam[0] + ".",
        voorvoegsel=tussen,
        geslachtsnaam=naam,
        geboortedatum=date(1950, 1, 1) + timedelta(days=kans.randrange(365 * 58))
        if kans.random() < 0.9
        else None,
        straatnaam=kans.choice(_STRATEN),
        huisnummer=kans.randrange(1, 200),
        plaats="Waterhoven",
    )


if __name__ == "__main__":
    for sleutel, waarde in meet_naamvergelijking().items():
        print(f"{sleutel:22} {waarde:10.1f}")
