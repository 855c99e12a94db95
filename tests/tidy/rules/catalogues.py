"""Each string that a person reads has its Chinese text, in both scripts."""

import re

from tree import Finding, unescape

LANGUAGES = ("zh_CN", "zh_TW")
PRODUCT = (
    "sdk/src/", "sdk/include/", "sdk/ui/", "sdk/template/", "reports/", "plugins/", "shell/",
)

# English for people: a word with a capital first, or a sentence; names, codes and formats are not.
LABEL = re.compile(r"[A-Z][a-z]+([ /-].*)?")
SENTENCE = re.compile(r".*[A-Za-z{}]\S* \S*[A-Za-z{}]\S* \S*[A-Za-z{}].*", re.DOTALL)
HAS_WORD = re.compile(r"[a-z]{2}")

# A list of names for programs: columns of a table, codes of languages.
NAMES = re.compile(r"(?=.*_)\w+(, \w+)+")

# Spoken to programmers only: assertions, the faults of the program itself, of a declaration.
INTERNAL = re.compile(
    r"""( \b(static_assert|ZF_ASSERT) \s* \( [^;]*
    | \bstd::\w*(error|argument|exception) \s* [({] \s*
    | \b(ProgramFault|declaration_fault) \s* [({] \s*
    | \bStoreError \s* [({] [^;]*
    | \[\[ (nodiscard|deprecated) \( \s*
    )$""",
    re.VERBOSE,
)

# Pieces of SQL, which stand in store folders.
SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|BEGIN|COPY|GRANT|LOCK|FROM|WHERE"
    r"|AND|OR|ORDER BY|GROUP BY|VALUES|SET|RETURNING|JOIN|ON CONFLICT|LIMIT|FOR UPDATE"
    r"|SAVEPOINT|ROLLBACK|RELEASE|ATTACH|VACUUM)\b"
)


def is_text(text):
    if not HAS_WORD.search(text) or "\\" in text or "\0" in text or SQL.search(text):
        return False
    if NAMES.fullmatch(text) or text.startswith("\n"):  # A script begins on a line of its own.
        return False
    return bool(LABEL.fullmatch(text) or SENTENCE.match(text))


def texts_of(source):
    for literal in source.literals:
        before = source.code[max(0, literal.start - 300) : literal.start]
        if is_text(literal.text) and not INTERNAL.search(before):
            yield literal


def parse_po(text):
    """(id → text) of the entries that msgfmt would take, and the faults found on the way."""
    entries, faults = {}, []
    for number, block in blocks_of(text):
        fields, current, fuzzy = {}, None, False
        for line in block:
            if line.startswith("#"):
                fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
                continue
            match = re.match(r'(msgctxt|msgid|msgstr|msgid_plural|msgstr\[\d\])?\s*"(.*)"$', line)
            if not match:
                faults.append((number, f"not understood: {line[:40]}"))
                continue
            current = match[1] or current
            fields[current] = fields.get(current, "") + unescape(match[2])
        if "msgid" not in fields:
            continue
        identity, text = fields["msgid"], fields.get("msgstr", fields.get("msgstr[0]", ""))
        if fuzzy and identity:
            faults.append((number, f"fuzzy: {identity[:60]}"))
        elif not text:
            faults.append((number, f"empty: {identity[:60]}"))
        elif identity in entries:
            faults.append((number, f"twice: {identity[:60]}"))
        else:
            entries[identity] = text
            if identity and places(identity) != places(text):
                faults.append((number, f"other arguments than its id: {identity[:60]}"))
    return entries, faults


def blocks_of(text):
    block, start = [], 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            block.append(line.strip())
        else:
            if any(not each.startswith("#") for each in block):
                yield start, block
            block, start = [], number + 1


def places(text):
    return set(re.findall(r"\{\d+\}", text))


def home_of(path):
    """The folder whose i18n/ translates a source."""
    match = re.match(r"plugins/[^/]+|sdk/template", path)
    if match:
        return match[0]
    return path.split("/")[0]


def texts_of_files(tree):
    """(file, text) that screens show as they show strings: plugins' titles, samples' steps."""
    for source in tree.select(r"plugins/[^/]+/CMakeLists\.txt"):
        for title in re.findall(r'\bTITLE "([^"]+)"', source.text):
            yield source, title
    for source in tree.select(r"plugins/[^/]+/data/samples/.*/steps\.jsonl"):
        for sentence in re.findall(r'"says": "([^"]+)"', source.text):
            yield source, sentence


def strings_have_chinese(tree):
    catalogues, findings = {}, []
    for source in tree.select(r".*/i18n/[\w]+\.po$"):
        entries, faults = parse_po(source.text)
        catalogues[source.path] = entries
        findings += [Finding(source.path, line, fault) for line, fault in faults]
    for source in tree.cpp(*PRODUCT):
        for literal in texts_of(source):
            if literal.text in names_kept(tree):
                continue
            homes = (home_of(source.path), "sdk")
            lacking = [
                language
                for language in LANGUAGES
                if not is_translated(
                    literal.text,
                    [catalogues.get(f"{home}/i18n/{language}.po", {}) for home in homes],
                )
            ]
            if lacking:
                text = literal.text.replace("\n", "\\n")
                findings.append(
                    Finding(source.path, literal.line, f"no {' and '.join(lacking)}: {text}")
                )
    for source, title in texts_of_files(tree):
        for language in LANGUAGES:
            if title not in catalogues.get(f"{home_of(source.path)}/i18n/{language}.po", {}):
                findings.append(Finding(source.path, 1, f"no {language}: {title}"))
    return findings


def is_translated(text, catalogues):
    """A place in a menu ("Daily books/Enter voucher") is translated step by step."""
    if any(text in catalogue for catalogue in catalogues):
        return True
    steps = text.split("/")
    return len(steps) > 1 and all(is_translated(step, catalogues) for step in steps)


def names_kept(tree):
    """Names that every language writes alike, one a line."""
    path = "tests/tidy/names.txt"
    return set(tree[path].text.split("\n")) if path in tree else set()


def catalogues_are_alive(tree):
    """A text whose id no source speaks is dead."""
    spoken = {literal.text for source in tree.cpp(*PRODUCT) for literal in source.literals}
    spoken |= {title for _, title in texts_of_files(tree)}
    spoken |= {part for text in spoken if "/" in text for part in text.split("/")}
    findings = []
    for source in tree.select(r".*/i18n/[\w]+\.po$"):
        entries, _ = parse_po(source.text)
        for identity in entries:
            if identity and identity not in spoken:
                line = source.text[: max(0, source.text.find(f'"{identity[:30]}'))].count("\n") + 1
                findings.append(Finding(source.path, line, f"no source says: {identity[:60]}"))
    return findings


def modules_agree(tree):
    """All modules share one catalogue at run time: an id has one text, whichever comes last."""
    first, findings = {}, []
    for source in tree.select(r"(?!sdk/template/).*/i18n/[\w]+\.po$"):
        language = source.path.split("/")[-1]
        for identity, text in parse_po(source.text)[0].items():
            path, other = first.setdefault((language, identity), (source.path, text))
            if identity and other != text:
                line = source.text[: max(0, source.text.find(f'msgid "{identity}"'))].count("\n")
                finding = f"{path} says {other} for {identity[:60]}, not {text}"
                findings.append(Finding(source.path, line + 1, finding))
    return findings


RULES = {
    "chinese": strings_have_chinese,
    "live_catalogues": catalogues_are_alive,
    "one_catalogue": modules_agree,
}
