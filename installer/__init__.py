# SPDX-License-Identifier: EUPL-1.2
"""What sets up, builds and packs the program; standard library only unless a file says otherwise."""
