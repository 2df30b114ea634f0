"""Write the graph templates of published networks: `python -m cloud_s2_mask.tools.templates [SYSTEM...]`."""
