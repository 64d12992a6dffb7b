"""Rules that refuse a change, one a file."""
