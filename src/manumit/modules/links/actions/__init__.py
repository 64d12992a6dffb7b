"""What may be done with links, one verb a file."""
