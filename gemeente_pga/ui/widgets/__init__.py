# SPDX-License-Identifier: EUPL-1.2
"""Widgets that the forms promote to."""
