/* ob-lever-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_LEVER_ROW (ob_lever_row_get_type ())
G_DECLARE_FINAL_TYPE (ObLeverRow, ob_lever_row, OB, LEVER_ROW, GtkWidget)

/**
 * ObLeverRow:
 *
 * One parameter of the scenario: its name, an exact entry, a slider (or a
 * switch) and a menu. A drag of the slider is one undo step, and so is each
 * entry and each row of key presses, see ob_scenario_end_nudge(). While the value
 * differs from the one the scenario started with, the row has the CSS class
 * "changed"; while it lies outside what is published, "unusual", and then the row
 * says so and, until there is a note, asks why. A note shows as a button.
 *
 * Properties: "parameter" (uint, construct only), "session" (ObSession or NULL),
 * "changed" (boolean, read-only), "use-mnemonic" (boolean: Alt and the first
 * letter of the name reach the entry).
 *
 * A locked row shows its value and takes no other.
 *
 * Actions: "lever.reset", "lever.lock" (and unlock), "lever.solve",
 * "lever.use-as-x", "lever.use-as-y", "lever.source", "lever.explain" (as before, with the keyboard
 * on the note), "lever.menu".
 */
GtkWidget *ob_lever_row_new (ObParameter parameter) G_GNUC_WARN_UNUSED_RESULT;

ObParameter ob_lever_row_get_parameter (ObLeverRow *self);
gboolean ob_lever_row_get_changed (ObLeverRow *self);

gboolean ob_lever_row_get_use_mnemonic (ObLeverRow *self);
void ob_lever_row_set_use_mnemonic (ObLeverRow *self, gboolean use_mnemonic);

/* (transfer none) (nullable) */
ObSession *ob_lever_row_get_session (ObLeverRow *self);
void ob_lever_row_set_session (ObLeverRow *self, ObSession *session);

/* What tells how far key presses are apart, in µs, instead of
 * g_get_monotonic_time(); for tests. */
void ob_lever_row_set_clock (ObLeverRow *self, gint64 (*clock) (void));

/**
 * ob_lever_row_matches:
 * @words: (array zero-terminated=1): casefolded words
 *
 * Whether each of @words is found in the name, the description, the id or the
 * group of the parameter. No words match everything.
 */
gboolean ob_lever_row_matches (ObLeverRow *self, const char *const *words);

G_END_DECLS
