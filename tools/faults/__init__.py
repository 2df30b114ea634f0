"""Provoke faults of the system around the engine: full disks, quotas, and signals at any moment."""
