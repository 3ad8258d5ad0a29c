"""The algebra of rules: facts, three-valued conditions, effects, verdicts. It knows no law."""
