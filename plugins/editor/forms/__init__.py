"""The forms of the files that members write, from the schemas that read them: see README.md."""

from editor.forms.form_data import forms
from editor.forms.json_schema import json_schemas
from editor.forms.kinds import KINDS, Kind
from editor.forms.known import known

__all__ = ["KINDS", "Kind", "forms", "json_schemas", "known"]
