/* ob-shapley.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-shapley.h"

#include <string.h>

/* Who takes part: a bit of a mask for each, set where the change is made. */
typedef struct
{
  const ObInputs *from;
  const ObInputs *to;
  ObShapley *result;
  /* Of each parameter, the share that it belongs to; -1 if it did not change. */
  int share[OB_N_PARAMETERS];
  gboolean history_changed;
} Game;

static gboolean
is_history_equal (const ObHistory *a, const ObHistory *b)
{
  return a->first_year == b->first_year && a->n_years == b->n_years
         && memcmp (a->capex, b->capex, a->n_years * sizeof *a->capex) == 0;
}

static int
add_share (Game *game, ObShapleyKind kind, guint index)
{
  ObShapley *result = game->result;

  for (guint i = 0; i < result->n_shares; i++)
    {
      if (result->shares[i].kind == kind && result->shares[i].index == index)
        return (int) i;
    }

  result->shares[result->n_shares] = (ObShapleyShare){ .kind = kind, .index = index };

  return (int) result->n_shares++;
}

static void
find_changes (Game *game)
{
  guint n_changed = 0;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    n_changed += game->from->value[p] != game->to->value[p];

  game->result->shares = g_new0 (ObShapleyShare, MIN (n_changed, OB_N_PARAMETERS) + 1);
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (game->from->value[p] == game->to->value[p])
        game->share[p] = -1;
      else if (n_changed > OB_SHAPLEY_MAX_SINGLE)
        game->share[p] = add_share (game, OB_SHAPLEY_GROUP, ob_parameter_get_info (p)->group);
      else
        game->share[p] = add_share (game, OB_SHAPLEY_PARAMETER, p);
    }

  game->history_changed = !is_history_equal (&game->from->history, &game->to->history);
  if (game->history_changed)
    add_share (game, OB_SHAPLEY_HISTORY, 0);
}

/* Runs all combinations of changed parameters under one history. */
static gboolean
run_half (const Game *game,
          const ObHistory *history,
          gsize n,
          double *values,
          GCancellable *cancellable)
{
  g_autofree double *numbers = NULL;
  ObSweepAxis axes[OB_N_PARAMETERS];
  ObInputs base = *game->from;
  guint n_axes = 0;
  const ObSweepResult result = {
    .npv = game->result->metric == OB_METRIC_NPV ? values : NULL,
    .bubble_risk = game->result->metric == OB_METRIC_NPV ? NULL : values,
  };

  base.history = *history;
  numbers = g_new (double, OB_N_PARAMETERS *n);
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      double *column = numbers + n_axes * n;

      if (game->share[p] < 0)
        continue;
      for (gsize mask = 0; mask < n; mask++)
        column[mask] = mask >> game->share[p] & 1 ? game->to->value[p] : game->from->value[p];
      axes[n_axes++] = (ObSweepAxis){ p, column };
    }

  return ob_sweep (&base, axes, n_axes, n, &result, cancellable);
}

/* The mean of what each change adds, over the combinations without it: one with s
 * others is met in s! (n - 1 - s)! of the n! orders. */
static void
share_out (ObShapley *result, const double *values)
{
  const guint n = result->n_shares;
  const gsize n_masks = (gsize) 1 << n;
  g_autofree double *weight = g_new (double, n);

  weight[0] = 1. / n;
  for (guint s = 0; s + 1 < n; s++)
    weight[s + 1] = weight[s] * (s + 1) / (n - 1 - s);

  for (gsize mask = 0; mask < n_masks; mask++)
    {
      const guint size = (guint) __builtin_popcountl (mask);

      for (guint i = 0; i < n; i++)
        {
          const gsize bit = (gsize) 1 << i;

          if ((mask & bit) == 0)
            result->shares[i].share += weight[size] * (values[mask | bit] - values[mask]);
        }
    }
}

ObShapley *
ob_shapley_new (const ObInputs *from,
                const ObInputs *to,
                ObMetric metric,
                GCancellable *cancellable)
{
  g_autoptr (ObShapley) result = NULL;
  g_autofree double *values = NULL;
  Game game = { .from = from, .to = to };
  gsize half;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  g_return_val_if_fail (metric == OB_METRIC_NPV || metric == OB_METRIC_BUBBLE_RISK, NULL);

  result = g_new0 (ObShapley, 1);
  result->metric = metric;
  game.result = result;
  find_changes (&game);

  /* The history is the last bit, so that each half has one. */
  half = (gsize) 1 << (result->n_shares - (game.history_changed ? 1 : 0));
  values = g_new (double, 2 * half);
  if (!run_half (&game, &from->history, half, values, cancellable)
      || (game.history_changed
          && !run_half (&game, &to->history, half, values + half, cancellable)))
    return NULL;

  result->from = values[0];
  result->to = values[((gsize) 1 << result->n_shares) - 1];
  if (result->n_shares > 0)
    share_out (result, values);

  return g_steal_pointer (&result);
}

void
ob_shapley_free (ObShapley *shapley)
{
  if (shapley == NULL)
    return;

  g_free (shapley->shares);
  g_free (shapley);
}
