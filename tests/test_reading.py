"""A page that is read: its lesson begins, time is added, the last cell is known, and nothing waits for it."""

from __future__ import annotations

import os
import subprocess
import time
import uuid

import psycopg
import pytest
from jupyter_client.manager import start_new_kernel

from lessonlab.course.outline import find_page, outline
from lessonlab.postgres import provider
from lessonlab.postgres.server import Server
from lessonlab.postgres.templates import ensure_template
from lessonlab.progress import open_service
from lessonlab.reader import reading
from lessonlab.reader.own_database import COURSE, own_dsn
from lessonlab.reader.reading import IDLE, Reading
from lessonlab.reader.record import Record
from lessonlab.reader.standing import read_standing

PAGE = "06_constraints"
CELLS = find_page(PAGE).cells


@pytest.fixture
def record(server):
    """Return a reader's record, and drop it afterwards."""
    made = Record(lambda: server, f"ada-{uuid.uuid4().hex[:8]}")
    yield made
    made.close()
    drop(server, made.name)


def drop(server, reader):
    """Drop what was written of *reader*."""
    dsn = own_dsn(server, reader)
    if dsn:
        provider.drop_clone(server, psycopg.conninfo.conninfo_to_dict(dsn)["dbname"])


class Clock:
    """A clock that is told the time."""

    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture
def clock(monkeypatch):
    """Return a clock for a reading whose thread writes nothing by itself."""
    monkeypatch.setattr(reading, "PAUSE", 600.0)
    return Clock()


def drift(record):
    """Return where the reader's two tables disagree."""
    return record.service().drift()


def test_an_opened_page_starts_its_lesson(record, server, clock):
    """Without a cell that ran."""
    page = Reading(record, PAGE, clock)
    page.write()
    page.close()
    row = read_standing(server, record.name).pages[PAGE]

    assert (row.completed, row.attempts, row.time_spent_seconds) == (False, 0, 0)
    assert row.first_started_at is not None
    assert drift(record) == []


def test_time_between_cells_is_added_up_to_a_pause(record, server, clock):
    """Fractions add up; who was away for an hour read five minutes of it."""
    page = Reading(record, PAGE, clock)
    for seconds in (10.6, 20.6, 3600.0):
        clock.at += seconds
        page.cell_ended(CELLS[1])
        page.write()
    page.close()

    assert read_standing(server, record.name).pages[PAGE].time_spent_seconds == 31 + IDLE
    assert drift(record) == []


def test_the_last_cell_is_known_by_its_number(record, server, clock):
    """A cell that the reader added has no number: the place before it stays."""
    page = Reading(record, PAGE, clock)
    for cell in (CELLS[2], CELLS[6], "a-cell-of-my-own", ""):
        page.cell_ended(cell)
    page.write()
    page.close()
    place = read_standing(server, record.name).place(PAGE)

    assert (place.cell, place.number) == (CELLS[6], 7)


def test_a_page_without_exercises_ends_with_its_last_cell(record, server, clock):
    """And one with exercises does not."""
    bare = next(one for one in outline() if not one.exercises and len(one.cells) > 3)
    for page in (find_page(PAGE), bare):
        one = Reading(record, page.name, clock)
        one.cell_ended(page.cells[-1])
        one.write()
        one.close()
    found = read_standing(server, record.name)

    assert (False, True) == tuple(found.pages[name].completed for name in (PAGE, bare.name))
    assert (False, True) == tuple(map(found.is_done, (find_page(PAGE), bare)))
    assert drift(record) == []


def test_what_could_not_be_written_is_written_once_later_and_said_once(record, server, clock):
    """The server is away for two cells: one line, and then every second is there once."""
    there = [Server("postgresql://127.0.0.1:1/none", local=False)]
    page = Reading(Record(lambda: there[0], record.name), PAGE, clock)
    said = []
    for _ in range(2):
        clock.at += 7
        page.cell_ended(CELLS[0])
        page.write()
        said.append(page.told_trouble())
    there[0] = server
    clock.at += 5
    page.cell_ended(CELLS[3])
    page.write()
    page.close()
    page.record.close()

    assert said[0].startswith("this page is not recorded: no server answers at 127.0.0.1:1")
    assert said[0].endswith("lessonlab doctor")
    assert (said[1], page.told_trouble()) == ("", "")
    assert read_standing(server, record.name).pages[PAGE].time_spent_seconds == 19
    assert drift(record) == []


def test_a_reader_who_does_not_want_it_is_not_timed(record, server, clock):
    """The wish is kept in the record, for each page that is opened after it."""
    record.wish_tracking(tracking=False)
    page = Reading(record, PAGE, clock)
    clock.at += 50
    page.cell_ended(CELLS[4])
    page.write()
    page.close()
    found = read_standing(server, record.name)

    assert (found.pages, found.places, found.tracking) == ({}, (), False)


def test_opening_and_running_do_not_wait_for_the_record(record, clock):
    """Whatever the record does: it is asked in a thread of its own."""
    asked = []
    record.wants_tracking = lambda: asked.append(1)
    page = Reading(record, PAGE, clock)
    page.cell_ended(CELLS[0])

    assert asked == []
    page.close()


@pytest.fixture
def kernel(server):
    """Return a function that starts a kernel whose reader is recorded; all of it goes afterwards."""
    ensure_template(server, "small")
    reader, started = f"kernel-{uuid.uuid4().hex[:8]}", []

    def start(**environ):
        env = {**os.environ, "LESSONLAB_RECORD": "on", "LESSONLAB_READER": reader, **environ}
        started.append(start_new_kernel(env=env, stderr=subprocess.DEVNULL))
        return started[-1]

    start.reader = reader
    yield start
    for manager, client in started:
        client.stop_channels()
        if manager.is_alive():
            manager.shutdown_kernel()
    drop(server, reader)


def run(client, source, cell):
    """Run *source* as JupyterLab runs the cell *cell*, and return what it printed."""
    content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
    message = client.session.msg("execute_request", content, metadata={"cellId": cell})
    client.shell_channel.send(message)
    printed = []
    while True:
        reply = client.get_iopub_msg(timeout=60)
        if reply["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        kind, body = reply["msg_type"], reply["content"]
        printed += [body["text"]] if kind == "stream" else []
        assert kind != "error", body
        if kind == "status" and body["execution_state"] == "idle":
            return "".join(printed)


def wait_for_standing(server, reader, is_there):
    """Return how far *reader* is, once *is_there* says that it is written."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = read_standing(server, reader)
        if is_there(found):
            return found
        time.sleep(0.2)
    return read_standing(server, reader)


@pytest.mark.slow
def test_a_kernel_s_cells_are_a_lesson(server, kernel):
    """The page is opened, cells run as JupyterLab sends them, an exercise is passed, the kernel ends."""
    manager, client = kernel()
    opened = run(client, f"import lessonlab\nlab = lessonlab.open({PAGE!r})", CELLS[0])
    run(client, "1", CELLS[5])
    found = wait_for_standing(server, kernel.reader, lambda one: one.place(PAGE))
    run(client, "import time; time.sleep(2.1)", CELLS[6])
    client.stop_channels()
    manager.shutdown_kernel()
    ended = read_standing(server, kernel.reader)
    with open_service(own_dsn(server, kernel.reader)) as service:
        wrong = service.drift()
        summary = service.course_summary(next(iter(ended.pages.values())).user_id, COURSE)

    assert opened.startswith(f"{PAGE} · PostgreSQL")
    assert len(opened.splitlines()) == 1
    assert (found.place(PAGE).number, ended.place(PAGE).number) == (6, 7)
    assert ended.pages[PAGE].time_spent_seconds >= 2
    assert (wrong, summary.completed_lessons, summary.lesson_count) == ([], (), len(outline()))


@pytest.mark.slow
@pytest.mark.parametrize("off", [{"LESSONLAB_TRACKING": "off"}, {"LESSONLAB_RECORD": "off"}], ids=str)
def test_a_kernel_that_is_told_not_to_notes_nothing(server, kernel, off):
    """Neither a lesson nor a place, and where there is no record, no database."""
    manager, client = kernel(**off)
    run(client, f"import lessonlab\nlab = lessonlab.open({PAGE!r})", CELLS[0])
    run(client, "import time; time.sleep(2.5)", CELLS[1])
    client.stop_channels()
    manager.shutdown_kernel()

    assert own_dsn(server, kernel.reader) is None
