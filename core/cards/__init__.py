"""Model cards: the input and classes of each network, and the choice of a model for a scene."""
