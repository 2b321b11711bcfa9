"""What opens over the desk and closes again, one file each."""
