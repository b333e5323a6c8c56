"""The reader's folder: delivered, brought up to date, reset; what they wrote is never lost."""

import json
import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from ipykernel.kernelspec import KERNEL_NAME, get_kernel_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import lessonlab
from lessonlab import content
from lessonlab.authoring.normal_form import METADATA, dump
from lessonlab.course.chapters import Chapter, find
from lessonlab.errors import WorkspaceError
from lessonlab.reader.delivered import fingerprint, kernel_language, without_outputs
from lessonlab.reader.own_pages import PageState, deliver, keep, reset, state, untouched
from lessonlab.reader.workspace import Workspace, open_workspace
from lessonlab.system.files import new_folder

CHAPTER = Chapter(3, "storage_models")
NOW = datetime(2026, 11, 22, 19, 5, 12)  # noqa: DTZ001 - what the reader's clock shows


def write(path, text="x = 1", output="1"):
    """Write a notebook with one cell that says *text* and shows *output*."""
    shown = new_output("stream", name="stdout", text=output)
    cells = [new_markdown_cell("# Choose", id="title"), new_code_cell(text, id="a", outputs=[shown])]
    path.write_text(dump(new_notebook(metadata=METADATA, cells=cells)), encoding="utf-8")


def rewrite(path, **metadata):
    """Write the notebook at *path* again with other *metadata*, and return its text."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"] |= metadata
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.fixture
def place(tmp_path):
    """Return a workspace of a course with two chapters, everything delivered."""
    course = tmp_path / "course"
    course.mkdir()
    write(course / CHAPTER.filename)
    write(course / "04_table_design.ipynb")
    opened = open_workspace(tmp_path / "l'l $x \"陈", course)
    assert [] == deliver(opened)
    return opened


def copies(place):
    return sorted(path.name for path in place.root.glob("*.ipynb"))


def test_delivered(place):
    """All notebooks are copied, in a folder that git ignores and whose hidden part is ours alone."""
    assert [CHAPTER.filename, "04_table_design.ipynb"] == copies(place)
    assert "*\n" == (place.root / ".gitignore").read_text()
    assert os.name == "nt" or place.hidden.stat().st_mode & 0o777 == 0o700


def test_delivered_with_what_the_kernel_says(place):
    """A copy holds what JupyterLab would write into it, and else what the course's notebook does, not run."""
    copy, course = (
        json.loads(path.read_text(encoding="utf-8"))
        for path in (place.path(CHAPTER), place.course / CHAPTER.filename)
    )
    spec = get_kernel_dict()
    kernelspec = {"name": KERNEL_NAME} | {key: spec[key] for key in ("display_name", "language")}

    assert {"kernelspec": kernelspec, "language_info": kernel_language()} == copy["metadata"]
    assert {"name", "version", "mimetype"} < set(kernel_language())
    assert json.loads(without_outputs(json.dumps(course).encode())) == copy | {"metadata": course["metadata"]}


def shown(path):
    """Return what the code cells of the notebook at *path* show, and their numbers."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [(c["outputs"], c["execution_count"]) for c in cells if c["cell_type"] == "code"]


def test_a_prediction_is_not_spoilt(place):
    """No cell of a delivered page shows anything or has a number; who asks for outputs gets them."""
    for give in (deliver, lambda place, **how: reset(place, CHAPTER, **how)):
        give(place)
        assert [([], None)] == shown(place.path(CHAPTER))
        give(place, outputs=True)
        assert shown(place.course / CHAPTER.filename) == shown(place.path(CHAPTER))
        give(place)
        assert [([], None)] == shown(place.path(CHAPTER))


def as_of_the_last_release(place):
    """Make *place* what the release before left: every page with its outputs, and no word of that."""
    deliver(place, outputs=True)
    path = place.hidden / "delivered.json"
    record = json.loads(path.read_text())
    path.write_text(json.dumps({n: {k: v[k] for k in ("whole", "sources")} for n, v in record.items()}))


@pytest.mark.parametrize("ran", [False, True])
def test_a_workspace_of_the_last_release_loses_its_answers(place, ran):
    """Pages that were not edited are renewed to pages without outputs, also those that were run."""
    as_of_the_last_release(place)
    if ran:
        write(place.path(CHAPTER), output="run by the reader")
    assert [] == deliver(place)
    assert [([], None)] == shown(place.path(CHAPTER))
    assert PageState.NOT_OPENED is state(place, CHAPTER)


def test_an_edited_page_of_the_last_release_stays(place):
    """What was typed, and what it showed, is the reader's."""
    as_of_the_last_release(place)
    write(place.path(CHAPTER), "mine", output="run by the reader")
    assert [] == deliver(place)
    assert "run by the reader" in place.path(CHAPTER).read_text(encoding="utf-8")


def test_what_a_reader_ran_outlives_another_choice(place):
    """To ask for outputs, or for none, renews pages that lie as they were delivered, and no other."""
    write(place.path(CHAPTER), output="run by the reader")
    for outputs in (True, False):
        assert [] == deliver(place, outputs=outputs)
        assert "run by the reader" in place.path(CHAPTER).read_text(encoding="utf-8")


def test_delivered_copy_is_not_written_again(place):
    """JupyterLab may have it open, and would ask about a file that changed."""
    before = place.path(CHAPTER).stat()
    deliver(place)
    reset(place, CHAPTER)
    after = place.path(CHAPTER).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_another_python_is_no_edit(place):
    """A copy of another Python gets what this one says; one that was run stays; nothing is said."""
    old = {"name": "python", "version": "3.0"}
    rewrite(place.path(CHAPTER), language_info=old)
    assert PageState.NOT_OPENED is state(place, CHAPTER)
    assert place.path(CHAPTER) in untouched(place)
    assert [] == deliver(place)
    assert kernel_language() == json.loads(place.path(CHAPTER).read_bytes())["metadata"]["language_info"]

    write(place.path(CHAPTER), output="run by the reader")
    run = rewrite(place.path(CHAPTER), language_info=old)
    assert [] == deliver(place)
    assert run == place.path(CHAPTER).read_text(encoding="utf-8")


def test_another_kernel_is_kept(place):
    """The kernel that a reader chose is theirs."""
    chosen = rewrite(place.path(CHAPTER), kernelspec={"name": "ir", "display_name": "R", "language": "R"})
    assert [] == deliver(place)
    assert chosen == place.path(CHAPTER).read_text(encoding="utf-8")
    assert place.path(CHAPTER) not in untouched(place)


def test_folder_in_use_gets_no_gitignore(tmp_path):
    """A folder that already holds the reader's files keeps them visible to git."""
    (tmp_path / "mine.txt").write_text("x")
    open_workspace(tmp_path)
    assert not (tmp_path / ".gitignore").exists()


def test_unedited_copy_is_updated(place):
    """Newer content replaces a copy that was only run."""
    write(place.path(CHAPTER), output="run by the reader")
    write(place.course / CHAPTER.filename, "x = 2")
    assert [] == deliver(place)
    assert "x = 2" in place.path(CHAPTER).read_text(encoding="utf-8")


def test_run_copy_stays_without_newer_content(place):
    """Without newer content a copy that was run keeps its outputs."""
    write(place.path(CHAPTER), output="run by the reader")
    deliver(place)
    assert "run by the reader" in place.path(CHAPTER).read_text(encoding="utf-8")


def test_edited_copy_is_kept(place):
    """Newer content does not replace what the reader typed; it is said which chapter that is, each time."""
    write(place.path(CHAPTER), "mine")
    write(place.course / CHAPTER.filename, "x = 2")
    assert [[CHAPTER], [CHAPTER]] == [deliver(place), deliver(place)]
    assert "mine" in place.path(CHAPTER).read_text(encoding="utf-8")


def test_edited_copy_without_newer_content(place):
    """Where nothing is newer, nothing is said."""
    write(place.path(CHAPTER), "mine")
    assert [] == deliver(place)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}'])
def test_broken_copy_is_kept(place, text):
    """A copy that is no notebook any more is the reader's all the same."""
    place.path(CHAPTER).write_text(text, encoding="utf-8")
    write(place.course / CHAPTER.filename, "x = 2")
    assert [CHAPTER] == deliver(place)
    assert text == place.path(CHAPTER).read_text(encoding="utf-8")


@pytest.mark.parametrize("record", ["", "[]", '{"03_storage_models": 3}', '{"03_storage_models": {"a": 1}}'])
def test_broken_record_keeps_everything(place, record):
    """Without a record nothing vouches for a copy, so one that differs is kept."""
    (place.hidden / "delivered.json").write_text(record)
    write(place.path(CHAPTER), "mine")
    assert [CHAPTER] == deliver(place)
    assert "mine" in place.path(CHAPTER).read_text(encoding="utf-8")


def test_removed_copy_comes_back(place):
    """A copy that the reader removed is delivered again."""
    place.path(CHAPTER).unlink()
    deliver(place)
    assert CHAPTER.filename in copies(place)


def test_untouched(place):
    """Only copies that are the course's own bytes may be signed in its name."""
    write(place.path(CHAPTER), output="<script>")
    assert [place.root / "04_table_design.ipynb"] == untouched(place)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda _: None, PageState.NOT_OPENED),
        (lambda path: path.unlink(), PageState.NOT_OPENED),
        (lambda path: write(path, output="run"), PageState.UNEDITED),
        (lambda path: write(path, "mine"), PageState.EDITED),
    ],
    ids=["delivered", "removed", "run", "typed"],
)
def test_state(place, change, expected):
    """What the reader did with a chapter is told by what they typed, not by what was run."""
    change(place.path(CHAPTER))
    assert expected is state(place, CHAPTER)


def test_reset_keeps_the_edited_file(place):
    """A reset puts the course's notebook in place and the reader's beside it."""
    write(place.path(CHAPTER), "mine")
    kept = reset(place, CHAPTER)
    assert "mine" in kept.read_text(encoding="utf-8")
    assert fingerprint(place.path(CHAPTER).read_bytes()) == fingerprint(
        without_outputs((place.course / CHAPTER.filename).read_bytes())
    )
    assert PageState.NOT_OPENED is state(place, CHAPTER)


def test_reset_keeps_outputs_too(place):
    """A copy that was only run is kept as well: the reader may want what it showed."""
    write(place.path(CHAPTER), output="run by the reader")
    assert "run by the reader" in reset(place, CHAPTER).read_text(encoding="utf-8")


def test_reset_of_untouched_copy_keeps_nothing(place):
    """A copy as it was delivered, even an older one, leaves no second file."""
    write(place.course / CHAPTER.filename, "x = 2")
    assert reset(place, CHAPTER) is None
    assert 2 == len(copies(place))


def test_kept_names_are_dated_and_unique(place):
    """Copies kept within one second have names of their own."""
    kept = [keep(place.path(CHAPTER), NOW).name for _ in range(3)]
    assert [
        "03_storage_models (kept 2026-11-22 19.05.12).ipynb",
        "03_storage_models (kept 2026-11-22 19.05.12, 2).ipynb",
        "03_storage_models (kept 2026-11-22 19.05.12, 3).ipynb",
    ] == kept


def test_kept_copies_are_no_chapters(place):
    """Kept copies do not disturb the course, and a reset of one name keeps each."""
    for text in ("one", "two"):
        write(place.path(CHAPTER), text)
        reset(place, find("03", place.course))
    assert 4 == len(copies(place))
    assert [] == deliver(place)


@pytest.mark.parametrize(
    "mark", ["pyproject.toml", "setup.py", "setup.cfg", ".git/config", "lessonlab/__init__.py"]
)
def test_source_folder_refused(tmp_path, mark):
    """A folder that holds somebody's source is no workspace, and nothing is written to it."""
    (tmp_path / mark).parent.mkdir(exist_ok=True)
    (tmp_path / mark).touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(WorkspaceError, match="holds source code") as caught:
        open_workspace(tmp_path)
    assert before == sorted(tmp_path.rglob("*"))
    assert "--workspace DIR" in caught.value.cure


@pytest.mark.parametrize(
    "folder",
    [content.folder("notebooks"), content.folder("sql") / "new", Path(lessonlab.__file__).parent / "x"],
    ids=["notebooks", "sql", "package"],
)
def test_installed_files_refused(folder):
    """The installed files are never a workspace."""
    with pytest.raises(WorkspaceError, match="part of the installed files"):
        open_workspace(folder)
    assert not (folder / ".lessonlab").exists()


def test_link_into_installed_files_refused(tmp_path):
    """A link does not hide where a folder is."""
    link = tmp_path / "link"
    link.symlink_to(content.folder("notebooks"), target_is_directory=True)
    with pytest.raises(WorkspaceError, match="part of the installed files"):
        open_workspace(link)


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_file_refused(tmp_path, below):
    """A file, or a folder below one, is no workspace."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(WorkspaceError, match="is a file"):
        open_workspace(tmp_path / "file" / below)


@pytest.fixture
def locked():
    """Return a folder that may not be written to; root looks at it as somebody else."""
    base = new_folder("lessonlab-locked-")
    base.chmod(0o755)
    folder = base / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    shutil.rmtree(base)


@pytest.mark.skipif(os.name == "nt", reason="permission bits are POSIX")
@pytest.mark.parametrize("below", ["", "new"])
def test_read_only_folder_refused(locked, below):
    """A folder that may not be written to is our error."""
    with pytest.raises(WorkspaceError, match="cannot be written to: Permission denied"):
        open_workspace(locked / below)


def test_no_reader_is_fooled_by_a_record_of_another_shape(place):
    """The record names each chapter with both of its digests, and whether it came with its outputs."""
    record = json.loads((place.hidden / "delivered.json").read_text())
    assert {"whole", "sources", "outputs"} == set(record[CHAPTER.name])


def test_list_needs_no_folder(tmp_path, place):
    """The state of a chapter in a folder that does not exist is not opened."""
    assert PageState.NOT_OPENED is state(Workspace(tmp_path / "none", place.course), CHAPTER)
