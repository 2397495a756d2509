# SPDX-License-Identifier: EUPL-1.2
"""Build hook: freshly compiled forms in every build, resources/ inside the package in a wheel.

An editable install gets no copy of resources/: gemeente_pga.paths finds them at the root of the checkout.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FormsHook(BuildHookInterface):  # type: ignore[type-arg] # the argument is hatchling's own affair
    """Runs before hatchling gathers the files."""

    PLUGIN_NAME = "custom"
    NOT_SHIPPED = ("readme",)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what changed; a form that uic complains about stops the build."""
        sys.path.insert(0, self.root)
        from installer.forms import compile_forms

        complaints = compile_forms(Path(self.root, "forms"), Path(self.root, "gemeente_pga/ui/forms"))
        if complaints:
            raise RuntimeError("\n".join(complaints))
        if self.target_name == "wheel" and version == "standard":
            for folder in Path(self.root, "resources").iterdir():
                if folder.name not in self.NOT_SHIPPED and any(folder.iterdir()):
                    build_data["force_include"][str(folder)] = f"gemeente_pga/resources/{folder.name}"
