"""Run several models on one scene, each in a process of its own, and report where their masks disagree."""
