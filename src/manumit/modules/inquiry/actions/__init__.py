"""What may be done about inquiries, one verb a file."""
