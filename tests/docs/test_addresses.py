"""What docs/addresses.md says of addresses is what is done."""

import re
from pathlib import Path

from archive.address import TRACKING_PARAMETERS, TRACKING_PREFIXES, canonical_url

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "addresses.md").read_text("utf-8")


def test_every_address_of_the_table_is_read_as_it_says():
    rows = re.findall(r"^\| `(\S+)` \| `(\S+)` \|", TEXT, re.MULTILINE)
    assert len(rows) >= 9
    assert [(written, canonical_url(written)) for written, _ in rows] == rows


def test_every_tracking_parameter_is_told():
    for name in (*TRACKING_PARAMETERS, *(f"{prefix}…" for prefix in TRACKING_PREFIXES)):
        assert f"`{name}`" in TEXT
