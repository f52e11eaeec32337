/* ob-warning-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-warning.h"

G_BEGIN_DECLS

/* What the rules, which know what clashes, share with the search for what mends it. */

#define OB_WARNING_MAX_FIXES 8

/* A clash as a rule finds it, and what may be done about it, best first. It owns the
 * sentence. */
typedef struct
{
  char *sentence;
  /* (nullable): what is said where nothing can be done with one input. */
  const char *no_fix;
  struct
  {
    ObParameter parameter;
    double value;
    /* The value is as far as one may go; the nearest that will do is the fix. */
    gboolean nearest;
  } fixes[OB_WARNING_MAX_FIXES];
  guint n_fixes;
} ObWarningClash;

/* Inputs that are each possible and do not go together. */
typedef struct
{
  const char *id;
  ObParameter parameter;
  ObParameter other;
  gboolean (*find) (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash);
  /* Whether the run has a say. */
  gboolean looks_at_run;
} ObWarningRule;

#define OB_N_WARNING_RULES 15
/* Those that matter most first. */
extern const ObWarningRule ob_warning_rules[OB_N_WARNING_RULES];

/* To the next step of the slider of a parameter. */
double ob_warning_round_up (ObParameter parameter, double value);
double ob_warning_round_down (ObParameter parameter, double value);

G_END_DECLS
