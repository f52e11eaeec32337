# SPDX-License-Identifier: GPL-3.0-or-later

"""A person works with the keyboard alone.

Usage: walk-keyboard.py PROGRAM CLI PICTURE
"""

import os
import subprocess

from program import Atspi, read_description, wait
from walk import Walk, read_value, take

# More places than a keyboard can stop at in the window.
MAX_STOPS = 150


def is_focused(node):
    node.clear_cache()
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


class KeyboardWalk(Walk):
    """Nobody manages windows here, so a new one is given the keyboard by hand, and
    the one below it when it is gone."""

    def __init__(self, program, cli, scenario, folder):
        super().__init__([program], cli, scenario, folder)
        self.windows = [self.program.window]

    def enter_new_window(self):
        window = wait("a new window", lambda: self.program.find_new_window(self.windows))
        self.windows.append(window)
        self.program.xdotool("windowfocus", "--sync", window)

    def wait_for_keyboard(self, node):
        def has_it():
            # A window that was not ready yet has not taken it.
            self.program.xdotool("windowfocus", self.windows[-1])
            return is_focused(node)

        wait(f"{node.get_name()} to have the keyboard", has_it, 0.3)

    def leave_window(self):
        window = self.windows.pop()
        wait("the window to go", lambda: not self.program.has_window(window))
        self.program.xdotool("windowfocus", "--sync", self.windows[-1])

    def key(self, *keys):
        # The window may be gone before the key is released, and xdotool complains.
        subprocess.run(["xdotool", "key", "--window", self.windows[-1], *keys], check=False)

    def type(self, text):
        self.program.xdotool("type", "--window", self.windows[-1], "--delay", "20", text)

    def tab_to(self, node, what):
        for _ in range(MAX_STOPS):
            if is_focused(node):
                return
            self.key("Tab")
        raise AssertionError(f"{what} cannot be reached with the Tab key")

    def walk(self):
        self.key("ctrl+o")
        self.enter_new_window()
        self.type(self.scenario)
        self.key("Return")
        self.leave_window()
        self.look_up()
        wait("the scenario to open", lambda: read_value(self.slider) == 2.5)
        start = self.read_verdict()

        self.tab_to(self.slider, "the slider")
        self.key("End")
        wait("the lever to move", lambda: read_value(self.slider) != 2.5)
        moved = read_value(self.slider)
        wait("another verdict", lambda: self.read_verdict() != start)

        self.tab_to(self.frontier, "the frontier")
        before = read_description(self.frontier)
        self.key("Down", "Down")
        wait("the marker to move", lambda: read_value(self.slider) < moved)
        wait("words for it", lambda: read_description(self.frontier) != before)
        there = read_value(self.slider)

        picture = os.path.join(self.folder, "keyboard.png")
        self.key("ctrl+e")
        self.enter_new_window()
        save = self.find_button("Save…")
        self.wait_for_keyboard(save)
        self.key("Return")
        self.enter_new_window()
        # Of GTK's own file chooser.
        self.wait_for_keyboard(self.find(Atspi.Role.TEXT, "Name:"))
        self.key("ctrl+a")
        self.type(picture)
        self.key("Return")
        self.windows.pop()
        self.leave_window()
        wait("the picture", lambda: os.path.exists(picture))
        assert abs(self.run(picture)["lifespan"] - there) < 1e-6

        for _ in range(3):
            if read_value(self.slider) != 2.5:
                now = read_value(self.slider)
                self.key("ctrl+z")
                wait("a step back", lambda now=now: read_value(self.slider) != now)
        assert read_value(self.slider) == 2.5
        wait("the old verdict", lambda: self.read_verdict() == start)

        return self.program.close()


if __name__ == "__main__":
    take(KeyboardWalk)
