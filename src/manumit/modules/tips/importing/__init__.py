"""Reading what was sent to an agency in other ways than by our own pages."""
