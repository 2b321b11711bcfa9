"""The browser an address is opened in: which one, whether it needs the terminal, and starting it without a shell."""

import os
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

_IN_THE_TERMINAL = {"w3m", "lynx", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "chawan", "cha"}


@dataclass(frozen=True, slots=True)
class Browser:
    """A program that shows addresses."""

    name: str
    """What it is called."""
    command: tuple[str, ...] | None
    """Its arguments with "%s" where the address goes; None for one that only `webbrowser` can start."""
    takes_terminal: bool
    """Whether it is read in the terminal: the reader makes room for it until it ends."""
    controller: webbrowser.BaseBrowser | None = None
    """What starts it if `command` is None."""

    def arguments(self, url: str) -> list[str]:
        """The command line that opens an address."""
        return [part.replace("%s", url) for part in self.command or ()]


def find_browser(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Browser | None:
    """The browser of this machine; None where there is none, as on most that are reached by ssh."""
    if platform == "darwin" and "BROWSER" not in environ and shutil.which("open"):
        return Browser("the browser", ("open", "%s"), takes_terminal=False)
    if "WSL_DISTRO_NAME" in environ and "BROWSER" not in environ and shutil.which("wslview"):
        return Browser("wslview", ("wslview", "%s"), takes_terminal=False)
    try:
        controller = webbrowser.get()
    except webbrowser.Error:
        return None
    return browser_of(controller)


def browser_of(controller: webbrowser.BaseBrowser) -> Browser:
    """What `webbrowser` chose, as a program of ours to start."""
    name = str(getattr(controller, "name", "") or "the browser")
    short = PurePath(name).name
    if isinstance(controller, webbrowser.GenericBrowser):
        # One that was merely named, by BROWSER or for want of a window: it may well be read in the terminal.
        beside = isinstance(controller, webbrowser.BackgroundBrowser)
        arguments: Sequence[str] = controller.args or ("%s",)
        return Browser(short, (name, *arguments), takes_terminal=not beside)
    if short in _IN_THE_TERMINAL:
        return Browser(short, (name, "%s"), takes_terminal=True)
    return Browser(short, None, takes_terminal=False, controller=controller)


def start(browser: Browser, url: str) -> str:
    """Open an address and say how that went, "" if well; one that takes the terminal is waited for."""
    if browser.command is None:
        opened = browser.controller is not None and browser.controller.open(url)
        return "" if opened else f"{browser.name} did not open it."
    try:
        if browser.takes_terminal:
            code = subprocess.call(browser.arguments(url))
            return f"{browser.name} ended with {code}." if code else ""
        nowhere = subprocess.DEVNULL
        child = subprocess.Popen(
            browser.arguments(url), stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
    except OSError as error:
        return f"{browser.name} cannot be started: {(error.strerror or str(error)).lower()}."
    try:
        code = child.wait(_SOON)
    except subprocess.TimeoutExpired:
        # It shows the page for as long as somebody looks at it.
        _STARTED[:] = [*(one for one in _STARTED if one.poll() is None), child]
        return ""
    return f"{browser.name} ended with {code}." if code else ""


_SOON = 1.0
"""Seconds within which a browser that cannot open anything says so."""

_STARTED: list["subprocess.Popen[bytes]"] = []
"""Browsers that still run: they outlive the reader, and are not waited for."""
