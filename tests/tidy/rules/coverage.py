"""Each command has a test, each error code a scenario that provokes it."""

import posixpath
import re

from tree import Finding

PRODUCT = ("sdk/src/", "sdk/include/", "sdk/ui/", "reports/", "plugins/", "shell/")
CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+(?<!_)")
PREFIX = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*[._]")

# How a literal shows itself to be the code of a problem: it is the member `code`, it begins a
# Problem, it goes to a function that has a parameter `code`, or its sentence stands beside it.
CODE_MEMBER = re.compile(r"(\.code\s*=\s*|\bProblem\s*\w*\s*\{\s*)$")
CODE_PARAMETER = re.compile(
    r"\b(\w+)\s*\((?:[^()]*,)?\s*(?:const\s+)?(?:std::string(?:_view)?|char)\s*[&*]?\s*code\b"
)
OTHER_MEMBER = re.compile(r"\.(?!code\b)\w+\s*=\s*$")
BESIDE = re.compile(r"[\s,{}()]*(Message|\.text\s*=|Message\s*\{)?[\s,{}()]*")
SENTENCE = re.compile(r".* .*[.?!]", re.DOTALL)

# How a test shows that it expects a code: inside an assertion, or as a value of the rows it walks.
ASSERTION = re.compile(r"\b(CHECK|REQUIRE)(_THAT)?\s*$")
NOT_EXPECTED = re.compile(r"!=\s*$|\backnowledged\s*(=\s*)?\{[^{}]*$")
VALUE_OF_A_ROW = re.compile(r"[{,=]\s*$")
ROWS_IN = re.compile(r"\b(for|GENERATE|values\s*<\w+>)\s*$")
EXPECTED_LINE = re.compile(rf"^[!~] ({CODE.pattern})(?: |$)", re.MULTILINE)

COMMAND = re.compile(r"\b(?:Command|Query)<[^;{}]*>\s*\w*\s*\{\s*\.name\s*=\s*", re.DOTALL)
COMMAND_CONSTANT = re.compile(r"(?<!\.)\bcommand\s*(\[\])?\s*(=\s*|\{)$")


def literal_after(source, offset):
    """The literal that begins at the offset, if one does."""
    for literal in source.literals:
        if literal.start == offset:
            return literal
    return None


def makers_of(tree):
    """The functions that take a code, ready to be looked for before a literal; what another object
    is asked (a table's find) makes no problem here."""
    names = {name for source in tree.cpp(*PRODUCT) for name in CODE_PARAMETER.findall(source.code)}
    names -= {"if", "for", "while", "switch", "return"}
    return re.compile(rf"(?<![.>\w])({'|'.join(sorted(names)) or '(?!)'})\s*[({{][^;{{}}\"]*$")


def is_code(source, literal, following, makers):
    before = source.code[max(0, literal.start - 120) : literal.start]
    if CODE_MEMBER.search(before) or makers.search(before):
        return True
    if OTHER_MEMBER.search(before) or following is None:
        return False
    between = source.code[literal.start : following.start].strip('" \n')
    return bool(SENTENCE.fullmatch(following.text) and BESIDE.fullmatch(between))


def dotted_literals(tree, pattern):
    """The error codes, or with PREFIX the beginnings of those put together at run time."""
    makers = makers_of(tree)
    for source in tree.cpp(*PRODUCT):
        for literal, following in zip(source.literals, [*source.literals[1:], None]):
            if pattern.fullmatch(literal.text) and is_code(source, literal, following, makers):
                yield literal.text, Finding(source.path, literal.line, literal.text)


def error_codes(tree):
    """code → the first place that makes it."""
    codes = {}
    for code, place in dotted_literals(tree, CODE):
        codes.setdefault(code, place)
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


def open_brackets(code, offset):
    """What stands before each bracket that is open at the offset, and the bracket itself."""
    stack = []
    for each in re.finditer(r"[(){}]", code[:offset]):
        if each[0] in "({":
            stack.append(each.start())
        elif stack:
            stack.pop()
    return [(code[max(0, start - 30) : start], code[start]) for start in stack]


def is_expected(source, literal):
    before = source.code[max(0, literal.start - 200) : literal.start]
    if NOT_EXPECTED.search(before):
        return False
    brackets = open_brackets(source.code, literal.start)
    if any(kind == "(" and ASSERTION.search(head) for head, kind in brackets):
        return True
    is_in_a_body = any(kind == "{" and head.rstrip().endswith(")") for head, kind in brackets)
    calls_nothing = all(kind == "{" or ROWS_IN.search(head) for head, kind in brackets)
    return is_in_a_body and calls_nothing and bool(VALUE_OF_A_ROW.search(before))


def expected_codes(tree):
    """The codes that a test expects as a literal, or a story as what stood in the way."""
    codes = set(error_codes(tree))
    expected = {
        literal.text
        for source in tree.select(r"tests/.*_test\.cpp$")
        for literal in source.literals
        if literal.text in codes and is_expected(source, literal)
    }
    for source in tree.select(r"tests/.*\.scenario$"):
        expected.update(match[1] for match in EXPECTED_LINE.finditer(source.text))
    return expected


def errors_are_provoked(tree):
    """What no command line can provoke (a full disk, a torn file) has a test in C++ instead."""
    expected = expected_codes(tree)
    return [
        Finding(place.path, place.line, f"no test expects {code}; tests/errors/{code}.scenario?")
        for code, place in sorted(error_codes(tree).items())
        if code not in expected
    ]


def error_scenarios_are_alive(tree):
    """A scenario of a code that nothing makes, or that does not expect its code, proves nothing."""
    codes = error_codes(tree)
    beginnings = tuple(code for code, _ in dotted_literals(tree, PREFIX))
    findings = []
    for source in tree.select(r"tests/errors/.*(\.scenario|_test\.cpp)$"):
        code = re.sub(r"(\.scenario|_test\.cpp)$", "", posixpath.basename(source.path))
        expected = rf"^[!~].*{re.escape(code)}\b|\"{re.escape(code)}\""
        if code not in codes and not code.startswith(beginnings):
            findings.append(Finding(source.path, 1, "no source makes this code"))
        elif not re.search(expected, source.text, re.MULTILINE):
            findings.append(Finding(source.path, 1, f"does not expect {code}"))
    return findings


def commands_are_tested(tree):
    """A story that types the command, or a test in C++ that runs it."""
    tests = "\n".join(each.text for each in tree.select(r"tests/.*\.(cpp|h|scenario|json)$"))
    findings = []
    for name, place in sorted(command_names(tree).items()):
        spoken = re.escape(name.replace(".", " "))
        if not re.search(rf'"{re.escape(name)}"|(> |^|\s){spoken}(\s|$)', tests, re.MULTILINE):
            findings.append(Finding(place.path, place.line, f"no test runs {name}"))
    return findings


RULES = {
    "error_scenarios": errors_are_provoked,
    "live_scenarios": error_scenarios_are_alive,
    "command_tests": commands_are_tested,
}
