"""The individual's door on the server: a person's own links and answers, for that person alone."""
