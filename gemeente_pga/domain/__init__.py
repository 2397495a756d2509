# SPDX-License-Identifier: EUPL-1.2
"""The rules: pure, without Qt, SQL or files."""
