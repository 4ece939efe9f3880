"""Read and section vacancy notices."""
