/* ob-root.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef double (*ObRootFunc) (double x, gpointer user_data);

/**
 * ob_root_find:
 * @low: one end of the bracket
 * @high: the other
 * @tolerance: where |function| is at most this, the search ends; 0 goes on to
 *   the resolution of a double, or 1e-17 of the bracket
 * @root: (out): where the function is zero, between @low and @high
 *
 * Finds a root of a continuous function by Chandrupatla's method (T. R.
 * Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the
 * zero of a nonlinear function without using derivatives", 1997).
 *
 * Returns: FALSE if the function has the same sign at both ends, or is not a
 *   number somewhere
 */
gboolean ob_root_find (ObRootFunc function,
                       gpointer user_data,
                       double low,
                       double high,
                       double tolerance,
                       double *root);

/* The state of one search, for searching in many places side by side: each
 * round, evaluate at @x and hand the value back. */
typedef struct
{
  double a, b, c; /* b and a bracket the root, c is the point before */
  double fa, fb, fc;
  double x; /* where the function is wanted next */
  double tolerance;
  double width; /* of the bracket at first */
  gboolean done;
} ObRootSearch;

/* Starts a search. FALSE if there is no change of sign. */
gboolean ob_root_search_init (ObRootSearch *search,
                              double low,
                              double f_low,
                              double high,
                              double f_high,
                              double tolerance);
/* Takes the value at @x and says where it is wanted next; once @done is TRUE,
 * @x is the root. */
void ob_root_search_step (ObRootSearch *search, double fx);

G_END_DECLS
