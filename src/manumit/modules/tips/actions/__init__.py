"""What may be done with a tip, one verb a file."""
