# SPDX-License-Identifier: EUPL-1.2
"""Persoonsgerichte aanpak: an offline case file for one municipal coordinator."""

__version__ = "0.1.0"
