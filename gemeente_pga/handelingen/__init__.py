# SPDX-License-Identifier: EUPL-1.2
"""Every act of the user: one function, one transaction, one log entry."""
