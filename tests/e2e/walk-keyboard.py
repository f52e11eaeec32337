# SPDX-License-Identifier: GPL-3.0-or-later

"""A person works with the keyboard alone.

Usage: walk-keyboard.py PROGRAM CLI PICTURE
"""

import os

from program import Atspi, read_description, wait
from walk import Walk, read_value, take

# More places than a keyboard can stop at in the window.
MAX_STOPS = 150


def is_focused(node):
    node.clear_cache()
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def read_text(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


class KeyboardWalk(Walk):
    """Keys go wherever the window manager has put the keyboard."""

    def __init__(self, program, cli, scenario, folder):
        super().__init__([program], cli, scenario, folder)
        self.windows = []
        self.enter_new_window()

    def enter_new_window(self):
        def get_new():
            window = self.program.get_active_window()
            return window if window not in self.windows else None

        self.windows.append(wait("a new window to have the keyboard", get_new))

    def leave_window(self):
        self.windows.pop()
        wait("the window below to have the keyboard",
             lambda: self.program.get_active_window() == self.windows[-1])  # fmt: skip

    def wait_for_keyboard(self, node):
        wait(f"{node.get_name()} to have the keyboard", lambda: is_focused(node))

    def key(self, *keys):
        self.program.xdotool("key", *keys)

    def type_path(self, path):
        """Into the entry of GTK's file chooser that has the keyboard, whatever it is
        called: it comes up at the first character."""
        self.program.xdotool("type", "--delay", "20", path)
        self.program.find_where(
            "the path that was typed",
            lambda node: node.get_role() == Atspi.Role.TEXT and read_text(node) == path,
        )

    def tab_to(self, node, what):
        for _ in range(MAX_STOPS):
            if is_focused(node):
                return
            self.key("Tab")
        raise AssertionError(f"{what} cannot be reached with the Tab key")

    def walk(self):
        self.key("ctrl+o")
        self.enter_new_window()
        self.type_path(self.scenario)
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
        self.type_path(picture)
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
