"""The browser: found as the system has it, started without a shell, and given the terminal if it needs it."""

import webbrowser
from pathlib import Path

import pytest

from tui.reader.browser import browser_of, find_browser, start


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_a_browser_somebody_names_gets_the_address_as_one_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    named = script(tmp_path / "mine", f'printf "%s|" "$@" > {told}')
    monkeypatch.setenv("BROWSER", str(named))
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    browser = find_browser()
    assert browser is not None
    assert (browser.name, browser.takes_terminal) == ("mine", True)
    assert start(browser, "https://example.org/a;b$(c)?d&e") == ""
    assert told.read_text() == "https://example.org/a;b$(c)?d&e|"


def test_one_that_fails_says_so(tmp_path: Path) -> None:
    browser = browser_of(webbrowser.GenericBrowser(str(script(tmp_path / "bad", "exit 3"))))
    assert start(browser, "https://example.org/") == "bad ended with 3."
    gone = browser_of(webbrowser.GenericBrowser(str(tmp_path / "none")))
    assert start(gone, "https://example.org/").startswith("none cannot be started: no such file")


@pytest.mark.parametrize(
    ("controller", "takes_terminal"),
    [
        (webbrowser.GenericBrowser("w3m"), True),
        (webbrowser.GenericBrowser("/usr/bin/lynx"), True),
        (webbrowser.BackgroundBrowser("xdg-open"), False),
        (webbrowser.Mozilla("firefox"), False),
    ],
)
def test_browsers_of_the_terminal_are_known(controller: webbrowser.BaseBrowser, takes_terminal: bool) -> None:
    assert browser_of(controller).takes_terminal is takes_terminal


def test_where_there_is_none_that_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    assert find_browser({}, "linux") is None


def test_a_system_with_a_command_of_its_own_for_it_uses_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("open", "wslview"):
        script(tmp_path / name, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    mac, windows = find_browser({}, "darwin"), find_browser({"WSL_DISTRO_NAME": "Debian"}, "linux")
    assert mac is not None
    assert mac.arguments("https://example.org/") == ["open", "https://example.org/"]
    assert windows is not None
    assert windows.arguments("https://example.org/")[0] == "wslview"
    monkeypatch.setattr(webbrowser, "_tryorder", ["none"])
    monkeypatch.delenv("BROWSER", raising=False)
    assert find_browser({}, "linux") is None


@pytest.mark.parametrize(("opens", "said"), [(True, ""), (False, "firefox did not open it.")])
def test_a_browser_without_a_command_line_says_whether_it_opened(opens: bool, said: str) -> None:
    class Known(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            return opens and (url, new, autoraise) == ("https://example.org/", 0, True)

    assert start(browser_of(Known("firefox")), "https://example.org/") == said


def test_a_browser_of_the_terminal_that_the_system_chose_is_known() -> None:
    browser = browser_of(webbrowser.Elinks("elinks"))
    assert (browser.takes_terminal, browser.arguments("u")) == (True, ["elinks", "u"])
