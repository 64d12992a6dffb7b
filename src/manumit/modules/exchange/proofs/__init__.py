"""Random histories of releases, and the model that foretells who reads what."""
