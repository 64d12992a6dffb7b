"""The screens of inquiries, one a file."""
