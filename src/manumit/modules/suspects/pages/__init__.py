"""The screens of suspects, one a file."""
