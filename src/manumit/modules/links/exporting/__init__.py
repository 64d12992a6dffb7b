"""What leaves of links, one format a file."""
