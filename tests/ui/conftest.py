# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the window share."""

import pytest

from tests.ui.hand import Hand


@pytest.fixture
def hand(qtbot, venster):
    return Hand(qtbot, venster)
