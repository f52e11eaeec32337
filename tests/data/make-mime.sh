#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a data folder that knows our MIME type: make-mime.sh PACKAGE DIRECTORY

set -eu

mkdir -p "$2/mime/packages"
cp "$1" "$2/mime/packages/org.overbuild.Overbuild.xml"
update-mime-database "$2/mime"
