"""YAML in, core and career values out; the only room that imports yaml and msgspec."""
