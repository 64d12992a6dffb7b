"""The subcommands of linkage over files, one a file: they need no database and no settings."""
