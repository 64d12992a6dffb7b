"""The screens of links, one a file."""
