/* ob-verdict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-verdict.h"

#include "ob-quantity.h"
#include "ob-solve.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Below this share of the money at stake a gain or a loss is called nothing. */
#define AROUND_ZERO 0.005
/* Ten years. */
#define BINDING_QUARTERS 40

typedef enum
{
  OUTCOME_LOSS,
  OUTCOME_ZERO,
  OUTCOME_GAIN
} Outcome;

gboolean
ob_verdict_find_ways_out (const ObInputs *inputs,
                          ObWayOut ways[OB_N_HEADLINE],
                          GCancellable *cancellable)
{
  g_return_val_if_fail (inputs != NULL, FALSE);
  g_return_val_if_fail (ways != NULL, FALSE);

  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      ObParameter parameter = ob_headline_parameters[i];
      double now = inputs->value[parameter];
      g_autoptr (ObSolution) solution = ob_solve (inputs, parameter, OB_METRIC_NPV, 0, cancellable);

      if (solution == NULL)
        return FALSE;

      ways[i] = (ObWayOut){ parameter, solution->best_value, solution->n_roots > 0 };
      for (guint j = 0; j < solution->n_roots; j++)
        {
          if (j == 0 || fabs (solution->roots[j] - now) < fabs (ways[i].value - now))
            ways[i].value = solution->roots[j];
        }
    }

  return TRUE;
}

static Outcome
get_outcome (const ObRun *run)
{
  double npv = run->metric[OB_METRIC_NPV];

  if (fabs (npv) <= AROUND_ZERO * run->metric[OB_METRIC_PV_CAPEX])
    return OUTCOME_ZERO;

  return npv > 0 ? OUTCOME_GAIN : OUTCOME_LOSS;
}

static char *
format_outcome (const ObInputs *inputs, const ObRun *run)
{
  double payback = run->metric[OB_METRIC_PAYBACK];
  gboolean never = payback < 0;
  g_autofree char *amount = ob_quantity_format (OB_UNIT_BILLION, fabs (run->metric[OB_METRIC_NPV]));
  g_autofree char *horizon = ob_quantity_format (OB_UNIT_YEAR, inputs->value[OB_PARAMETER_HORIZON]);
  g_autofree char *quarter = ob_quarter_format (run->start_year, (int) payback);

  if (!(run->metric[OB_METRIC_PV_CAPEX] > 0))
    return g_strdup (_ ("Nothing is spent, so there is nothing to pay back."));

  switch (get_outcome (run))
    {
    case OUTCOME_LOSS:
      if (never)
        /* Translators: an amount and the time counted, "20 years". */
        return g_strdup_printf (_ ("Loses %s over %s, and the cash never comes back."), amount,
                                horizon);
      /* Translators: an amount, the time counted, a quarter. */
      return g_strdup_printf (_ ("Loses %s over %s after the cost of capital, though the cash "
                                 "itself is back in %s."),
                              amount, horizon, quarter);

    case OUTCOME_GAIN:
      if (never)
        /* Translators: an amount and the time counted. */
        return g_strdup_printf (_ ("Gains %s over %s, but only with what the equipment is then "
                                   "still worth: the cash itself never comes back."),
                                amount, horizon);
      /* Translators: an amount, the time counted, a quarter. */
      return g_strdup_printf (_ ("Gains %s over %s after the cost of capital; the cash is back in "
                                 "%s."),
                              amount, horizon, quarter);

    case OUTCOME_ZERO:
    default:
      if (never)
        /* Translators: the time counted. */
        return g_strdup_printf (_ ("About breaks even over %s, but only with what the equipment is "
                                   "then still worth: the cash itself never comes back."),
                                horizon);
      /* Translators: the time counted and a quarter. */
      return g_strdup_printf (_ ("About breaks even over %s; the cash is back in %s."), horizon,
                              quarter);
    }
}

/* What binds in most of the first ten years, or most often. */
static const char *
get_binding_text (const ObRun *run)
{
  static const char *const mostly[] = {
    [OB_BINDING_POWER] = N_ ("For most of the first ten years, power is the limit."),
    [OB_BINDING_MONEY] = N_ ("For most of the first ten years, money is the limit."),
    [OB_BINDING_SUPPLY] = N_ ("For most of the first ten years, everything on offer is sold and "
                              "supply is the limit."),
    [OB_BINDING_DEMAND] = N_ ("For most of the first ten years, demand is the limit."),
  };
  static const char *const often[] = {
    [OB_BINDING_POWER] = N_ ("In the first ten years, power is the most frequent limit."),
    [OB_BINDING_MONEY] = N_ ("In the first ten years, money is the most frequent limit."),
    [OB_BINDING_SUPPLY] = N_ ("In the first ten years, supply is the most frequent limit."),
    [OB_BINDING_DEMAND] = N_ ("In the first ten years, demand is the most frequent limit."),
  };
  guint count[G_N_ELEMENTS (mostly)] = { 0 };
  guint most = 0;

  for (guint i = 0; i < BINDING_QUARTERS; i++)
    count[run->binding[i]]++;
  for (guint i = 1; i < G_N_ELEMENTS (count); i++)
    {
      if (count[i] > count[most])
        most = i;
    }

  return g_dgettext (GETTEXT_PACKAGE,
                     2 * count[most] > BINDING_QUARTERS ? mostly[most] : often[most]);
}

/* The words are those of the Intergovernmental Panel on Climate Change's
 * "Guidance Note on Consistent Treatment of Uncertainties" (2010). */
static char *
format_risk (const ObInputs *inputs, const ObRun *run)
{
  double pop = inputs->value[OB_PARAMETER_POP_YEAR];
  /* The word is that of the number shown beside it. */
  double risk = round (run->metric[OB_METRIC_BUBBLE_RISK] * 100) / 100;
  g_autofree char *percent = ob_quantity_format (OB_UNIT_SHARE, risk);

  if (pop > 0 && pop <= 5)
    return g_strdup (_ ("A crash within five years is part of the scenario."));
  if (risk >= 1)
    return g_strdup (_ ("A crash within five years is all but certain."));
  if (risk <= 0)
    return g_strdup (_ ("A crash within five years is all but ruled out."));

  /* Translators: %s is a percentage. */
  if (risk >= 0.9)
    return g_strdup_printf (_ ("A crash within five years is very likely (%s)."), percent);
  if (risk >= 0.66)
    return g_strdup_printf (_ ("A crash within five years is likely (%s)."), percent);
  if (risk > 0.33)
    return g_strdup_printf (_ ("A crash within five years is about as likely as not (%s)."),
                            percent);
  if (risk > 0.1)
    return g_strdup_printf (_ ("A crash within five years is unlikely (%s)."), percent);
  return g_strdup_printf (_ ("A crash within five years is very unlikely (%s)."), percent);
}

static void
append_item (GString *list, const char *item)
{
  if (list->len > 0)
    /* Translators: stands between the items of a list. */
    g_string_append (list, C_ ("list", "; "));
  g_string_append (list, item);
}

static char *
format_ways_out (const ObRun *run, const ObWayOut *ways)
{
  g_autoptr (GString) at = g_string_new (NULL);
  g_autoptr (GString) nowhere = g_string_new (NULL);
  gboolean gain = get_outcome (run) == OUTCOME_GAIN;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      const char *label = ob_parameter_get_label (ways[i].parameter);

      if (ways[i].reachable)
        {
          g_autofree char *value =
            ob_quantity_format (ob_parameter_get_info (ways[i].parameter)->unit, ways[i].value);
          /* Translators: an item of a list: the name of an input and its value,
           * "Capex $680 bn/yr". */
          g_autofree char *item = g_strdup_printf (C_ ("way out", "%s %s"), label, value);

          append_item (at, item);
        }
      else
        {
          append_item (nowhere, label);
        }
    }

  if (at->len > 0)
    first = g_strdup_printf (
      /* Translators: %s is a list of inputs and values. */
      gain ? _ ("Any one of these alone would take it down to break-even: %s.")
           : _ ("Any one of these alone would bring it to break-even: %s."),
      at->str);
  if (nowhere->len > 0)
    second = g_strdup_printf (
      /* Translators: %s is a list of inputs. */
      gain ? _ ("It stays in profit at any value of: %s.")
           : _ ("No value alone would do it for: %s."),
      nowhere->str);

  if (first == NULL)
    return g_steal_pointer (&second);
  if (second == NULL)
    return g_steal_pointer (&first);
  /* Translators: puts two sentences after each other. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), first, second);
}

char *
ob_verdict_format (const ObInputs *inputs, const ObRun *run, const ObWayOut *ways)
{
  g_autofree char *outcome = NULL;
  g_autofree char *risk = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *out = NULL;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (run != NULL, NULL);

  if (!isfinite (run->metric[OB_METRIC_NPV]) || !isfinite (run->metric[OB_METRIC_BUBBLE_RISK]))
    return g_strdup (_ ("With these inputs the model gives no number."));

  outcome = format_outcome (inputs, run);
  risk = format_risk (inputs, run);
  /* Translators: puts three sentences after each other. */
  facts = g_strdup_printf (C_ ("sentences", "%s %s %s"), outcome, get_binding_text (run), risk);

  if (ways == NULL || !(run->metric[OB_METRIC_PV_CAPEX] > 0))
    return g_steal_pointer (&facts);

  out = format_ways_out (run, ways);
  /* Translators: puts two sentences after each other. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), facts, out);
}
