"""What may be done between agencies, one verb a file."""
