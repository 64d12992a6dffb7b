"""What can go wrong with the embedded database, in words that say what helps."""


class DatabaseTrouble(Exception):
    """The embedded database cannot be used; the text says why and what would help. Nothing was lost or overwritten."""
