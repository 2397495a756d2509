# SPDX-License-Identifier: EUPL-1.2
"""All campaigns, in the order of the bars."""

from tests.fouten import (
    afbreken,
    asvs,
    bits,
    geheugen,
    installeren,
    instellingen,
    invoer,
    kopieen,
    kosten,
    lek,
    onafhankelijk,
    proeven,
    schijffout,
    sleutel,
    sleutelbestand,
    sleutelbos,
    stroom,
    vernietigen,
    vervalsen,
    volle_schijf,
    willekeurig,
)
from tests.fouten.campagne import Campagne

# bar, title, function, how many trials in the short and in the long form
CAMPAGNES: tuple[Campagne, ...] = (
    Campagne("B1", "kill −9 tijdens elke handeling", afbreken.run, 1, 14),
    Campagne("B2", "vergrendelen: tijd en geheugen", geheugen.vergrendelen, 1, 10),
    Campagne("B3", "vanzelf vergrendelen en klembord", proeven.slot_en_klembord, 1, 1),
    Campagne("B4", "de wachtzin bij gevaarlijke handelingen", proeven.gevaarlijk, 1, 1),
    Campagne("B5", "sleutelbos van de computer die faalt", sleutelbos.run, 1, 1),
    Campagne("B6", "leestekst op de schijf", lek.leestekst, 1, 1),
    Campagne("B7", "instelling van de database die afwijkt", instellingen.run, 1, 1),
    Campagne("B8", "vernietigd dossier", vernietigen.run, 50, 200),
    Campagne("B9", "onafhankelijke lezer", sleutelbestand.lees_onafhankelijk, 1, 1),
    Campagne("B10", "herstel door een vreemde", proeven.vreemde, 1, 20),
    Campagne("B11", "grenzen in de uitleg", proeven.grenzen, 1, 1),
    Campagne("B12", "elk bit van het sleutelbestand", sleutelbestand.keer_bits_om, 800, 100_000),
    Campagne("B13", "sleutelbestand kwijt", sleutelbestand.verlies_kopieen, 6, 30),
    Campagne("B14", "stroomuitval tijdens handelingen", stroom.run, 20, 5000),
    Campagne("B15", "schijf die een fout geeft", schijffout.run, 6, 300),
    Campagne("B16", "volle schijf", volle_schijf.run, 8, 150),
    Campagne("B17", "omgekeerde bits in alle bestanden", bits.flips, 60, 1000),
    Campagne("B18", "afgekapt, verwisseld, oud of leeg bestand", bits.ingrepen, 1, 1),
    Campagne("B19", "verkeerde of ontbrekende sleutel", sleutel.run, 200, 1000),
    Campagne("B20", "vastgelegde sleutelbestanden", sleutelbestand.lees_vectoren, 1, 1),
    Campagne("B21", "willekeurige handelingen en hun regels", willekeurig.run, 400, 10_000),
    Campagne("B22", "onafhankelijke controle van het journaal", onafhankelijk.run, 3_000, 100_000),
    Campagne("B23", "tabel van ASVS", asvs.run, 1, 1),
    Campagne("B24", "elf vervalsingen van het journaal", vervalsen.run, 1, 1),
    Campagne("B25", "sleutel in het geheugen van een open kluis", geheugen.sleutel, 1, 5),
    Campagne("B26", "internet tijdens de hele reis", lek.internet, 1, 1),
    Campagne("B27", "installeren op hash", installeren.run, 1, 1),
    Campagne("B28", "bijwerken afgebroken", kopieen.migraties, 10, 200),
    Campagne("B29", "back-up tijdens het werk, teruggezet", kopieen.backups, 3, 100),
    Campagne("INVOER", "vijandige tekst in elke soort veld", invoer.run, 200, 5000),
    Campagne("KOSTEN-1", "een handeling vastleggen", kosten.leg_vast, 60, 200),
    Campagne("KOSTEN-2", "openen, zonder afleiden en nakijken", kosten.open_kluis, 3_000, 100_000),
    Campagne("KOSTEN-3", "het hele bestand nakijken", kosten.keur, 3_000, 100_000),
    Campagne("KOSTEN-4", "het journaal lezen als FG", kosten.lees_als_fg, 3_000, 100_000),
)

TRAAG = frozenset({"B1", "B6", "B14", "B15", "B16"})  # about twenty seconds or more, in the short form too
SAMEN = ("B6", "B26")  # one journey for both
# KOSTEN says more about what else the computer is doing; the others run tests that run anyway.
NIET_IN_TESTS = frozenset({"KOSTEN-1", "KOSTEN-2", "B3", "B4", "B10"})
