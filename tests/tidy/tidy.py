#!/usr/bin/env python3
"""The house rules as a test: tidy.py [--root FOLDER] [RULE …] checks all rules, or those named."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.dont_write_bytecode = True

from rules import catalogues, coverage, layers, layout, pages, words
from tree import Tree

MODULES = (layers, words, layout, pages, coverage, catalogues)
RULES = {name: rule for module in MODULES for name, rule in module.RULES.items()}
NOTICES = layout.NOTICES


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("rules", nargs="*", choices=[[], *RULES, *NOTICES], metavar="RULE")
    arguments = parser.parse_args()

    tree = Tree.read(arguments.root)
    failures = 0
    for name in arguments.rules or RULES:
        findings = {**RULES, **NOTICES}[name](tree)
        for finding in findings:
            print(f"{finding} [{name}]")
        failures += 0 if name in NOTICES else len(findings)
    print(f"{failures} findings" if failures else "tidy")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
