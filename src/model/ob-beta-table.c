/* ob-beta-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-beta-table.h"

#include "ob-beta.h"
#include "ob-vector-math.h"

#include <math.h>

#define N_PIECES OB_BETA_TABLE_N_PIECES
#define N_TERMS  OB_BETA_TABLE_N_TERMS
/* Of the series over the whole tail, for which quantiles are searched. */
#define N_NODES 32
/* More than there are parameters. */
#define N_KEPT 100
/* So many shares are turned into roots side by side. */
#define BLOCK 32

G_LOCK_DEFINE_STATIC (kept);
static ObBetaTable *kept[N_KEPT];
static guint n_found;

static double
get_node (guint k, guint n)
{
  return cos (G_PI * (k + 0.5) / n);
}

/* The terms of the Chebyshev series through @value at @n nodes. */
static void
find_series (const double *value, guint n, double *term)
{
  memset (term, 0, n * sizeof *term);
  for (guint k = 0; k < n; k++)
    {
      const double x = get_node (k, n);
      double before = x, now = 1;

      for (guint i = 0; i < n; i++)
        {
          const double next = 2 * x * now - before;

          term[i] += value[k] * now * (i == 0 ? 1 : 2) / n;
          before = now;
          now = next;
        }
    }
}

/* Clenshaw's recurrence. */
static double
sum_series (const double *term, guint n, double x)
{
  double now = 0, before = 0;

  for (guint i = n; i-- > 1;)
    {
      const double next = term[i] + 2 * x * now - before;

      before = now;
      now = next;
    }

  return term[0] + x * now - before;
}

/* A series of few terms as a polynomial. */
static void
expand_series (const double *series, double *term)
{
  double before[N_TERMS] = { 0 }, now[N_TERMS] = { 1 };

  memset (term, 0, N_TERMS * sizeof *term);
  for (guint i = 0; i < N_TERMS; i++)
    {
      double next[N_TERMS] = { 0 };

      for (guint k = 0; k < N_TERMS; k++)
        {
          term[k] += series[i] * now[k];
          next[k] = (k > 0 ? (i > 0 ? 2 : 1) * now[k - 1] : 0) - before[k];
        }
      memcpy (before, now, sizeof now);
      memcpy (now, next, sizeof next);
    }
}

static void
init_tail (ObBetaTail *tail, double shape, double other)
{
  const double width = pow (0.5, 1 / shape);
  double value[N_NODES], series[N_NODES];
  ObBeta beta;

  ob_beta_init (&beta, shape, other);
  for (guint k = 0; k < N_NODES; k++)
    value[k] = ob_beta_get_quantile (&beta, pow (width * (get_node (k, N_NODES) + 1) / 2, shape));
  find_series (value, N_NODES, series);

  tail->per_shape = 1 / shape;
  tail->scale = N_PIECES / width;
  for (guint p = 0; p < N_PIECES; p++)
    {
      double at[N_TERMS], few[N_TERMS];

      for (guint k = 0; k < N_TERMS; k++)
        at[k] = sum_series (series, N_NODES, (2 * p + 1 + get_node (k, N_TERMS)) / N_PIECES - 1);
      find_series (at, N_TERMS, few);
      expand_series (few, tail->term[p]);
    }
}

static ObBetaTable *
table_new (double a, double b)
{
  ObBetaTable *table = g_atomic_rc_box_new (ObBetaTable);

  table->a = a;
  table->b = b;
  init_tail (&table->tail[0], a, b);
  init_tail (&table->tail[1], b, a);

  return table;
}

static ObBetaTable *
find (double a, double b)
{
  ObBetaTable *table = NULL;

  G_LOCK (kept);
  for (guint i = 0; i < N_KEPT && kept[i] != NULL && table == NULL; i++)
    {
      if (kept[i]->a == a && kept[i]->b == b)
        table = g_atomic_rc_box_acquire (kept[i]);
    }
  G_UNLOCK (kept);

  return table;
}

static void
keep (ObBetaTable *table)
{
  ObBetaTable *oldest;

  G_LOCK (kept);
  oldest = kept[n_found % N_KEPT];
  kept[n_found++ % N_KEPT] = g_atomic_rc_box_acquire (table);
  G_UNLOCK (kept);

  ob_beta_table_unref (oldest);
}

ObBetaTable *
ob_beta_table_get (double a, double b)
{
  ObBetaTable *table;

  g_return_val_if_fail (a >= 1 && b >= 1, NULL);

  table = find (a, b);
  if (table == NULL)
    {
      table = table_new (a, b);
      keep (table);
    }

  return table;
}

void
ob_beta_table_unref (ObBetaTable *table)
{
  if (table != NULL)
    g_atomic_rc_box_release (table);
}

static void
fill_block (const ObBetaTable *table, const double *share, double *out)
{
  const ObBetaTail *tail = table->tail;
  const double power[] = { tail[0].per_shape, tail[1].per_shape };
  const double scale[] = { tail[0].scale, tail[1].scale };
  double root[BLOCK];

  for (guint i = 0; i < BLOCK; i++)
    {
      const double p = ob_min (share[i], 1 - share[i]);

      root[i] = ob_log (ob_max (p, 1e-300));
    }
  for (guint i = 0; i < BLOCK; i++)
    root[i] = ob_exp (root[i] * (share[i] > 0.5 ? power[1] : power[0]));

  for (guint i = 0; i < BLOCK; i++)
    {
      const gboolean upper = share[i] > 0.5;
      const double place = root[i] * scale[upper];
      const int piece = MIN ((int) place, N_PIECES - 1);
      const double *term = tail[upper].term[piece];
      const double x = 2 * (place - piece) - 1;
      double sum = term[N_TERMS - 1];

      for (guint k = N_TERMS - 1; k-- > 0;)
        sum = sum * x + term[k];
      sum = ob_clip (sum, 0, 1);
      out[i] = upper ? 1 - sum : sum;
    }
}

void
ob_beta_table_fill (const ObBetaTable *table, const double *share, gsize n, double *out)
{
  gsize start = 0;

  g_return_if_fail (table != NULL && ((share != NULL && out != NULL) || n == 0));

  for (; start + BLOCK <= n; start += BLOCK)
    fill_block (table, share + start, out + start);
  if (start < n)
    {
      double rest[BLOCK];

      for (guint i = 0; i < BLOCK; i++)
        rest[i] = share[MIN (start + i, n - 1)];
      fill_block (table, rest, rest);
      memcpy (out + start, rest, (n - start) * sizeof *out);
    }
}
