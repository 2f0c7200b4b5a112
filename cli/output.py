"""What reaches the terminal: data on stdout, all else on stderr, and nothing that can harm it.

Scraped text may hold escape sequences that rewrite the screen, and marks that turn the direction
of writing. They are shown as \\x1b and the like, never sent.
"""

import json
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from archive.characters import CONTROLS, DIRECTIONS, LINE_SEPARATORS, SURROGATES, whole

if TYPE_CHECKING:
    from rich.console import Console

# Controls but tab and newline; C1 controls; marks of direction; surrogates; line separators.
HARMFUL = re.compile(f"[{CONTROLS}\r{LINE_SEPARATORS}{DIRECTIONS}{SURROGATES}]")

# Harmless in a text; in a name they would begin a line of their own, or look like a gap.
BREAKS = re.compile("[\t\n]")

# JSON as Python writes it escapes C0 controls itself; the rest may not stand raw in a terminal.
HARMFUL_IN_JSON = re.compile(f"[\x7f-\x9f{LINE_SEPARATORS}{DIRECTIONS}]")


def harmless(text: str) -> str:
    r"""Text with its harmful characters spelled out: "\x1b", "\u202e"."""
    return HARMFUL.sub(lambda found: spelled(found[0]), text)


def spelled(char: str) -> str:
    """A character as Python and JSON spell it."""
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """Text on one line, harmless."""
    return harmless(" ".join(text.split()))


def named(text: str) -> str:
    r"""A name on one line as it is, harmless: a line break in it is "\x0a"."""
    return BREAKS.sub(lambda found: spelled(found[0]), harmless(text))


def print_json(value: Mapping[str, object]) -> None:
    """JSON on stdout, in UTF-8, accents as they are."""
    text = whole(json.dumps(value, ensure_ascii=False, indent=2))
    text = HARMFUL_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    sys.stdout.write(text + "\n")


def print_text(text: str) -> None:
    """Scraped text on stdout: as it is into a pipe or file, harmless on a terminal."""
    sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)
    if text and not text.endswith("\n"):
        sys.stdout.write("\n")


def say(message: str) -> None:
    """A message to the person, on stderr, harmless; after what was printed before it.

    Where nobody can read it, the work goes on: that is no reason to end it in its middle.
    """
    with suppress(OSError):  # told at the end, when all is done
        sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.write(harmless(message) + "\n")
        sys.stderr.flush()


def prepare_streams() -> None:
    """Let no character stop the output: UTF-8 out, and what cannot be written spelled out."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def console() -> "Console":
    """The console on stdout, for tables and bold marks; plain in a pipe."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
