"""The process that reads PDFs: bodies come on its standard input, what is in them goes back.

Each message is its length (8 bytes) and so many bytes. It may use bounded memory and time and write
no file: PDFium reads what strangers made.
"""

import json
import struct
import sys
from typing import IO

from indexer.pdf.limits import MAX_CPU_S, MAX_MEMORY_BYTES

LENGTH = struct.Struct("<Q")
READY = b"ready"


def main() -> None:
    """Read PDFs until standard input ends."""
    from indexer.pdf.extract import NotRead, extracted

    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    bound()
    send(outgoing, READY)
    while body := received(incoming):
        allow_time()
        try:
            found = extracted(body)
        except NotRead as error:
            found = {"fault": str(error)}
        except MemoryError:
            found = {"fault": "too large"}
        except RecursionError:
            found = {"fault": "damaged"}
        send(outgoing, json.dumps(found).encode())


def send(stream: IO[bytes], message: bytes) -> None:
    """Send a message."""
    stream.write(LENGTH.pack(len(message)) + message)
    stream.flush()


def received(stream: IO[bytes]) -> bytes:
    """The next message; none where the stream ends."""
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def bound() -> None:
    """Bound the memory, and write no file; where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, MAX_MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def allow_time() -> None:
    """So much time of the processor for the next PDF."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + 1 + MAX_CPU_S
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
