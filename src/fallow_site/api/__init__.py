"""The small typed API: what a person's own device may fetch of that person's own work."""
