"""What may be done to a record of any kind, one verb a file."""
