"""Breaks a module in one small way at a time and runs its tests: what still passes is a test that is missing.

    python tests/bench/mutate.py tui/dates/edtf.py --tests tests/dates [--sample 40] [--seed 7]

Works on a copy of the checkout in a temporary folder. A mutant turns one comparison, one connective, one sign of
arithmetic, one number, one truth value or one condition into another. Killed means that a test failed or that the run
took far longer than the unbroken one. Prints every survivor with its line, and the score: killed of all.
"""

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


class Mutant(ast.NodeTransformer):
    """Turns the nth thing that can be turned, and remembers where and into what."""

    def __init__(self, wanted: int) -> None:
        self.left = wanted
        self.where = 0
        self.what = ""

    def _turn(self, node: ast.expr, what: str) -> bool:
        self.left -= 1
        if self.left == -1:
            self.where, self.what = node.lineno, what
            return True
        return False

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        other = _COMPARISONS.get(type(node.ops[0]))
        if other and self._turn(node, f"{type(node.ops[0]).__name__} -> {other.__name__}"):
            node.ops[0] = other()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        other: type[ast.boolop] = ast.And if isinstance(node.op, ast.Or) else ast.Or
        if self._turn(node, f"{type(node.op).__name__} -> {other.__name__}"):
            node.op = other()
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        other = _ARITHMETIC.get(type(node.op))
        if other and self._turn(node, f"{type(node.op).__name__} -> {other.__name__}"):
            node.op = other()
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool) and self._turn(node, f"{node.value} -> {not node.value}"):
            return ast.copy_location(ast.Constant(not node.value), node)
        if isinstance(node.value, bool) or not isinstance(node.value, int):
            return node
        if self._turn(node, f"{node.value} -> {node.value + 1}"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        if self._turn(node, "condition turned"):
            node.test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        if self._turn(node.test, "condition turned"):
            node.test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """What a decorator is told says how a class is made and not what it does."""
        told, node.decorator_list = node.decorator_list, []
        self.generic_visit(node)
        node.decorator_list = told
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Every mutant of a module: the line, what was turned, and the source."""
    for number in range(100_000):
        mutant = Mutant(number)
        tree: ast.Module = ast.fix_missing_locations(mutant.visit(ast.parse(source)))
        if not mutant.what:
            return
        yield mutant.where, mutant.what, ast.unparse(tree)


def main() -> None:
    """Copy, break, test, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
        began = time.monotonic()
        if not _passes(copy, options.tests, 900):
            sys.exit("The tests fail before anything is broken.")
        patience = 3 * (time.monotonic() - began) + 20
        killed = count = 0
        for module in options.modules:
            target = copy / module
            source = target.read_text(encoding="utf-8")
            every = list(mutants(source))
            chosen = (
                every if len(every) <= options.sample else random.Random(options.seed).sample(every, options.sample)
            )
            mine = 0
            for line, what, broken in sorted(chosen):
                target.write_text(broken, encoding="utf-8")
                if _passes(copy, options.tests, patience):
                    print(f"  survived  {module}:{line}  {what}  | {source.splitlines()[line - 1].strip()}", flush=True)
                else:
                    mine += 1
            target.write_text(source, encoding="utf-8")
            print(f"{module}: {mine} of {len(chosen)} killed ({len(every)} mutants in all)", flush=True)
            killed, count = killed + mine, count + len(chosen)
        print(f"score: {100 * killed / max(1, count):.0f} % ({killed} of {count})")


def _passes(copy: Path, tests: list[str], patience: float) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", "--no-header", *tests]
    try:
        done = subprocess.run(command, cwd=copy, capture_output=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", type=Path, help="what is broken")
    parser.add_argument("--tests", nargs="+", required=True, help="what is run each time")
    parser.add_argument("--sample", type=int, default=40, help="so many mutants a module, drawn by the seed")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
