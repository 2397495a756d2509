# SPDX-License-Identifier: EUPL-1.2
"""Keystores of a computer, for tests: one that works, and those that do not."""

import threading

from gemeente_pga.kluis.sleutelbos import GEHEIM_LENGTE


class Geheugenbos:
    """A keystore that works."""

    NAAM = "tests.kluis.sleutelbossen.Geheugenbos"

    def __init__(self) -> None:
        self.inhoud: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.inhoud.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.inhoud[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.inhoud[username]


ALLEEN_GEHEUGENBOS = frozenset((Geheugenbos.NAAM,))


class Vergeetbos(Geheugenbos):
    """Accepts and forgets, as the null backend does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Liegbos(Geheugenbos):
    """Gives back something else."""

    def get_password(self, service: str, username: str) -> str | None:
        return "00" * GEHEIM_LENGTE


class Rommelbos(Geheugenbos):
    """Gives back what is not hex."""

    def get_password(self, service: str, username: str) -> str | None:
        return "geen hex"


class Werpbos(Geheugenbos):
    """Fails with an error that is nobody's subclass."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("1783: de stub heeft verkeerde gegevens ontvangen")

    set_password = None  # type: ignore[assignment]  # as broken as a backend can be


class Hangbos(Geheugenbos):
    """Waits for a prompt that nobody sees."""

    vrij = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.vrij.wait(30)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.vrij.wait(30)
