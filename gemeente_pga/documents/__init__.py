# SPDX-License-Identifier: EUPL-1.2
"""PDF documents, made in memory from frozen data objects."""
