"""Commands of administration, one a file."""
