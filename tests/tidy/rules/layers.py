"""Includes follow layers.txt; a library from outside is included in its own folder only."""

import posixpath
import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from tree import Finding

STANDARD = set(
    """algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv
    chrono cinttypes climits clocale cmath codecvt compare complex concepts condition_variable
    coroutine csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime cwchar cwctype
    deque exception execution filesystem format forward_list fstream functional future
    initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map
    memory memory_resource mutex new numbers numeric optional ostream queue random ranges ratio
    regex semaphore set shared_mutex source_location span sstream stack stdexcept stop_token
    streambuf string string_view syncstream system_error thread tuple type_traits typeindex
    typeinfo unordered_map unordered_set utility valarray variant vector version""".split()
)
GENERATED = re.compile(r'configure_file\(\s*\S+\s+"\$\{PROJECT_BINARY_DIR\}/include/([^"]+)"')
PRIVATE_ROOTS = {
    "sdk": ["sdk/src", "sdk/ui", "reports"],
    "reports": ["reports"],
    "shell": ["shell"],
}


@dataclass
class Layer:
    name: str
    grants: list = field(default_factory=list)  # (pattern, exceptions)


@dataclass
class Library:
    name: str
    headers: list
    folders: list


def parse_layers(text):
    layers, libraries, in_libraries = {}, [], False
    for line in text.splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        if line == "[libraries]":
            in_libraries = True
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if in_libraries:
            libraries.append(Library(cells[0], cells[1].split(), cells[2].split()))
            continue
        layer = Layer(cells[0])
        for group in cells[1].split(";"):
            names, _, exceptions = group.partition(" except ")
            layer.grants += [(name, exceptions.split()) for name in names.split()]
        layers[layer.name] = layer
    return layers, libraries


def logical(path):
    """sdk/include/zhangfang/X/y.h and sdk/src/X/y.h are both sdk/X/y.h, and so on."""
    for prefix, instead in (
        ("sdk/ui/include/zhangfang/ui/", "sdk/ui/"),
        ("sdk/ui/include/zhangfang_ui/", "sdk/ui/"),
        ("sdk/include/zhangfang/", "sdk/"),
        ("sdk/src/", "sdk/"),
        ("reports/include/zhangfang_reports/", "reports/"),
        ("reports/include/zhangfang/reports/", "reports/"),
    ):
        if path.startswith(prefix):
            rest = path[len(prefix) :]
            return instead + ("engine/" if instead == "reports/" and "/" not in rest else "") + rest
    return path


def plugin_of(path):
    match = re.match(r"plugins/([^/]+)/", path)
    return match[1] if match else None


def in_plugin_x(path):
    return re.sub(r"^plugins/[^/]+/", "plugins/X/", path)


def layer_of(path, layers):
    """The longest layer name that the logical path begins with."""
    folder = posixpath.dirname(in_plugin_x(path))
    while folder:
        if folder in layers:
            return folder
        folder = posixpath.dirname(folder)
    return None


def covers(grant, target, target_layer):
    pattern, exceptions = grant
    if pattern.endswith(".h"):
        return in_plugin_x(target) == pattern
    if target_layer in exceptions:
        return False
    return target_layer == pattern or (
        pattern.endswith("*") and target_layer.startswith(pattern[:-1])
    )


def resolve(tree, source, name):
    """The logical path of a quoted include, or None when there is no such file."""
    if "sdk/CMakeLists.txt" in tree and name in GENERATED.findall(tree["sdk/CMakeLists.txt"].text):
        return logical("sdk/include/" + name)
    embedded = re.fullmatch(r"generated/\w+_(migrations|texts)\.h", name)
    if embedded:
        return ("sdk/store/" if embedded[1] == "migrations" else "sdk/base/") + name
    roots = [posixpath.dirname(source.path), "sdk/include", "sdk/ui/include", "reports/include"]
    top = source.path.split("/")[0]
    roots += PRIVATE_ROOTS.get(top, [])
    if top == "plugins":
        roots.append("/".join(source.path.split("/")[:2]))
    if top == "tests":
        tested = re.match(r"tests/(plugins/[^/]+|reports)/", source.path)
        roots += [tested[1]] if tested else []
        plugins = {plugin_of(path) for path in tree.files} - {None}
        roots += ["tests", "shell", "reports", "sdk/src"]
        roots += [f"plugins/{plugin}" for plugin in sorted(plugins)]
    for root in roots:
        path = posixpath.normpath(posixpath.join(root, name))
        if path in tree:
            return logical(path)
    return None


def includes_follow_the_layers(tree):
    layers, libraries = parse_layers(tree["tests/tidy/layers.txt"].text)
    findings = []
    for source in tree.cpp():
        here = logical(source.path)
        own = layer_of(here, layers)
        if own is None:
            findings.append(Finding(source.path, 1, "lies in no layer of layers.txt"))
            continue
        for line, quoted, name in source.includes:
            if quoted:
                fault = fault_of_ours(tree, layers, source, own, name)
            else:
                fault = fault_of_library(libraries, source, name)
            if fault:
                findings.append(Finding(source.path, line, fault))
    return findings


def fault_of_ours(tree, layers, source, own, name):
    target = resolve(tree, source, name)
    if target is None:
        return f'"{name}" is no file of this tree; libraries stand in angle brackets'
    target_layer = layer_of(target, layers)
    if target_layer is None:
        return f"{target} lies in no layer of layers.txt"
    here, there = plugin_of(source.path), plugin_of(target)
    if here and there and here != there:
        return f"plugin {here} includes plugin {there}; what they share moves down into the sdk"
    if target_layer == own or any(
        covers(grant, target, target_layer) for grant in layers[own].grants
    ):
        return None
    return f"{own} may not include {target_layer} ({name})"


def fault_of_library(libraries, source, name):
    if name in STANDARD:
        return None
    for library in libraries:
        if any(fnmatchcase(name, header) for header in library.headers):
            if any(fnmatchcase(source.path, folder) for folder in library.folders):
                return None
            return f"<{name}>: {library.name} belongs to {' and '.join(library.folders)}"
    return f"<{name}> is of a library that layers.txt does not name"


RULES = {"layers": includes_follow_the_layers}
