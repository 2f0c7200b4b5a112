"""`fonds clean`: the page's own words, without an archive."""

from cli.options import AsJson
from cli.output import print_json, print_text, say
from cli.pages import PageFile, page_at
from cli.plain import plain


def command(file: PageFile, as_json: AsJson = False) -> None:
    """Print the cleaned text; with --json the kept and removed lines, with rule and reason."""
    from indexer.pipeline import clean, flatten

    page = page_at(file)
    flat = flatten(page)
    cleaned, decoded = clean(flat), flat.decoded
    if as_json:
        print_json(
            {
                "origin": page.origin,
                "media_type": page.media_type,
                "charset": decoded.charset,
                "charset_evidence": decoded.evidence,
                "text": cleaned.text,
                "kept": plain(cleaned.kept),
                "removed": plain(cleaned.removed),
                "flags": [*decoded.flags, *cleaned.flags],
            }
        )
        return
    print_text(cleaned.text)
    for flag in (*decoded.flags, *cleaned.flags):
        say(f"fonds: {page.origin}: look at this page: {flag}")
