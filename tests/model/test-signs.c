/* test-signs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-draw.h"

#include <math.h>

#define N_DRAWS     1000
#define GAP_QUARTER 12

/* What is compared; sums are over five years, gigawatts over ten. */
typedef enum
{
  NPV,
  RISK,
  GAP,
  REQUIRED,
  REVENUE,
  BURN,
  PRICE,
  INSTALLED,
  ENERGISED,
  STRANDED,
  EBIT_BOOK,
  N_QUANTITIES
} Quantity;

static const char *const quantity_names[] = {
  "npv",        "bubble_risk",  "revenue_gap",  "required_revenue", "revenue",   "subsidy_burn",
  "user_price", "installed_gw", "energised_gw", "stranded_gw",      "ebit_book",
};

typedef struct
{
  ObParameter lever;
  Quantity quantity;
  int sign;     /* of the answer to a raise; 0: must not move */
  double share; /* of draws that may answer otherwise */
} Rule;

#define SURE(LEVER, QUANTITY, sign)                                                                \
  {                                                                                                \
    OB_PARAMETER_##LEVER, QUANTITY, sign, 0                                                        \
  }
#define MOST(LEVER, QUANTITY, sign)                                                                \
  {                                                                                                \
    OB_PARAMETER_##LEVER, QUANTITY, sign, 0.05                                                     \
  }

/* The table of docs/model.md, "Signs". */
static const Rule rules[] = {
  SURE (CAPEX, RISK, 1),
  SURE (CAPEX, GAP, 1),
  SURE (CAPEX, REQUIRED, 1),
  SURE (CAPEX, PRICE, -1),
  SURE (CAPEX, INSTALLED, 1),
  SURE (CAPEX, STRANDED, 1),
  MOST (CAPEX, NPV, -1),
  SURE (SUBSIDY, BURN, 1),
  SURE (SUBSIDY, PRICE, -1),
  /* Two draws in 20,000 answer otherwise. */
  { OB_PARAMETER_SUBSIDY, EBIT_BOOK, -1, 0.0001 },
  MOST (SUBSIDY, NPV, -1),
  MOST (SUBSIDY, RISK, 1),
  MOST (SUBSIDY, REVENUE, -1),
  MOST (SUBSIDY, GAP, 1),
  SURE (POWER_ADD, ENERGISED, 1),
  SURE (POWER_ADD, STRANDED, -1),
  SURE (POWER_ADD, PRICE, -1),
  SURE (LIFESPAN, NPV, 1),
  SURE (LIFESPAN, RISK, -1),
  SURE (LIFESPAN, REQUIRED, -1),
  SURE (LIFESPAN, GAP, -1),
  SURE (LIFESPAN, PRICE, 1),
  SURE (BOOK_LIFE, RISK, 1),
  SURE (BOOK_LIFE, EBIT_BOOK, 1),
  SURE (BOOK_LIFE, NPV, 0),
  SURE (BOOK_LIFE, REVENUE, 0),
  SURE (PRICE_WAR, NPV, -1),
  SURE (PRICE_WAR, PRICE, -1),
  SURE (PRICE_WAR, EBIT_BOOK, -1),
  MOST (PRICE_WAR, RISK, 1),
  MOST (PRICE_WAR, GAP, 1),
  SURE (SPEND_NOW, NPV, 1),
  SURE (SPEND_NOW, REVENUE, 1),
  SURE (SPEND_NOW, GAP, -1),
  MOST (SPEND_NOW, RISK, -1),
  SURE (SPEND_GROWTH, NPV, 1),
  SURE (SPEND_GROWTH, REVENUE, 1),
  SURE (SPEND_GROWTH, GAP, -1),
  MOST (SPEND_GROWTH, RISK, -1),
  SURE (OPEX, NPV, -1),
  SURE (OPEX, ENERGISED, -1),
  SURE (SGA, NPV, -1),
  SURE (SGA, ENERGISED, -1),
  SURE (COST_PER_GW, NPV, -1),
  SURE (COST_PER_GW, ENERGISED, -1),
  MOST (ELECTRICITY, NPV, -1),
  MOST (ELECTRICITY, RISK, 1),
  SURE (UTILISATION, NPV, 1),
  SURE (H100E_PER_GW, NPV, 1),
  SURE (EFFICIENCY_GROWTH, NPV, 1),
  SURE (INTERNAL_VALUE, NPV, 1),
  SURE (MARKUP, NPV, 1),
  MOST (INTERNAL_VALUE, RISK, -1),
  MOST (MARKUP, RISK, -1),
  SURE (CIRCULAR, RISK, 1),
  SURE (CIRCULAR, NPV, 0),
  SURE (RUNUP_NOW, RISK, 1),
  SURE (RUNUP_NOW, NPV, 0),
  SURE (PATIENCE, RISK, -1),
  SURE (PATIENCE, NPV, 0),
  SURE (BACKSTOP, RISK, -1),
};

static double
sum (const ObRun *run, ObSeries series, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += run->series[series][i];

  return total;
}

static void
measure (const ObInputs *inputs, double *quantities)
{
  ObRun run;

  ob_run (inputs, &run);
  quantities[NPV] = run.metric[OB_METRIC_NPV];
  quantities[RISK] = run.metric[OB_METRIC_BUBBLE_RISK];
  quantities[GAP] = run.series[OB_SERIES_REVENUE_GAP][GAP_QUARTER];
  quantities[REQUIRED] = run.series[OB_SERIES_REQUIRED_REVENUE][GAP_QUARTER];
  quantities[REVENUE] = sum (&run, OB_SERIES_REVENUE, 20);
  quantities[BURN] = sum (&run, OB_SERIES_SUBSIDY_BURN, 20);
  quantities[PRICE] = sum (&run, OB_SERIES_USER_PRICE, 20);
  quantities[INSTALLED] = sum (&run, OB_SERIES_INSTALLED_GW, 40);
  quantities[ENERGISED] = sum (&run, OB_SERIES_ENERGISED_GW, 40);
  quantities[STRANDED] = sum (&run, OB_SERIES_STRANDED_GW, 40);
  quantities[EBIT_BOOK] = sum (&run, OB_SERIES_EBIT_BOOK, 20);
}

/* The share of the draws, and three standard errors of a sample as large. */
static guint
get_allowed (double share)
{
  return (guint) (N_DRAWS * share + 3 * sqrt (N_DRAWS * share * (1 - share)));
}

/* Raises the lever in every draw and counts the answers to each of its rules. */
static void
test_lever (gconstpointer data)
{
  const ObParameter lever = GPOINTER_TO_UINT (data);
  const ObParameterInfo *info = ob_parameter_get_info (lever);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + lever);
  guint wrong[G_N_ELEMENTS (rules)] = { 0 };
  guint moved[G_N_ELEMENTS (rules)] = { 0 };

  for (guint k = 0; k < N_DRAWS; k++)
    {
      ObInputs inputs;
      double before[N_QUANTITIES], after[N_QUANTITIES];

      ob_test_draw_near (rand, &inputs);
      measure (&inputs, before);
      inputs.value[lever] +=
        g_rand_double_range (rand, 0.05, 0.08) * (info->maximum - info->minimum);
      measure (&inputs, after);

      for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
        {
          const Quantity quantity = rules[r].quantity;
          const double change = after[quantity] - before[quantity];
          const double noise = 1e-9 * fmax (fabs (before[quantity]), 1);

          if (rules[r].lever != lever)
            continue;
          if (rules[r].sign == 0 ? fabs (change) > noise : change * rules[r].sign < -noise)
            wrong[r]++;
          if (fabs (change) > noise)
            moved[r]++;
        }
    }

  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    {
      if (rules[r].lever != lever)
        continue;
      g_test_message ("%s on %s: %u wrong, %u moved of %d", info->id,
                      quantity_names[rules[r].quantity], wrong[r], moved[r], N_DRAWS);
      g_assert_cmpuint (wrong[r], <=, get_allowed (rules[r].share));
      /* A lever that does nothing would break no rule. */
      if (rules[r].sign != 0 && rules[r].quantity != STRANDED)
        g_assert_cmpuint (moved[r], >, N_DRAWS / 4);
    }
}

int
main (int argc, char *argv[])
{
  gboolean added[OB_N_PARAMETERS] = { FALSE };

  g_test_init (&argc, &argv, NULL);

  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    {
      g_autofree char *path = NULL;

      if (added[rules[r].lever])
        continue;
      added[rules[r].lever] = TRUE;
      path = g_strconcat ("/signs/", ob_parameter_get_id (rules[r].lever), NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (rules[r].lever), test_lever);
    }

  return g_test_run ();
}
