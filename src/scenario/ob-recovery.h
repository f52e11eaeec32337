/* ob-recovery.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

G_BEGIN_DECLS

/* A change waits this long at most before it is written, ms. */
#define OB_RECOVERY_DELAY 1000

#define OB_TYPE_RECOVERY (ob_recovery_get_type ())
G_DECLARE_FINAL_TYPE (ObRecovery, ob_recovery, OB, RECOVERY, GObject)

/**
 * ObRecovery:
 *
 * Keeps a copy of one open document that outlives the program. As long as the
 * document has changes that are not saved, its copy is written, on a worker
 * thread and in one piece, within %OB_RECOVERY_DELAY of a change; as soon as it
 * has none the copy goes. A lock, which ends with the process however that ends,
 * tells copies in use from those left behind.
 *
 * Properties: "message" (string or NULL, read-only: why the last copy could not be
 * written).
 */

/**
 * ob_recovery_new:
 * @folder: (nullable): where copies are kept, by default the person's state
 *   directory; made when needed
 */
ObRecovery *ob_recovery_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_recovery_find:
 *
 * The copies that a program has left behind which did not end well, the newest
 * first: (transfer full) (element-type ObRecovery). Whoever gets one has its lock,
 * so that it is offered once. Dropping it leaves it for another time.
 */
GPtrArray *ob_recovery_find (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* The document in a copy that was found. It has the file it had, and counts as
 * modified. If it cannot be read it is set aside and never found again:
 * #ObScenarioError. */
ObScenario *ob_recovery_restore (ObRecovery *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* When the copy was written, or NULL. */
GDateTime *ob_recovery_get_time (ObRecovery *self) G_GNUC_WARN_UNUSED_RESULT;

/* The document to look after. (nullable) */
void ob_recovery_set_scenario (ObRecovery *self, ObScenario *scenario);
/* (nullable) (transfer none) */
const char *ob_recovery_get_message (ObRecovery *self);

/* Writes now what has changed, and waits for it. */
void ob_recovery_flush (ObRecovery *self);
/* The person does not want what is not saved: removes the copy, and looks after
 * no document any more. */
void ob_recovery_discard (ObRecovery *self);

G_END_DECLS
