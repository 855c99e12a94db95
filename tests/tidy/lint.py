#!/usr/bin/env python3
"""clang-tidy over the product's sources: lint.py BUILD [FILE …].

A file that passed once is not asked again until it, a header of ours below it, its flags or the
checks change; the memory lies in the user's cache folder, so that a fresh clone profits too.
"""

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.dont_write_bytecode = True

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("sdk", "reports", "plugins", "shell")
MEMORY = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "zhangfang-lint"


def without_precompiled_header(words):
    """The compiler's precompiled header means nothing to clang-tidy."""
    kept, skip = [], False
    for word in words:
        if skip or word == "-Winvalid-pch":
            skip = False
        elif word == "-include":
            skip = True
        else:
            kept.append(word)
    return kept


def commands_of(build):
    """path below the root → entry of compile_commands.json."""
    entries = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = Path(entry["file"]).resolve()
        if not path.is_relative_to(ROOT) or path.is_relative_to(build):
            continue
        relative = path.relative_to(ROOT)
        if relative.parts[0] in PRODUCT and relative.as_posix() not in entries:
            words = without_precompiled_header(entry["command"].split(" "))
            entries[relative.as_posix()] = {**entry, "command": " ".join(words)}
    return entries


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


def key_of(entry, build, version):
    """What clang-tidy's answer depends on; not where the clone lies, nor how it optimises."""
    words = entry["command"].split(" ")
    roots = [Path(word[2:]) for word in words if word.startswith("-I")]
    files = [Path(entry["file"]), *sorted(headers_below(Path(entry["file"]), roots, set()))]
    seen = [word for word in words if word.startswith(("-D", "-I", "-std="))]
    digest = hashlib.sha256(version)
    digest.update(" ".join(seen).replace(str(build), "").replace(str(ROOT), "").encode())
    for file in [ROOT / ".clang-tidy", *files]:
        digest.update(b"\0" + file.read_bytes())
    return digest.hexdigest()


def lint(path, entry, folder, version):
    """What clang-tidy found, or nothing."""
    key = key_of(entry, folder.parent, version)
    if (MEMORY / key).exists():
        return ""
    run = subprocess.run(
        ["clang-tidy", "-p", str(folder), "--quiet", entry["file"]], capture_output=True, text=True
    )
    if run.returncode == 0:
        MEMORY.mkdir(parents=True, exist_ok=True)
        (MEMORY / key).touch()
        return ""
    return run.stdout + run.stderr or f"{path}: clang-tidy ended with {run.returncode}"


def main():
    build = Path(sys.argv[1]).resolve()
    entries = commands_of(build)
    chosen = [Path(name).resolve().relative_to(ROOT).as_posix() for name in sys.argv[2:]]
    folder = build / "lint"
    folder.mkdir(exist_ok=True)
    (folder / "compile_commands.json").write_text(json.dumps(list(entries.values())))
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {
            path: pool.submit(lint, path, entries[path], folder, version)
            for path in chosen or entries
        }
        found = {path: job.result() for path, job in jobs.items() if job.result()}
    for text in found.values():
        print(text)
    print(f"{len(found)} of {len(jobs)} files with findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
