/* ob-provenance.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"
#include "ob-scenario.h"

G_BEGIN_DECLS

/**
 * ObProvenance:
 * @name: title of the scenario, may be ""
 * @author: may be ""
 * @date: when it was made, ISO 8601 in UTC, "2026-07-01T12:00:00Z"
 * @unix_time: the same in seconds
 * @inputs_hash: SHA-256 of ob_provenance_get_inputs_text(), 64 hexadecimal digits
 * @scenario: the scenario as a file, see ob_scenario_to_bytes()
 * @scenario_hash: SHA-256 of @scenario
 * @record: all of it but @scenario for people, with the inputs that differ from
 *   the base case and their sources; lines of English, whatever the language
 *
 * Where a picture comes from: what an editor needs to audit it and a reader to
 * open it again. Never changed once made and counted atomically, so that a
 * worker can write it.
 */
typedef struct
{
  char *name;
  char *author;
  char *date;
  gint64 unix_time;
  char *inputs_hash;
  GBytes *scenario;
  char *scenario_hash;
  char *record;
} ObProvenance;

/**
 * ob_provenance_new:
 * @run: (nullable): the run of the inputs of @scenario; computed without it
 * @date: when; see ob_provenance_get_now()
 */
ObProvenance *ob_provenance_new (ObScenario *scenario, const ObRun *run, GDateTime *date)
  G_GNUC_WARN_UNUSED_RESULT;
ObProvenance *ob_provenance_ref (ObProvenance *self);
void ob_provenance_unref (ObProvenance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObProvenance, ob_provenance_unref)

/* All inputs as text, the same for the same inputs: "overbuild-inputs 1", a line
 * "id=value" for each parameter in the order of their ids and a line
 * "history.year=value" for each year, in ascending order. */
char *ob_provenance_get_inputs_text (const ObInputs *inputs) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_provenance_get_now:
 *
 * The time now in UTC, or that in the environment variable SOURCE_DATE_EPOCH, so
 * that what is written can be written again to the same bytes.
 *
 * Returns: NULL if the variable is not a number of seconds since 1970 up to the
 *   year 9999: %OB_SCENARIO_ERROR_VALUE
 */
GDateTime *ob_provenance_get_now (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
