"""The screens of the action plan, one a file."""
