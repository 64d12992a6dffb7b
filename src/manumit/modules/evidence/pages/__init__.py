"""The screens of evidence, one a file."""
