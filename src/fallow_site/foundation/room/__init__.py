"""The door to the private room: it serves built files, and knows nobody."""
