# SPDX-License-Identifier: EUPL-1.2
"""The files of the kluis on disk and the keys that open it."""
