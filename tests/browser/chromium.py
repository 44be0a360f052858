"""Headless Chromium, driven over a pipe by the DevTools protocol: no driver, no port, no library.

One process looks at all pages. Every request that a page makes and everything it writes to its console is noted.
"""

import base64
import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from typing import Any

_FLAGS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a request is noted, and leads nowhere
)
_PATIENCE = 60.0
"""Seconds to wait for an answer before the browser counts as hung."""


def find_chromium() -> str | None:
    """The path of a Chromium on this machine."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass
class Tab:
    """One page after the other in one tab; `requests` and `console` belong to the page that was opened last."""

    _send: Any
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def size(self, width: int, height: int = 900, *, dark: bool = False, media: str = "screen") -> None:
        """The window's size in CSS pixels, the reader's colours, and screen or print."""
        self._send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._send("Emulation.setEmulatedMedia", media=media, features=scheme)

    def open(self, address: str | Path) -> None:
        """Load a page, and wait until it is there."""
        self.requests.clear()
        self.console.clear()
        url = address.resolve().as_uri() if isinstance(address, Path) else address
        self._send("Page.navigate", until="Page.loadEventFired", url=url)

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        answer = self._send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    @contextmanager
    def before_each(self, script: str) -> Iterator[None]:
        """Run a script in every page and frame that is opened meanwhile, before their own."""
        added = self._send("Page.addScriptToEvaluateOnNewDocument", source=script)
        try:
            yield
        finally:
            self._send("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])

    def picture(self, file: Path, *, whole: bool = True) -> None:
        """A PNG of the page, or of the part in the window."""
        answer = self._send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(answer["data"]))


@contextmanager
def chromium(profile: Path) -> Iterator[Tab]:
    """A running browser with one empty tab; `profile` is an empty folder for its files."""
    program = find_chromium()
    assert program is not None, "Chromium is not installed: make test-browser"
    to_read, ours_out = os.pipe()
    ours_in, to_write = os.pipe()
    theirs = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (to_read, to_write)]
    os.close(to_read)
    os.close(to_write)

    def connect() -> None:
        """The protocol wants to be read from file 3 and written to file 4."""
        for number, end in enumerate(theirs, 3):
            os.dup2(end, number)

    command = [program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(command, pass_fds=(3, 4), preexec_fn=connect, stderr=subprocess.DEVNULL)
    for end in theirs:
        os.close(end)
    try:
        yield _attached(_Wire(ours_in, ours_out))
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(ours_in)
        os.close(ours_out)


def _attached(wire: "_Wire") -> Tab:
    targets = wire.ask("", "Target.getTargets")["targetInfos"]
    target = next(info["targetId"] for info in targets if info["type"] == "page")
    session = wire.ask("", "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def send(method: str, until: str = "", **parameters: Any) -> Any:
        return wire.ask(session, method, until, **parameters)

    tab = Tab(send)
    wire.tab = tab
    for domain in ("Page", "Runtime", "Network", "Log"):
        send(f"{domain}.enable")
    return tab


class _Wire:
    """Messages to and from the browser: JSON, each ended by a zero byte."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._left = b""
        self._number = 0
        self.tab: Tab | None = None

    def ask(self, session: str, method: str, until: str = "", **parameters: Any) -> Any:
        """The answer to a message, once the event `until` has come too."""
        self._number += 1
        number, heard, answer = self._number, not until, None
        message = {"id": number, "method": method, "params": parameters}
        os.write(self._write, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        while answer is None or not heard:
            told = self._next()
            if told.get("id") == number:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']}")
                answer = told["result"]
            elif told.get("method") == until:
                heard = True
            else:
                self._note(told)
        return answer

    def _note(self, told: dict[str, Any]) -> None:
        if self.tab is None:
            return
        match told.get("method"):
            case "Network.requestWillBeSent":
                self.tab.requests.append(told["params"]["request"]["url"])
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded":
                self.tab.console.append(json.dumps(told["params"]))
            case "Page.javascriptDialogOpening":
                self.tab.console.append(json.dumps(told["params"]))
                raise RuntimeError(f"a page opened a dialog: {told['params']}")

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            if not select([self._read], [], [], _PATIENCE)[0]:
                raise TimeoutError("Chromium does not answer")
            data = os.read(self._read, 1 << 20)
            if not data:
                raise EOFError("Chromium has ended")
            self._left += data
        message, _, self._left = self._left.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found
