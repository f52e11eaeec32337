/* ob-fuzz-engine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where libFuzzer comes in; it brings the main function. */

#include "config.h"

#include "ob-fuzz.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  ob_fuzz_one (data, size);

  return 0;
}
