"""Rules that are shown and let a change through, one a file."""
