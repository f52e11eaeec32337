# SPDX-License-Identifier: GPL-3.0-or-later

"""A person explores: the real program, through the accessibility bus.

Usage: explore.py PROGRAM CLI PICTURE

Moves the four headline levers, compares what the window says with what the
command line computes, takes everything back, drags the marker on the frontier,
and leaves.
"""

import json
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from program import Program, get_box, read_description, read_name, wait  # noqa: E402

# Label, id on the command line, new value there, new value of the slider; in an
# order in which each of them matters.
LEVERS = [
    ("New power", "power_add", 10, 10),
    ("Capex", "capex", 900, 900),
    ("Price subsidy", "subsidy", 0.2, 20),
    ("Hardware lifespan", "lifespan", 6.5, 6.5),
]

FRONTIER = "Where the build-out pays back"
WIDTH, HEIGHT = 1280, 900
# How long things must stay as they are to count as settled, s.
QUIET = 1.2


class Scene:
    """What a person watches in the window; looked up once, since a walk is slow."""

    def __init__(self, program):
        find = program.find
        self.program = program
        self.sliders = {lever[0]: find(Atspi.Role.SLIDER, lever[0]) for lever in LEVERS}
        self.verdict = find(Atspi.Role.STATUS_BAR, "Verdict")
        self.frontier = find(Atspi.Role.IMAGE, FRONTIER)
        strip = find(Atspi.Role.PANEL, "Key figures")
        self.figures = [
            node for node in program.find_all(Atspi.Role.PANEL, strip) if ": " in node.get_name()
        ]
        self.charts = [
            node for node in program.find_all(Atspi.Role.IMAGE) if node.get_description()
        ]

    def read_figures(self):
        """Value by name of the key figures: {"NPV": "-$0.58 tn", ...}."""

        def read():
            names = [read_name(node).replace("\u00a0", " ") for node in self.figures]
            # A name that is being changed can be read empty.
            if all(": " in name for name in names):
                return dict(name.split(": ", 1) for name in names)
            return None

        return wait("the names of the key figures", read)

    def read_frontier(self):
        return read_description(self.frontier)

    def read_levers(self):
        return [round(Atspi.Value.get_current_value(node), 9) for node in self.sliders.values()]

    def read(self):
        return {
            "figures": self.read_figures(),
            "frontier": self.read_frontier(),
            "charts": [read_description(node) for node in self.charts],
            "verdict": read_description(self.verdict),
            "levers": self.read_levers(),
        }

    def settle(self):
        """Waits for the ways out, which come last, and until nothing changes any more."""
        state = {"last": None, "since": 0.0}

        def still():
            now = self.read()
            if now != state["last"] or " alone " not in now["verdict"]:
                state.update(last=now, since=time.monotonic())
                return None
            return now if time.monotonic() - state["since"] >= QUIET else None

        return wait("the window to settle", still)

    def step_to(self, keys, target):
        """Presses keys that undo or redo, to arrive at the state target."""
        self.program.key(keys)
        wait(f"{keys} to arrive at {target['levers']}",
             lambda: self.read_levers() == target["levers"])  # fmt: skip
        wait(f"{keys} to bring everything back", lambda: self.read() == target)


def compute(cli, *settings):
    """The metrics of a scenario as the command line has them."""
    command = [cli, "run", "--format", "json"]
    for setting in settings:
        command += ["--set", setting]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(text)["metrics"]


def parse_money(text):
    """"-$0.58 tn" in billions."""
    match = re.fullmatch(r"([-−]?)\$([\d.,]+) (tn|bn)", text)
    assert match, f"“{text}” is no amount of money"
    amount = float(match[2].replace(",", "")) * (1000 if match[3] == "tn" else 1)
    return -amount if match[1] else amount


def parse_percent(text):
    match = re.fullmatch(r"([\d.]+) %", text)
    assert match, f"“{text}” is no share"
    return float(match[1]) / 100


def assert_agrees(figures, metrics):
    """The window and the command line say the same, to the digits shown."""
    npv = parse_money(figures["NPV"])
    risk = parse_percent(figures["Bubble risk 5 yr"])
    assert abs(npv - metrics["npv"]) <= 0.005 * max(abs(metrics["npv"]), 1000), (figures, metrics)
    assert abs(risk - metrics["bubble_risk"]) <= 0.005, (figures, metrics)


def explore_levers(scene, cli, picture):
    start = scene.settle()
    assert len(start["figures"]) == 4, start
    assert len(start["charts"]) >= 3 and all(start["charts"]), start
    assert_agrees(start["figures"], compute(cli))

    states = [start]
    settings = []

    for label, parameter, value, shown in LEVERS:
        before = states[-1]
        settings.append(f"{parameter}={value}")
        Atspi.Value.set_current_value(scene.sliders[label], shown)

        wait(
            f"the figures to follow {label}",
            lambda before=before: scene.read_figures()["NPV"] != before["figures"]["NPV"],
        )
        wait(
            f"the frontier to follow {label}",
            lambda before=before: scene.read_frontier() != before["frontier"],
        )
        now = scene.settle()
        assert now["verdict"] != before["verdict"], now["verdict"]
        assert_agrees(now["figures"], compute(cli, *settings))
        states.append(now)

    subprocess.run(["import", "-window", "root", "-crop", f"{WIDTH}x{HEIGHT}+0+0", picture],
                   check=True)  # fmt: skip

    # One edit is one step back, by the keyboard; then forward again, and back.
    for before in reversed(states[:-1]):
        scene.step_to("ctrl+z", before)
    for after in states[1:]:
        scene.step_to("ctrl+shift+z", after)
    for before in reversed(states[:-1]):
        scene.step_to("ctrl+z", before)


def drag_marker(scene):
    """A real drag with the pointer: both levers of the plane, one step to undo."""
    xdotool = scene.program.xdotool
    start = scene.settle()
    x, y, width, height = get_box(scene.frontier)
    assert width > 100 and height > 100, (x, y, width, height)
    middle = (x + width // 2, y + height // 2)
    path = [(middle[0] - 10 * i, middle[1] + 6 * i) for i in range(9)]

    def drag():
        xdotool("mousemove", *map(str, path[0]), "mousedown", "1")
        for place in path[1:]:
            xdotool("mousemove", *map(str, place))
            time.sleep(0.03)
        wait("the levers to follow the pointer", lambda: scene.read_levers() != start["levers"])

    # Escape takes it all back, and what is left of the drag does nothing.
    drag()
    scene.program.key("Escape")
    wait("Escape to take the drag back", lambda: scene.read_levers() == start["levers"])
    xdotool("mousemove", *map(str, path[3]), "mouseup", "1")
    assert scene.settle() == start

    drag()
    xdotool("mouseup", "1", "mousemove", "1", "1")
    moved = scene.settle()
    changed = [now != then for now, then in zip(moved["levers"], start["levers"])]
    assert sum(changed) == 2, (start["levers"], moved["levers"])
    scene.step_to("ctrl+z", start)


def scroll_over_levers(scene):
    """The wheel scrolls the pane and never changes an assumption."""
    xdotool = scene.program.xdotool
    start = scene.settle()
    x, y, width, height = get_box(scene.sliders[LEVERS[1][0]])
    xdotool("mousemove", str(x + width // 2), str(y + height // 2))
    for button in ("5", "5", "5", "4", "4", "4"):
        xdotool("click", button)
    xdotool("mousemove", "1", "1")
    assert scene.settle()["levers"] == start["levers"]


def main():
    program_path, cli, picture = sys.argv[1:]
    program = Program(program_path)
    try:
        program.place(WIDTH, HEIGHT)
        scene = Scene(program)
        explore_levers(scene, cli, picture)
        drag_marker(scene)
        scroll_over_levers(scene)
        status = program.close()
        assert status == 0, f"the program ended with {status}"
    finally:
        program.kill()


if __name__ == "__main__":
    main()
