"""What modules stand on, bottom up: identity, audit, access, jobs, records, search, workflow, ui, administration."""
