"""
Notebooks executed without a browser, several at once, each in a kernel of its own.

Copies are run in a throw-away folder: neither the course's files nor the reader's are touched.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError, CellTimeoutError, DeadKernelError

from lessonlab.authoring.normal_form import load
from lessonlab.authoring.page_rules import RAISES
from lessonlab.system import files, network, starting

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence

    from nbformat import NotebookNode

T = TypeVar("T")
CELL_TIMEOUT = 300.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Where a notebook stopped; *cell* is empty when no cell is to blame."""

    cell: str
    error: str


@dataclass(frozen=True, slots=True)
class PageRun:
    """One notebook's run; *notebook* holds the outputs up to the failure."""

    name: str
    seconds: float
    notebook: NotebookNode
    failure: Failure | None = None


def run_notebooks(
    paths: Sequence[Path],
    *,
    jobs: int = 2,
    timeout: float = CELL_TIMEOUT,
    environ: Mapping[str, str] | None = None,
    report: Callable[[PageRun], None] | None = None,
) -> list[PageRun]:
    """
    Execute the notebooks at *paths*, *jobs* at a time, and return their outcomes in that order.

    *timeout* is for one cell.  *report* is called as each finishes.  Ctrl+C ends every kernel first.
    """
    return _interruptible(_run_all(paths, jobs, timeout, environ or {}, report or (lambda _: None)))


async def _run_all(
    paths: Sequence[Path],
    jobs: int,
    cell_seconds: float,
    environ: Mapping[str, str],
    report: Callable[[PageRun], None],
) -> list[PageRun]:
    free = asyncio.Semaphore(jobs)

    async def run_one(path: Path) -> PageRun:
        async with free:
            with _scratch(path) as copy:
                outcome = await _run(copy, cell_seconds, environ)
        report(outcome)
        return outcome

    # A task that is cancelled must not end the others' clean-up: collect, then raise.
    outcomes = await asyncio.gather(*map(run_one, paths), return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return [outcome for outcome in outcomes if isinstance(outcome, PageRun)]


async def _run(path: Path, cell_seconds: float, environ: Mapping[str, str]) -> PageRun:
    """Execute the notebook at *path*, in its folder."""
    nb = _read_cleared(path)
    running: dict[str, str] = {}

    def note_cell(cell: NotebookNode, **_: Any) -> None:
        running["cell"] = cell.get("id", "")

    client = NotebookClient(
        nb,
        km=_manager(path.parent),
        timeout=max(1, round(cell_seconds)),
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_execute=note_cell,
    )
    client.owns_km = True  # ours to end, like one that it had made itself
    start = time.perf_counter()
    failure = None
    try:
        await client.async_execute(env=_kernel_environ(path.parent, environ), stderr=starting.NOWHERE)
        failure = missing_error(nb)
    except (CellControlSignal, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        failure = Failure(running.get("cell", ""), describe(error, cell_seconds))
    return PageRun(path.stem, time.perf_counter() - start, nb, failure)


def _manager(folder: Path) -> AsyncKernelManager:
    """
    Return who starts a kernel, one that listens at files in *folder* where it can.

    jupyter_client finds ports that are free, and the kernel takes them a moment later.  When another process
    has taken the one for its output meanwhile, ipykernel says so and hangs.
    """
    made = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    place = folder / "kernel"
    if network.takes_sockets(place):
        made.transport, made.ip = "ipc", str(place)
    return made


def missing_error(nb: NotebookNode) -> Failure | None:
    """Return the first cell that was to raise and did not: neither nbclient nor nbval minds."""
    for cell in nb.cells:
        if RAISES in cell.metadata.get("tags", ()) and not any(
            o.output_type == "error" for o in cell.outputs
        ):
            return Failure(cell.id, f"tagged {RAISES}, and nothing was raised")
    return None


def describe(error: Exception, cell_seconds: float) -> str:
    """Return the first lines of what went wrong."""
    if isinstance(error, CellExecutionError):
        lines = [line for line in str(error.evalue).splitlines() if line.strip()][:3]
        return "\n".join([f"{error.ename}: {lines[0]}", *lines[1:]]) if lines else str(error.ename)
    if isinstance(error, CellTimeoutError):
        return f"still running after {cell_seconds:g} s"
    if isinstance(error, DeadKernelError):
        return "the kernel died"
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _read_cleared(path: Path) -> NotebookNode:
    """Return the notebook at *path* without outputs, so that a failed run shows none of an earlier one."""
    nb = load(path.read_text(encoding="utf-8"))
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return nb


def _kernel_environ(folder: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Return a kernel's environment: no start-up files of the user's, nothing in the home, and no record."""
    return {**os.environ, "IPYTHONDIR": str(folder / ".ipython"), "LESSONLAB_RECORD": "off", **environ}


@contextmanager
def _scratch(path: Path) -> Iterator[Path]:
    """Yield a copy of *path* in a folder that is gone afterwards."""
    with files.temporary_folder("lessonlab-run-") as folder:
        yield Path(shutil.copy(path, folder))


def _interruptible(work: Coroutine[Any, Any, T]) -> T:
    """
    Return what *work* does in a thread with a loop of its own, cancelling it when this thread is interrupted.

    In the main thread nbclient would take Ctrl+C for itself, end one kernel and let the others go on.
    """
    started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = Future()

    async def follow() -> T:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine under asyncio.run has one
        started.set_result((asyncio.get_running_loop(), task))
        return await work

    with ThreadPoolExecutor(1, "lessonlab-run") as pool:
        done = pool.submit(asyncio.run, follow())
        try:
            return done.result()
        except BaseException:
            if not done.done():
                loop, task = started.result()
                loop.call_soon_threadsafe(task.cancel)
                wait([done])
            raise
