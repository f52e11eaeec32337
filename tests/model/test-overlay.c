/* test-overlay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-results.h"

#include <math.h>
#include <string.h>

static void
test_suggest (void)
{
  static const double lifespan[] = { 3, 4, 5, 6, 8 };
  double values[OB_FAMILY_MAX];

  g_assert_cmpuint (ob_overlay_suggest (OB_PARAMETER_LIFESPAN, 5, values), ==,
                    G_N_ELEMENTS (lifespan));
  g_assert_cmpmem (values, sizeof lifespan, lifespan, sizeof lifespan);

  /* Whatever the lever and wherever it is, the values can be used. */
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      const double places[] = { info->minimum, info->value, info->maximum,
                                info->minimum + 0.01 * (info->maximum - info->minimum) };

      if (info->unit == OB_UNIT_SWITCH)
        continue;

      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autoptr (GError) error = NULL;
          ObOverlay overlay;

          ob_overlay_init (&overlay);
          ob_overlay_set_family (&overlay, i, places[k]);
          g_assert_cmpuint (overlay.n_values, >=, 2);
          ob_overlay_check (&overlay, &error);
          g_assert_no_error (error);
        }
    }
}

static void
test_check (void)
{
  static const struct
  {
    ObOverlay overlay;
    const char *says;
  } bad[] = {
    { { OB_PARAMETER_LIFESPAN, 0, { 0 }, FALSE }, "1 to 8" },
    { { OB_PARAMETER_LIFESPAN, OB_FAMILY_MAX + 1, { 2, 3, 4, 5, 6, 7, 8, 9 }, FALSE }, "1 to 8" },
    { { OB_PARAMETER_LIFESPAN, 2, { 4, 4 }, FALSE }, "larger" },
    { { OB_PARAMETER_LIFESPAN, 2, { 5, 4 }, FALSE }, "larger" },
    { { OB_PARAMETER_LIFESPAN, 2, { 5, 11 }, FALSE }, "lifespan" },
    { { OB_PARAMETER_LIFESPAN, 2, { 5, NAN }, FALSE }, "lifespan" },
    { { OB_PARAMETER_SUNK, 1, { 1 }, FALSE }, "on or off" },
    { { OB_N_PARAMETERS, 1, { 1 }, FALSE }, "no such" },
    { { OB_N_PARAMETERS + 7, 0, { 0 }, FALSE }, "no such" },
  };
  static const double no_levels[] = { 0, 1, -0.5, 50, NAN, INFINITY };
  ObOverlay overlay;

  ob_overlay_init (&overlay);
  g_assert_true (ob_overlay_check (&overlay, NULL));
  overlay.risk_lines = TRUE;
  g_assert_true (ob_overlay_check (&overlay, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      overlay = bad[i].overlay;
      overlay.risk_level = OB_OVERLAY_MIN_RISK;
      g_assert_false (ob_overlay_check (&overlay, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, bad[i].says));
    }

  for (guint i = 0; i < G_N_ELEMENTS (no_levels); i++)
    {
      g_autoptr (GError) error = NULL;

      ob_overlay_init (&overlay);
      overlay.risk_level = no_levels[i];
      g_assert_false (ob_overlay_check (&overlay, &error));
      g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
    }
}

static void
test_equal (void)
{
  ObOverlay a;
  ObOverlay b;

  ob_overlay_init (&a);
  ob_overlay_set_family (&a, OB_PARAMETER_LIFESPAN, 5);
  b = a;
  g_assert_true (ob_overlay_equal (&a, &b));
  b.values[1] += 0.5;
  g_assert_false (ob_overlay_equal (&a, &b));
  b = a;
  b.n_values--;
  g_assert_false (ob_overlay_equal (&a, &b));
  b = a;
  b.risk_lines = TRUE;
  g_assert_false (ob_overlay_equal (&a, &b));
  b = a;
  b.payback_band = FALSE;
  g_assert_false (ob_overlay_equal (&a, &b));
  g_assert_false (ob_overlay_has_band (&b));
  b = a;
  b.risk_band = TRUE;
  g_assert_false (ob_overlay_equal (&a, &b));
  g_assert_true (ob_overlay_has_band (&b));
  b = a;
  b.risk_level = 0.7;
  g_assert_false (ob_overlay_equal (&a, &b));
  b = a;
  b.single_draws = TRUE;
  g_assert_false (ob_overlay_equal (&a, &b));
  b = a;
  ob_overlay_set_family (&b, OB_N_PARAMETERS, 0);
  g_assert_false (ob_overlay_equal (&a, &b));
  /* What stands behind the values does not count. */
  a = b;
  b.values[0] = 77;
  g_assert_true (ob_overlay_equal (&a, &b));
}

/* Every point of every curve breaks even, with the value of its curve. */
static void
test_family (void)
{
  ObInputs inputs;
  ObPlane plane;
  ObOverlay overlay;
  ObResults *results;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  ob_overlay_init (&overlay);
  ob_overlay_set_family (&overlay, OB_PARAMETER_LIFESPAN, inputs.value[OB_PARAMETER_LIFESPAN]);
  results = ob_results_new_with_overlay (&inputs, &plane, &overlay, 33, 1, NULL);

  g_assert_true (ob_overlay_equal (&results->overlay, &overlay));
  for (guint i = 0; i < overlay.n_values; i++)
    {
      ObInputs changed = inputs;

      if (overlay.values[i] == inputs.value[OB_PARAMETER_LIFESPAN])
        {
          g_assert_null (results->family[i]);
          continue;
        }

      g_assert_nonnull (results->family[i]);
      g_assert_cmpuint (results->family[i]->n_curves, >, 0);
      changed.value[OB_PARAMETER_LIFESPAN] = overlay.values[i];
      for (guint k = 0; k < results->family[i]->curves[0].n_points; k += 5)
        {
          g_autofree ObRun *run = g_new (ObRun, 1);

          changed.value[plane.x] = results->family[i]->curves[0].points[k].x;
          changed.value[plane.y] = results->family[i]->curves[0].points[k].y;
          ob_run (&changed, run);
          g_assert_cmpfloat (fabs (run->metric[OB_METRIC_NPV]), <=,
                             1e-6 * run->metric[OB_METRIC_PV_CAPEX]);
        }
    }
  ob_results_unref (results);
}

/* Where there is nothing to draw, nothing is made. */
static void
test_no_family (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ObResults) results = NULL;
  g_autoptr (ObResults) without = NULL;
  ObInputs inputs;
  ObPlane plane;
  ObOverlay overlay;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  ob_overlay_init (&overlay);
  g_assert_false (ob_overlay_has_family_on (&overlay, &plane));
  ob_overlay_set_family (&overlay, OB_PARAMETER_LIFESPAN, 5);
  g_assert_false (ob_overlay_has_family_on (&overlay, &plane));

  results = ob_results_new_with_overlay (&inputs, &plane, &overlay, 9, 1, NULL);
  without = ob_results_new_with_overlay (&inputs, NULL, &overlay, 9, 1, NULL);
  for (guint i = 0; i < OB_FAMILY_MAX; i++)
    {
      g_assert_null (results->family[i]);
      g_assert_null (without->family[i]);
    }

  ob_overlay_set_family (&overlay, OB_PARAMETER_SUBSIDY, 0.4);
  g_assert_true (ob_overlay_has_family_on (&overlay, &plane));
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_results_new_with_overlay (&inputs, &plane, &overlay, 9, 1, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overlay/suggest", test_suggest);
  g_test_add_func ("/overlay/check", test_check);
  g_test_add_func ("/overlay/equal", test_equal);
  g_test_add_func ("/overlay/family", test_family);
  g_test_add_func ("/overlay/no-family", test_no_family);

  return g_test_run ();
}
