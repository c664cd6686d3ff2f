"""Whether an error of a database means that its disk is full: then nothing of the request was kept.

It knows the codes of SQLite and PostgreSQL, and never their words.
"""

import sqlite3

# "database or disk is full", and no room for the file that goes with the write-ahead log
# (sqlite.org/rescode.html); on PostgreSQL "disk_full" (its manual, appendix A).
_SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
_POSTGRESQL = "53100"


def is_full(error: BaseException | None) -> bool:
    """This will look at an error and at what it was raised from."""
    while error is not None:
        if getattr(error, "sqlite_errorcode", None) in _SQLITE:
            return True
        if getattr(error, "sqlstate", None) == _POSTGRESQL:
            return True
        error = error.__cause__
    return False
