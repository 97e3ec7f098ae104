"""Prints the installed distributions with their versions and the modules that each brings."""

import json
from importlib import metadata

versions = {}
for found in metadata.distributions():
    name = found.metadata["Name"]
    if name:
        versions.setdefault(name, found.version)
print(json.dumps({"versions": versions, "modules": metadata.packages_distributions()}))
