"""The command that counts passages by two things at once."""

from __future__ import annotations

import csv
from pathlib import Path
