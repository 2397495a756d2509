# SPDX-License-Identifier: EUPL-1.2
"""From a message or a note to a first proposal for the signal form: nothing is recorded by it.

Cautious on purpose: what is not plainly labelled as seen, heard or thought is not sorted, acute danger is
never guessed, and name, birth date and address of a person are only read where they are announced as such.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from gemeente_pga.domain.bericht import Bericht
from gemeente_pga.domain.persoon import TUSSENVOEGSELS, split_naam
from gemeente_pga.domain.regeleinden import unwrap_alineas, wrapped_at
from gemeente_pga.domain.tekst import MAX_TEKST, normalise, parse_datum

NIET_INGEDEELD = "niet_ingedeeld"
"""Key of the text that stood under no heading; not a field of the form: shown beside it."""

_GELEZEN = 200_000  # characters that are looked at; the whole text stays in the attachment
_INGEKORT = "\n[ingekort; de hele tekst staat in de bijlage]"
_ZELF, _ANDEREN, _DENKT = "zelf_waargenomen", "van_anderen", "interpretatie"

# Headings as the meldformulier prints them and as people write them.
_KOPPEN = (
    (
        _ZELF,
        r"(?:wat|dit heb) ik (?:zelf|zelf heb|heb zelf)\b[^:\n.]{0,60}|zelf (?:gezien|gehoord|waargenomen)",
    ),
    (
        _ANDEREN,
        r"(?:wat|dit heb) ik van (?:een ander|anderen|iemand anders)\b[^:\n.]{0,60}|van anderen gehoord",
    ),
    (
        _DENKT,
        r"wat ik (?:er (?:zelf )?van )?(?:denk|vind|vermoed)\b[^:\n.]{0,40}|mijn (?:mening|indruk)",
    ),
)
_KOP = tuple(
    (veld, re.compile(rf"^[ \t*#-]*(?:{patroon})[ \t*]*(?::|$)", re.I | re.M)) for veld, patroon in _KOPPEN
)
_SLOT = re.compile(
    r"^[ \t]*(?:mag mijn naam|wilt? u mijn naam|mijn naam|ik hoor graag|(?:met )?(?:vriendelijke )?groet"
    r"|hoogachtend|alvast (?:bedankt|dank)|m\.?v\.?g\b|--[ \t]*$)",
    re.I | re.M,
)
_NAAM_GEHEIM = re.compile(
    r"mijn naam\b[^.!?]{0,80}\b(?:niet|nooit|geheim|vertrouwelijk)\b"
    r"|\b(?:niet|nooit)\b[^.!?]{0,40}\bmijn naam\b"
    r"|\b(?:blijf|blijven|wil|ben|liever)\b[^.!?]{0,30}\banoniem\b",
    re.I,
)
_NOTITIEREGEL = (
    (_ZELF, re.compile(r"zelf (?:gezien|gehoord|gesproken|waargenomen|meegemaakt)\b", re.I)),
    (_ANDEREN, re.compile(r"(?:van (?:anderen|horen zeggen)|gehoord van|uit de tweede hand)\b", re.I)),
    (_DENKT, re.compile(r"(?:denkt|vermoedt|indruk|mening)\b", re.I)),
)  # fmt: skip
_DATUM = r"[0-9]{1,2}[-./ ](?:[0-9]{1,2}|[a-z]{3,9})[-./ ][0-9]{4}"
_GEBOREN = re.compile(rf"\b(?:geboren|geb\.?|geboortedatum)\s*(?:op|d\.d\.|:)?\s*({_DATUM})", re.I)
_LOSSE_DATUM = re.compile(rf"\b({_DATUM})\b", re.I)
_AANSPREEKVORM = re.compile(r"\b(?:de heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?)\s+", re.I)
_WOONT = re.compile(r"\bwoon(?:t|achtig|ende)\s+(?:aan|op|in)\s+(?:de|het)?\s*([^,.;()]{3,100})", re.I)
_ADRES = re.compile(
    r"(?P<straatnaam>[^\W\d_][^\d,;]*?)\s+(?P<huisnummer>[0-9]{1,5})(?:\s?(?P<toevoeging>[A-Za-z])\b)?"
    r"(?:[\s,]+(?P<postcode>[1-9][0-9]{3} ?[A-Z]{2})\b)?"
    r"(?:[\s,]+(?:(?:te|in)\s+)?(?P<plaats>[^\W\d_][\w' -]{1,40}))?"
)
_BETREFT = re.compile(r"^[ \t]*betreft\s*:\s*(.+)$", re.I | re.M)
_BELLER = re.compile(r"^[ \t]*(?:beller|melder|gebeld door)\s*:\s*(.+)$", re.I | re.M)
_TERUGBEL = re.compile(
    r"^[ \t]*(?:terugbelnummer|telefoon|tel\.?|nummer)\s*:\s*([+0-9][0-9 ()-]{7,20})", re.I | re.M
)
_NOTITIEKOP = re.compile(rf"\b({_DATUM})(?:,?\s+(?:om\s+)?([0-9]{{1,2}})[.:u]([0-9]{{2}}))?", re.I)
_IK_BEN = re.compile(
    r"\bik ben\s+(?:de |een )?((?:\w+\s)?(?:mentor|docent|lera(?:ar|res)|leerkracht)\b[^.,;\n]{0,40})", re.I
)
_FUNCTIE_VOORAF = re.compile(
    r"[a-z]*(?:leider|mentor|docent|lera(?:ar|res)|leerkracht|directeur|rector|agent|werker|arts|ambtenaar|"
    r"consulent|coördinator|verlener|verpleegkundige)\b"
)
_BRON = (
    ("politie", re.compile(r"\b(?:wijk)?agent|politie|recherche|basisteam", re.I)),
    ("onderwijs", re.compile(r"\b(?:mentor|docent|lera(?:ar|res)|leerkracht|school|college)\b", re.I)),
)


def stel_signaal_voor(bericht: Bericht) -> dict[str, str]:
    """Proposed values by field name, for the signal and for the person; only what was found."""
    tekst = bericht.tekst[:_GELEZEN]
    breedte = wrapped_at(tekst)
    voorstel = {
        "soort": "melding",
        "kanaal": "e_mail",
        "melder_naam": bericht.afzender_naam,
        "melder_contact": bericht.afzender_adres,
        **_find_functie(tekst),
        **{veld: unwrap_alineas(deel, breedte) for veld, deel in _split_secties(tekst).items()},
        **_find_persoon(bericht, tekst),
    }
    voorstel |= _kennis_uit_koppen(voorstel)
    if bericht.ontvangen_op:
        voorstel["ontvangen_op"] = f"{bericht.ontvangen_op:%Y-%m-%d}"
        voorstel["ontvangen_tijd"] = f"{bericht.ontvangen_op:%H:%M}"
    return _finish(voorstel, tekst)


def stel_signaal_voor_uit_notitie(tekst: str, beller: str = "") -> dict[str, str]:
    """The same for a telephone note, typed or from a text file; the original wording stays in the note."""
    tekst = normalise(tekst[:_GELEZEN])
    voorstel = {"soort": "telefoonnotitie", "kanaal": "telefoon", **_notitiekop(tekst)}
    voorstel |= _split_beller(voorstel.pop("beller", "") or beller)
    voorstel["melder_contact"] = voorstel.pop("terugbelnummer", "")
    voorstel |= _split_regels(tekst)
    betreft = _BETREFT.search(tekst)
    voorstel |= _persoon_uit_regel(betreft[1]) if betreft else _find_losse_persoon(tekst)
    return _finish(voorstel, tekst)


def _finish(voorstel: dict[str, str], tekst: str) -> dict[str, str]:
    if _NAAM_GEHEIM.search(tekst):
        voorstel["naam_noemen"] = "nee"
    functie = f"{voorstel.get('melder_functie', '')} {voorstel.get('bron_organisatie', '')}"
    for soort, patroon in _BRON:
        if patroon.search(functie):
            voorstel.setdefault("bron_soort", soort)
    return _zonder_leeg({veld: _shorten(waarde) for veld, waarde in voorstel.items()})


def _kennis_uit_koppen(voorstel: Mapping[str, str]) -> dict[str, str]:
    """Only when the reporter sorted it: a line of a note that stayed unsorted could be either."""
    if voorstel.get(_ZELF) and voorstel.get(_ANDEREN):
        return {"bron_kennis": "gemengd"}
    if voorstel.get(_ZELF) or voorstel.get(_ANDEREN):
        return {"bron_kennis": "zelf_gezien" if voorstel.get(_ZELF) else "van_horen_zeggen"}
    return {}


def _zonder_leeg(voorstel: Mapping[str, str]) -> dict[str, str]:
    return {veld: waarde for veld, waarde in voorstel.items() if waarde}


def _shorten(tekst: str) -> str:
    return tekst if len(tekst) <= MAX_TEKST else tekst[: MAX_TEKST - len(_INGEKORT)] + _INGEKORT


def _split_secties(tekst: str) -> dict[str, str]:
    """What stands under 'Wat ik zelf heb gezien', 'Wat ik van anderen heb gehoord', 'Wat ik denk'.

    Without such headings everything is the reporter's account, unsorted: interpretatie, never a fact.
    """
    koppen = sorted(
        (treffer.start(), treffer.end(), veld) for veld, kop in _KOP for treffer in kop.finditer(tekst)
    )
    if not koppen:
        return {_DENKT: tekst}
    delen: dict[str, list[str]] = {NIET_INGEDEELD: [tekst[: koppen[0][0]]]}
    grenzen = [*(begin for begin, _, _ in koppen[1:]), len(tekst)]
    for (_, einde_kop, veld), einde in zip(koppen, grenzen, strict=True):
        inhoud = tekst[einde_kop:einde]
        slot = _SLOT.search(inhoud)
        if slot:
            delen[NIET_INGEDEELD].append(inhoud[slot.start() :])
            inhoud = inhoud[: slot.start()]
        delen.setdefault(veld, []).append(inhoud)
    return {veld: _join(stukken) for veld, stukken in delen.items()}


def _split_regels(tekst: str) -> dict[str, str]:
    """A note has no headings: each line says itself what it is, or stays unsorted."""
    delen: dict[str, list[str]] = {}
    veld = NIET_INGEDEELD
    for regel in tekst.split("\n"):
        kaal = regel.strip().lstrip("-*• \t")
        if not regel.startswith((" ", "\t")) or not kaal:  # an indented line belongs to the one before it
            veld = next((soort for soort, patroon in _NOTITIEREGEL if patroon.match(kaal)), NIET_INGEDEELD)
        if kaal and not (_BELLER.match(regel) or _BETREFT.match(regel)):
            delen.setdefault(veld, []).append(regel)
    if set(delen) <= {NIET_INGEDEELD}:
        return {_DENKT: tekst}
    return {veld: "\n".join(regels).strip() for veld, regels in delen.items()}


def _join(stukken: Iterable[str]) -> str:
    return "\n\n".join(schoon for stuk in stukken if (schoon := stuk.strip()))


def _notitiekop(tekst: str) -> dict[str, str]:
    """Date, time, caller and number from the first lines of a note."""
    gevonden: dict[str, str] = {}
    kop = _NOTITIEKOP.search(tekst.partition("\n")[0])
    dag = parse_datum(kop[1]) if kop else None
    if kop and dag:
        gevonden["ontvangen_op"] = dag.isoformat()
        if kop[2] and int(kop[2]) < 24 and int(kop[3]) < 60:
            gevonden["ontvangen_tijd"] = f"{int(kop[2]):02}:{kop[3]}"
    if beller := _BELLER.search(tekst):
        gevonden["beller"] = " ".join(beller[1].split())[:250]
    if nummer := _TERUGBEL.search(tekst):
        gevonden["terugbelnummer"] = " ".join(nummer[1].split())
    return gevonden


def _split_beller(beller: str) -> dict[str, str]:
    """'wijkagent K. Brouwer, basisteam Waterhoven-West' -> functie, naam, organisatie.

    What follows the name may begin with the function too: 'Ruud Temmen, teamleider Elsloo College'.
    """
    wie, _, rest = beller.partition(",")
    functie, naam = _split_hoofdletter(wie)
    organisatie = rest.strip()
    if not functie and _FUNCTIE_VOORAF.match(organisatie):
        functie, organisatie = _split_hoofdletter(organisatie)
    return {"melder_functie": functie, "melder_naam": naam, "bron_organisatie": organisatie}


def _split_hoofdletter(tekst: str) -> tuple[str, str]:
    """The words before the first that begins with a capital, and the rest."""
    woorden = tekst.split()
    begin = next((i for i, woord in enumerate(woorden) if woord[:1].isupper()), 0)
    return " ".join(woorden[:begin]), " ".join(woorden[begin:])


def _find_functie(tekst: str) -> dict[str, str]:
    treffer = _IK_BEN.search(tekst)
    return {"melder_functie": " ".join(treffer[1].split())} if treffer else {}


def _find_persoon(bericht: Bericht, tekst: str) -> dict[str, str]:
    gevonden = _find_losse_persoon(tekst)
    over = re.search(r"\bover\s+", bericht.onderwerp, re.I)
    if "geslachtsnaam" not in gevonden and over:
        gevonden |= _naamvelden(_take_naam(bericht.onderwerp[over.end() :]))
    eigen = split_naam(bericht.afzender_naam).geslachtsnaam
    return {} if eigen and gevonden.get("geslachtsnaam") == eigen else gevonden


def _find_losse_persoon(tekst: str) -> dict[str, str]:
    """The first person announced by a form of address, the first birth date called one, 'woont aan'."""
    gevonden: dict[str, str] = {}
    for aanspreekvorm in _AANSPREEKVORM.finditer(tekst):
        naam = _take_naam(tekst[aanspreekvorm.end() : aanspreekvorm.end() + 120])
        if naam:
            gevonden |= _naamvelden(naam)
            break
    geboren = _GEBOREN.search(tekst)
    if geboren and (dag := parse_datum(geboren[1])):
        gevonden |= _datumveld(dag)
    if woont := _WOONT.search(tekst):
        gevonden |= _adresvelden(woont[1])
    return gevonden


def _persoon_uit_regel(regel: str) -> dict[str, str]:
    """'J. Dhont, 04-03-1981, Zwaneblom 14 Waterhoven (zo staat hij bij ons).'"""
    regel = re.sub(r"\([^)]*\)", "", regel[:300]).strip(" .")
    naam, _, rest = regel.partition(",")
    gevonden = _naamvelden(_take_naam(naam))
    if (treffer := _LOSSE_DATUM.search(rest)) and (dag := parse_datum(treffer[1])):
        gevonden |= _datumveld(dag)
        rest = rest.replace(treffer[1], "", 1)
    return gevonden | _adresvelden(rest.strip(" ,."))


def _take_naam(tekst: str) -> str:
    """Capitalised words and tussenvoegsels, up to the first word or sign that is neither."""
    woorden: list[str] = []
    for woord in tekst.split():
        kaal = woord.rstrip(",;:)!?")
        if not (kaal[:1].isupper() or kaal.casefold() in TUSSENVOEGSELS):
            break
        einde = kaal.endswith(".") and len(kaal.rstrip(".")) > 3
        woorden.append(kaal.rstrip(".") if einde else kaal)
        if einde or kaal != woord or len(woorden) == 8:
            break
    while woorden and woorden[-1].casefold() in TUSSENVOEGSELS:
        woorden.pop()
    return " ".join(woorden)


def _naamvelden(naam: str) -> dict[str, str]:
    delen = split_naam(naam)
    return _zonder_leeg(
        {
            "voornamen": delen.voornamen,
            "voorletters": delen.voorletters,
            "voorvoegsel": delen.voorvoegsel,
            "geslachtsnaam": delen.geslachtsnaam,
        }
    )


def _datumveld(dag: date) -> dict[str, str]:
    return {"geboortedatum": dag.isoformat()}


def _adresvelden(tekst: str) -> dict[str, str]:
    treffer = _ADRES.match(" ".join(tekst.split()))
    if not treffer:
        return {}
    velden = {veld: (waarde or "").strip() for veld, waarde in treffer.groupdict().items()}
    velden["plaats"] = _take_naam(velden["plaats"])
    return _zonder_leeg(velden)
