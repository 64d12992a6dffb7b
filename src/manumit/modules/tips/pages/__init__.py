"""The screens of tips, one a file."""
