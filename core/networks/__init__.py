"""Network files: their preparation from packages and published weights, and checks and storage of imported models."""
