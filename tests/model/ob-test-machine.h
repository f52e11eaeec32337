/* ob-test-machine.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-engine.h"

/* Tests of which a run is made for each instruction set that is compiled in: whether this
 * machine has that of the run. If not, the run is told to be skipped. */
static inline gboolean
ob_test_machine_can_run (void)
{
  const char *name = g_getenv (OB_ENGINE_VARIABLE);

  if (name == NULL || ob_engine_has_instruction_set (name))
    return TRUE;

  g_print ("1..0 # SKIP this machine does not have %s\n", name);
  return FALSE;
}
