"""What may be done with a request, one verb a file."""
