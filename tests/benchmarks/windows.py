"""A screen of its own, and the time from starting a program to its first window on it."""

import ctypes
import os
import signal
import subprocess
import time

VIEWABLE = 2


class Attributes(ctypes.Structure):
    """XWindowAttributes, as far as it is read."""
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int),
                ("height", ctypes.c_int), ("border", ctypes.c_int), ("depth", ctypes.c_int),
                ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("kind", ctypes.c_int),
                ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
                ("backing_store", ctypes.c_int), ("planes", ctypes.c_ulong),
                ("pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
                ("colormap", ctypes.c_ulong), ("installed", ctypes.c_int),
                ("map_state", ctypes.c_int), ("rest", ctypes.c_char * 64)]


class Screen:
    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.name = ":" + said.readline().strip()
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.connect())
        self.x.XSetErrorHandler(ctypes.c_void_p(ERRORS_ARE_NOTHING))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        return self

    def connect(self, seconds=10):
        """The server names itself before it takes the first program in."""
        start = time.perf_counter()
        while time.perf_counter() - start < seconds:
            if display := self.x.XOpenDisplay(self.name.encode()):
                return display
            time.sleep(0.01)
        raise SystemExit(f"the screen {self.name} does not open")

    def __exit__(self, *_):
        self.x.XCloseDisplay(self.display)
        self.server.terminate()
        self.server.wait()

    def windows(self):
        """The sizes of all windows that stand on the screen."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self.x.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent),
                          ctypes.byref(children), ctypes.byref(count))
        found = []
        for place in range(count.value):
            about = Attributes()
            if self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(children[place]),
                                           ctypes.byref(about)) and about.map_state == VIEWABLE:
                found.append((about.width, about.height))
        if children:
            self.x.XFree(children)
        return found

    def time_to_window(self, command, seconds=60):
        """Milliseconds until a window larger than a splash stands there; the program is ended."""
        start = time.perf_counter()
        child = subprocess.Popen(
            [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=dict(os.environ, DISPLAY=self.name, GDK_BACKEND="x11", NO_AT_BRIDGE="1",
                     GIO_USE_VFS="local"))
        try:
            while not any(width > 300 and height > 200 for width, height in self.windows()):
                if child.poll() is not None or time.perf_counter() - start > seconds:
                    raise SystemExit(f"{command[0]} opened no window")
                time.sleep(0.001)
            taken = (time.perf_counter() - start) * 1000
            time.sleep(1)  # let it finish what it does behind the window
            return taken
        finally:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            while self.windows():
                time.sleep(0.01)


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
def _nothing(_display, _event):
    return 0


# A window may go while it is asked; that is no error here.
ERRORS_ARE_NOTHING = ctypes.cast(_nothing, ctypes.c_void_p).value
