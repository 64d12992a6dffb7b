"""What can be done with a case: one verb a file, each with permission, change and leaf in one transaction."""
