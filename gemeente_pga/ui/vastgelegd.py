# SPDX-License-Identifier: EUPL-1.2
"""What the administrator has laid down, for the dialogs; app puts it here before the first window.

Apart from messages.py, which loads what the unlock page can do without.
"""

from gemeente_pga.domain.beleid import GEEN_BELEID

beleid = GEEN_BELEID
