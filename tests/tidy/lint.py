#!/usr/bin/env python3
"""clang-tidy over the sources of the product and its tests: lint.py BUILD [FILE …].

Nearly all of its time goes into the library headers below a source, so sources of equal flags are
asked together, as one. A file that passed is not asked again until it, a header of ours below it,
its flags or the checks change; the memory lies in the user's cache folder, so that a fresh clone
profits too.
"""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINTED = ("sdk", "reports", "plugins", "shell", "tests")
MEMORY = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "zhangfang-lint"
TOGETHER_MAX = 16
FINDING = re.compile(r"^(/[^:\n]+):\d+:\d+: (?:error|warning): ", re.M)


def flags_of(command):
    """What the compiler is told, without files and precompiled header."""
    words = iter(shlex.split(command)[1:])
    flags = []
    for word in words:
        if word in ("-include", "-o", "-c"):
            next(words)
        elif word != "-Winvalid-pch":
            flags.append(word)
    return tuple(flags)


def sources_of(build):
    """source → flags, from compile_commands.json; what the build writes itself is left out."""
    flags = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = Path(entry["file"]).resolve()
        if source.is_relative_to(ROOT) and not source.is_relative_to(build):
            if source.relative_to(ROOT).parts[0] in LINTED and source not in flags:
                flags[source] = flags_of(entry["command"])
    return flags


def headers_below(path, roots, seen):
    """The headers of this tree that a file includes, however deep."""
    for line in path.read_text(errors="replace").splitlines():
        if not line.startswith('#include "'):
            continue
        name = line.split('"')[1]
        for folder in (path.parent, *roots):
            header = folder / name
            if header.is_file():
                if header not in seen:
                    seen.add(header)
                    headers_below(header, roots, seen)
                break
    return seen


def key_of(source, flags, build, version):
    """What clang-tidy's answer depends on; not where the clone lies, nor how it optimises."""
    roots = [Path(word[2:]) for word in flags if word.startswith("-I")]
    seen = [word for word in flags if word.startswith(("-D", "-I", "-std="))]
    digest = hashlib.sha256(version)
    digest.update(" ".join(seen).replace(str(build), "").replace(str(ROOT), "").encode())
    for file in [ROOT / ".clang-tidy", source, *sorted(headers_below(source, roots, set()))]:
        digest.update(b"\0" + file.read_bytes())
    return digest.hexdigest()


def ask(sources, flags, folder):
    """clang-tidy's exit code and what it says of these sources as one."""
    whole = folder / (hashlib.sha256(str(sources).encode()).hexdigest()[:16] + ".cpp")
    # NOLINT: that a source includes sources is a finding itself.
    whole.write_text("".join(f'#include "{source}"  // NOLINT\n' for source in sources))
    checks = f"--config-file={ROOT / '.clang-tidy'}"
    run = subprocess.run(
        ["clang-tidy", "--quiet", checks, str(whole), "--", *flags], capture_output=True, text=True
    )
    whole.unlink()
    return run.returncode, run.stdout


def lint(sources, flags, folder):
    """The sources that passed, and what was found in the others."""
    code, said = ask(sources, flags, folder)
    if code == 0:
        return sources, []
    named = {Path(name).resolve() for name in FINDING.findall(said)}
    if len(sources) == 1 or named and "[clang-diagnostic-" not in said:
        passed = [source for source in sources if named <= set(sources) and source not in named]
        return passed, [said or f"{sources[0]}: clang-tidy ended with {code}"]

    # Two sources may have helpers of one name: what the compiler objects to is asked alone.
    alone = [source for source in sources if source in named] or sources
    rest = [source for source in sources if source not in alone]
    answers = [lint([source], flags, folder) for source in alone]
    answers += [lint(rest, flags, folder)] if rest else []
    return sum((passed for passed, _ in answers), []), sum((found for _, found in answers), [])


def main():
    build = Path(sys.argv[1]).resolve()
    flags = sources_of(build)
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    keys = {
        source: key_of(source, flags[source], build, version)
        for source in ([Path(name).resolve() for name in sys.argv[2:]] or flags)
    }
    alike = defaultdict(list)
    for source, key in keys.items():
        if not (MEMORY / key).exists():
            alike[flags[source]].append(source)
    folder = build / "lint"
    folder.mkdir(exist_ok=True)
    MEMORY.mkdir(parents=True, exist_ok=True)

    def remembered(chunk):
        passed, found = lint(chunk, flags[chunk[0]], folder)
        for source in passed:
            (MEMORY / keys[source]).touch()
        for text in found:
            print(text, flush=True)
        return len(chunk) - len(passed)

    chunks = [
        sources[start : start + TOGETHER_MAX]
        for sources in alike.values()
        for start in range(0, len(sources), TOGETHER_MAX)
    ]
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        faulty = sum(pool.map(remembered, chunks))
    print(f"{faulty} of {len(keys)} files with findings")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
