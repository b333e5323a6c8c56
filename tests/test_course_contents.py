"""The list of contents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lessonlab.course.table_of_contents import contents

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, text: str) -> None:
    """Write a notebook of one cell."""
    cell = {"cell_type": "markdown", "source": text}
    (folder / f"{name}.ipynb").write_text(json.dumps({"cells": [cell]}))


def test_lists_the_notebooks_that_exist_in_order(tmp_path: Path) -> None:
    """A notebook is listed with the title and both minutes that it states, a lettered one after the first."""
    write(tmp_path, "05b_column_values", "# Give the columns values\n\n30 minutes")
    write(tmp_path, "05_column_design", "# Choose every column\n\n25 minutes, and 15 for its exercises")
    table = contents(tmp_path)
    assert [("05", "Choose every column", 25, 15), ("05b", "Give the columns values", 30, "")] == list(
        table.rows
    )


def test_leaves_out_minutes_that_nobody_stated(tmp_path: Path) -> None:
    """A notebook that says nothing of minutes has none."""
    write(tmp_path, "00_start_here", "# Start here")
    assert [("00", "Start here", "", "")] == list(contents(tmp_path).rows)
