/* ob-test-results.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-draw.h"
#include "ob-test-results.h"

#include <math.h>

/* Coarse, for speed: where the curves run does not matter here. */
#define SIZE 9

ObResults *
ob_test_results_new_base (void)
{
  ObInputs inputs;
  ObPlane plane;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);

  return ob_results_new (&inputs, &plane, 33, 1, NULL);
}

ObResults *
ob_test_results_new_family (void)
{
  ObInputs inputs;
  ObPlane plane;
  ObOverlay overlay;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  ob_overlay_init (&overlay);
  ob_overlay_set_family (&overlay, OB_PARAMETER_LIFESPAN, inputs.value[OB_PARAMETER_LIFESPAN]);
  overlay.risk_lines = TRUE;

  return ob_results_new_with_overlay (&inputs, &plane, &overlay, 33, 1, NULL);
}

/* Results of @inputs on a random plane, with curves and lines of all kinds. */
static ObResults *
new_on_plane (GRand *rand, const ObInputs *inputs)
{
  ObPlane plane;
  ObOverlay overlay;
  ObParameter x;
  ObParameter y;
  ObParameter family;

  do
    {
      x = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
      y = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
    }
  while (x == y || x == OB_PARAMETER_SUNK || y == OB_PARAMETER_SUNK);
  ob_plane_init (&plane, x, y);

  /* Half of them have curves of a third lever, and half lines of risk. */
  ob_overlay_init (&overlay);
  overlay.risk_lines = g_rand_boolean (rand);
  overlay.risk_band = g_rand_boolean (rand);
  overlay.risk_level = g_rand_double_range (rand, OB_OVERLAY_MIN_RISK, OB_OVERLAY_MAX_RISK);
  overlay.single_draws = g_rand_boolean (rand);
  family = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
  if (g_rand_boolean (rand) && family != OB_PARAMETER_SUNK)
    ob_overlay_set_family (&overlay, family, inputs->value[family]);

  return ob_results_new_with_overlay (inputs, &plane, &overlay, SIZE, 1, NULL);
}

ObResults *
ob_test_results_new_random (GRand *rand)
{
  ObInputs inputs;

  ob_test_draw_anywhere (rand, &inputs);

  return new_on_plane (rand, &inputs);
}

ObResults *
ob_test_results_new_corner (GRand *rand)
{
  ObInputs inputs;

  ob_test_draw_corner (rand, &inputs);

  return new_on_plane (rand, &inputs);
}

ObResults *
ob_test_results_new_draws (void)
{
  ObInputs inputs;
  ObOverlay overlay;

  ob_inputs_init (&inputs);
  ob_overlay_init (&overlay);
  overlay.single_draws = TRUE;

  return ob_test_results_add_sample (
    ob_results_new_with_overlay (&inputs, NULL, &overlay, SIZE, 1, NULL));
}

ObGhosts *
ob_test_results_new_ghosts (GRand *rand, const ObResults *results)
{
  ObPin *pins[OB_N_PINS] = { NULL };
  ObGhosts *ghosts;

  pins[g_rand_int_range (rand, 0, OB_N_PINS)] = ob_pin_new ("The same", &results->inputs);
  for (guint i = 0; i < OB_N_PINS; i++)
    {
      ObInputs inputs;

      ob_test_draw_anywhere (rand, &inputs);
      inputs.history.first_year += g_rand_int_range (rand, -3, 4);
      if (pins[i] == NULL && g_rand_boolean (rand))
        pins[i] = ob_pin_new ("A pin with a rather long name", &inputs);
    }

  ghosts = ob_ghosts_new (pins, &results->map->plane, SIZE, NULL, NULL);
  for (guint i = 0; i < OB_N_PINS; i++)
    ob_pin_unref (pins[i]);

  return ghosts;
}

ObResults *
ob_test_results_add_sample (ObResults *results)
{
  static const ObParameter levers[] = { OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN,
                                        OB_PARAMETER_COST_PER_GW, OB_PARAMETER_POWER_ADD,
                                        OB_PARAMETER_WACC };
  ObUncertainty uncertainty;

  ob_uncertainty_init (&uncertainty);
  for (guint i = 0; i < G_N_ELEMENTS (levers); i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (levers[i]);
      const double width = info->maximum - info->minimum;

      uncertainty.distributions[levers[i]] =
        (ObDistribution){ OB_DISTRIBUTION_PERT, info->minimum + width / 8, NAN,
                          info->maximum - width / 8 };
    }
  results = ob_results_add_sample (results, &uncertainty, 200, NULL);
  results = ob_results_add_odds (results, &uncertainty, 8, 32, NULL);
  g_assert (results->sample != NULL);

  return results;
}

void
ob_test_results_flatten (ObResults *results, double value, double npv)
{
  for (guint k = 0; k < OB_N_SERIES; k++)
    {
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        results->run.series[k][i] = value;
    }
  for (gsize i = 0; i < (gsize) results->map->nx * results->map->ny; i++)
    results->map->npv[i] = npv;
}
