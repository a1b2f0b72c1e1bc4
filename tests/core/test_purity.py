"""The core is pure: held by its syntax trees, so that nothing impure slips in unnoticed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game.core

ALLOWED = {
    "__future__",
    "collections",
    "collections.abc",
    "dataclasses",
    "enum",
    "fractions",
    "functools",
    "itertools",
    "math",
    "typing",
    "unicodedata",  # to tell whether two names are the same
}
FORBIDDEN_CALLS = {
    "open",
    "print",
    "input",
    "exec",
    "eval",
    "compile",
    "breakpoint",
    "__import__",
    "hash",  # differs from one process to the next
    "id",
    "globals",
    "setattr",
}

MODULES = sorted(Path(next(iter(game.core.__path__))).glob("**/*.py"))


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every imported module with its line; a relative import begins with a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def faults(source: str) -> list[str]:
    """What is impure in a module's source, as `line: what`."""
    tree = ast.parse(source)
    found = [
        f"{line}: imports {name}"
        for line, name in imports(tree)
        if name not in ALLOWED and name != "game.core" and not name.startswith("game.core.")
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            found.append(f"{node.lineno}: calls {node.func.id}")
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            found.append(f"{node.lineno}: changes an outer name")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_of_the_core_is_pure(path: Path) -> None:
    """It imports the allow-list and the core alone, and calls nothing with an effect."""
    assert faults(path.read_text(encoding="utf-8")) == []


def test_the_whole_core_is_looked_at() -> None:
    """The list of modules is not empty by mistake."""
    assert {"rules", "evolve", "timeline", "viewing"} <= {path.stem for path in MODULES}


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "import random as dice",
        "from os import path",
        "from game.ui import text",
        "from game.core_things import x",
        "from . import draw",
        "def f():\n    import sqlite3",
        "print('now')",
        "words = open('file').read()",
        "def f():\n    global n\n    n = 1",
    ],
)
def test_an_impure_module_is_found(source: str) -> None:
    """The check itself can fail."""
    assert faults(source) != []


def test_a_pure_module_is_let_through() -> None:
    """Comparing names and counting are pure."""
    assert faults("from unicodedata import normalize\nfrom game.core.plan import Plan\nlen('ä')") == []
