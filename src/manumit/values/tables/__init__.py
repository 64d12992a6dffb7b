"""Code tables the catalogue needs everywhere, one a file, each with its published source."""
