#!/usr/bin/env python3
"""needed_libraries.py BUILD: what the programs and plugins load, read from the files themselves.

The command line and the trades know no wx. The desktop loads every wx library at start, since one
that a plugin brings in later is never initialised.
"""

import re
import subprocess
import sys
from pathlib import Path

ALL_OF_WX = ("propgrid", "aui", "core", "base")


def needed(file):
    run = subprocess.run(["readelf", "-d", file], capture_output=True, text=True, check=True)
    return re.findall(r"\(NEEDED\).*\[(.*)\]", run.stdout)


def main():
    folder = Path(sys.argv[1]) / "lib/zhangfang"
    modules = [each for each in (folder / "plugins").glob("*.so") if not each.stem.endswith("_ui")]
    libraries = [folder.parent / "libzhangfang.so", folder.parent / "libzhangfang_reports.so"]
    faults = [
        f"{file.name} needs {name}"
        for file in [folder / "zhangfang", *modules, *libraries]
        for name in needed(file)
        if re.match(r"libwx|libgtk|libzhangfang_ui", name)
    ]
    desktop = " ".join(needed(folder / "zhangfang-desktop"))
    faults += [
        f"zhangfang-desktop does not load wx {part}"
        for part in ALL_OF_WX
        if not re.search(rf"libwx_?\w*{part}", desktop)
    ]
    print("\n".join(faults) or f"{len(modules)} plugins, as it should be")
    return 1 if faults or not modules else 0


if __name__ == "__main__":
    sys.exit(main())
