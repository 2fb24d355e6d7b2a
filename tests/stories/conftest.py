"""Stories are told in the window over a project."""

from __future__ import annotations

from tests.windows import window, workspace

__all__ = ["window", "workspace"]
