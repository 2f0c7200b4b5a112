"""The formats that Fonds reads, in the order in which they are tried."""

from indexer.readers import json_lines, json_values, mail, page, separated, tarred, zipped
from indexer.readers.format import Format
from indexer.readers.warc import wacz
from indexer.readers.warc.format import ARC, WARC

FORMATS: tuple[Format, ...] = (
    # Containers first: a record of a WARC that lies in one unpacked is not where the file begins.
    wacz.FORMAT,
    zipped.FORMAT,
    tarred.FORMAT,
    WARC,
    ARC,
    mail.SAVED_PAGE,
    mail.MAIL,
    json_lines.FORMAT,
    json_values.FORMAT,
    separated.FORMAT,
    page.FORMAT,
)
