"""Front matter: split off, parsed as YAML nodes with their lines, read through a schema."""

from jekyll.front_matter.schema import Field, Schema
from jekyll.front_matter.source import Source, pack, read_source, unpack
from jekyll.front_matter.yaml_values import Value, parse_mapping

__all__ = ["Field", "Schema", "Source", "Value", "pack", "parse_mapping", "read_source", "unpack"]
