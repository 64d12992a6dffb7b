"""The screens of work beside records of any kind, one a file."""
