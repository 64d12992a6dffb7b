"""What went wrong, in words that say what helps."""

import psycopg

from manumit.project.database.errors import DatabaseTrouble


def explain(error: Exception) -> str | None:
    """Return what to tell people of `error`; None for a fault of ours, whose traceback is wanted."""
    if isinstance(error, DatabaseTrouble | CommandRefused):
        return str(error)
    cause = error.__cause__ if isinstance(error.__cause__, psycopg.Error) else error
    if isinstance(cause, psycopg.errors.UndefinedTable):
        return "The database lacks tables of this version. Run `manumit migrate`."
    if isinstance(cause, psycopg.OperationalError):
        return f"The database cannot be reached: {str(cause).strip()}"
    if type(error).__name__ == "ImproperlyConfigured":
        return str(error)
    return None


class CommandRefused(Exception):
    """A command does not do what was asked; the text says why and what would help."""
