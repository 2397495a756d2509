# SPDX-License-Identifier: EUPL-1.2
"""What the acts of this folder stand on."""

import pytest

from gemeente_pga.store.store import Store
from tests.inrichting_hulp import richt_in


@pytest.fixture
def ids(store: Store) -> dict[str, int]:
    return richt_in(store)
