"""A file that someone uploads: read where it arrives, and never stored."""
