"""Each command has a test, each error code a scenario that provokes it."""

import posixpath
import re

from tree import Finding

PRODUCT = ("sdk/src/", "sdk/include/", "sdk/ui/", "reports/", "plugins/", "shell/")
CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
# What stands before a literal that is the code of a problem, or the name of a command.
BEFORE_CODE = re.compile(r"(\.code\s*=\s*|\b\w*[Pp]roblem\w*\s*[({]\s*|\b\w*[Rr]efus\w*\s*[({]\s*)$")
COMMAND = re.compile(r"\b(?:Command|Query)<[^;{}]*>\s*\w*\s*\{\s*\.name\s*=\s*", re.DOTALL)
COMMAND_CONSTANT = re.compile(r"\bcommand\s*(\[\])?\s*(=\s*|\{)$")


def literal_after(source, offset):
    """The literal that begins at the offset, if one does."""
    for literal in source.literals:
        if literal.start == offset:
            return literal
    return None


def error_codes(tree):
    """code → the first place that makes it."""
    codes = {}
    for source in tree.cpp(*PRODUCT):
        for literal in source.literals:
            before = source.code[max(0, literal.start - 60) : literal.start]
            if CODE.fullmatch(literal.text) and BEFORE_CODE.search(before):
                codes.setdefault(literal.text, Finding(source.path, literal.line, literal.text))
    return codes


def command_names(tree):
    """name → the first place that declares it."""
    names = {}
    for source in tree.cpp(*PRODUCT):
        found = [literal_after(source, each.end()) for each in COMMAND.finditer(source.code)]
        found += [
            literal
            for literal in source.literals
            if COMMAND_CONSTANT.search(source.code[max(0, literal.start - 40) : literal.start])
        ]
        for literal in found:
            if literal and CODE.fullmatch(literal.text):
                names.setdefault(literal.text, Finding(source.path, literal.line, literal.text))
    return names


def errors_are_provoked(tree):
    """What no command line can provoke (a full disk, a torn file) has a test in C++ instead."""
    return [
        Finding(place.path, place.line, f"no tests/errors/{code}.scenario provokes it")
        for code, place in sorted(error_codes(tree).items())
        if f"tests/errors/{code}.scenario" not in tree
        and f"tests/errors/{code}_test.cpp" not in tree
    ]


def error_scenarios_are_alive(tree):
    """A scenario of a code that nothing makes, or that does not expect its code, proves nothing."""
    codes = error_codes(tree)
    findings = []
    for source in tree.select(r"tests/errors/.*(\.scenario|_test\.cpp)$"):
        code = re.sub(r"(\.scenario|_test\.cpp)$", "", posixpath.basename(source.path))
        expected = rf"^!.*{re.escape(code)}\b|\"{re.escape(code)}\""
        if code not in codes:
            findings.append(Finding(source.path, 1, "no source makes this code"))
        elif not re.search(expected, source.text, re.MULTILINE):
            findings.append(Finding(source.path, 1, f"does not expect {code}"))
    return findings


def commands_are_tested(tree):
    tests = "\n".join(each.text for each in tree.select(r"tests/.*\.(cpp|h|scenario|json)$"))
    findings = []
    for name, place in sorted(command_names(tree).items()):
        spoken = re.escape(name.replace(".", " "))
        if not re.search(rf'"{re.escape(name)}"|(> |^|\s){spoken}(\s|$)', tests, re.MULTILINE):
            findings.append(Finding(place.path, place.line, f"no test runs {name}"))
    for source in tree.select(r"plugins/[^/]+/commands/.*\.cpp$"):
        if source.path.endswith("_request.cpp"):
            continue
        test = "tests/" + source.path.removesuffix(".cpp") + "_test.cpp"
        if test not in tree:
            findings.append(Finding(source.path, 1, f"has no {test}"))
    return findings


RULES = {
    "error_scenarios": errors_are_provoked,
    "live_scenarios": error_scenarios_are_alive,
    "command_tests": commands_are_tested,
}
