"""The source tree as the rules see it: files, C++ code without comments, string literals."""

import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SKIPPED_FOLDERS = {".git", ".cache", ".idea", ".vscode", "build", "__pycache__"}
CPP = (".h", ".cpp")


@dataclass(frozen=True)
class Finding:
    """One breach of a rule, at a place where a person can mend it."""

    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}"


@dataclass(frozen=True)
class Literal:
    """A string literal; neighbours that the compiler joins are joined."""

    line: int
    text: str
    start: int  # Offset in the file, for rules that look at what stands before.


class Source:
    def __init__(self, path, content):
        self.path = path
        self.bytes = content

    @cached_property
    def text(self):
        return self.bytes.decode("utf-8", errors="replace")

    @cached_property
    def lines(self):
        return self.text.split("\n")

    @cached_property
    def _lexed(self):
        return lex(self.text)

    @property
    def code(self):
        """The text with comments and the contents of literals blanked, place by place."""
        return self._lexed[0]

    @property
    def literals(self):
        return self._lexed[1]

    @cached_property
    def code_lines(self):
        return self.code.split("\n")

    @cached_property
    def includes(self):
        """(line, quoted?, name) of each #include."""
        found = []
        for number, line in enumerate(self.lines, 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if match:
                found.append((number, match[1] == '"', match[2]))
        return found

    def line_at(self, offset):
        return self.text.count("\n", 0, offset) + 1


class Tree:
    def __init__(self, files):
        self.files = {path: Source(path, content) for path, content in sorted(files.items())}

    @staticmethod
    def read(root):
        files = {}
        for folder, names, leaves in os.walk(root):
            names[:] = [name for name in names if name not in SKIPPED_FOLDERS]
            for leaf in leaves:
                path = Path(folder) / leaf
                if not path.is_symlink():
                    files[path.relative_to(root).as_posix()] = path.read_bytes()
        return Tree(files)

    def __contains__(self, path):
        return path in self.files

    def __getitem__(self, path):
        return self.files[path]

    def select(self, *patterns):
        """The files whose path matches one of the regular expressions from its start."""
        compiled = [re.compile(pattern) for pattern in patterns]
        return [
            source
            for path, source in self.files.items()
            if any(pattern.match(path) for pattern in compiled)
        ]

    def cpp(self, *prefixes):
        """C++ files below one of the prefixes; all when none is named."""
        return [
            source
            for path, source in self.files.items()
            if path.endswith(CPP) and (not prefixes or path.startswith(prefixes))
        ]


TOKEN = re.compile(
    r"""
      (?P<line_comment>//(?:[^\\\n]|\\.|\\\n)*)
    | (?P<block_comment>/\*.*?\*/)
    | (?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\((?P<raw_text>.*?)\)(?P=mark)")
    | (?P<string>(?:u8|u|U|L)?"(?P<string_text>(?:[^"\\\n]|\\.|\\\n)*)")
    | (?P<number>\b\d(?:'?[\w.])*)
    | (?P<character>'(?:[^'\\\n]|\\.)+')
    | (?P<word>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"\\(\n|x[0-9A-Fa-f]+|[0-7]{1,3}|u[0-9A-Fa-f]{4}|.)", re.DOTALL)
NAMED_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def unescape(text):
    def value(match):
        escape = match[1]
        if escape == "\n":
            return ""
        if escape[0] in "xu" and len(escape) > 1:
            return chr(int(escape[1:], 16))
        if escape[0].isdigit():
            return chr(int(escape, 8))
        return NAMED_ESCAPES.get(escape, escape)

    return ESCAPE.sub(value, text)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def lex(text):
    """Splits C++ into code with blanked comments and literals, and the literals."""
    code = []
    literals = []
    position = 0
    joins = False  # Did only blanks and comments stand since the last literal?
    for match in TOKEN.finditer(text):
        between = text[position : match.start()]
        code.append(between)
        position = match.end()
        if between.strip():
            joins = False
        kind = match.lastgroup
        if match["line_comment"] is not None or match["block_comment"] is not None:
            code.append(blank(match[0]))
        elif match["raw"] is not None or match["string"] is not None:
            literal = match["raw_text"]
            if literal is None:
                literal = unescape(match["string_text"])
            code.append('"' + blank(match[0][1:-1]) + '"')
            line_start = text.rfind("\n", 0, match.start()) + 1
            if not re.match(r"\s*#\s*include\b", text[line_start : match.start()]):
                if joins:
                    first = literals.pop()
                    literals.append(Literal(first.line, first.text + literal, first.start))
                else:
                    line = text.count("\n", 0, match.start()) + 1
                    literals.append(Literal(line, literal, match.start()))
                joins = True
        else:
            code.append(blank(match[0]) if kind == "character" else match[0])
            joins = False
    code.append(text[position:])
    return "".join(code), literals
