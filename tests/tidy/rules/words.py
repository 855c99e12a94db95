"""Words that have their place: floating point, SQL, wx, macros, and words that promise work."""

import re

from rules.layers import logical
from tree import Finding

# Screen and paper measure in floating point; nothing that holds money does.
FLOAT_FOLDERS = ("reports/render/", "sdk/ui/", "shell/desktop/", "tests/")
UI_OF_PLUGIN = re.compile(r"plugins/[^/]+/ui/")
FLOAT = re.compile(r"\b(double|float|stod|stof|stold|strtod|atof)\b")
SQL_FLOAT = re.compile(r"\b(REAL|FLOAT|DOUBLE|NUMERIC|DECIMAL)\b", re.IGNORECASE)

STORE = re.compile(r"(.*/)?store/|tests/")
SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE)\b")

WX_FOLDERS = ("sdk/ui/", "shell/desktop/", "reports/render/print/", "tests/desktop/",
              "tests/benchmarks/")
WX = re.compile(r"\bwx[A-Z]\w+|\bwxT?\b")

MACRO_FILES = {
    "sdk/include/zhangfang/base/assert.h",
    "sdk/include/zhangfang/base/export.h",
    "sdk/include/zhangfang/plugin/entry.h",
    "sdk/include/zhangfang/plugin/plugin.h",
    "sdk/ui/include/zhangfang/ui/ui_plugin.h",
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def no_floating_point_below_the_screen(tree):
    findings = []
    for source in tree.cpp():
        if logical(source.path).startswith(FLOAT_FOLDERS) or UI_OF_PLUGIN.match(source.path):
            continue
        findings += matches(source, FLOAT, "floating point lives in screen and paper only: {0}")
    for source in tree.select(r".*/migrations/.*\.sql$"):
        for line, text in enumerate(source.lines, 1):
            found = SQL_FLOAT.search(text.split("--")[0])
            if found:
                findings.append(
                    Finding(source.path, line, f"columns are integers or text, never {found[0]}")
                )
    return findings


def sql_lives_in_store_folders(tree):
    findings = []
    for source in tree.cpp():
        if STORE.match(source.path):
            continue
        for literal in source.literals:
            if SQL.search(literal.text):
                findings.append(Finding(source.path, literal.line, "SQL stands outside store/"))
    return findings


def wx_lives_in_windows(tree):
    findings = []
    for source in tree.cpp():
        if not logical(source.path).startswith(WX_FOLDERS) and not UI_OF_PLUGIN.match(source.path):
            findings += matches(source, WX, "wx lives in ui, desktop and print only: {0}")
    return findings


def macros_are_few(tree):
    findings = []
    for source in tree.cpp():
        if source.path in MACRO_FILES or source.path.startswith("tests/"):
            continue
        for line, text in enumerate(source.code_lines, 1):
            found = re.match(r"\s*#\s*define\s+(\w+)", text)
            if found:
                findings.append(
                    Finding(source.path, line, f"a function or constant instead of {found[1]}")
                )
    return findings


def nothing_is_promised(tree):
    findings = []
    for source in tree.select(r".*\.(h|cpp|cmake|py|sql|txt|po)$"):
        if source.path == "tests/tidy/rules/words.py":
            continue
        for line, text in enumerate(source.lines, 1):
            found = UNFINISHED.search(text)
            if found and not source.path.startswith("tests/tidy/"):
                findings.append(Finding(source.path, line, f"{found[0]}: do it or leave it"))
    return findings


def matches(source, pattern, text):
    return [
        Finding(source.path, number, text.format(found[0]))
        for number, line in enumerate(source.code_lines, 1)
        for found in [pattern.search(line)]
        if found
    ]


RULES = {
    "floating_point": no_floating_point_below_the_screen,
    "sql": sql_lives_in_store_folders,
    "wx": wx_lives_in_windows,
    "macros": macros_are_few,
    "promises": nothing_is_promised,
}
