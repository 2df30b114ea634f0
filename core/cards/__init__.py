"""Describe models: what each network needs, what its output means, and which one suits a scene."""
