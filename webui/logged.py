"""The log: when, what kind of thing, at which place in the code; never what was asked or written.

A message of an error, of a library or of a warning may hold a query, an address or a line of a
page, so no message is written: only the kind, and the places in the code that led there. It goes to
standard error, a line an event and a line a place.
"""

import logging
import sys
import threading
import time
import traceback
import warnings
from pathlib import Path
from types import TracebackType

SAFE = "fonds_safe"  # of a record whose message is ours, without anything of readers and pages


class KindAndPlace(logging.Formatter):
    """A record without its message, but for those that are marked as safe."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines of an event."""
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        head = f"{when} {record.levelname.lower()} {record.name}"
        if getattr(record, SAFE, False):
            return f"{head}: {record.getMessage()}"
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return f"{head} at {place(record.pathname, record.lineno)}"
        return "\n".join([f"{head}: {kinds(error)}", *places(error.__traceback__)])


def kinds(error: BaseException) -> str:
    """The kind of an error and of those that caused it: "ArchiveDamaged < DatabaseError"."""
    found: list[str] = []
    following: BaseException | None = error
    while following is not None and len(found) < 5:
        found.append(type(following).__name__)
        following = following.__cause__ or following.__context__
    return " < ".join(found)


def places(trace: TracebackType | None) -> list[str]:
    """Where in the code, outermost first; code alone, no values."""
    return [
        f"  {place(frame.filename, frame.lineno)} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]


def place(path: str, line: int | None) -> str:
    """A place in the code, without the folders of this machine."""
    return f"{'/'.join(Path(path).parts[-2:])}:{line}"


def log_without_words() -> None:
    """Let all that this process logs or fails with go through here. Called by who runs a server."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(KindAndPlace())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for of_theirs in logging.getLogger("gunicorn.error").handlers:
        of_theirs.setFormatter(KindAndPlace())  # it would name the address that was asked
    logging.raiseExceptions = False  # a record that cannot be written is let go, not printed
    log = logging.getLogger("fonds")

    def on_warning(
        message: Warning | str, kind: type[Warning], path: str, line: int, *_: object
    ) -> None:
        log.warning("%s at %s", kind.__name__, place(path, line), extra={SAFE: True})

    def on_thread(failed: threading.ExceptHookArgs) -> None:
        told(failed.exc_value)

    def on_unraisable(failed: "sys.UnraisableHookArgs") -> None:
        told(failed.exc_value)

    def on_end(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        told(error)

    def told(error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit | KeyboardInterrupt):
            log.error("", exc_info=(type(error), error, error.__traceback__))

    warnings.showwarning = on_warning  # type: ignore[assignment]
    threading.excepthook, sys.unraisablehook, sys.excepthook = on_thread, on_unraisable, on_end


def say_start(sentence: str) -> None:
    """A line about the server itself, in the log."""
    log = logging.getLogger("fonds")
    log.warning("%s", sentence, extra={SAFE: True})
