"""What every module stands on, bottom up: identity, audit, access, jobs, records, workflow, ui, administration."""
