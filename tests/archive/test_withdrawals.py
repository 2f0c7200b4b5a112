"""What leaves an archive, what is left of it, and what may not come in again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from archive import Archive
from archive.capture import Capture
from archive.corrections import Correction, value_text
from archive.errors import BadWithdrawal, DocumentNotFound, DocumentWithdrawn
from archive.withdrawals import Kind, Order
from tests.archive.pages import capture, described, on

WHEN = datetime(2026, 3, 1, 9, tzinfo=UTC)
ORDER = Order("A court said so.", "ann", WHEN)
HIDE = Order("Embargo.", "ann", WHEN, until=date(2026, 6, 1))
SECRET = b"<p>Marguerite Okonkwo-Vance lives at 12 Orchard Row.</p>"
URL = "https://secret.example/1"


def page(body: bytes = SECRET, url: str | None = URL, day: int = 1) -> Capture:
    return capture(body, url, on(day))


def put(archive: Archive, *pages: Capture) -> str:
    run = archive.begin_run("fonds ingest", [])
    for each in pages:
        archive.add(run, each, described(each, title=each.body.decode("latin-1")))
    archive.finish_run(run)
    return pages[-1].document_id


@pytest.fixture
def held(archive: Archive) -> str:
    """The id of a page with two captures and a correction, beside another page."""
    put(archive, capture(b"<p>Trees fell.</p>"))
    id = put(archive, page(), page(b"<p>Marguerite moved.</p>", day=2))
    archive.correct(Correction(id, "title", value_text("Okonkwo"), "note", "ann", WHEN))
    return id


def everything(archive: Archive) -> bytes:
    return b"".join(f.read_bytes() for f in archive.folder.rglob("*") if f.is_file())


def test_a_withdrawn_page_is_answered_with_its_tombstone(archive, held):
    made = archive.withdrawals.take_out(held, ORDER)
    assert (made.kind, made.reason, made.who, made.made) == (Kind.WITHDRAWN, *ORDER_FACTS)
    assert len(made.digests) == 2
    for ask in (archive.get, archive.history, archive.original, archive.removed):
        with pytest.raises(DocumentWithdrawn, match="withdrawn on 2026-03-01: A court said so"):
            ask(held)
    assert archive.corrections(held) == ()
    assert archive.find_ids(held) == ()
    assert archive.withdrawals.find_ids(held[:6]) == (held,)


ORDER_FACTS = ("A court said so.", "ann", WHEN)


def test_an_id_that_never_was_is_still_not_found(archive, held):
    with pytest.raises(DocumentNotFound) as raised:
        archive.withdrawals.take_out("0" * 16, ORDER)
    assert not isinstance(raised.value, DocumentWithdrawn)


def test_of_several_pages_all_go_or_none(archive, held):
    def take_out(*ids):
        with archive.batch():
            for id in ids:
                archive.withdrawals.take_out(id, ORDER)

    with pytest.raises(DocumentNotFound):
        take_out(held, "0" * 16)
    assert archive.get(held).title == "Okonkwo"


def test_the_number_of_the_last_change_never_goes_back(archive, held):
    before = archive.sequence()
    archive.withdrawals.take_out(held, ORDER)
    assert archive.sequence() == before + 1
    assert archive.withdrawals.gone(before, before + 1) == (held,)
    put(archive, capture(b"more", "https://more.example"))
    assert archive.sequence() == before + 2


def test_the_same_address_and_the_same_bytes_are_not_taken_again(archive, held):
    archive.withdrawals.take_out(held, ORDER)
    for again in (page(b"other bytes"), page(url="https://mirror.example"), page(url=None)):
        refused = archive.withdrawals.refusal(again)
        assert refused.reason == "This page was withdrawn on 2026-03-01: A court said so."
        with pytest.raises(DocumentWithdrawn):
            put(archive, again)
    assert archive.withdrawals.refusal(page(b"other bytes", "https://other.example")) is None


def test_another_address_of_the_same_bytes_keeps_what_it_has(archive, held):
    mirror = page(url="https://mirror.example")
    put(archive, mirror)
    assert archive.withdrawals.with_same_bytes(held) == (mirror.document_id,)
    archive.withdrawals.take_out(held, ORDER)
    assert archive.original(mirror.document_id).body == SECRET
    assert archive.withdrawals.refusal(mirror) is None
    assert next(iter(archive.verify())).mend == "Run `fonds withdraw --finish`."


def test_after_wiping_no_file_of_the_folder_holds_a_byte_of_it(archive, held):
    packed = packed_bodies(archive)
    assert any(body in everything(archive) for body in packed)
    archive.withdrawals.take_out(held, ORDER)
    assert archive.withdrawals.wipe()
    assert archive.withdrawals.mark_erased(archive.sequence())
    left = everything(archive)
    for trace in (*packed, SECRET, b"Marguerite", b"Okonkwo", URL.encode(), b"secret.example"):
        assert trace not in left
    assert list(archive.verify()) == []
    assert archive.withdrawals.all()[0].erased is not None


def packed_bodies(archive: Archive) -> list[bytes]:
    import sqlite3

    with sqlite3.connect(archive.folder / "archive.db") as database:
        asked = "SELECT packed FROM bodies JOIN captures USING (digest) WHERE url = ?"
        found = [row[0] for row in database.execute(asked, [URL])]
    database.close()
    return found


def test_a_reader_of_an_old_state_keeps_the_log_and_that_is_told(folder, archive, held):
    import sqlite3

    (folder / "fonds.toml").write_text("write_wait_s = 0.2")
    with Archive.open(folder) as hasty:
        hasty.withdrawals.wipe()
        reader = sqlite3.connect(folder / "archive.db")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        hasty.withdrawals.take_out(held, ORDER)
        assert not hasty.withdrawals.wipe()
        reader.close()
        assert hasty.withdrawals.wipe()


def test_a_hidden_page_comes_back_as_it_was(archive, held):
    before, history = archive.get(held), archive.history(held)
    stats = archive.stats()
    archive.withdrawals.take_out(held, HIDE)
    with pytest.raises(DocumentWithdrawn, match="is hidden until 2026-06-01: Embargo"):
        archive.get(held)
    assert archive.stats().documents == stats.documents - 1
    assert (archive.stats().hidden, archive.stats().withdrawn) == (1, 0)
    assert SECRET not in [kept.capture.body for kept in archive.captures.scan()]
    assert archive.withdrawals.refusal(page()) is not None
    archive.withdrawals.let_back(held, who="ben")
    assert archive.get(held) == before
    assert archive.history(held) == history
    assert archive.original(held, page().digest).body == SECRET
    assert archive.stats() == stats
    assert archive.withdrawals.refusal(page()) is None
    assert [fault for fault in archive.verify() if "finish" not in fault.mend] == []


def test_a_hidden_page_comes_back_by_itself_on_its_day(folder):
    with Archive.create(folder) as archive:
        id = put(archive, page())
        archive.withdrawals.take_out(id, HIDE)
        assert archive.withdrawals.let_back_due(HIDE.until - timedelta(days=1)) == ()
        with pytest.raises(DocumentWithdrawn):
            archive.get(id)
        assert archive.withdrawals.let_back_due(HIDE.until) == (id,)
        assert archive.get(id).id == id
        past = Order("Embargo.", "ann", WHEN, until=date(2020, 1, 1))
        archive.withdrawals.take_out(id, past)
    with Archive.open(folder) as archive:
        assert archive.get(id).id == id
        assert [one.ended_by for one in archive.withdrawals.all()] == ["", ""]


def test_what_is_hidden_can_be_withdrawn_for_good(archive, held):
    archive.withdrawals.take_out(held, HIDE)
    archive.withdrawals.take_out(held, ORDER)
    archive.withdrawals.wipe()
    assert SECRET not in everything(archive)
    assert b"Okonkwo" not in everything(archive)
    with pytest.raises(BadWithdrawal, match="gone for good"):
        archive.withdrawals.let_back(held, who="ben")
    assert archive.stats().withdrawn == 1
    assert archive.stats().hidden == 0


def test_a_page_that_is_not_hidden_cannot_be_let_back(archive, held):
    with pytest.raises(BadWithdrawal, match="neither hidden nor withdrawn"):
        archive.withdrawals.let_back(held, who="ben")


def test_a_hidden_page_whose_bytes_changed_is_found_by_verify(archive, held):
    archive.withdrawals.take_out(held, HIDE)
    with archive._database.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE withheld SET rows = replace(rows, 'a', 'b')")
    assert held in [fault.where for fault in archive.verify()]


def test_a_backup_is_recorded_with_its_digest(archive, held, tmp_path):
    import hashlib

    file = tmp_path / "b.tar.zst"
    archive.backup(file)
    (made,) = archive.withdrawals.backups()
    assert (made.kind, made.file, made.documents) == ("backup", str(file), 2)
    assert made.digest == hashlib.sha256(file.read_bytes()).hexdigest()
    assert made.sequence == archive.sequence()
