/* ob-ghosts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-ghosts.h"

G_DEFINE_BOXED_TYPE (ObGhosts, ob_ghosts, ob_ghosts_ref, ob_ghosts_unref)

/* Results of @inputs in @plane: the letter of a pin does not matter. */
static ObResults *
find (const ObGhosts *known, const ObInputs *inputs, const ObPlane *plane)
{
  for (guint i = 0; known != NULL && i < OB_N_PINS; i++)
    {
      ObResults *results = known->results[i];

      if (results == NULL || !ob_inputs_equal (&results->inputs, inputs))
        continue;
      if (plane == NULL || (results->map != NULL && ob_plane_equal (&results->map->plane, plane)))
        return results;
    }

  return NULL;
}

ObGhosts *
ob_ghosts_new (ObPin *const *pins,
               const ObPlane *plane,
               guint size,
               const ObGhosts *known,
               GCancellable *cancellable)
{
  g_autoptr (ObGhosts) self = NULL;

  g_return_val_if_fail (pins != NULL, NULL);

  self = g_new0 (ObGhosts, 1);
  g_atomic_ref_count_init (&self->ref_count);

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      ObResults *results;

      if (pins[i] == NULL)
        continue;

      results = find (known, &pins[i]->inputs, plane);
      if (results == NULL)
        results = find (self, &pins[i]->inputs, plane);
      if (results != NULL)
        ob_results_ref (results);
      else
        results = ob_results_new (&pins[i]->inputs, plane, size, 0, cancellable);
      if (results == NULL)
        return NULL;

      self->pins[i] = ob_pin_ref (pins[i]);
      self->results[i] = results;
      self->n++;
    }

  return g_steal_pointer (&self);
}

ObGhosts *
ob_ghosts_ref (ObGhosts *ghosts)
{
  g_return_val_if_fail (ghosts != NULL, NULL);

  g_atomic_ref_count_inc (&ghosts->ref_count);

  return ghosts;
}

void
ob_ghosts_unref (ObGhosts *ghosts)
{
  if (ghosts == NULL || !g_atomic_ref_count_dec (&ghosts->ref_count))
    return;

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      ob_pin_unref (ghosts->pins[i]);
      g_clear_pointer (&ghosts->results[i], ob_results_unref);
    }
  g_free (ghosts);
}

gboolean
ob_ghosts_covers (const ObGhosts *known, ObPin *const *pins, const ObPlane *plane)
{
  g_return_val_if_fail (pins != NULL, FALSE);

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      if (pins[i] != NULL && find (known, &pins[i]->inputs, plane) == NULL)
        return FALSE;
    }

  return TRUE;
}
