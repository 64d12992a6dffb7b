"""What may be done with an item of evidence, one verb a file."""
