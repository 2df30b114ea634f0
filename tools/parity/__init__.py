"""Systems beside the packages that they come from: do both say the same of the same pixels?"""
