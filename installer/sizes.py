# SPDX-License-Identifier: EUPL-1.2
"""Prints the largest source files and functions, and counts those over the agreed sizes."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("gemeente_pga", "installer", "tests")
GENERATED = ROOT / "gemeente_pga" / "ui" / "forms"
FILE_LIMIT, FUNCTION_LIMIT, SHOWN = 400, 40, 12

Size = tuple[int, str]


def source_files() -> list[Path]:
    """Every source file of the project; compiled forms are not ours."""
    files = (file for folder in SOURCES for file in (ROOT / folder).rglob("*.py"))
    return sorted(file for file in files if file.parent != GENERATED)


def function_sizes(file: Path, text: str) -> Iterator[Size]:
    """Lines from `def` to the end, docstring and all."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield lines, f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"


def show(title: str, sizes: list[Size], limit: int) -> None:
    """Print one list, largest first."""
    over = sum(lines > limit for lines, _ in sizes)
    middle = sorted(lines for lines, _ in sizes)[len(sizes) // 2] if sizes else 0
    print(f"{title}: {len(sizes)} in totaal, mediaan {middle} regels, {over} boven {limit}")
    for lines, name in sorted(sizes, reverse=True)[:SHOWN]:
        print(f"  {lines:5d}  {name}")


def main() -> None:
    """Measure everything and print both lists."""
    texts = {file: file.read_text(encoding="utf-8") for file in source_files()}
    files = [(text.count("\n"), str(file.relative_to(ROOT))) for file, text in texts.items()]
    functions = [size for file, text in texts.items() for size in function_sizes(file, text)]
    show("Bestanden", files, FILE_LIMIT)
    show("Functies", functions, FUNCTION_LIMIT)


if __name__ == "__main__":
    main()
