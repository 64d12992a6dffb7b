"""Rules of the house, remembered by tests."""
