"""The screens of the case catalogue, one a file."""
