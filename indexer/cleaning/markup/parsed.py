"""A page's HTML parsed: once, for its lines and for what its markup states."""

from dataclasses import dataclass

from resiliparse.parse.html import DocumentNode, HTMLTree

from indexer.cleaning.markup.tokens import has_giant_tag
from indexer.cleaning.markup.unread import without_bulk
from indexer.cleaning.reach import within_reach

# A page has a few thousand tags; what has more than this is a dump, and time must be bounded.
MAX_TAGS = 250_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page's HTML.

    source:  without the scripts, styles and comments whose ends are beyond doubt; JSON-LD stays;
             of a page that is too long, its beginning
    tree:    the parser's, or None where there is nothing to parse or parsing would take minutes
    flooded: whether it has more tags or attributes than a page
    flags:   what of it was not read
    """

    source: str
    tree: HTMLTree | None
    flooded: bool
    flags: tuple[str, ...] = ()

    @property
    def document(self) -> DocumentNode | None:
        """The root of the tree, or None where there is none."""
        return None if self.tree is None else self.tree.document

    @property
    def mended(self) -> str:
        """The source with every element closed and every attribute quoted."""
        document = self.document
        return document.html if document is not None else ""


def parse(html: str) -> Parsed:
    """Parse a page.

    The parser's time grows with the square of a tag's attributes: a page with a giant tag is left
    as it is.
    """
    source, flags = within_reach(without_bulk(html))
    if has_giant_tag(source):
        return Parsed(source, None, flooded=True, flags=flags)
    return Parsed(source, tree_of(source), flooded=source.count("<") > MAX_TAGS, flags=flags)


def tree_of(source: str) -> HTMLTree | None:
    """What the parser makes of source, or None where that is blank."""
    if not source.strip():
        return None
    try:
        return HTMLTree.parse(source)
    except UnicodeEncodeError:  # A lone half of a surrogate pair cannot be encoded for the parser.
        return HTMLTree.parse(source.encode("utf-8", "replace").decode("utf-8"))


def mend(source: str) -> str:
    """The source with every element closed and every attribute quoted."""
    return Parsed(source, tree_of(source), flooded=False).mended
