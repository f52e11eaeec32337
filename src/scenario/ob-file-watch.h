/* ob-file-watch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

G_BEGIN_DECLS

/**
 * ObFileState:
 * @OB_FILE_STATE_SAME: the file holds what the document knows it to hold, or there
 *   is no file
 * @OB_FILE_STATE_CHANGED: somebody else has written it
 * @OB_FILE_STATE_GONE: it was moved or deleted
 */
typedef enum
{
  OB_FILE_STATE_SAME,
  OB_FILE_STATE_CHANGED,
  OB_FILE_STATE_GONE
} ObFileState;

#define OB_TYPE_FILE_STATE (ob_file_state_get_type ())
GType ob_file_state_get_type (void);

/* After an event the file is left alone this long, ms: who replaces it may first
 * move the old one away. */
#define OB_FILE_WATCH_DELAY 200

#define OB_TYPE_FILE_WATCH (ob_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (ObFileWatch, ob_file_watch, OB, FILE_WATCH, GObject)

/**
 * ObFileWatch:
 *
 * Watches the file of an open document for changes from outside. What counts is
 * what it holds, not when it was written: a file that is written anew with the same
 * content is the same. The file is read on a worker thread. A document whose file
 * is gone is modified, for what it holds is stored nowhere.
 *
 * Properties: "state" (ObFileState, read-only).
 */
ObFileWatch *ob_file_watch_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) The document; its file is looked at now. */
void ob_file_watch_set_scenario (ObFileWatch *self, ObScenario *scenario);
/* Looks at the file now: to be called when saving has ended, whichever way. */
void ob_file_watch_check (ObFileWatch *self);

ObFileState ob_file_watch_get_state (ObFileWatch *self);

/* The person prefers the document to the file as it is: %OB_FILE_STATE_SAME until
 * it changes once more, and saving writes over it unasked. */
void ob_file_watch_keep (ObFileWatch *self);

G_END_DECLS
