#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: vectors.sh ARCHIVE REGISTER
#
# Whether the compiler made vector code of the wide kernel: of all arithmetic in
# doubles at least nine tenths must take whole vectors, and nine tenths of those
# the widest registers that the instruction set has (xmm, ymm, zmm). A loop that
# falls back to single numbers costs half the speed and changes no result, so
# that no other test would tell.

archive=$1
register=$2

if ! command -v objdump >/dev/null; then
  echo '1..0 # SKIP objdump is missing'
  exit 0
fi

echo '1..2'
objdump -d --no-show-raw-insn "$archive" | awk -v register="$register" '
  $2 ~ /^v?(add|sub|mul|div|min|max|sqrt|fn?m(add|sub)(132|213|231))(pd|sd)$/ {
    if ($2 ~ /sd$/)
      single++
    else {
      packed++
      if (index ($0, "%" register) > 0)
        wide++
    }
  }
  END {
    printf "# %d packed, of them %d in %s, and %d single\n", packed, wide, register, single
    print (packed > 1000 && single * 9 <= packed ? "ok" : "not ok") " 1 arithmetic is packed"
    print (wide >= 0.9 * packed ? "ok" : "not ok") " 2 registers are wide"
  }'
