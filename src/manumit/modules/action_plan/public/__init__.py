"""What anybody may read without signing in: pages, plots, feeds and files, all from the public's copy alone."""
