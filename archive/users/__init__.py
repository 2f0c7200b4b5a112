"""Who may read the site of an archive: names, and what tells whether a password is right."""

from archive.users.passwords import checked, is_right
from archive.users.store import SESSIONS_NAME, USERS_NAME, User, Users

__all__ = ["SESSIONS_NAME", "USERS_NAME", "User", "Users", "checked", "is_right"]
