"""The process in which a world lives: cells come in a line each, and what comes of them goes out."""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import Any

from lessonlab.errors import JavaScriptError
from lessonlab.js.engine import LOOK, Stopped
from lessonlab.js.js_process import TOO_LONG
from lessonlab.js.world import World
from lessonlab.system.processes import leave

GRACE = 1.0  # seconds after which a loop that V8 does not leave ends with its process


def put(kind: str, *words: Any) -> None:
    """Send one message."""
    sys.stdout.write(json.dumps([kind, *words]) + "\n")
    sys.stdout.flush()


def query(request: str) -> str:
    """Let the database be asked, and return its answer."""
    put("ask", request)
    return str(json.loads(sys.stdin.readline()))


def watch(world: World) -> None:
    """End this process when a cell goes on after its time: V8 cannot stop promises that never rest."""
    while True:
        time.sleep(LOOK)
        if world.allowance.is_over(GRACE):
            leave(TOO_LONG)


def serve(seconds: float, memory: int) -> None:
    """Run the cells that come in, until no more do."""
    world = World(query, lambda text: put("say", text), seconds=seconds, memory=memory)
    threading.Thread(target=watch, args=(world,), daemon=True).start()
    put("ready")
    for line in sys.stdin:
        try:
            value = world.run(*json.loads(line))
            put("value", value.shown, value.json)
        except JavaScriptError as error:
            put("error", error.message, error.cure, isinstance(error, Stopped) and error.lost)


if __name__ == "__main__":
    try:
        serve(float(sys.argv[1]), int(sys.argv[2]))
    finally:
        leave(0)  # an engine that is open would keep Python from ending
