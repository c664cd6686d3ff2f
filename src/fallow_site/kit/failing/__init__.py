"""What is said when something fails: of which kind and where, and whether the disk was full."""
