# SPDX-License-Identifier: EUPL-1.2
"""The encrypted database behind one write door; the only place that knows SQL."""
