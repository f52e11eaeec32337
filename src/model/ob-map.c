/* ob-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-map.h"

#include "ob-engine.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
to_unit (ObParameter parameter, double low, double high, double value)
{
  if (ob_parameter_get_info (parameter)->scale == OB_SCALE_LOG)
    return log (value / low) / log (high / low);

  return (value - low) / (high - low);
}

static double
from_unit (ObParameter parameter, double low, double high, double unit)
{
  /* The ends come back exactly, so that they stay within their range. */
  if (unit == 0)
    return low;
  if (unit == 1)
    return high;
  if (ob_parameter_get_info (parameter)->scale == OB_SCALE_LOG)
    return CLAMP (low * pow (high / low, unit), low, high);

  return low + (high - low) * unit;
}

void
ob_plane_init (ObPlane *plane, ObParameter x, ObParameter y)
{
  const ObParameterInfo *x_info = ob_parameter_get_info (x);
  const ObParameterInfo *y_info = ob_parameter_get_info (y);

  g_return_if_fail (plane != NULL && x_info != NULL && y_info != NULL);

  *plane = (ObPlane){
    .x = x,
    .y = y,
    .x_min = x_info->minimum,
    .x_max = x_info->maximum,
    .y_min = y_info->minimum,
    .y_max = y_info->maximum,
  };
}

static gboolean
check_axis (ObParameter parameter, double low, double high, GError **error)
{
  if (parameter >= OB_N_PARAMETERS)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_UNKNOWN_ID, _ ("no such parameter"));
      return FALSE;
    }

  if (ob_parameter_get_info (parameter)->unit == OB_UNIT_SWITCH)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("%s: is on or off and cannot be an axis"), ob_parameter_get_id (parameter));
      return FALSE;
    }

  if (!ob_parameter_check_value (parameter, low, error)
      || !ob_parameter_check_value (parameter, high, error))
    return FALSE;

  if (!(low < high))
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("%s: an axis has to end above its start"), ob_parameter_get_id (parameter));
      return FALSE;
    }

  return TRUE;
}

gboolean
ob_plane_check (const ObPlane *plane, GError **error)
{
  g_return_val_if_fail (plane != NULL, FALSE);

  if (!check_axis (plane->x, plane->x_min, plane->x_max, error)
      || !check_axis (plane->y, plane->y_min, plane->y_max, error))
    return FALSE;

  if (plane->x == plane->y)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("%s: both axes have the same parameter"), ob_parameter_get_id (plane->x));
      return FALSE;
    }

  return TRUE;
}

gboolean
ob_plane_equal (const ObPlane *a, const ObPlane *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->x == b->x && a->y == b->y && a->x_min == b->x_min && a->x_max == b->x_max
         && a->y_min == b->y_min && a->y_max == b->y_max;
}

double
ob_plane_x_to_unit (const ObPlane *plane, double x)
{
  return to_unit (plane->x, plane->x_min, plane->x_max, x);
}

double
ob_plane_y_to_unit (const ObPlane *plane, double y)
{
  return to_unit (plane->y, plane->y_min, plane->y_max, y);
}

double
ob_plane_x_from_unit (const ObPlane *plane, double unit)
{
  return from_unit (plane->x, plane->x_min, plane->x_max, unit);
}

double
ob_plane_y_from_unit (const ObPlane *plane, double unit)
{
  return from_unit (plane->y, plane->y_min, plane->y_max, unit);
}

/* The order in which the points of a map are run: lanes along the axis that is
 * cheaper to change, line after line of the other one, so that a line shares
 * what does not depend on the cheap axis. What is left at the ends of lines
 * comes last. */
typedef struct
{
  gboolean along_y;
  guint n_along;  /* points along a line */
  guint n_across; /* lines */
  guint n_full;   /* points of a line that fill all lanes */
} Order;

static void
order_init (Order *order, const ObPlane *plane, guint nx, guint ny)
{
  const ObKernel *kernel = ob_engine_get_wide_kernel ();

  order->along_y = kernel->get_effort (plane->y) < kernel->get_effort (plane->x);
  order->n_along = order->along_y ? ny : nx;
  order->n_across = order->along_y ? nx : ny;
  order->n_full = order->n_along - order->n_along % kernel->lanes;
}

static gsize
order_get_place (const Order *order, guint i, guint j)
{
  const guint along = order->along_y ? j : i;
  const guint across = order->along_y ? i : j;
  const gsize rest = order->n_along - order->n_full;

  if (along < order->n_full)
    return (gsize) across * order->n_full + along;

  return (gsize) order->n_across * order->n_full + across * rest + (along - order->n_full);
}

ObMap *
ob_map_new (const ObInputs *inputs,
            const ObPlane *plane,
            guint nx,
            guint ny,
            GCancellable *cancellable)
{
  g_autoptr (ObMap) map = NULL;
  g_autofree double *numbers = NULL;
  const gsize n = (gsize) nx * ny;
  double *x, *y, *npv, *risk;
  Order order;

  g_return_val_if_fail (inputs != NULL && plane != NULL, NULL);
  g_return_val_if_fail (nx >= 2 && ny >= 2, NULL);

  numbers = g_new (double, 4 * n);
  x = numbers;
  y = x + n;
  npv = y + n;
  risk = npv + n;
  order_init (&order, plane, nx, ny);

  for (guint j = 0; j < ny; j++)
    {
      const double row = ob_plane_y_from_unit (plane, j / (ny - 1.0));

      for (guint i = 0; i < nx; i++)
        {
          const gsize place = order_get_place (&order, i, j);

          x[place] = j == 0 ? ob_plane_x_from_unit (plane, i / (nx - 1.0))
                            : x[order_get_place (&order, i, 0)];
          y[place] = row;
        }
    }

  {
    const ObSweepAxis axes[2] = { { plane->x, x }, { plane->y, y } };
    const ObSweepResult result = { .npv = npv, .bubble_risk = risk };

    if (!ob_sweep (inputs, axes, 2, n, &result, cancellable))
      return NULL;
  }

  map = g_new0 (ObMap, 1);
  map->plane = *plane;
  map->nx = nx;
  map->ny = ny;
  map->npv = g_new (double, n);
  map->bubble_risk = g_new (double, n);
  for (guint j = 0; j < ny; j++)
    {
      for (guint i = 0; i < nx; i++)
        {
          const gsize place = order_get_place (&order, i, j);

          map->npv[(gsize) j * nx + i] = npv[place];
          map->bubble_risk[(gsize) j * nx + i] = risk[place];
        }
    }

  return g_steal_pointer (&map);
}

void
ob_map_free (ObMap *map)
{
  if (map == NULL)
    return;

  g_free (map->npv);
  g_free (map->bubble_risk);
  g_free (map);
}
