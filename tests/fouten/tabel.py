# SPDX-License-Identifier: EUPL-1.2
"""All campaigns, in the order of the bars, and the bars for which there is nothing to measure yet."""

from tests.fouten import (
    afbreken,
    bits,
    instellingen,
    kopieen,
    onafhankelijk,
    sleutel,
    sleutelbestand,
    sleutelbos,
    vervalsen,
    willekeurig,
)
from tests.fouten.campagne import Campagne

CAMPAGNES: tuple[Campagne, ...] = (
    Campagne("B1", "kill −9 tijdens elke handeling", afbreken.run, 1, 14),
    Campagne("B5", "sleutelbos van de computer die faalt", sleutelbos.run, 1, 1),
    Campagne("B7", "instelling van de database die afwijkt", instellingen.run, 1, 1),
    Campagne("B9", "onafhankelijke lezer", sleutelbestand.lees_onafhankelijk, 1, 1),
    Campagne("B12", "elk bit van het sleutelbestand", sleutelbestand.keer_bits_om, 800, 100_000),
    Campagne("B13", "sleutelbestand kwijt", sleutelbestand.verlies_kopieen, 6, 30),
    Campagne("B17", "omgekeerde bits in alle bestanden", bits.flips, 60, 1000),
    Campagne("B18", "afgekapt, verwisseld, oud of leeg bestand", bits.ingrepen, 1, 1),
    Campagne("B19", "verkeerde of ontbrekende sleutel", sleutel.run, 200, 1000),
    Campagne("B20", "vastgelegde sleutelbestanden", sleutelbestand.lees_vectoren, 1, 1),
    Campagne("B21", "willekeurige handelingen en hun regels", willekeurig.run, 400, 10_000),
    Campagne("B22", "onafhankelijke controle van het journaal", onafhankelijk.run, 3_000, 100_000),
    Campagne("B24", "elf vervalsingen van het journaal", vervalsen.run, 1, 1),
    Campagne("B28", "bijwerken afgebroken", kopieen.migraties, 10, 200),
    Campagne("B29", "back-up tijdens het werk, teruggezet", kopieen.backups, 3, 100),
)

TRAAG = frozenset({"B1"})  # more than about twenty seconds, also in the short form

# What the program must do before there is something to measure.
NOG_NIET: dict[str, str] = {
    "B2": "vergrendelen: tijd en geheugen",
    "B3": "vanzelf vergrendelen en klembord",
    "B4": "opnieuw de wachtzin bij gevaarlijke handelingen",
    "B6": "leestekst op de schijf",
    "B8": "vernietigd dossier",
    "B10": "herstel door een vreemde",
    "B11": "grenzen in de uitleg",
    "B14": "stroomuitval",
    "B15": "schijf die fouten geeft",
    "B16": "volle schijf",
    "B23": "tabel van ASVS",
    "B25": "sleutel in het geheugen",
    "B26": "internet",
    "B27": "installeren op hash",
}
