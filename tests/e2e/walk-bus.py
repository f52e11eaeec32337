# SPDX-License-Identifier: GPL-3.0-or-later

"""A person works through the accessibility bus alone.

Usage: walk-bus.py PROGRAM CLI PICTURE
"""

import contextlib
import os

from gi.repository import GLib

from program import Atspi, read_description, read_name, wait
from walk import Walk, read_value, take


class BusWalk(Walk):
    def __init__(self, program, cli, scenario, folder):
        super().__init__([program, scenario], cli, scenario, folder)

    @staticmethod
    def act(node, name):
        for i in range(Atspi.Action.get_n_actions(node)):
            if Atspi.Action.get_action_name(node, i) == name:
                assert Atspi.Action.do_action(node, i), name
                return
        raise AssertionError(f"“{read_name(node)}” cannot {name}")

    def press(self, name):
        self.act(self.find_button(name), "click")

    def undo(self):
        """Its name goes on with what it takes back."""
        button = self.program.find_where(
            "the button that undoes",
            lambda node: node.get_role() == Atspi.Role.PUSH_BUTTON
            and (node.get_name() or "").startswith("Undo"),
        )
        self.act(button, "click")

    def walk(self):
        self.look_up()
        wait("the scenario to open", lambda: read_value(self.slider) == 2.5)
        start = self.read_verdict()

        Atspi.Value.set_current_value(self.slider, 6)
        wait("the lever to move", lambda: read_value(self.slider) == 6)
        wait("another verdict", lambda: self.read_verdict() != start)

        before = read_description(self.frontier)
        capex = self.find(Atspi.Role.SLIDER, "Capex")
        old = read_value(capex)
        Atspi.Value.set_current_value(capex, 500)
        wait("words for it", lambda: read_description(self.frontier) != before)

        picture = os.path.join(self.folder, "bus.svg")
        self.act(self.frontier, "chart.export")
        self.press("Save…")
        # Of GTK's own file chooser.
        name = self.find(Atspi.Role.TEXT, "Name:")
        assert Atspi.EditableText.set_text_contents(name, picture)
        self.press("Save")
        wait("the picture", lambda: os.path.exists(picture))
        wait("the dialogs to go", lambda: self.program.count_windows() == 1)
        parameters = self.run(picture)
        assert parameters["lifespan"] == 6 and parameters["capex"] == 500, parameters

        self.undo()
        wait("a step back", lambda: read_value(capex) == old)
        self.undo()
        wait("another", lambda: read_value(self.slider) == 2.5)
        wait("the old verdict", lambda: self.read_verdict() == start)

        # It may be gone before it answers.
        with contextlib.suppress(GLib.Error):
            self.act(self.find(Atspi.Role.FRAME, "Short-lived chips"), "window.close")
        return self.program.process.wait(60)


if __name__ == "__main__":
    take(BusWalk)
