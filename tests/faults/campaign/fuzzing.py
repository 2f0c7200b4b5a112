"""Files, queries and forms changed at random: read, refused or answered, never a fault of ours."""

import random
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

from flask.testing import FlaskClient

from archive.capture import Capture
from archive.document import Refused
from indexer.cleaning.profile import NOTHING_KNOWN
from indexer.ingest.making import make
from indexer.readers import read
from indexer.search import Searcher
from tests.faults.archives import messy_archive, open_with
from tests.faults.campaign.outcome import Fault, Outcome
from tests.faults.hostile import NAUGHTY, OPERATORS, QUOTES, UNSEEN, WHOLE, WORDS
from tests.faults.mutations import SEEDS, mutated
from webui import create_app

# Each try goes on for so long; so many of them are five minutes.
SECONDS = 1.0
# Beyond this an input is told as slow: far more than any of these takes.
SLOW_S = 12.0
FORMATS = ("pages.warc", "pages.warc.gz", "page.html", "pages.jsonl")
PATHS = (
    "/",
    "/api/v1/search",
    "/export.csv",
    "/feed.atom",
    "/suggest.json",
    "/coverage",
    "/trends",
)
BOUNDARY = "fonds-campaign"


def files(number: int, _place: Path) -> Outcome:
    """WARC, HTML and JSON Lines."""
    name = FORMATS[number % len(FORMATS)]
    body = dict(SEEDS)[name]
    with tempfile.TemporaryDirectory() as folder:
        return repeated(number, lambda seed: one_file(Path(folder) / name, mutated(body, seed)))


def one_file(path: Path, body: bytes) -> str:
    """What is wrong with how a file is read, or ""."""
    path.write_bytes(body)
    for item in read([path]):
        made = make(item, NOTHING_KNOWN).result if isinstance(item, Capture) else item
        if isinstance(made, Refused) and "fault of Fonds" in made.mend:
            return made.reason
    return ""


def queries(number: int, place: Path) -> Outcome:
    """What is typed into the search box, and into the address."""
    return repeated(number, lambda seed: one_request(browser(place), "GET", seed))


def forms(number: int, place: Path) -> Outcome:
    """What is posted: lists of names, quotations."""
    return repeated(number, lambda seed: one_request(browser(place), "POST", seed))


def repeated(number: int, tried: Callable[[int], str]) -> Outcome:
    """Try seed after seed for SECONDS."""
    faults: list[Fault] = []
    seed = number * 100_000
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        seed, begun = seed + 1, time.process_time()
        try:
            wrong = tried(seed)
        # The edge of the process: what is raised here is what is looked for.
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        if wrong:
            faults.append(Fault("traceback", f"seed {seed}: {wrong[:300]}"))
        if time.process_time() - begun > SLOW_S:
            faults.append(Fault("slow", f"seed {seed}"))
    return Outcome(tuple(faults), tries=seed - number * 100_000)


def one_request(client: FlaskClient, method: str, seed: int) -> str:
    """What is wrong with how the site answers, or ""."""
    chance = random.Random(seed)
    text = typed(chance)
    if method == "GET":
        path = chance.choice(PATHS)
        name = chance.choice(("q", "q", "q", "city", "page", "cursor", "sort", "date", "limit"))
        answer = client.get(f"{path}?{name}={quote(text, errors='surrogatepass')}")
    else:
        body = multipart(text, chance)
        body = mutated(body, seed) if chance.random() < 0.6 else body
        whole = f"multipart/form-data; boundary={BOUNDARY}"
        kind = whole if chance.random() < 0.8 else chance.choice(("text/plain", 'a;b="c', ""))
        path = chance.choice(("/lists", "/quotation", "/login"))
        answer = client.post(path, data=body, content_type=kind)
    answer.get_data()
    return f"{method} {path}: {answer.status_code}: {text!r}" if answer.status_code == 500 else ""


def typed(chance: random.Random) -> str:
    """A query that somebody may type, or make."""
    if chance.random() < 0.1:
        return chance.choice(list(NAUGHTY.values()))
    parts = chance.choices([*WORDS, *WHOLE, *OPERATORS, *QUOTES, *UNSEEN], k=chance.randint(1, 6))
    return chance.choice((" ", "", " OR ")).join(parts)


def multipart(text: str, chance: random.Random) -> bytes:
    """A form with what the site's forms have; now and then with a file."""
    fields = {"text": text, "list": f"{text}\nAnn Roy", "column": chance.choice(("", "name", text))}
    fields |= {"table": chance.choice(("", "yes")), "as": chance.choice(("query", "phrase", text))}
    fields |= {"form": chance.choice(("csv", "", text)), "name": text, "password": text}
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    if chance.random() < 0.4:
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="names.csv"'
            f"\r\nContent-Type: text/csv\r\n\r\nname\r\n{text}\r\n"
        )
    return ("".join(parts) + f"--{BOUNDARY}--\r\n").encode("utf-8", "surrogatepass")


@cache
def browser(place: Path) -> FlaskClient:
    """A browser of a site, opened once by each process."""
    folder = Path(tempfile.mkdtemp(dir=place))
    archive = messy_archive(folder / "archive", seed=9, pages=60)
    return create_app(Searcher(archive, open_with(archive, "whoosh")), archive).test_client()
