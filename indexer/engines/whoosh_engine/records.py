"""A document's record, written beside its terms."""

from whoosh.writing import SegmentWriter


def add_record(writer: SegmentWriter, record: bytes) -> None:
    """The record of the next document: what `SegmentWriter.add_document` does with one column."""
    documents = writer.perdocwriter
    documents.start_doc(writer.docnum)
    documents.add_column_value("record", writer.schema["record"].column_type, record)
    documents.finish_doc()
    writer.docnum += 1
    writer._added = True
