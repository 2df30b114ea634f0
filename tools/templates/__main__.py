"""`make templates`: write graph templates of published networks, and their answers for the tests."""

from __future__ import annotations

import argparse
import json
import os
import sys
from importlib import import_module

from ...core.graphs.template import load_template, template_path
from .answers import Answer
from .measuring import measure
from .network import Network
from .seeded import SPREADS, seeded_input, seeded_weights

SYSTEMS = ("clouds2mask", "kappamask", "omnicloudmask", "unetmobv2")
"""Systems with a module here, each with `NETWORKS`."""


def main() -> int:
    """Write the templates of all networks of the chosen systems, and return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("systems", nargs="*", help=f"systems (default: all of {', '.join(SYSTEMS)})")
    wanted = parser.parse_args().systems or SYSTEMS
    if not set(wanted) <= set(SYSTEMS):
        parser.error(f"unknown system. Choose from {', '.join(SYSTEMS)}.")
    os.environ.setdefault("KERAS_BACKEND", "torch")  # before Keras is imported
    for system in wanted:
        for network in import_module(f".{system}", __package__).NETWORKS:
            _write(network)
    return 0


def _write(network: Network) -> None:
    """Write the template of a network, the spreads of its features and its answer."""
    path = template_path(network.name)
    path.write_text(network.template(), encoding="utf-8")
    template = load_template(network.name)
    spreads = measure(template, network.shape)
    (SPREADS / f"{network.name}.json").write_text(json.dumps(spreads._asdict()) + "\n", encoding="utf-8")
    output = network.infer(seeded_weights(template).tensors, seeded_input(template, network.shape))
    Answer.of(output, network.made_with()).write(network.name)
    print(network.name)


if __name__ == "__main__":
    sys.exit(main())
