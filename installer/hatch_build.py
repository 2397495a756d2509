# SPDX-License-Identifier: EUPL-1.2
"""Build hook: a wheel or an editable install always gets freshly compiled forms."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FormsHook(BuildHookInterface):  # type: ignore[type-arg] # the argument is hatchling's own affair
    """Compiles the forms before hatchling gathers the files."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what changed; a form that uic complains about stops the build."""
        sys.path.insert(0, self.root)
        from installer.forms import compile_forms

        complaints = compile_forms(Path(self.root, "forms"), Path(self.root, "gemeente_pga/ui/forms"))
        if complaints:
            raise RuntimeError("\n".join(complaints))
