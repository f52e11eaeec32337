# SPDX-License-Identifier: GPL-3.0-or-later

"""The running program as a screen reader finds it."""

import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# What waits longer than this hangs, s.
PATIENCE = 120

# A program under a sanitizer answers late; the default is 0.8 s, ms.
Atspi.set_timeout(20000, 60000)


def wait(what, condition, pause=0.05):
    """Waits until condition () is true and returns what it gave."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            value = condition()
        except (GLib.Error, LookupError):
            # A widget went away while it was looked at, or has nothing to say yet.
            value = None
        if value:
            return value
        time.sleep(pause)
    raise AssertionError(f"waited {PATIENCE} s in vain for {what}")


def get_box(node):
    """x, y, width, height of a widget in its window."""
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def is_in_sight(node):
    """GTK 4.8 does not say what is showing, but what has no area is not."""
    try:
        return min(get_box(node)[2:]) > 0
    except GLib.Error:
        # Pages of a stack are no widgets.
        return False


def said(text):
    """What is empty was not answered: what we watch always has a text."""
    if not text:
        raise LookupError("no answer")
    return text


def read_name(node):
    """The name as it is now."""
    node.clear_cache()
    return said(node.get_name())


def read_description(node):
    """The description as it is now."""
    node.clear_cache()
    return said(node.get_description())


class Program:
    """Starts the program and finds its widgets by role and name."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command)
        self.application = wait("the program on the bus", self._find)
        self.window = wait("a window", self._find_window)

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def _list_windows(self):
        return subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()

    def _find_window(self):
        found = self._list_windows()
        return found[-1] if found and self.application.get_child_count() else None

    @staticmethod
    def get_active_window():
        """The one that the window manager has given the keyboard, or nothing."""
        return subprocess.run(
            ["xdotool", "getactivewindow"], capture_output=True, text=True, check=False
        ).stdout.strip()

    def place(self, width, height):
        """Puts the window into the corner of the screen, with the keyboard."""
        self.xdotool(
            "windowmove", self.window, "0", "0",
            "windowsize", self.window, str(width), str(height),
            "windowfocus", self.window,
        )  # fmt: skip

    @staticmethod
    def xdotool(*arguments):
        subprocess.run(["xdotool", *arguments], check=True)

    def key(self, keys):
        self.xdotool("key", "--window", self.window, keys)

    def walk(self, root=None):
        """Every showing widget below root, depth first."""
        stack = [root or self.application]
        while stack:
            node = stack.pop()
            yield node
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
            stack.extend(child for child in reversed(children) if child is not None)

    def find_all(self, role, root=None):
        """All in sight of that role."""
        return [node for node in self.walk(root) if node.get_role() == role and is_in_sight(node)]

    def find(self, role, name):
        """The first in sight of that role and name."""
        return self.find_where(
            f"{role.value_nick} “{name}”",
            lambda node: node.get_role() == role and node.get_name() == name,
        )

    def find_where(self, what, condition):
        """The first in sight that fulfils a condition."""

        def look():
            # What was read before the window was complete would stay.
            self.application.clear_cache()
            # The newest window first: a walk through the main one is long.
            for i in reversed(range(self.count_windows())):
                window = self.application.get_child_at_index(i)
                for node in self.walk(window) if window is not None else ():
                    if condition(node) and is_in_sight(node):
                        return node
            return None

        # A walk keeps the program busy, which is to go on meanwhile.
        return wait(what, look, 0.5)

    def count_windows(self):
        self.application.clear_cache()
        return self.application.get_child_count()

    def close(self):
        """Asks it to quit and returns its exit status."""
        # The window may be gone before the key is released, and xdotool complains.
        subprocess.run(["xdotool", "key", "--window", self.window, "ctrl+q"], check=False)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise AssertionError("the program does not quit") from error

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
