"""What was fetched, kept as a WARC beside the archive."""

import os
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from indexer.exports.warc_records import Written, about_file, packed, record_id
from indexer.fetching.exchange import OF_THE_WAY, Exchange

# In the archive's folder.
FOLDER = "captures"
RESPONSE, REQUEST = "application/http; msgtype=response", "application/http; msgtype=request"


class Keeper:
    """Writes exchanges to a new WARC file. What `keep` has taken is on disk when it returns."""

    def __init__(self, archive: Path, agent: str) -> None:
        self._folder, self._agent = archive / FOLDER, agent
        self._file: BinaryIO | None = None
        self._count = 0
        self.path: Path | None = None

    def keep(self, exchange: Exchange) -> None:
        """One more request with its answer, unless that was left. Raise OSError."""
        if exchange.body is None:
            return
        file = self._file or self._opened()
        self._count += 1
        name = f"{exchange.asked.isoformat()} {self._count} {exchange.url}"
        answer = f"answer {name}"
        shared = (("WARC-Target-URI", exchange.url), ("WARC-IP-Address", exchange.address))
        block = head_of(exchange) + exchange.body
        date = exchange.asked
        file.write(packed(Written("response", answer, date, block, RESPONSE, shared)))
        concurrent = (*shared, ("WARC-Concurrent-To", record_id(answer)))
        name = f"request {name}"
        file.write(packed(Written("request", name, date, exchange.request, REQUEST, concurrent)))
        file.flush()
        os.fsync(file.fileno())

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _opened(self) -> BinaryIO:
        """A file of its own for this fetch; made with the first answer."""
        self._folder.mkdir(parents=True, exist_ok=True)
        now = datetime.now(UTC)
        for count in range(1, 1000):
            path = self._folder / f"fetch-{now:%Y%m%d%H%M%S}-{count:03}.warc.gz"
            try:
                self._file = path.open("xb")
            except FileExistsError:
                continue
            self.path = path
            self._file.write(about_file(self._agent, now, "robots: obey\r\n"))
            return self._file
        raise FileExistsError(f"{path} and others of its name are there already")


def head_of(exchange: Exchange) -> bytes:
    """The answer's head as it came; what was undone while reading is told under another name."""
    lines = [f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip()]
    for name, value in exchange.headers:
        shown = f"X-Archive-Orig-{name}" if name.lower() == OF_THE_WAY else name
        lines.append(f"{shown}: {' '.join(value.splitlines())}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
