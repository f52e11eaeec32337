#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the locales that tests of numbers use: make-locales.sh STAMP DIRECTORY

set -u

mkdir -p "$2"
for locale in de_DE fr_FR; do
  # localedef comes with glibc and fails without the sources of locales.
  localedef -c -i "$locale" -f UTF-8 "$2/$locale.UTF-8" 2>/dev/null || true
done
touch "$1"
