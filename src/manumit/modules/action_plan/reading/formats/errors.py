"""What is wrong with a file."""


class BadDocument(ValueError):
    """The file cannot be read; the text says why and what would help."""
