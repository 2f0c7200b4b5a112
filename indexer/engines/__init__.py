"""Search engines, one a file; their libraries are imported nowhere else."""
