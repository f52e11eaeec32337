/* ob-scenario-reader.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

G_BEGIN_DECLS

/* The most faults that are listed. */
#define OB_SCENARIO_MAX_FAULTS 100

/**
 * ob_scenario_read:
 * @name: stands for the file in messages
 * @resolve_origin: whether the values of the template it names are looked up
 * @faults: (element-type GError): where faults are added, in the order of the
 *   file; an error of #ObScenarioError each
 *
 * Reads a scenario from text, all of it, whatever its faults.
 *
 * Returns: (nullable): NULL if there was a fault
 */
ObScenario *
ob_scenario_read (GBytes *bytes, const char *name, gboolean resolve_origin, GPtrArray *faults)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_scenario_read_file:
 * @name: stands for the file in messages
 * @is_picture: (out) (optional): whether it was a picture
 *
 * The bytes of a regular file that is not too large, or those of the scenario
 * that a picture carries.
 */
GBytes *ob_scenario_read_file (GFile *file,
                               const char *name,
                               gboolean *is_picture,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
