"""Making an installation ready: schema and privileges, static files, the first agency and administrator."""
