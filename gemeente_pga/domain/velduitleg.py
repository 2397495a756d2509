# SPDX-License-Identifier: EUPL-1.2
"""What to fill in at a field, and why: by the name of the field, and by its label where that says more."""

from collections.abc import Mapping
from types import MappingProxyType

from gemeente_pga.domain.tomlbron import Bestandsfout, Tomlbron


class Velduitlegfout(Bestandsfout):
    """A fault in the file with guidance for fields."""


def parse_velduitleg(tekst: str, naam: str) -> Mapping[str, str]:
    """Read the guidance. Any fault is a Velduitlegfout."""
    toml = Tomlbron(tekst, naam, Velduitlegfout)
    toml.expect_sections(("uitleg",))
    uitleg = toml.texts("uitleg")
    for sleutel in uitleg:
        if "|" in sleutel and sleutel.partition("|")[0] not in uitleg:
            toml.refuse(("uitleg",), sleutel, "de uitleg bij het veld zelf ontbreekt")
    return MappingProxyType(uitleg)


def uitleg_bij(uitleg: Mapping[str, str], veld: str, label: str) -> str:
    """What belongs to this field under this label; "" when there is nothing."""
    return uitleg.get(f"{veld}|{label}") or uitleg.get(veld, "")
