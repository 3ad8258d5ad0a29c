"""The nouns: what a need, a citation, a route and an answer are. No rules, no formats."""
