"""What inquiries do."""
