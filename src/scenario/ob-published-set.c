/* ob-published-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-published-set.h"

#include "ob-published-ranges.h"
#include "ob-run.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *step;
} sets[OB_N_PUBLISHED_SETS] = {
  [OB_PUBLISHED_CAUTIOUS] = { "cautious", NC_ ("undo step", "Cautious published values") },
  [OB_PUBLISHED_CONSENSUS] = { "consensus", NC_ ("undo step", "Consensus of published values") },
  [OB_PUBLISHED_OPTIMISTIC] = { "optimistic", NC_ ("undo step", "Optimistic published values") },
};

const char *
ob_published_set_get_id (ObPublishedSet set)
{
  g_return_val_if_fail (set < OB_N_PUBLISHED_SETS, NULL);

  return sets[set].id;
}

gboolean
ob_published_set_from_id (const char *id, ObPublishedSet *set)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (set != NULL, FALSE);

  for (guint i = 0; i < OB_N_PUBLISHED_SETS; i++)
    {
      if (g_str_equal (sets[i].id, id))
        {
          *set = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
ob_published_set_get_step (ObPublishedSet set)
{
  g_return_val_if_fail (set < OB_N_PUBLISHED_SETS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "undo step", sets[set].step);
}

typedef struct
{
  double npv;
  double risk;
} Outcome;

static Outcome
evaluate (const ObInputs *inputs, ObParameter parameter, double value, ObRun *run)
{
  ObInputs moved = *inputs;

  moved.value[parameter] = value;
  ob_run (&moved, run);

  return (Outcome){ run->metric[OB_METRIC_NPV], run->metric[OB_METRIC_BUBBLE_RISK] };
}

static gboolean
is_worse (const Outcome *a, const Outcome *b)
{
  return a->npv != b->npv ? a->npv < b->npv : a->risk > b->risk;
}

static double
choose (ObPublishedSet set,
        const ObInputs *inputs,
        ObParameter parameter,
        const ObDistribution *range,
        ObRun *run)
{
  const double candidates[] = { range->low, range->high };
  double best = inputs->value[parameter];
  Outcome outcome = evaluate (inputs, parameter, best, run);

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      Outcome other = evaluate (inputs, parameter, candidates[i], run);

      if (set == OB_PUBLISHED_CAUTIOUS ? is_worse (&other, &outcome) : is_worse (&outcome, &other))
        {
          best = candidates[i];
          outcome = other;
        }
    }

  return best;
}

guint
ob_published_set_use (ObPublishedSet set, ObInputs *inputs)
{
  g_autofree ObRun *run = g_new (ObRun, 1);
  ObDistribution ranges[OB_N_PARAMETERS];
  gboolean published[OB_N_PARAMETERS];
  ObInputs consensus;
  guint n = 0;

  g_return_val_if_fail (set < OB_N_PUBLISHED_SETS, 0);
  g_return_val_if_fail (inputs != NULL, 0);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      published[p] = ob_published_range_get (p, &ranges[p]);
      if (!published[p])
        continue;

      inputs->value[p] = ob_parameter_get_info (p)->value;
      n++;
    }
  if (set == OB_PUBLISHED_CONSENSUS)
    return n;

  /* Each is judged beside the consensus of the others, so that their order does
   * not matter. */
  consensus = *inputs;
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (published[p])
        inputs->value[p] = choose (set, &consensus, p, &ranges[p], run);
    }

  return n;
}
