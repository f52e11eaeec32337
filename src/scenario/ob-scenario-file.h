/* ob-scenario-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"
#include "ob-scenario.h"

G_BEGIN_DECLS

#define OB_SCENARIO_SUFFIX         ".overbuild"
#define OB_SCENARIO_MIME_TYPE      "application/vnd.overbuild.scenario+xml"
#define OB_SCENARIO_NAMESPACE      "urn:overbuild:scenario:1"
#define OB_SCENARIO_FORMAT_VERSION 1
/* The largest file that is read, bytes. */
#define OB_SCENARIO_MAX_SIZE (4 * 1024 * 1024)

#define OB_SCENARIO_ERROR (ob_scenario_error_quark ())
GQuark ob_scenario_error_quark (void);

/**
 * ObScenarioError:
 * @OB_SCENARIO_ERROR_READ: the file cannot be read (missing, a directory, ...)
 * @OB_SCENARIO_ERROR_TOO_LARGE: larger than %OB_SCENARIO_MAX_SIZE
 * @OB_SCENARIO_ERROR_SYNTAX: not well-formed XML, or with a DTD
 * @OB_SCENARIO_ERROR_FORMAT: not a scenario: an element or attribute is wrong
 * @OB_SCENARIO_ERROR_VALUE: a value is not a number, out of range or given twice
 * @OB_SCENARIO_ERROR_WRITE: the file cannot be written
 * @OB_SCENARIO_ERROR_NO_SCENARIO: a picture that does not carry a scenario
 * @OB_SCENARIO_ERROR_DAMAGED: a picture that is broken, or whose scenario was
 *   changed after it was exported
 * @OB_SCENARIO_ERROR_LOCKED: a value that is locked is to be changed
 * @OB_SCENARIO_ERROR_CONFLICT: the file to write has gone or was changed since it
 *   was read or written
 *
 * Messages name file, line, element and what was expected.
 */
typedef enum
{
  OB_SCENARIO_ERROR_READ,
  OB_SCENARIO_ERROR_TOO_LARGE,
  OB_SCENARIO_ERROR_SYNTAX,
  OB_SCENARIO_ERROR_FORMAT,
  OB_SCENARIO_ERROR_VALUE,
  OB_SCENARIO_ERROR_WRITE,
  OB_SCENARIO_ERROR_NO_SCENARIO,
  OB_SCENARIO_ERROR_DAMAGED,
  OB_SCENARIO_ERROR_LOCKED,
  OB_SCENARIO_ERROR_CONFLICT,
} ObScenarioError;

/* Reads a scenario. Blocking; at most a second. @name stands for the file in
 * messages. */
ObScenario *
ob_scenario_load_bytes (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Only regular files are read; never blocks on a FIFO. The file may also be a
 * picture that carries a scenario, see ob_picture_extract(); the document is then
 * one without a file, so that saving it never touches the picture. */
ObScenario *ob_scenario_load_file (GFile *file, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): the file it was loaded from or last saved to. */
GFile *ob_scenario_get_file (ObScenario *self);

/* All faults of a file instead of the first: (transfer full) (element-type utf8)
 * messages "file:line: ...", empty when it is valid. NULL and @error if it
 * cannot be read. */
GPtrArray *ob_scenario_check_file (GFile *file, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same scenario gives the same bytes. @run is stored as the headline
 * results (nullable: then it is computed). */
GBytes *ob_scenario_to_bytes (ObScenario *self, const ObRun *run) G_GNUC_WARN_UNUSED_RESULT;

/* Writes atomically and marks the scenario as saved. */
gboolean ob_scenario_save_file (ObScenario *self,
                                GFile *file,
                                const ObRun *run,
                                GCancellable *cancellable,
                                GError **error);

/**
 * ob_scenario_save_file_async:
 * @replace: whether to write even if the file is not as this document knows it
 *
 * The same on a worker thread, of the document as it is now. If @file is the one
 * it was loaded from or last saved to, has gone or holds something else by now,
 * nothing is written: %OB_SCENARIO_ERROR_CONFLICT, unless @replace is set. One
 * document is saved once at a time.
 */
void ob_scenario_save_file_async (ObScenario *self,
                                  GFile *file,
                                  const ObRun *run,
                                  gboolean replace,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean ob_scenario_save_file_finish (ObScenario *self, GAsyncResult *result, GError **error);

/**
 * ob_scenario_reload:
 * @loaded: what the file of @self holds now; of no use afterwards
 *
 * Everything becomes as in the file, locked values too, as one undo step, so that
 * what was not saved can be brought back. Not modified afterwards. Not within a
 * gesture.
 */
void ob_scenario_reload (ObScenario *self, ObScenario *loaded);

G_END_DECLS
