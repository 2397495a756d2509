# SPDX-License-Identifier: EUPL-1.2
"""The screens, in the order of the rail."""
