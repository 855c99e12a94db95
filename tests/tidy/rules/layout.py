"""How a file is laid on the screen: encoding, line ends, width; sizes are told, never refused."""

import re
import unicodedata

from tree import Finding

TEXT = r".*(\.(h|cpp|cmake|txt|py|sh|sql|po|md|json|csv|scenario|in)|/run|/install-packages)$"
CODE = r".*(\.(h|cpp|cmake|py|sh|sql)|CMakeLists\.txt|/run|/install-packages)$"
COLUMNS_MAX = 100
FUNCTION_LINES_NOTICED = 70
FILE_LINES_NOTICED = 400

# Test data that must be wrong to be of use, and charts kept as the authority wrote them.
DATA = re.compile(r"(tests/.*/data/|tests/data/|tests/golden/)")


def text_is_plain(tree):
    findings = []
    for source in tree.select(TEXT):
        if DATA.match(source.path):
            continue
        findings += faults_of_bytes(source)
        for number, line in enumerate(source.lines, 1):
            if line.endswith((" ", "\t")):
                findings.append(Finding(source.path, number, "a blank at the end of the line"))
            if "\t" in line and not source.path.endswith((".csv", ".po", ".md")):
                findings.append(Finding(source.path, number, "a tab"))
    return findings


def faults_of_bytes(source):
    if source.bytes.startswith(b"\xef\xbb\xbf"):
        yield Finding(source.path, 1, "a byte order mark")
    if b"\r" in source.bytes:
        line = source.bytes.split(b"\r")[0].count(b"\n") + 1
        yield Finding(source.path, line, "a carriage return")
    if source.bytes and not source.bytes.endswith(b"\n"):
        yield Finding(source.path, len(source.lines), "no line end at the end of the file")
    try:
        source.bytes.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = source.bytes[: fault.start].count(b"\n") + 1
        yield Finding(source.path, line, "not UTF-8")


def columns_of(line):
    """Columns on a screen: Chinese takes two, a combining mark none."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in line
    )


def lines_fit(tree):
    return [
        Finding(source.path, number, f"{columns_of(line)} columns, {COLUMNS_MAX} at most")
        for source in tree.select(CODE)
        for number, line in enumerate(source.lines, 1)
        if columns_of(line) > COLUMNS_MAX
    ]


def headers_are_read_once(tree):
    return [
        Finding(source.path, 1, "a header begins with #pragma once")
        for source in tree.cpp()
        if source.path.endswith(".h") and source.lines[0] != "#pragma once"
    ]


def sizes_worth_a_look(tree):
    """Notices: a long function or file is asked whether it is two."""
    notices = []
    for source in tree.cpp():
        if len(source.lines) - 1 > FILE_LINES_NOTICED:
            notices.append(Finding(source.path, 1, f"{len(source.lines) - 1} lines"))
        notices += [
            Finding(source.path, line, f"a function of {length} lines")
            for line, length in functions_of(source)
            if length > FUNCTION_LINES_NOTICED
        ]
    return notices


def functions_of(source):
    """(line, length) of each braced body that follows a parameter list, nested ones left out."""
    code = source.code
    found = []
    stack = []
    for match in re.finditer(r"[{}]", code):
        if match[0] == "{":
            before = code[: match.start()].rstrip()
            opens = bool(
                re.search(r"\)\s*(const|noexcept|override|final|&|\s|->\s*[\w:<>,&*\s]+)*$", before)
            )
            inside = any(each[1] for each in stack)
            stack.append((match.start(), opens and not inside))
        elif stack:
            start, is_function = stack.pop()
            if is_function:
                first = source.line_at(start)
                found.append((first, source.line_at(match.start()) - first + 1))
    return found


RULES = {"plain_text": text_is_plain, "columns": lines_fit, "pragma_once": headers_are_read_once}
NOTICES = {"sizes": sizes_worth_a_look}
