"""Settings by name: `base` holds what is common; `demo`, `production` and `test` say how they differ."""
