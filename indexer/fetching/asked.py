"""What is asked of a fetch, and why an address is not brought."""

from dataclasses import dataclass

from indexer.readers.limits import MAX_PAGE_BYTES


class NotBrought(Exception):
    """An address that is not brought; its message is the reason, in a sentence."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How we behave towards servers, and what we suffer from them.

    agent:          how we call ourselves
    delay_s:        at least so long between two requests to one host
    longest_wait_s: for a server that asks us to wait; where it asks for longer, we leave it
    connect_s:      until a connection stands, and between two pieces of an answer
    answer_s:       until an answer is whole
    body_bytes:     of an answer, as it is sent
    redirects:      in a row
    tries:          of one address, where a server asks us to come again
    allow_private:  whether addresses that are not of the public Internet may be asked
    """

    agent: str
    delay_s: float = 1.0
    longest_wait_s: float = 60.0
    connect_s: float = 15.0
    answer_s: float = 60.0
    body_bytes: int = MAX_PAGE_BYTES
    redirects: int = 10
    tries: int = 3
    allow_private: bool = False
