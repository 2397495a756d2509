# SPDX-License-Identifier: EUPL-1.2
"""Compiled forms (generated from /forms)."""
