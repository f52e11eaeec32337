/* ob-root.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-root.h"

#include <float.h>
#include <math.h>

/* The better end of the bracket is the answer. */
static void
finish (ObRootSearch *search)
{
  search->x = fabs (search->fa) < fabs (search->fb) ? search->a : search->b;
  search->done = TRUE;
}

gboolean
ob_root_search_init (ObRootSearch *search,
                     double low,
                     double f_low,
                     double high,
                     double f_high,
                     double tolerance)
{
  g_return_val_if_fail (search != NULL, FALSE);

  if (!isfinite (f_low) || !isfinite (f_high) || (f_low > 0 && f_high > 0)
      || (f_low < 0 && f_high < 0))
    return FALSE;

  *search = (ObRootSearch){
    .a = high,
    .b = low,
    .c = low,
    .fa = f_high,
    .fb = f_low,
    .fc = f_low,
    .tolerance = tolerance,
    .width = fabs (high - low),
  };
  if (fabs (f_low) <= tolerance || fabs (f_high) <= tolerance)
    finish (search);
  else
    /* The first guess is where the chord passes zero. */
    search->x = low + (high - low) * (f_low / (f_low - f_high));

  return TRUE;
}

void
ob_root_search_step (ObRootSearch *search, double fx)
{
  const double x = search->x;
  double resolution;
  double limit;
  double part = 0.5;

  g_return_if_fail (search != NULL && !search->done);

  /* a becomes the newest point and stays on one side; b is on the other. */
  if ((fx > 0) == (search->fa > 0))
    {
      search->c = search->a;
      search->fc = search->fa;
    }
  else
    {
      search->c = search->b;
      search->fc = search->fb;
      search->b = search->a;
      search->fb = search->fa;
    }
  search->a = x;
  search->fa = fx;

  /* A jump at zero would be chased through all powers of two, so there is a
   * least step, too. */
  resolution = 2 * DBL_EPSILON * fmax (fabs (search->a), fabs (search->b)) + 1e-17 * search->width;
  limit = resolution / fabs (search->b - search->a);
  if (!isfinite (fx) || fabs (fx) <= search->tolerance || limit > 0.5)
    {
      finish (search);
      return;
    }

  {
    const double xi = (search->a - search->b) / (search->c - search->b);
    const double phi = (search->fa - search->fb) / (search->fc - search->fb);

    /* Inverse quadratic interpolation where it is safe, else halving. */
    if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)
      part = search->fa / (search->fb - search->fa) * search->fc / (search->fb - search->fc)
             + (search->c - search->a) / (search->b - search->a) * search->fa
                 / (search->fc - search->fa) * search->fb / (search->fc - search->fb);
  }

  part = CLAMP (part, limit, 1 - limit);
  search->x = search->a + part * (search->b - search->a);
}

gboolean
ob_root_find (ObRootFunc function,
              gpointer user_data,
              double low,
              double high,
              double tolerance,
              double *root)
{
  ObRootSearch search;

  g_return_val_if_fail (function != NULL && root != NULL, FALSE);

  if (!ob_root_search_init (&search, low, function (low, user_data), high,
                            function (high, user_data), tolerance))
    return FALSE;

  while (!search.done)
    ob_root_search_step (&search, function (search.x, user_data));

  *root = search.x;
  return isfinite (search.fa);
}
