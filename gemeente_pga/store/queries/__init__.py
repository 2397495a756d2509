# SPDX-License-Identifier: EUPL-1.2
"""Every SELECT, a file per subject; gives domain dataclasses."""
