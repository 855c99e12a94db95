"""The house rules, one module a kind. Each rule is a function from a Tree to a list of Findings."""
