"""A person's own pages on the server: calendar links to confirm, the answer about a caseload."""
