"""What colours SQL cells in JupyterLab: which part of a cell is SQL, and which build was made from what."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import nbformat
import pytest

from lessonlab import content
from lessonlab.magics.lab_magics import LabMagics
from lessonlab.reader import jupyter

READER = Path(jupyter.__file__).parent
SOURCE, BUILT = READER / "labextension", jupyter.LABEXTENSIONS
REGIONS = (SOURCE / "regions.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def regions():
    """Return a function that says of a cell's text which piece is of which kind."""
    engine = pytest.importorskip("py_mini_racer").MiniRacer()
    engine.eval(REGIONS.replace("export function", "function"))

    def cut(text):
        found = json.loads(engine.eval(f"JSON.stringify(regions({json.dumps(text)}))"))
        return [(one["kind"], text[one["from"] : one["to"]]) for one in found]

    yield cut
    engine.close()  # else the process does not always end


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("x = 1", []),
        ("x = '%%sql'\ny = '''\n%%sql\n'''", []),
        ("%claims G064", []),
        ("%%time\nSELECT 1", []),
        ("%%sqlite\nSELECT 1", []),
        ("%%sql", [("Magic", "%%sql")]),
        ("%%sql\nSELECT 1", [("Magic", "%%sql"), ("SQL", "\nSELECT 1")]),
        ("%%sql SELECT 1\n, 2", [("Magic", "%%sql"), ("SQL", " SELECT 1\n, 2")]),
        ("%%sql -- why\nSELECT 1", [("Magic", "%%sql"), ("SQL", " -- why\nSELECT 1")]),
        ("%%js\nlet x", [("Magic", "%%js"), ("JavaScript", "\nlet x")]),
        (
            "# don't\n\n-- of mine\n %%answer 06-02\nSELECT 1",
            [
                ("Comment", "# don't\n\n-- of mine\n "),
                ("Magic", "%%answer"),
                ("Options", " 06-02"),
                ("SQL", "\nSELECT 1"),
            ],
        ),
        (
            "%%sql --gset @ben --needs superuser rows << SELECT 1",
            [("Magic", "%%sql"), ("Options", " --gset @ben --needs superuser rows <<"), ("SQL", " SELECT 1")],
        ),
        (
            '%%explain --compare adding="CREATE INDEX"\nSELECT 1',
            [("Magic", "%%explain"), ("Options", ' --compare adding="CREATE INDEX"'), ("SQL", "\nSELECT 1")],
        ),
        ("%sql SELECT 1", [("Magic", "%sql"), ("SQL", " SELECT 1")]),
        ("%sql SELECT 1\nFROM users", [("Magic", "%sql"), ("SQL", " SELECT 1\nFROM users")]),
        (
            "n = 2\nrows = %sql @ben SELECT 1\nor_so = 3\n%sql ROLLBACK",
            [
                *(
                    ("Python", "n = 2\nrows = "),
                    ("Magic", "%sql"),
                    ("Options", " @ben"),
                    ("SQL", " SELECT 1"),
                ),
                *(("Python", "\nor_so = 3\n"), ("Magic", "%sql"), ("SQL", " ROLLBACK")),
            ],
        ),
    ],
)
def test_a_cell_is_cut_where_its_language_changes(regions, text, cut):
    """Comments above a magic, the magic, its options, and the SQL below; Python stays what it is."""
    assert cut == regions(text)


def test_each_cell_of_the_course_is_cut_as_it_is_run(regions):
    """The SQL of a cell is all below its magic's line; no other cell has any."""
    wrong, seen = [], 0
    for path in sorted(content.folder("notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            head, line, body = cell.source.partition("\n")
            magic = re.match(r"%%(\w+)", head) if cell.cell_type == "code" else None
            wanted = ("JavaScript" if magic[1] == "js" else "SQL", line + body) if magic and line else None
            cut = regions(cell.source) if cell.cell_type == "code" else []
            found = [piece for piece in cut if piece[0] in {"SQL", "JavaScript"}]
            seen += len(found)
            if [wanted] * bool(wanted) != found:
                wrong.append((path.name, cell.id, cut))

    assert ([], True) == (wrong, seen > 1000)


def test_every_cell_magic_has_colours():
    """One that is added is named in regions.js."""
    named = re.search(r"%%\(([\w|]+)\)", REGIONS)[1].split("|")

    assert sorted(LabMagics.magics["cell"]) == sorted(named)


def test_the_build_was_made_from_the_source():
    """Who changes one file of either side builds anew: .ci/labextension."""
    lines = (BUILT / "made-from.sha256").read_text(encoding="utf-8").splitlines()
    noted = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {
        path.relative_to(READER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (*SOURCE.rglob("*"), *BUILT.rglob("*"))
        if path.is_file() and path.name != "made-from.sha256"
    }

    assert noted == found


def test_what_is_delivered_is_small():
    """JupyterLab's own languages colour the cells: no grammar is carried here."""
    size = sum(path.stat().st_size for path in (BUILT / "lessonlab").rglob("*") if path.is_file())

    assert size < 20_000
