"""What may be done with a suspect, one verb a file."""
