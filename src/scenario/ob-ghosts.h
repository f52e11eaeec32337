/* ob-ghosts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-pin.h"
#include "ob-results.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define OB_TYPE_GHOSTS (ob_ghosts_get_type ())
GType ob_ghosts_get_type (void);

/**
 * ObGhosts:
 * @pins: what was run, NULL where there is no pin
 * @results: what came of each, with a map and a frontier if there was a plane
 * @n: how many there are
 *
 * What the pins of a document come to: what charts draw behind the scenario itself.
 * Never changed once made, counted atomically.
 */
typedef struct
{
  ObPin *pins[OB_N_PINS];
  ObResults *results[OB_N_PINS];
  guint n;
  /*< private >*/
  gatomicrefcount ref_count;
} ObGhosts;

/**
 * ob_ghosts_new:
 * @pins: (array fixed-size=4): each may be NULL
 * @plane: (nullable): without it there are no frontiers
 * @size: grid points along each axis of their maps, which frontiers start from
 * @known: (nullable): of another time; what is still true of it is taken over
 *
 * Runs the pins.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObGhosts *ob_ghosts_new (ObPin *const *pins,
                         const ObPlane *plane,
                         guint size,
                         const ObGhosts *known,
                         GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
ObGhosts *ob_ghosts_ref (ObGhosts *ghosts);
void ob_ghosts_unref (ObGhosts *ghosts);

/* Whether ob_ghosts_new() would have nothing to run. @known: (nullable) */
gboolean ob_ghosts_covers (const ObGhosts *known, ObPin *const *pins, const ObPlane *plane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObGhosts, ob_ghosts_unref)

G_END_DECLS
