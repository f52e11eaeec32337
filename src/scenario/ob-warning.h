/* ob-warning.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

/**
 * ObWarning:
 * @id: short and stable, "book-life"
 * @parameter: an input that clashes
 * @other: the input it clashes with, or %OB_N_PARAMETERS if that is a result
 * @sentence: what clashes, with both values, translated
 * @has_fix: whether moving one input alone takes the warning away
 * @fix: that input
 * @fix_value: what to set it to, within its range
 *
 * Inputs that are each possible but do not go together.
 */
typedef struct
{
  const char *id;
  ObParameter parameter;
  ObParameter other;
  char *sentence;
  gboolean has_fix;
  ObParameter fix;
  double fix_value;
} ObWarning;

/**
 * ob_warnings_find:
 * @run: the run of @inputs
 *
 * What does not go together, in the order of the rules. Each fix was tried: with
 * it, that warning does not come again. The base case has none.
 *
 * Returns: (element-type ObWarning): owns its elements
 */
GPtrArray *ob_warnings_find (const ObInputs *inputs, const ObRun *run) G_GNUC_WARN_UNUSED_RESULT;

void ob_warning_free (ObWarning *warning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObWarning, ob_warning_free)

/* The ids of all rules, NULL-terminated; never freed. */
const char *const *ob_warning_get_ids (void);

/* "Set Accounting life to 5 years", and the name of that step, "Fix: Accounting
 * life 6 years → 5 years", if it is applied to @inputs; translated. Only for a
 * warning that has a fix. */
char *ob_warning_describe_fix (const ObWarning *warning) G_GNUC_WARN_UNUSED_RESULT;
char *
ob_warning_name_fix (const ObWarning *warning, const ObInputs *inputs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
