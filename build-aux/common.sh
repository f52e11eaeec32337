# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the scripts of this folder share; sourced, with bash, by each of them.

set -euo pipefail

top=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say () {
  printf '%s\n' "$*" >&2
}

# Names the build folder NAME: in the tree, or in the person's cache when the
# tree or the folder in it belongs to somebody else.
build_folder () {
  local folder="$top/$1"

  if { [ -d "$folder" ] && [ -w "$folder" ] && [ -O "$folder" ]; } \
    || { [ ! -e "$folder" ] && [ -w "$top" ]; }; then
    printf '%s\n' "$folder"
  else
    printf '%s/overbuild/%s-%s\n' "${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}" "$1" \
      "$(printf '%s' "$top" | cksum | cut -d ' ' -f 1)"
  fi
}

# Configures the folder $1 with the meson options that follow.
configure () {
  local folder="$1"
  local recorded=
  shift

  # A folder that was configured from a tree elsewhere, before it was moved or
  # copied, would go on building that one.
  if [ -f "$folder/meson-info/meson-info.json" ]; then
    recorded=$(python3 -c 'import json, sys
print(json.load(open(sys.argv[1]))["directories"]["source"])' \
      "$folder/meson-info/meson-info.json" 2>/dev/null || true)
    [ "$recorded" = "$top" ] || rm -rf -- "$folder"
  fi

  # A setup that was interrupted leaves no such file and starts again.
  if [ "$(cat -- "$folder/meson-options" 2>/dev/null)" != "$*" ]; then
    rm -rf -- "$folder" || return
    meson setup "$folder" "$top" "$@" >&2 || return
    printf '%s\n' "$*" >"$folder/meson-options"
  fi
}

# Configures the same way, and compiles.
build () {
  configure "$@" || return
  meson compile -C "$1" >&2
}

# Runs a command in a session of its own: a bus, a display, a runtime folder.
# $screen, if set, is the size of the display.
in_session () {
  local runtime status=0

  runtime=$(mktemp -d)
  chmod 700 "$runtime"
  env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u AT_SPI_BUS_ADDRESS \
    XDG_RUNTIME_DIR="$runtime" GDK_BACKEND=x11 \
    dbus-run-session -- xvfb-run -a -s "-screen 0 ${screen:-1280x1024}x24 -noreset" "$@" || status=$?
  rm -rf -- "$runtime"

  return "$status"
}
