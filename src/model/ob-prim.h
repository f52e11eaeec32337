/* ob-prim.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most limits that the box which is chosen can have: a sentence with more
 * is not understood. */
#define OB_PRIM_MAX_LIMITS 4

/**
 * ObPrimLimit:
 * @low: the least value in the box; -INFINITY if it is open below
 * @high: the greatest; INFINITY if it is open above
 * @p_low: how likely so many hits were if @low did not matter, NaN if it is open
 * @p_high: the same for @high
 *
 * The sides of a box in one dimension. The quasi-p-values are one-sided binomial
 * tests of a box against what it would be without the side in question (B.
 * Bryant and R. Lempert, "Thinking inside the box", 2010); the box was sought on
 * the same cases, so they flatter it.
 */
typedef struct
{
  double low;
  double high;
  double p_low;
  double p_high;
} ObPrimLimit;

/**
 * ObPrimBox:
 * @limit: (array length=d): for each dimension of the cases
 * @n_restricted: dimensions that have a limit
 * @n: cases in the box
 * @n_hits: hits in the box
 * @coverage: the part of all hits that lie in it
 * @density: the part of its cases that are hits
 * @mass: the part of all cases that lie in it
 * @score: the correlation between lying in it and being a hit, -1 to 1; 0 if one
 *   of the two is true of all cases or of none
 */
typedef struct
{
  ObPrimLimit *limit;
  guint n_restricted;
  gsize n;
  gsize n_hits;
  double coverage;
  double density;
  double mass;
  double score;
} ObPrimBox;

/**
 * ObPrim:
 * @d: dimensions
 * @n: cases
 * @n_hits: those that are hits
 * @n_boxes: the length of the trajectory; at least 1
 * @boxes: (array length=n_boxes): from the box that holds all cases, each box
 *   peeled from the one before; those after @n_peeled were made by pasting onto,
 *   and dropping limits of, the one that was best
 * @n_peeled: how many boxes were peeled, the first included
 * @chosen: the last of @boxes if it means something, or -1: nothing was found
 * @p_value: how likely it is that a box found on one half of the cases has so
 *   many hits of the other half if cases are hits at random; 1 if there was none
 *
 * Where the hits are.
 */
typedef struct
{
  guint d;
  gsize n;
  gsize n_hits;
  guint n_boxes;
  ObPrimBox *boxes;
  guint n_peeled;
  int chosen;
  double p_value;
} ObPrim;

/**
 * ObPrimOptions:
 * @peel: the part of a box that one step takes away, above 0, below 1
 * @paste: the part that one step adds
 * @min_mass: no box has less than this part of all cases
 *
 * How patient the search is.
 */
typedef struct
{
  double peel;
  double paste;
  double min_mass;
} ObPrimOptions;

/* 5 % a step, both ways; boxes of 2 % of all cases or more. */
#define OB_PRIM_OPTIONS_INIT ((ObPrimOptions){ 0.05, 0.05, 0.02 })

/**
 * ob_prim_new:
 * @x: (array length=d): for each dimension the values of the cases, @n of them,
 *   finite; cases are in no order that has to do with them
 * @hit: (array length=n): whether a case is one of those sought
 * @options: (nullable): %OB_PRIM_OPTIONS_INIT if NULL
 * @cancellable: (nullable)
 *
 * Looks for a box with as many hits and as little else as can be, by the patient
 * rule induction method (J. Friedman and N. Fisher, "Bump hunting in
 * high-dimensional data", 1999). Each step peels a small part off one side, the
 * side that raises the density most for what it takes away. Values that are equal
 * stay together, so that a column of few values loses one of them at a time and one
 * that is constant is left alone.
 *
 * Of the boxes on the way the one is taken that goes best with the hits, by its
 * score, or one nearly as good with fewer limits: coverage and density pull it
 * either way, and it is zero for a box that holds everything, however many of all
 * cases are hits. Pasting then
 * moves its sides out again where that raises the density, and limits go that
 * hardly matter or whose quasi-p-value is above 5 %.
 *
 * A search always finds some box. Whether it means something is told by doing it on
 * a half of the cases: the box has to stand out among the other half as well,
 * beyond what happens in one of a hundred searches.
 *
 * Returns: (nullable): NULL if cancelled; it does not depend on the number of threads
 */
ObPrim *ob_prim_new (const double *const *x,
                     const gboolean *hit,
                     gsize n,
                     guint d,
                     const ObPrimOptions *options,
                     GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void ob_prim_free (ObPrim *prim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObPrim, ob_prim_free)

/* The chance of @least or more hits in @n trials of chance @p each. */
double ob_prim_get_tail (gsize n, double p, gsize least);

G_END_DECLS
