"""Formats: how needs come in and answers go out."""

from __future__ import annotations

from cybercoop.formats.answers import advice_to_dict
from cybercoop.formats.needs import need_from_dict, need_from_json

__all__ = ["advice_to_dict", "need_from_dict", "need_from_json"]
