# SPDX-License-Identifier: EUPL-1.2
"""Words that may be about faith, health, origin or orientation: for a quiet line under a field, nothing else.

Whole words of this list only; nothing is counted, kept or blocked, and no word says anything about a person.
"""

import re

from gemeente_pga.domain.tekst import kale_letters

HINT = (
    "‘{woord}’ kan over geloof, gezondheid of afkomst gaan. Is dat nodig voor de aanpak? Zet het dan bij "
    "Informatie, met een eigen grondslag."
)
HINT_ELDERS = (
    "‘{woord}’ kan over geloof, gezondheid of afkomst gaan. Laat het weg als het hier niet nodig is."
)
HINT_GEWOON = (
    "‘{woord}’ kan over geloof, gezondheid of afkomst gaan. Kies dan bij Soort gegevens ‘Bijzonder’, of laat "
    "het weg."
)
_GELOOF = """
    islam islamitisch islamitische moslim moslims moslima moslimas christen christenen christelijk
    christelijke
    jood joden joods joodse hindoe hindoes boeddhist boeddhisten katholiek katholieke protestant protestants
    protestantse gereformeerd gereformeerde moskee moskeeen kerk kerken synagoge imam imams dominee pastoor
    rabbijn religie religies religieus religieuze godsdienst godsdiensten godsdienstig godsdienstige gelovig
    gelovige gelovigen geloofsovertuiging bekeerd bekeerde bekeerling bekeerlingen bekering koran bijbel
    hoofddoek hoofddoeken ramadan
"""
_GEZONDHEID = """
    gezondheid ziek zieke ziekte ziektes ziekten diagnose diagnoses depressie depressies depressief
    depressieve
    psychose psychoses psychotisch psychotische psychiater psychiatrie psychiatrisch psychiatrische
    schizofrenie autisme autistisch autistische adhd ptss borderline medicijn medicijnen medicatie verslaafd
    verslaafde verslaving verslavingen alcoholist dementie dement kanker hiv zwanger zwangere zwangerschap
    suicide suicidaal suicidale zelfmoord getraumatiseerd getraumatiseerde trauma traumas handicap
    gehandicapt gehandicapte
"""
_AFKOMST = """
    afkomst etnisch etnische etniciteit huidskleur allochtoon allochtone allochtonen migratieachtergrond
    nationaliteit marokkaan marokkaans marokkaanse marokkanen turk turks turkse turken syrier syriers syrisch
    syrische somalier somaliers somalisch somalische irakees irakese iraaks iraakse iranier iraans iraanse
    afghaan afghaans afghaanse afghanen eritreeer eritrees eritrese surinaams surinaamse surinamer antilliaan
    antilliaans antilliaanse tsjetsjeen tsjetsjeens tsjetsjeense koerd koerdisch koerdische asielzoeker
    asielzoekers vluchteling vluchtelingen
"""
_GEAARDHEID = """
    geaardheid homo homos homoseksueel homoseksuele lesbisch lesbische biseksueel biseksuele transgender
    vakbond vakbondslid partijlid
"""
_WOORDEN = frozenset(f"{_GELOOF} {_GEZONDHEID} {_AFKOMST} {_GEAARDHEID}".split())
_WOORD = re.compile(r"[^\W\d_]+")
# "Zijn geloof" is about faith; "ik geloof dat" is not.
_GELOOF_NAAMWOORD = re.compile(r"\b(?:het|zijn|haar|hun|ander|nieuwe?|streng) (geloof)\b", re.IGNORECASE)


def woorden(tekst: str) -> tuple[str, ...]:
    """The words of the list in this text, as typed, each once, in order."""
    plekken = [
        (treffer.start(), treffer[0])
        for treffer in _WOORD.finditer(tekst.replace("’", "").replace("'", ""))
        if kale_letters(treffer[0]) in _WOORDEN
    ]
    plekken += [(treffer.start(1), treffer[1]) for treffer in _GELOOF_NAAMWOORD.finditer(tekst)]
    return tuple(dict.fromkeys(woord for _, woord in sorted(plekken)))
