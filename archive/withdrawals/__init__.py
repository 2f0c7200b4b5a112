"""Here is a page that may not stay: how does it leave, and what is left that says so?"""

from archive.withdrawals.tombstone import Kind, Order, Tombstone

__all__ = ["Kind", "Order", "Tombstone"]
