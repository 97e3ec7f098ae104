"""Prints the installed distributions with their versions, the modules that each brings, and which of these are found."""

import json
from importlib import metadata
from importlib.machinery import PathFinder

versions = {}
for distribution in metadata.distributions():
    name = distribution.metadata["Name"]
    if name:
        versions.setdefault(name, distribution.version)
modules = metadata.packages_distributions()
# Only top-level names: looking for a dotted one would run the package that holds it.
found = [module for module in modules if module.isidentifier() and PathFinder.find_spec(module)]
print(json.dumps({"versions": versions, "modules": modules, "found": found}))
