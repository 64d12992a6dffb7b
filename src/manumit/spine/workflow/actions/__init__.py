"""What may be done with the work beside a record, one verb a file."""
