"""Every answer of the house, by the file of the golden that keeps it."""

import gzip
import json
import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.golden import rows
from tests.golden.console import Ran, ran
from tests.golden.masks import json_masked, text_masked, warc_masked
from tests.golden.small_archive import ARCHIVE, HERE, NAMES, OLD, House, command_of, steps
from tests.golden.words import Words

HEADERS = (
    "Content-Type",
    "Content-Language",
    "Content-Disposition",
    "Link",
    "Location",
    "WWW-Authenticate",
)
NEXT = re.compile(r'<([^<>]*)>; rel="next"')


@dataclass(frozen=True)
class Answer:
    """What a golden file holds, and the sentences that were taken out of it."""

    text: str
    words: Words


@dataclass(frozen=True)
class Kind:
    """A folder of goldens: its cases by name, and how one is answered."""

    name: str
    cases: Callable[[], Mapping[str, Path]]
    answer: Callable[[House, Path], Answer]

    @property
    def words(self) -> Path:
        """The file of the sentences of its cases."""
        return HERE / "words" / f"{self.name}.json"


def files(folder: str) -> Callable[[], Mapping[str, Path]]:
    """A case is a file of the folder."""
    return lambda: {path.name: path for path in sorted((HERE / folder).iterdir())}


def of_step(house: House, path: Path) -> Answer:
    """What a step of the making told."""
    return of_command(house, path, house.steps[path.stem])


def of_reading(house: House, path: Path) -> Answer:
    """What a command tells that only reads."""
    with house.entered():
        return of_command(house, path, ran(command_of(path).format_map(NAMES)))


def of_command(house: House, path: Path, told: Ran) -> Answer:
    """The command, its exit status, what programs read, and marks for what persons read."""
    words, folder = Words(), str(house.folder)
    out = text_masked(told.out, folder)
    if "--json" in shlex.split(command_of(path)) and out:
        out = as_json(words.without(json_masked(json.loads(told.out), folder)))
    elif "jsonl" in command_of(path):
        out = words.json_lines(out)
    errors = words.lines(text_masked(told.err, folder))
    return Answer(console(path, told.status, out, errors), words)


def of_console(house: House, path: Path) -> Answer:
    """The command, its exit status and every word."""
    with house.entered():
        told = ran(command_of(path).format_map(NAMES))
    out, errors = (text_masked(text, str(house.folder)) for text in (told.out, told.err))
    return Answer(console(path, told.status, out, errors), Words())


def console(path: Path, status: int, out: str, errors: str) -> str:
    """A golden of the command line."""
    err = f"--- standard error\n{errors}" if errors else ""
    return f"{command_of(path)}\n--- exit status {status}\n{out}{err}"


def of_request(house: House, path: Path) -> Answer:
    """A request to the API; "follow" goes so many times to the next part."""
    case = json.loads(path.read_text("utf-8"))
    asked = {name: case[name] for name in ("request", "follow", "with", "of") if name in case}
    with house.site(asked.get("of", ARCHIVE)) as client:
        answer = got(client, asked["request"], asked.get("with", {}))
        for _ in range(asked.get("follow", 0)):
            found = NEXT.search(answer.headers["Link"])
            assert found, "there is no next part"
            answer = client.get(found[1])
    words = Words()
    headers = {name: answer.headers[name] for name in HEADERS if name in answer.headers}
    body = words.without(json_masked(json.loads(answer.get_data()), str(house.folder)))
    told = {**asked, "status": answer.status_code, "headers": headers, "body": body}
    return Answer(as_json(told), words)


def got(client: FlaskClient, request: str, headers: Mapping[str, str]) -> TestResponse:
    """The answer to an address as a case writes it."""
    return client.get(request.format_map(NAMES), headers=dict(headers))


def requests() -> Mapping[str, str]:
    """The address of each export of the site, by the file that keeps it."""
    lines = (HERE / "exports.txt").read_text("utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines)


def exports() -> Mapping[str, Path]:
    """The exports that are listed."""
    return {name: HERE / "exports" / name for name in requests()}


def of_export(house: House, path: Path) -> Answer:
    """The headers and bytes of an export; of one that a command writes, its bytes."""
    asked = requests()[path.name]
    if asked.startswith("$"):
        with house.entered():
            out = Path("exported")
            ran(f"{asked} -o {out}")
            sent = out.read_bytes()
            out.unlink()
        unpacked = gzip.decompress(sent) if sent.startswith(b"\x1f\x8b") else sent
        text = text_masked(unpacked.decode("utf-8"), str(house.folder))
        return Answer(warc_masked(text), Words())
    with house.site() as client:
        answer = got(client, quote(asked, safe="/?=&{}:+%"), {})
    body = text_masked(answer.get_data().decode("utf-8"), str(house.folder))
    words = Words()
    if path.suffix == ".jsonl":
        body = words.json_lines(body)
    sent = (name for name in HEADERS if name in answer.headers)
    heads = "".join(f"{name}: {answer.headers[name]}\n" for name in sent)
    return Answer(f"{answer.status_code}\n{heads}\n{body}", words)


def tables() -> Mapping[str, Path]:
    """The tables that are kept, and how they are declared."""
    return {name: HERE / "rows" / name for name in (*rows.KEPT, *rows.OF_OLD)}


def of_table(house: House, path: Path) -> Answer:
    """The rows of a table, one a line."""
    words = Words()
    with house.entered():
        folder = OLD if path.name in rows.OF_OLD else ARCHIVE
        kept = rows.kept(house.folder / folder / "archive.db", path.name)
    lines = (words.without(json_masked(row, str(house.folder))) for row in kept)
    return Answer("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in lines), words)


def as_json(value: object) -> str:
    """JSON to be compared by eye."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def step_files() -> Mapping[str, Path]:
    """The steps of the making."""
    return {path.name: path for path in steps()}


KINDS = {
    kind.name: kind
    for kind in (
        Kind("making", step_files, of_step),
        Kind("rows", tables, of_table),
        Kind("api", files("api"), of_request),
        Kind("exports", exports, of_export),
        Kind("commands", files("commands"), of_reading),
        Kind("console", files("words/console"), of_console),
    )
}


def cases() -> Iterator[tuple[Kind, str, Path]]:
    """Every case of every kind."""
    for kind in KINDS.values():
        for name, path in kind.cases().items():
            yield kind, name, path
