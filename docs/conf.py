"""Sphinx settings. The pages of the law are generated from the rules at each build."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate_law import write_pages

project = "cybercoop"
author = "The cybercoop maintainers"
extensions = ["myst_parser"]
html_theme = "furo"
myst_heading_anchors = 2
exclude_patterns = ["_build"]

write_pages(Path(__file__).parent / "law")
