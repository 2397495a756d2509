# SPDX-License-Identifier: EUPL-1.2
"""Window, screens and widgets."""
