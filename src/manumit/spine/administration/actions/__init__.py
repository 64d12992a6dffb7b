"""What may be done here, one verb a file: permission, change and log entry in one transaction."""
