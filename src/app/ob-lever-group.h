/* ob-lever-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-lever-row.h"

G_BEGIN_DECLS

#define OB_TYPE_LEVER_GROUP (ob_lever_group_get_type ())
G_DECLARE_FINAL_TYPE (ObLeverGroup, ob_lever_group, OB, LEVER_GROUP, GtkWidget)

/**
 * ObLeverGroup:
 *
 * The parameters of one group under a heading that folds; the headline levers
 * are left out, as they are shown apart. The heading counts the changed ones.
 *
 * Properties: "group" (uint, construct only), "session" (ObSession or NULL),
 * "expanded" (boolean), "n-changed" (uint, read-only).
 */
GtkWidget *ob_lever_group_new (ObGroup group) G_GNUC_WARN_UNUSED_RESULT;

ObGroup ob_lever_group_get_group (ObLeverGroup *self);
guint ob_lever_group_get_n_changed (ObLeverGroup *self);

/* (transfer none) (nullable): the row of a parameter of this group. A folded
 * group's rows are not among its descendants. */
ObLeverRow *ob_lever_group_get_row (ObLeverGroup *self, ObParameter parameter);

gboolean ob_lever_group_get_expanded (ObLeverGroup *self);
void ob_lever_group_set_expanded (ObLeverGroup *self, gboolean expanded);

/* (transfer none) (nullable) */
ObSession *ob_lever_group_get_session (ObLeverGroup *self);
void ob_lever_group_set_session (ObLeverGroup *self, ObSession *session);

/**
 * ob_lever_group_filter:
 * @words: (array zero-terminated=1): see ob_lever_row_matches()
 * @wanted: (nullable) (array fixed-size=OB_N_PARAMETERS): which inputs may be shown
 *
 * Shows only the rows that match and are wanted, and opens the group if there are
 * any; without words, when all are wanted, shows all and folds as before.
 *
 * Returns: how many rows match
 */
guint ob_lever_group_filter (ObLeverGroup *self, const char *const *words, const gboolean *wanted);

G_END_DECLS
