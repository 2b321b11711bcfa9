"""Counts the branches of the packages without a screen that the tests take, and names those they do not.

    python tests/bench/branches.py [--jobs 2] [--missing notes search] [--keep counted.json] [--counted counted.json]

Runs all tests but those that paint a screen, the programs they start and the processes of those included. Prints each
package with its branches and lines, then the rings; `--missing` names the branches nobody took, by line. Exit code 1
if a ring has fewer than 95 % of its branches taken, or if a test failed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

RINGS = {
    "ring 1": ("model", "formats", "parts", "manifest", "dates", "names", "events", "corpus", "jump"),
    "ring 2": ("notes", "reader", "search"),
    "outer": ("commands", "plain"),
}
"""What is counted together: the domain, what stands around it, and what is printed and typed without a screen."""

ENOUGH = 95.0
"""Percent of branches."""

_SCREEN = ("tests/screen", "tests/hostile/test_hostile_collection.py")
"""Tests that paint screens."""


def main() -> None:
    """Run, count, print."""
    options = _options()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        counted = options.counted or options.keep or Path(folder) / "counted.json"
        if not options.counted:
            failed = _run(Path(folder), counted.absolute(), options.jobs)
        files = json.loads(counted.read_text(encoding="utf-8"))["files"]
    print(f"{'package':<10}{'branches':>14}{'':>9}{'lines':>9}")
    short = [ring for ring, packages in RINGS.items() if _ring(files, ring, packages) < ENOUGH]
    for package in options.missing:
        for name, file in sorted(files.items()):
            if _package(name) == package and file["missing_branches"]:
                print(f"{name}: " + ", ".join(f"{start}->{end}" for start, end in file["missing_branches"]))
    sys.exit(failed or bool(short))


def _run(folder: Path, counted: Path, jobs: int) -> int:
    """Run the tests and count; the exit code of the tests."""
    known = {**os.environ, "COVERAGE_FILE": str(folder / "taken"), "PYTHONPATH": str(ROOT)}
    coverage = [sys.executable, "-m", "coverage"]
    tests = ["-m", "pytest", "-p", "no:cacheprovider", "-n", str(jobs), *(f"--ignore={one}" for one in _SCREEN)]
    done = subprocess.run([*coverage, "run", *tests], cwd=ROOT, env=known, check=False)
    # Programs that were killed at any time leave half of what they wrote, which is left out with a word.
    subprocess.run([*coverage, "combine", "--quiet"], cwd=ROOT, env=known, check=True, stderr=subprocess.DEVNULL)
    subprocess.run([*coverage, "json", "--quiet", "-o", str(counted)], cwd=ROOT, env=known, check=True)
    return done.returncode


def _ring(files: Mapping[str, Any], ring: str, packages: tuple[str, ...]) -> float:
    """Print the packages of a ring and the whole of it; percent of its branches that are taken."""
    every = [0, 0, 0, 0]
    for package in packages:
        found = [0, 0, 0, 0]
        for name, file in files.items():
            if _package(name) == package:
                keys = ("covered_branches", "num_branches", "covered_lines", "num_statements")
                found = [had + file["summary"][key] for had, key in zip(found, keys, strict=True)]
        every = [had + more for had, more in zip(every, found, strict=True)]
        _line(package, found)
    _line(ring, every)
    print()
    return 100 * every[0] / max(every[1], 1)


def _line(name: str, counts: list[int]) -> None:
    branches, all_branches, lines, all_lines = counts
    share = f"{100 * branches / all_branches:.1f} %" if all_branches else ""
    print(f"{name:<10}{branches:>6} of {all_branches:>4}{share:>9}{100 * lines / max(all_lines, 1):>7.1f} %")


def _package(file: str) -> str:
    """`corpus` for tui/corpus/pool.py, `model` for tui/model.py."""
    return Path(file).parts[1].removesuffix(".py")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="so many processes run tests")
    parser.add_argument("--missing", nargs="+", default=[], metavar="PACKAGE", help="name the branches nobody took")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep what was counted")
    parser.add_argument("--counted", type=Path, metavar="FILE", help="run nothing, print what was kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
