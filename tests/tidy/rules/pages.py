"""Folders have their page, files have a reader and a name of their own."""

import posixpath
import re
from collections import defaultdict

from tree import Finding

SOURCE = (".h", ".cpp", ".py", ".sql")
FILES_WITHOUT_PAGE_MAX = 3

# Where CMake looks for sources, kept beside the globs of the CMakeLists.txt files.
BUILT = re.compile(
    r"""sdk/src/.+ | sdk/ui/.+ | sdk/template/.+
    | reports/(engine|render)/.+
    | shell/(host|cli|desktop)/.+
    | plugins/[^/]+/((kinds|store|commands|views|reports|ui)/)?[^/]+
    | plugins/[^/]+/domain/([^/]+/)?[^/]+
    | tests/(sdk|reports|shell|declarations|plugin_abi|golden|properties|faults|permissions|desktop
      |scenarios|errors|support|plugins/[^/]+)/.+
    | tests/(benchmarks|fuzz)/[^/]+""",
    re.VERBOSE,
)
MIGRATION = re.compile(
    r"(sdk/src/([^/]+/)?|sdk/template/|plugins/[^/]+/)store/migrations/[^/]+\.sql"
)
# A unit test mirrors the path of its source, so it shares the page of its source's folder.
MIRRORS = re.compile(r"tests/(sdk|reports|plugins/[^/]+|shell)/")


def folders_have_their_page(tree):
    count = defaultdict(int)
    for path in tree.files:
        if path.endswith(SOURCE):
            count[posixpath.dirname(path)] += 1
    return [
        Finding(folder, 1, f"{number} source files and no README.md")
        for folder, number in sorted(count.items())
        if number > FILES_WITHOUT_PAGE_MAX
        and not MIRRORS.match(folder + "/")
        and not any(page + "/README.md" in tree for page in pages_of(folder))
    ]


def pages_of(folder):
    """Public headers and their sources share one page, on either side; migrations their store's."""
    pages = [folder]
    for one, other in (("sdk/include/zhangfang", "sdk/src"), ("sdk/src", "sdk/include/zhangfang")):
        if folder.startswith(one):
            pages.append(other + folder[len(one) :])
    ui = "sdk/ui/include/zhangfang/ui"
    if folder.startswith(ui):
        pages.append("sdk/ui" + folder[len(ui) :])
    if folder.startswith("reports/include/"):
        pages.append("reports")
    if folder.endswith(("/migrations", "tidy/rules", "plugin_abi/plugins")):
        pages.append(posixpath.dirname(folder))
    return pages


def every_file_is_used(tree):
    included = {posixpath.basename(name) for each in tree.cpp() for _, _, name in each.includes}
    text_of_build = "\n".join(
        each.text for each in tree.select(r".*CMakeLists\.txt$", r".*\.cmake$")
    )
    findings = []
    for path in tree.files:
        name = posixpath.basename(path)
        if path.endswith(".cpp") and not BUILT.fullmatch(path):
            findings.append(Finding(path, 1, "no target builds this file"))
        elif path.endswith(".h") and name not in included:
            findings.append(Finding(path, 1, "nobody includes this header"))
        elif path.endswith(".sql") and not MIGRATION.fullmatch(path):
            findings.append(Finding(path, 1, "no library embeds this migration"))
        elif path.endswith(".cmake") and name.removesuffix(".cmake") not in text_of_build:
            findings.append(Finding(path, 1, "no CMake file includes this one"))
    return findings


def names_differ(tree):
    """No two names that a file system without case, or an object file, would take for one."""
    seen = {}
    findings = []
    for path in tree.files:
        stem, extension = posixpath.splitext(path)
        compiled = extension in (".cpp", ".cc", ".cxx", ".c")
        key = (stem + ".cpp" if compiled else path).lower()
        if key in seen:
            findings.append(Finding(path, 1, f"has the name of {seen[key]}"))
        seen[key] = path
    return findings


RULES = {"pages": folders_have_their_page, "used_files": every_file_is_used, "names": names_differ}
