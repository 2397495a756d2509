# SPDX-License-Identifier: EUPL-1.2
"""The gate: what is shown before a kluis is open. Apart from the screens, so that it is there at once."""
