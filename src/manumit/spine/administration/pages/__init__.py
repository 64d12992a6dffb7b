"""The screens of sign-in and administration."""
