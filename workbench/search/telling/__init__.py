"""What is told beside the hits: how a query was read, why not, what else."""
