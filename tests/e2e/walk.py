# SPDX-License-Identifier: GPL-3.0-or-later

"""What the walks without a mouse share.

Each of them does the same work: open a scenario, change a lever, read the verdict,
move along the frontier, export it, take everything back, close. What is exported
is read by the command line.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from program import Program, read_description, read_name, wait  # noqa: E402

FRONTIER = "Where the build-out pays back"
LIFESPAN = "Hardware lifespan"


def read_value(slider):
    return round(Atspi.Value.get_current_value(slider), 6)


class Walk:
    def __init__(self, command, cli, scenario, folder):
        self.cli = cli
        self.scenario = scenario
        self.folder = folder
        self.manager = subprocess.Popen(["matchbox-window-manager", "-use_titlebar", "no"])
        self.program = Program(*command)

    def find(self, role, name):
        return self.program.find(role, name)

    @staticmethod
    def is_button(node, name):
        # GTK 4.8 puts the label with its underscore before the name.
        return (node.get_role() == Atspi.Role.PUSH_BUTTON
                and (node.get_name() or "").split(" ")[-1] == name)  # fmt: skip

    def find_button(self, name):
        return self.program.find_where(f"the button “{name}”",
                                       lambda node: self.is_button(node, name))  # fmt: skip

    def look_up(self):
        self.slider = self.find(Atspi.Role.SLIDER, LIFESPAN)
        self.verdict = self.find(Atspi.Role.STATUS_BAR, "Verdict")
        self.frontier = self.find(Atspi.Role.IMAGE, FRONTIER)

    def read_verdict(self):
        return wait("a verdict", lambda: read_description(self.verdict))

    def run(self, path):
        """What the command line makes of a file: its parameters."""
        text = subprocess.run([self.cli, "run", "--format", "json", path], check=True,
                              capture_output=True, text=True).stdout  # fmt: skip
        return json.loads(text)["parameters"]


def take(kind):
    """Runs a walk, an instance of a class with a method walk (), to its end."""
    program, cli, picture = sys.argv[1:]
    # A template under another name.
    template = os.path.join(os.environ["OVERBUILD_DATA_DIR"], "templates",
                            "short-lived-chips.overbuild")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        scenario = shutil.copy(template, os.path.join(folder, "short.overbuild"))
        walk = kind(program, cli, scenario, folder)
        try:
            status = walk.walk()
            assert status == 0, f"the program ended with {status}"
        finally:
            subprocess.run(["import", "-window", "root", picture], check=False)
            walk.program.kill()
            walk.manager.kill()
            walk.manager.wait()
