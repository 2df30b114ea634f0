"""Network files: conversion of downloaded packages, and checks and storage of imported models."""
