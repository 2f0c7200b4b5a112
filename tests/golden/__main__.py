"""Write every golden anew, and print what changed: `make goldens`."""

import difflib
import sys
from pathlib import Path

from tests.golden.answers import KINDS
from tests.golden.small_archive import HERE, made
from tests.golden.words import written


def main() -> None:
    """Write what changed; the exit status stays 0, for the change may be meant."""
    changed = 0
    with made() as house:
        for kind in KINDS.values():
            words = {}
            for name, path in kind.cases().items():
                answer = kind.answer(house, path)
                changed += renewed(path, answer.text)
                words[name] = answer.words
            if any(each.told for each in words.values()):
                changed += renewed(kind.words, written(words))
    print(f"{changed} goldens changed" if changed else "No golden changed")


def renewed(path: Path, text: str) -> bool:
    """Write a golden and print the difference, if there is one."""
    before = path.read_bytes().decode("utf-8") if path.exists() else ""
    if before == text:
        return False
    name = str(path.relative_to(HERE))
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), text.splitlines(keepends=True), name, name, n=1
    )
    sys.stdout.writelines(line if line.endswith("\n") else f"{line}\n" for line in lines)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return True


if __name__ == "__main__":
    main()
