# SPDX-License-Identifier: EUPL-1.2
"""The invented sample case handed over to a successor, and a request to a holder to give back or destroy."""

from datetime import date

from gemeente_pga.domain.stukken import (
    Houderbericht,
    Opvolgcontact,
    Opvolgdag,
    Opvolgdossier,
    Opvolggemeente,
    Opvolgmandaat,
    Opvolgsleutel,
    Overdrachtsdocument,
    Staat,
)
from gemeente_pga.domain.stukken.houder import PAPIER
from tests.documents.voorbeeld import EERSTE, maak_kop

_DAG = date(2026, 11, 14)

OVERDRACHT = Overdrachtsdocument(
    kop=maak_kop("Overdrachtsdocument", "OV-20261114", _DAG, Staat.VASTGESTELD, ()),
    van="S. Aydın, coördinator",
    naar="M. Hoekstra, coördinator",
    verder="Met de woningcorporatie is afgesproken dat zij elke maand belt over D-2026-014.",
    dossiers=(
        Opvolgdossier(
            nummer="D-2026-014", stand="In uitvoering", open_acties=3, te_laat=1,
            herbeoordeling=date(2027, 1, 14),
        ),
        Opvolgdossier(nummer="D-2026-021", stand="Op de lijst voor de weegploeg"),
    ),
    los=(
        "1 telefoonnotitie is nog niet uitgewerkt.",
        "4 exemplaren zijn nog bij een houder. Zie Wie heeft wat.",
    ),
    dagen=(
        Opvolgdag(dag=date(2026, 11, 20), soort="Weegploeg bespreekt het signaal", wat="Dossier D-2026-021"),
        Opvolgdag(dag=date(2026, 12, 2), soort="Besluit op een verzoek", wat="Verzoek V2026-004"),
        Opvolgdag(dag=date(2027, 1, 14), soort="Casusoverleg", wat="Overleg 2027-001"),
    ),
    meer_dagen=2,
    gemeenten=(
        Opvolggemeente(
            naam="Waterhoven", burgemeester="drs. A. de Wit", contactpunt="Team Veiligheid, 088 000 00 00",
            fg="T. de Boer", zvh="Zorg- en Veiligheidshuis Regio Midden-Veen",
        ),
    ),
    partners=(
        Opvolgcontact(
            organisatie="Openbaar Ministerie", naam="mr. P. van 't Hoff", functie="officier van justitie",
            bereikbaar="088 000 00 01\nparket@om.example", afspraak="bevoegd voor het parket",
        ),
        Opvolgcontact(
            organisatie="Politie, basisteam Waterhoven-West", naam="K. Brouwer", functie="wijkagent"
        ),
    ),
    extern=(
        Opvolgcontact(
            organisatie="Bureau Duiding", functie="advies over ideologie",
            afspraak="Overeenkomst O-114 tot en met 31-12-2026",
        ),
    ),
    mandaten=(
        Opvolgmandaat(
            waarvoor="Brieven tekenen namens de burgemeester", gever="A. de Wit", nemer="S. Aydın",
            tot=date(2027, 12, 31),
        ),
    ),
    sleutels=(
        Opvolgsleutel(sleutel="De wachtzin", wie="S. Aydın, coördinator", sinds=date(2026, 9, 1)),
        Opvolgsleutel(sleutel="De herstelcode", sinds=date(2026, 9, 1)),
        Opvolgsleutel(
            sleutel="De wachtzin van de FG", wie="T. de Boer, FG", sinds=date(2026, 11, 1),
            tot=date(2026, 11, 30),
        ),
    ),
    herstelblad="In de kluis van de gemeente, bij de secretaris",
    back_up="Stick in kast 3, kamer 2.14",
    laatste_back_up=date(2026, 11, 13),
    papier="Kast 4, kamer 2.14",
    kader="Wet persoonsgerichte aanpak, versie 2025",
)  # fmt: skip

TERUGGAVE = Houderbericht(
    kop=maak_kop("Verzoek om teruggave of vernietiging", "C2026-001-B2", _DAG, Staat.VASTGESTELD, (EERSTE,)),
    houder="Reclassering",
    heeft=("Uittreksel O2026-02-U1, exemplaar 3",),
    waarom="Wij vragen terug wat nog bij u ligt.",
    gevraagd="Geef de exemplaren terug of vernietig ze, ook kopieën en bestanden.",
    antwoord_voor=date(2026, 11, 28),
    contactpunt="Team Veiligheid",
    antwoorden=PAPIER,
)
