/* ob-prim.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-parallel.h"
#include "ob-prim-private.h"

#include <math.h>
#include <string.h>

/* A box with fewer limits may be so much worse, as a part of the score. */
#define NEARLY 0.97
/* Limits with quasi-p-values above this are dropped... */
#define MAX_P_LIMIT 0.05
/* ...and boxes that half of the cases bear out no better than this. */
#define MAX_P_BOX 0.01

/* A step that could be taken: a side of a dimension, where it would be and what
 * it would gain. */
typedef struct
{
  guint dimension;
  gboolean is_low;
  double limit;
  gsize n; /* of the cases moved over it */
  double gain;
} Step;

/* The cases in the box that is being peeled, for each dimension in the order of
 * their values. */
typedef struct
{
  const ObPrimCases *cases;
  guint32 **order;
  gsize n;
  gsize n_hits;
} Peeler;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *x = data;
  const guint32 row_a = *(const guint32 *) a;
  const guint32 row_b = *(const guint32 *) b;

  if (x[row_a] != x[row_b])
    return x[row_a] < x[row_b] ? -1 : 1;

  return row_a < row_b ? -1 : row_a > row_b;
}

static void
sort_dimensions (gsize first, gsize end, GCancellable *cancellable, gpointer data)
{
  Peeler *peeler = data;
  const ObPrimCases *cases = peeler->cases;

  for (gsize j = first; j < end && !g_cancellable_is_cancelled (cancellable); j++)
    {
      peeler->order[j] = g_memdup2 (cases->rows, cases->n * sizeof *cases->rows);
      g_qsort_with_data (peeler->order[j], (int) cases->n, sizeof **peeler->order, compare_rows,
                         (gpointer) cases->x[j]);
    }
}

/* Between two values, so that neither is at the edge. */
static double
get_middle (double inside, double outside)
{
  const double middle = inside / 2 + outside / 2;

  return (middle > inside) != (middle > outside) ? middle : inside;
}

/* What peeling off a side of a dimension would do; FALSE if it cannot be. */
static gboolean
try_side (const Peeler *peeler, guint j, gboolean is_low, gsize least, Step *step)
{
  const ObPrimCases *cases = peeler->cases;
  const double *x = cases->x[j];
  const guint32 *order = peeler->order[j];
  const gsize n = peeler->n;
  gsize k = MAX ((gsize) (cases->options->peel * (double) n), 1);
  gsize hits = 0;
  double density;

/* The row so many places from the side. */
#define AT(i) (order[is_low ? (i) : n - 1 - (i)])

  if (k >= n)
    return FALSE;

  if (x[AT (k)] == x[AT (0)])
    {
      while (k < n && x[AT (k)] == x[AT (0)])
        k++;
    }
  else
    {
      while (x[AT (k - 1)] == x[AT (k)])
        k--;
    }
  if (n - MIN (k, n) < least)
    return FALSE;

  for (gsize i = 0; i < k; i++)
    hits += cases->hit[AT (i)] != FALSE;
  density = (double) (peeler->n_hits - hits) / (double) (n - k);
  *step = (Step){
    .dimension = j,
    .is_low = is_low,
    .limit = get_middle (x[AT (k)], x[AT (k - 1)]),
    .n = k,
    .gain = (density - (double) peeler->n_hits / (double) n) * (double) n / (double) k,
  };

#undef AT

  return TRUE;
}

static void
take_step (Peeler *peeler, const Step *step)
{
  const ObPrimCases *cases = peeler->cases;
  const double *x = cases->x[step->dimension];
  gsize kept = 0;

  for (guint j = 0; j < cases->d; j++)
    {
      guint32 *order = peeler->order[j];

      kept = 0;
      for (gsize i = 0; i < peeler->n; i++)
        {
          if (step->is_low ? x[order[i]] >= step->limit : x[order[i]] <= step->limit)
            order[kept++] = order[i];
        }
    }

  peeler->n = kept;
  peeler->n_hits = 0;
  for (gsize i = 0; i < kept; i++)
    peeler->n_hits += cases->hit[peeler->order[0][i]] != FALSE;
}

/* Peels until the box is small or holds nothing but hits. FALSE if cancelled. */
static gboolean
peel (const ObPrimCases *cases, GArray *boxes)
{
  const gsize least = MAX ((gsize) ceil (cases->options->min_mass * (double) cases->n), 1);
  g_autofree ObPrimLimit *limit = g_new (ObPrimLimit, cases->d);
  g_autofree guint32 **order = g_new0 (guint32 *, cases->d);
  Peeler peeler = { cases, order, cases->n, cases->n_hits };
  gboolean done;

  for (guint j = 0; j < cases->d; j++)
    limit[j] = (ObPrimLimit){ -INFINITY, INFINITY, NAN, NAN };
  ob_prim_add_box (boxes, cases, limit);

  done = !ob_parallel_for (cases->d, sort_dimensions, &peeler, cases->cancellable);
  while (!done && peeler.n_hits > 0 && peeler.n_hits < peeler.n)
    {
      Step best = { .gain = -INFINITY };

      for (guint j = 0; j < cases->d; j++)
        {
          for (guint side = 0; side < 2; side++)
            {
              Step step;

              if (try_side (&peeler, j, side == 0, least, &step) && step.gain > best.gain)
                best = step;
            }
        }

      done = best.n == 0 || g_cancellable_is_cancelled (cases->cancellable);
      if (done)
        break;

      take_step (&peeler, &best);
      if (best.is_low)
        limit[best.dimension].low = best.limit;
      else
        limit[best.dimension].high = best.limit;
      ob_prim_add_box (boxes, cases, limit);
    }

  for (guint j = 0; j < cases->d; j++)
    g_free (order[j]);

  return !g_cancellable_is_cancelled (cases->cancellable);
}

static guint
get_n_limits (const ObPrimBox *box, guint d)
{
  guint n = 0;

  for (guint j = 0; j < d; j++)
    n += isfinite (box->limit[j].low) + isfinite (box->limit[j].high);

  return n;
}

/* The best box or one nearly as good that has fewer limits. */
static guint
find_best (const GArray *boxes, guint d)
{
  double best_score = 0;
  guint best = 0;

  for (guint i = 0; i < boxes->len; i++)
    best_score = MAX (best_score, g_array_index (boxes, ObPrimBox, i).score);
  for (guint i = 0; i < boxes->len; i++)
    {
      const ObPrimBox *box = &g_array_index (boxes, ObPrimBox, i);
      const ObPrimBox *chosen = &g_array_index (boxes, ObPrimBox, best);
      const double score = box->score;
      const double chosen_score = chosen->score;
      const guint n = get_n_limits (box, d);
      const guint n_chosen = get_n_limits (chosen, d);

      if (score < best_score * NEARLY)
        continue;
      if (chosen_score < best_score * NEARLY || n < n_chosen
          || (n == n_chosen && score > chosen_score))
        best = i;
    }

  return best;
}

/* The @n cases nearest to a side, of those outside that no other side keeps out. */
static gboolean
try_paste (const ObPrimCases *cases,
           const ObPrimBox *box,
           guint j,
           gboolean is_low,
           ObPrimLimit *limit)
{
  const gsize wanted = MAX ((gsize) (cases->options->paste * (double) box->n), 1);
  g_autoptr (GArray) outside = g_array_new (FALSE, FALSE, sizeof (guint32));
  const double *x = cases->x[j];
  gsize k;

#define ROW(i) g_array_index (outside, guint32, is_low ? outside->len - 1 - (i) : (i))

  memcpy (limit, box->limit, cases->d * sizeof *limit);
  if (is_low)
    {
      limit[j].high = nextafter (limit[j].low, -INFINITY);
      limit[j].low = -INFINITY;
    }
  else
    {
      limit[j].low = nextafter (limit[j].high, INFINITY);
      limit[j].high = INFINITY;
    }
  for (gsize i = 0; i < cases->n; i++)
    {
      if (ob_prim_is_inside (cases, limit, cases->rows[i]))
        g_array_append_val (outside, cases->rows[i]);
    }
  limit[j] = box->limit[j];
  if (outside->len == 0)
    return FALSE;

  g_array_sort_with_data (outside, compare_rows, (gpointer) x);
  k = MIN (wanted, outside->len);
  while (k < outside->len && x[ROW (k)] == x[ROW (k - 1)])
    k++;
  if (is_low)
    limit[j].low = k < outside->len ? get_middle (x[ROW (k - 1)], x[ROW (k)]) : -INFINITY;
  else
    limit[j].high = k < outside->len ? get_middle (x[ROW (k - 1)], x[ROW (k)]) : INFINITY;

#undef ROW

  return TRUE;
}

/* Moves sides of the last box out while that raises its density. */
static void
paste (const ObPrimCases *cases, GArray *boxes)
{
  g_autofree ObPrimLimit *limit = g_new (ObPrimLimit, cases->d);
  g_autofree ObPrimLimit *best = g_new (ObPrimLimit, cases->d);

  while (!g_cancellable_is_cancelled (cases->cancellable))
    {
      const ObPrimBox *box = &g_array_index (boxes, ObPrimBox, boxes->len - 1);
      double density = box->density;

      for (guint side = 0; side < 2 * cases->d; side++)
        {
          const guint j = side / 2;
          const gboolean is_low = side % 2 == 0;
          gsize n;
          gsize n_hits;

          if (!isfinite (is_low ? box->limit[j].low : box->limit[j].high)
              || !try_paste (cases, box, j, is_low, limit))
            continue;

          ob_prim_count (cases, limit, &n, &n_hits);
          if ((double) n_hits / (double) n > density)
            {
              density = (double) n_hits / (double) n;
              memcpy (best, limit, cases->d * sizeof *best);
            }
        }

      if (density == box->density)
        break;
      ob_prim_add_box (boxes, cases, best);
    }
}

/* The score of @box without one side. */
static double
get_score_without (const ObPrimCases *cases, const ObPrimBox *box, guint j, gboolean is_low)
{
  g_autofree ObPrimLimit *limit = g_memdup2 (box->limit, cases->d * sizeof *limit);
  ObPrimBox open;
  double score;

  if (is_low)
    limit[j].low = -INFINITY;
  else
    limit[j].high = INFINITY;
  ob_prim_box_init (&open, cases, limit);
  score = open.score;
  ob_prim_box_clear (&open);

  return score;
}

/* Drops limits of the last box, the one that matters least first. */
static void
drop_limits (const ObPrimCases *cases, GArray *boxes)
{
  const double enough = NEARLY * g_array_index (boxes, ObPrimBox, boxes->len - 1).score;

  while (!g_cancellable_is_cancelled (cases->cancellable))
    {
      const ObPrimBox *box = &g_array_index (boxes, ObPrimBox, boxes->len - 1);
      g_autofree ObPrimLimit *limit = g_memdup2 (box->limit, cases->d * sizeof *limit);
      guint least = 0;
      double least_p = 0;
      double score = -1;

      for (guint side = 0; side < 2 * cases->d; side++)
        {
          const ObPrimLimit *of = &box->limit[side / 2];
          const double p = side % 2 == 0 ? of->p_low : of->p_high;
          double without;

          if (isnan (p))
            continue;

          without = get_score_without (cases, box, side / 2, side % 2 == 0);
          if (without > score)
            {
              score = without;
              least = side;
              least_p = p;
            }
        }

      if (score < 0
          || (score < enough && least_p <= MAX_P_LIMIT
              && get_n_limits (box, cases->d) <= OB_PRIM_MAX_LIMITS))
        break;

      if (least % 2 == 0)
        limit[least / 2].low = -INFINITY;
      else
        limit[least / 2].high = INFINITY;
      ob_prim_add_box (boxes, cases, limit);
    }
}

/* The trajectory, its last box the best. NULL if cancelled. */
static GArray *
search (const ObPrimCases *cases, guint *n_peeled)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (ObPrimBox));
  guint best;

  g_array_set_clear_func (boxes, ob_prim_box_clear);
  if (!peel (cases, boxes))
    return NULL;

  *n_peeled = boxes->len;
  best = find_best (boxes, cases->d);
  ob_prim_add_box (boxes, cases, g_array_index (boxes, ObPrimBox, best).limit);
  paste (cases, boxes);
  drop_limits (cases, boxes);

  return g_cancellable_is_cancelled (cases->cancellable) ? NULL : g_steal_pointer (&boxes);
}

/* A bit for each case that has to do with nothing: the finalizer of MurmurHash3.
 * Neighbours in a low-discrepancy sequence differ in a regular way, so every other
 * case would be no fair half of them. */
static gboolean
is_in_first_half (gsize row)
{
  guint64 hash = row + 1;

  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  hash ^= hash >> 33;

  return hash & 1;
}

static void
cases_init (ObPrimCases *cases, const ObPrimCases *all, guint32 *rows, int half)
{
  *cases = *all;
  cases->rows = rows;
  cases->n = 0;
  cases->n_hits = 0;
  for (guint32 i = 0; i < all->n; i++)
    {
      if (half >= 0 && is_in_first_half (i) != (half == 0))
        continue;
      rows[cases->n++] = i;
      cases->n_hits += all->hit[i] != FALSE;
    }
}

/* Whether what one half of the cases shows is borne out by the other. FALSE if
 * cancelled. */
static gboolean
test_halves (const ObPrimCases *all, guint32 *rows, double *p_value)
{
  g_autoptr (GArray) boxes = NULL;
  const ObPrimBox *box;
  ObPrimCases half;
  guint n_peeled;
  gsize n;
  gsize n_hits;

  *p_value = 1;
  cases_init (&half, all, rows, 0);
  boxes = search (&half, &n_peeled);
  if (boxes == NULL)
    return FALSE;

  box = &g_array_index (boxes, ObPrimBox, boxes->len - 1);
  cases_init (&half, all, rows, 1);
  ob_prim_count (&half, box->limit, &n, &n_hits);
  if (box->n_restricted > 0 && half.n > 0)
    *p_value = ob_prim_get_tail (n, (double) half.n_hits / (double) half.n, n_hits);

  return TRUE;
}

ObPrim *
ob_prim_new (const double *const *x,
             const gboolean *hit,
             gsize n,
             guint d,
             const ObPrimOptions *options,
             GCancellable *cancellable)
{
  const ObPrimOptions usual = OB_PRIM_OPTIONS_INIT;
  g_autofree guint32 *rows = NULL;
  g_autoptr (GArray) boxes = NULL;
  ObPrimCases all = { x, hit, d, NULL, n, 0, options != NULL ? options : &usual, cancellable };
  ObPrimCases cases;
  ObPrim *prim;
  double p_value;
  guint n_peeled;

  g_return_val_if_fail (x != NULL && hit != NULL, NULL);
  g_return_val_if_fail (n > 0 && n <= G_MAXINT && d > 0, NULL);
  g_return_val_if_fail (all.options->peel > 0 && all.options->peel < 1, NULL);
  g_return_val_if_fail (all.options->paste > 0 && all.options->min_mass >= 0, NULL);

  rows = g_new (guint32, n);
  if (!test_halves (&all, rows, &p_value))
    return NULL;
  cases_init (&cases, &all, rows, -1);
  boxes = search (&cases, &n_peeled);
  if (boxes == NULL)
    return NULL;

  prim = g_new0 (ObPrim, 1);
  prim->d = d;
  prim->n = n;
  prim->n_hits = cases.n_hits;
  prim->n_boxes = boxes->len;
  prim->n_peeled = n_peeled;
  prim->p_value = p_value;
  prim->chosen = -1;
  if (p_value <= MAX_P_BOX && g_array_index (boxes, ObPrimBox, boxes->len - 1).n_restricted > 0)
    prim->chosen = (int) boxes->len - 1;
  /* The boxes are the result's now. */
  g_array_set_clear_func (boxes, NULL);
  prim->boxes = (ObPrimBox *) g_array_free (g_steal_pointer (&boxes), FALSE);

  return prim;
}

void
ob_prim_free (ObPrim *prim)
{
  if (prim == NULL)
    return;

  for (guint i = 0; i < prim->n_boxes; i++)
    ob_prim_box_clear (&prim->boxes[i]);
  g_free (prim->boxes);
  g_free (prim);
}
