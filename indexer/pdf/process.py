"""PDFs handed to a process of their own, which a hostile one can only end."""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from indexer.pdf.child import LENGTH, READY, received
from indexer.pdf.limits import MAX_CPU_S, MAX_S, MAX_START_S
from indexer.pdf.properties import day_of, line_of
from indexer.pdf.text import PdfText
from indexer.readers.contents import Unfit

ROOT = Path(__file__).resolve().parents[2]
FAULTS = {
    "encrypted": Unfit("It is encrypted.", "Save it without its password, and ingest that."),
    "damaged": Unfit(
        "It is a damaged PDF.", "Fetch it again; `qpdf` or a print to PDF may mend it."
    ),
    "too large": Unfit("Reading the PDF takes too much memory.", "Split it, or save it as text."),
    "no text": Unfit(
        "It has no text, only images.", "Read it with OCR (`ocrmypdf`), and ingest the outcome."
    ),
}
TOO_LONG = Unfit(
    f"Reading the PDF takes longer than {MAX_CPU_S} s.", "Split it, or print it to a new PDF."
)
ENDED = Unfit(
    "The PDF ended the process that read it: it is damaged, or made to do that.",
    "Print it to a new PDF if you trust it, or leave it out.",
)


def read_pdf(body: bytes) -> PdfText | Unfit:
    """The text of a PDF, or why there is none; in bounded time and memory, whatever it is."""
    return READER.read(body)


class Reader:
    """The process, which is started when it is first needed and again where a PDF ended it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._of_process = 0
        # A page is often read twice in a row: prepared with what its source repeats, or shown.
        self._last: tuple[bytes, PdfText | Unfit] | None = None

    def read(self, body: bytes) -> PdfText | Unfit:
        """One PDF; others wait."""
        digest = sha256(body).digest()
        with self._lock:
            if self._last is None or self._last[0] != digest:
                self._last = (digest, self._read(body))
            return self._last[1]

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process and self._of_process == os.getpid():
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what could not be written any more
                    if pipe:
                        pipe.close()

    def _read(self, body: bytes) -> PdfText | Unfit:
        process = self._running()
        timer = threading.Timer(MAX_S, process.kill)
        timer.start()
        try:
            answer = asked(process, body)
        finally:
            in_time = timer.is_alive()
            timer.cancel()
        if not answer:
            status = process.wait()
            self.close()
            return TOO_LONG if not in_time or status == -signal.SIGXCPU else ENDED
        return of_answer(json.loads(answer))

    def _running(self) -> "subprocess.Popen[bytes]":
        """The process; a new one after a fork, where the old one is the parent's."""
        if self._of_process != os.getpid():
            self._process = None
        if self._process is None or self._process.poll() is not None:
            self.close()
            path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
            self._process = subprocess.Popen(
                [sys.executable, "-m", "indexer.pdf.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
                start_new_session=True,  # Ctrl-C is ours to hear
            )
            self._of_process = os.getpid()
            started(self._process)
        return self._process


def started(process: "subprocess.Popen[bytes]") -> None:
    """Wait until it is ready: that is no time of a PDF."""
    timer = threading.Timer(MAX_START_S, process.kill)
    timer.start()
    try:
        if process.stdout is None or received(process.stdout) != READY:
            raise RuntimeError("the process that reads PDFs does not start; is pypdfium2 there?")
    finally:
        timer.cancel()


def asked(process: "subprocess.Popen[bytes]", body: bytes) -> bytes:
    """The answer of the process; none where it ended."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process of PDFs has no pipes")
    try:
        process.stdin.write(LENGTH.pack(len(body)) + body)
        process.stdin.flush()
        return received(process.stdout)
    except OSError:
        return b""


def of_answer(answer: dict[str, object]) -> PdfText | Unfit:
    """What the process found."""
    if "fault" in answer:
        return FAULTS[str(answer["fault"])]
    made, silent, pages = answer["made"], answer["silent"], answer["pages"]
    if not isinstance(made, list) or not isinstance(silent, list) or not isinstance(pages, int):
        raise TypeError("the process of PDFs answers in another form")
    days = [day for written in made if (day := day_of(written))]
    return PdfText(
        text=str(answer["text"]),
        pages=pages,
        silent=tuple(silent),
        title=line_of(str(answer["title"])),
        author=line_of(str(answer["author"])),
        made=max(days, default=None),
    )


READER = Reader()
atexit.register(READER.close)
