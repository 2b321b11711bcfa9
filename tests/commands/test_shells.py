"""Completion as the shells themselves do it, with the collection that --in names."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui import paths

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables under which `backstory` is this checkout's program."""
    program = tmp_path / "bin" / "backstory"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    known = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
    }
    return {**os.environ, **known, "SEEDS": str(paths.seeds())}


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish, which completes here, is not installed")
def test_fish_offers_articles_and_names(environment: dict[str, str]) -> None:
    script = """
        backstory completion fish | source
        complete -C "backstory show --in $SEEDS rel"
        complete -C "backstory entity --in $SEEDS Qods"
        complete -C "backstory time"
    """
    done = subprocess.run(
        ["fish", "-c", script], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    offered = [line.partition("\t")[0] for line in done.stdout.splitlines()]
    assert "release-of-qods-force-agents.txt" in offered, done.stderr
    assert "Qods Force" in [word.replace("\\", "") for word in offered]
    assert "timeline" in offered


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh, which completes here, is not installed")
def test_zsh_offers_articles_and_names(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / ".zshrc").write_text(
        'PROMPT="ready> "\nautoload -U compinit; compinit -u -D\neval "$(backstory completion zsh)"\n'
    )
    leader, follower = pty.openpty()
    known = {**environment, "TERM": "dumb", "ZDOTDIR": str(tmp_path)}
    with subprocess.Popen(["zsh", "-i"], env=known, stdin=follower, stdout=follower, stderr=follower) as shell:
        os.close(follower)
        try:
            read_until(leader, b"ready> ")
            os.write(leader, f"backstory show --in {paths.seeds()} rel\t".encode())
            read_until(leader, b"release-of-qods-force-agents.txt")
            os.write(leader, b"\x15backstory timel\t")
            read_until(leader, b"timeline")
        finally:
            shell.kill()
            os.close(leader)


def read_until(terminal: int, wanted: bytes) -> None:
    """Read what is shown until some words of it; fails when they do not come within a minute."""
    seen = b""
    until = time.monotonic() + 60
    while wanted not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0.0, until - time.monotonic()))
        assert ready, seen
        seen += os.read(terminal, 65_536)
