"""
A JupyterHub with two system users, on our own configuration: `python hub.py FOLDER [PORT]`, as root.

Each logs in, gets the pages, runs cells and answers an exercise.  One's server is killed, and later the idle
culler ends both; each time no process is left, and what was passed is there when they come back.

Wanted: Linux, `python -m pip install "lessonlab[hub]"` for a Python that others may run, and
`npm install -g configurable-http-proxy` in the PATH.  The users are made, and removed at the end.
"""

from __future__ import annotations

import asyncio
import http.cookiejar
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from lessonlab.grading import library

if TYPE_CHECKING:
    from collections.abc import Callable

CONFIG = Path(__file__).parents[2] / ".github" / "hub" / "jupyterhub_config.py"
USERS = ("lessonlab-hub-a", "lessonlab-hub-b")
KEY = "06-01"
PAGE = "lessonlab-work/06_constraints.ipynb"
PATIENCE = 180.0
PROGRESS = "import subprocess, sys\nprint(subprocess.getoutput(f'{sys.executable} -m lessonlab progress'))"
MORE = """
exec(compile(open({config!r}).read(), {config!r}, "exec"))
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {port} + 1
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{port2}"
c.JupyterHub.services += [{{"name": "driver", "api_token": {token!r}}}]
c.JupyterHub.load_roles += [{{
    "name": "driver", "services": ["driver"],
    "scopes": ["admin:servers", "admin:users", "tokens", "access:servers"],
}}]
"""


def give_up(why: str) -> None:
    """Say why, and end."""
    raise SystemExit(f"hub.py: {why}")


def wait_for(what: str, is_so: Callable[[], Any]) -> float:
    """Return the seconds until *is_so*."""
    started = time.monotonic()
    while not is_so():
        if time.monotonic() - started > PATIENCE:
            give_up(f"waited {PATIENCE:.0f} s for {what}")
        time.sleep(0.3)
    return time.monotonic() - started


def said(what: str, seconds: float) -> None:
    """Print a step and how long it took."""
    print(f"{what:60} {seconds:5.1f} s", flush=True)


class Hub:
    """A hub that runs, and the token of the service that drives it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.token, self.address = secrets.token_hex(16), f"http://127.0.0.1:{port}"
        config = folder / "config.py"
        config.write_text(MORE.format(config=str(CONFIG), port=port, port2=port + 2, token=self.token))
        self.log = (folder / "hub.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(config)],
            cwd=folder, stdout=self.log, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def ask(self, method: str, path: str, body: Any = None, token: str = "") -> Any:
        """Return what the hub, or a user's server behind it, answers; `None` where that is nothing."""
        request = urllib.request.Request(  # noqa: S310 - it is ours
            self.address + path,
            None if body is None else json.dumps(body).encode(),
            {"Authorization": f"token {token or self.token}"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - as above
            return json.loads(answer.read() or "null")

    def answers(self) -> bool:
        """Say whether it does."""
        try:
            return bool(self.ask("GET", "/hub/api/"))
        except OSError:
            return False

    def runs(self, user: str) -> bool:
        """Say whether the hub knows a server of *user* that is ready."""
        return bool(self.ask("GET", f"/hub/api/users/{user}")["servers"].get("", {}).get("ready"))

    def end(self) -> None:
        """End it, its proxy and whatever it started."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()


class Student:
    """Somebody with an account on this machine."""

    def __init__(self, hub: Hub, name: str) -> None:
        self.hub, self.name, self.password, self.token = hub, name, secrets.token_hex(8), ""
        subprocess.run(["useradd", "--create-home", "--shell", "/bin/bash", name], check=True)
        subprocess.run(["chpasswd"], input=f"{name}:{self.password}", encoding="utf-8", check=True)

    def log_in(self) -> None:
        """Fill in the hub's own form, which begins the server too."""
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = opener.open(f"{self.hub.address}/hub/login", timeout=PATIENCE).read().decode()
        found = re.search(r'name="_xsrf" value="([^"]+)"', page)
        form = {"username": self.name, "password": self.password, "_xsrf": found[1] if found else ""}
        address = f"{self.hub.address}/hub/login?next=/hub/home"
        home = opener.open(address, urllib.parse.urlencode(form).encode(), timeout=PATIENCE)
        if self.name not in home.read().decode():
            give_up(f"{self.name} cannot log in")
        made = self.hub.ask("POST", f"/hub/api/users/{self.name}/tokens", {"note": "hub.py"})
        self.token = made["token"]

    def begin(self) -> None:
        """Ask for a server; who asks when it is there already gets that one."""
        try:
            self.hub.ask("POST", f"/hub/api/users/{self.name}/server", {})
        except urllib.error.HTTPError as error:
            if error.code != 400:  # it runs
                raise
        wait_for("a server", lambda: self.hub.runs(self.name))

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Return what one's own server answers."""
        return self.hub.ask(method, f"/user/{self.name}/api/{path}", body, self.token)

    def processes(self) -> list[psutil.Process]:
        """Return what runs for this account."""
        return [
            one for one in psutil.process_iter(["username", "cmdline"]) if one.info["username"] == self.name
        ]

    def run(self, *cells: str) -> str:
        """Run *cells* in the kernel of a page, and return what they printed or showed."""
        body = {"path": PAGE, "name": "06", "type": "notebook", "kernel": {"name": "python3"}}
        kernel = self.ask("POST", "sessions", body)["kernel"]["id"]
        address = self.hub.address.replace("http", "ws", 1)
        channels = f"{address}/user/{self.name}/api/kernels/{kernel}/channels"
        asking = HTTPRequest(channels, headers={"Authorization": f"token {self.token}"})
        return asyncio.run(asyncio.wait_for(run_cells(asking, cells), PATIENCE))

    def remove(self) -> None:
        """Take the account away, and what it has."""
        for one in self.processes():
            one.kill()
        subprocess.run(["userdel", "--remove", self.name], check=False, capture_output=True)


async def run_cells(asking: HTTPRequest, cells: tuple[str, ...]) -> str:
    """Run *cells* one after the other, and return what they printed, showed or raised."""
    socket = await websocket_connect(asking)
    try:
        return "\n".join([await run_cell(socket, cell) for cell in cells])
    finally:
        socket.close()


async def run_cell(socket: WebSocketClientConnection, code: str) -> str:
    """Run one cell, and return what it printed, showed or raised."""
    mine = uuid.uuid4().hex
    header = {"msg_id": mine, "msg_type": "execute_request", "username": "", "session": mine}
    content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    await socket.write_message(json.dumps(message))
    out = []
    while True:
        read = await socket.read_message()
        if read is None:
            return "\n".join([*out, "the kernel is gone"])
        came = json.loads(read)
        if came.get("parent_header", {}).get("msg_id") != mine:
            continue
        kind, content = came["msg_type"], came["content"]
        if kind == "stream":
            out.append(content["text"])
        elif kind in {"execute_result", "display_data"}:
            out.append(str(content["data"].get("text/plain")))
        elif kind == "error":
            out.append("\n".join([content["ename"], content["evalue"]]))
        elif kind == "status" and content["execution_state"] == "idle":
            return "\n".join(out)


def expect(text: str, said_there: str) -> None:
    """Give up unless *text* has what is to be there."""
    if said_there not in text:
        give_up(f"want {said_there!r} in:\n{text}")


def timed(what: str, do: Callable[[], Any]) -> Any:
    """Do it, and say how long it took."""
    started = time.monotonic()
    got = do()
    said(what, time.monotonic() - started)
    return got


def play(hub: Hub, students: list[Student]) -> None:
    """Let two students come, work, be thrown out, and come back."""
    first, second = students
    answer = library.find(KEY).solution.text
    open_it = 'import lessonlab\nlab = lessonlab.open("06")'
    said("the hub answers", wait_for("the hub", hub.answers))
    for one in students:
        timed(f"{one.name} logs in", one.log_in)
        timed(f"{one.name} has a server", one.begin)
        page = one.ask("GET", f"contents/{PAGE}")
        expect(json.dumps(page["content"]), "%%answer")
    for one in students:
        expect(timed(f"{one.name} opens page 06", lambda one=one: one.run(open_it)), "PostgreSQL")
        expect(one.run("%sql SELECT count(*) FROM users"), "1 row")
    came = timed(f"{first.name} answers {KEY}", lambda: first.run(f"%%answer {KEY}\n{answer}"))
    expect(came, "✓")
    other = f"import os\nos.listdir('/home/{first.name}/lessonlab-work/.lessonlab')"
    expect(second.run(other), "PermissionError")

    for one in first.processes():
        if any("jupyterhub-singleuser" in word for word in one.info["cmdline"] or ()):
            one.kill()
    gone = wait_for("nothing of the killed server", lambda: not first.processes())
    said(f"after kill -9 nothing of {first.name} is left", gone)
    expect(timed(f"{second.name} goes on", lambda: second.run("%sql SELECT count(*) FROM users")), "1 row")
    wait_for("the hub to see it", lambda: not hub.runs(first.name))
    timed(f"{first.name} has a server again", first.begin)
    expect(timed(f"{first.name} finds the pass of before", lambda: first.run(open_it, PROGRESS)), ", 1 of")

    culler = [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=1", "--cull-every=2"]
    environ = os.environ | {"JUPYTERHUB_API_TOKEN": hub.token, "JUPYTERHUB_API_URL": f"{hub.address}/hub/api"}
    culling = subprocess.Popen(culler, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        gone = wait_for("the culler", lambda: not any(one.processes() for one in students))
    finally:
        culling.kill()
        culling.wait()
    said("the culler has ended both, and nothing of them is left", gone)
    first.begin()
    expect(first.run(open_it, PROGRESS), ", 1 of")
    print("Both came back to what they had.")


def main() -> None:
    """Look for what is wanted, make the users, play, and leave nothing."""
    folder = Path(sys.argv[1]).absolute()
    if sys.platform != "linux" or os.geteuid() != 0:
        give_up("wants root on Linux: a hub starts servers as other users")
    if shutil.which("configurable-http-proxy") is None:
        give_up("there is no configurable-http-proxy: npm install -g configurable-http-proxy")
    folder.mkdir(parents=True)
    hub = Hub(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 8400)
    students: list[Student] = []
    try:
        students.extend(Student(hub, name) for name in USERS)
        play(hub, students)
    finally:
        hub.end()
        for one in students:
            one.remove()


if __name__ == "__main__":
    main()
