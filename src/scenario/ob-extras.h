/* ob-extras.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObExtras:
 *
 * What a file holds that this version does not know, kept as text to be
 * written back. Each known element has a slot: its path, with the id of the
 * row where there are several ("parameters/capex"). Counted atomically; what is shared
 * is not added to.
 */
typedef struct _ObExtras ObExtras;

ObExtras *ob_extras_new (void) G_GNUC_WARN_UNUSED_RESULT;
ObExtras *ob_extras_ref (ObExtras *extras);
void ob_extras_unref (ObExtras *extras);

/* @attributes: as they stand in a tag, each with a space before it */
void ob_extras_add_attributes (ObExtras *extras, const char *slot, const char *attributes);
/* @node: a whole element or comment */
void ob_extras_add_node (ObExtras *extras, const char *slot, const char *node);

/* @extras may be NULL. */
gboolean ob_extras_is_empty (const ObExtras *extras);
/* All attributes of a slot, "" if there are none. @extras may be NULL. */
const char *ob_extras_get_attributes (const ObExtras *extras, const char *slot);
/* (transfer none) (nullable) (element-type utf8): in the order of the file */
GPtrArray *ob_extras_get_nodes (const ObExtras *extras, const char *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObExtras, ob_extras_unref)

G_END_DECLS
