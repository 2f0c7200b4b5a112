"""Where a page was read from, told to those who have no business with the machine's folders."""

import re

# A web address is public as it is; a file's is not.
WEB = re.compile(r"https?://", re.IGNORECASE)
FOLDERS = re.compile(r"^.*[/\\]", re.DOTALL)


def public_origin(origin: str) -> str:
    """The file's name and what is inside it, without the folders it lies in.

    >>> public_origin("/archives/seeds/pages.zip!a/b.warc.gz#1234")
    'pages.zip!a/b.warc.gz#1234'
    """
    if WEB.match(origin):
        return origin
    file, mark, inside = origin.partition("!")
    return FOLDERS.sub("", file) + mark + inside
