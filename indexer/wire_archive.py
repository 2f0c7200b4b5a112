"""What the archive tells about itself, as JSON; names and forms are those of `indexer.wire`."""

from collections.abc import Iterable

from archive.address import safe_address
from archive.capture import Capture
from archive.origins import public_origin
from archive.records import CaptureRecord, Refusal, Run, Sample, Stats, Toll
from archive.supplied import SuppliedFact
from indexer.wire import Json, day_json, moment_json


def capture_json(record: CaptureRecord) -> dict[str, Json]:
    """A capture without its bytes."""
    return {
        "digest": record.digest,
        "captured": moment_json(record.captured),
        "url": record.url,
        "media_type": record.media_type,
        "origin": public_origin(record.origin),
        "seen_last": moment_json(record.seen_last),
        "ingested": moment_json(record.ingested),
        "bytes_count": record.bytes_count,
        "current": record.current,
    }


def original_json(capture: Capture, raw: str) -> dict[str, Json]:
    """What came with the bytes of a capture; raw: the address where the bytes are."""
    return {
        "id": capture.document_id,
        "digest": capture.digest,
        "captured": moment_json(capture.captured),
        "url": safe_address(capture.url),
        "media_type": capture.media_type,
        "origin": public_origin(capture.origin),
        "charset": capture.charset,
        "stated": {one.name: one.value for one in capture.supplied.facts},
        "supplied": [supplied_json(one) for one in capture.supplied.facts],
        "notes": list(capture.supplied.notes),
        "bytes_count": len(capture.body),
        "raw": raw,
    }


def supplied_json(fact: SuppliedFact) -> dict[str, Json]:
    """A fact that came with a capture, and who says it."""
    return {"name": fact.name, "value": fact.value, "by": fact.by.value, "where": fact.where}


def refusal_json(refusal: Refusal) -> dict[str, Json]:
    """A refused page."""
    return {
        "origin": public_origin(refusal.origin),
        "reason": refusal.reason,
        "mend": refusal.mend,
        "offset": refusal.offset,
        "digest": refusal.digest,
        "first_seen": moment_json(refusal.first_seen),
        "last_seen": moment_json(refusal.last_seen),
        "run": refusal.run,
    }


def stats_json(stats: Stats) -> dict[str, Json]:
    """What the archive holds, in numbers."""
    return {
        "documents": stats.documents,
        "captures": stats.captures,
        "refusals": stats.refusals,
        "removed_lines": stats.removed_lines,
        "bytes_raw": stats.bytes_raw,
        "bytes_stored": stats.bytes_stored,
        "languages": counts_json(stats.languages),
        "sources": counts_json(stats.sources),
        "unsourced": stats.unsourced,
        "exact_dates": stats.exact_dates,
        "ranged_dates": stats.ranged_dates,
        "undated": stats.undated,
        "first_date": day_json(stats.first_date),
        "last_date": day_json(stats.last_date),
        "withdrawn": stats.withdrawn,
        "hidden": stats.hidden,
        "redacted": stats.redacted,
    }


def counts_json(counts: Iterable[tuple[str, int]]) -> list[Json]:
    """Names, each with how many pages it has."""
    return [{"name": name, "count": count} for name, count in counts]


def toll_json(toll: Toll) -> dict[str, Json]:
    """What one rule took."""
    return {
        "rule": toll.rule,
        "lines": toll.lines,
        "documents": toll.documents,
        "words": toll.words,
        "samples": [sample_json(sample) for sample in toll.samples],
    }


def sample_json(sample: Sample) -> dict[str, Json]:
    """A line that a rule took."""
    return {
        "text": sample.text,
        "cut": sample.cut,
        "times": sample.times,
        "document": sample.document,
        "number": sample.number,
        "reason": sample.reason,
        "score": sample.score,
    }


def run_json(run: Run) -> dict[str, Json]:
    """One ingest; what was typed and where files lay is the archivist's own affair."""
    return {
        "id": run.id,
        "started": moment_json(run.started),
        "finished": moment_json(run.finished),
        "new": run.new,
        "changed": run.changed,
        "same": run.same,
        "refused": run.refused,
        "passed_over": run.passed_over,
    }
