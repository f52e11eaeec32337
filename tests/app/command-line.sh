#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: command-line.sh OVERBUILD VERSION
#
# What the program answers where there is no display: its version, and otherwise
# a message and a failure, never a crash.

overbuild=$1
version=$2
unset DISPLAY WAYLAND_DISPLAY

echo 1..4

answer=$("$overbuild" --version)
if [ $? -eq 0 ] && [ "$answer" = "overbuild $version" ]; then
  echo "ok 1 - version"
else
  echo "not ok 1 - version: $answer"
fi

message=$("$overbuild" 2>&1 >/dev/null)
status=$?
case $status-$message in
  1-*display*overbuild-cli*) echo "ok 2 - no display" ;;
  *) echo "not ok 2 - no display: $status $message" ;;
esac

message=$("$overbuild" --no-such-option 2>&1 >/dev/null)
status=$?
case $status-$message in
  1-*no-such-option*) echo "ok 3 - unknown option" ;;
  *) echo "not ok 3 - unknown option: $status $message" ;;
esac

usage=$("$overbuild" --help | head -n 2 | tail -n 1)
case $usage in
  *' overbuild '*) echo "ok 4 - usage" ;;
  *) echo "not ok 4 - usage: $usage" ;;
esac
