/* test-parameter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-inputs.h"
#include "ob-run.h"
#include "ob-vector-math.h"

#include <math.h>

static void
test_table (void)
{
  guint headline = 0;

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);
      ObParameter found;

      g_assert_cmpfloat (info->minimum, <, info->maximum);
      g_assert_cmpfloat (info->value, >=, info->minimum);
      g_assert_cmpfloat (info->value, <=, info->maximum);
      g_assert_cmpfloat (info->step, >, 0);
      g_assert_cmpfloat (info->step, <=, info->maximum - info->minimum);
      if (info->scale == OB_SCALE_LOG)
        g_assert_cmpfloat (info->minimum, >, 0);
      g_assert_true (ob_parameter_from_id (info->id, &found));
      g_assert_cmpuint (found, ==, p);
      g_assert_cmpstr (ob_parameter_get_label (p), !=, "");
      g_assert_true (g_str_has_suffix (ob_parameter_get_description (p), "."));
      headline += ob_parameter_is_headline (p);

      for (guint other = 0; other < p; other++)
        g_assert_cmpstr (ob_parameter_get_label (other), !=, ob_parameter_get_label (p));
    }
  g_assert_cmpuint (headline, ==, OB_N_HEADLINE);

  {
    ObParameter untouched = OB_PARAMETER_TAX;

    g_assert_false (ob_parameter_from_id ("no-such-lever", &untouched));
    g_assert_cmpuint (untouched, ==, OB_PARAMETER_TAX);
  }
}

static void
test_ids (void)
{
  for (guint k = 0; k < OB_N_SERIES; k++)
    {
      ObSeries found;

      g_assert_true (ob_series_from_id (ob_series_get_id (k), &found));
      g_assert_cmpuint (found, ==, k);
      g_assert_nonnull (ob_unit_get_symbol (ob_series_get_unit (k)));
    }
  for (guint k = 0; k < OB_N_METRICS; k++)
    {
      ObMetric found;

      g_assert_true (ob_metric_from_id (ob_metric_get_id (k), &found));
      g_assert_cmpuint (found, ==, k);
    }
}

/* Refused at the door, with the name and the range, and nothing changed. */
static void
test_refused (void)
{
  static const double bad[] = { -1e9, 1e9, NAN, INFINITY, -INFINITY };
  ObInputs inputs, before;

  ob_inputs_init (&inputs);
  before = inputs;
  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      for (guint k = 0; k < G_N_ELEMENTS (bad); k++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (ob_inputs_set (&inputs, p, bad[k], &error));
          g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
          g_assert_nonnull (strstr (error->message, info->id));
        }
      g_assert_true (ob_inputs_set (&inputs, p, info->minimum, NULL));
      g_assert_true (ob_inputs_set (&inputs, p, info->maximum, NULL));
      g_assert_true (ob_inputs_set (&inputs, p, info->value, NULL));
    }
  g_assert_false (ob_inputs_set (&inputs, OB_PARAMETER_SUNK, 0.5, NULL));
  g_assert_true (ob_inputs_equal (&inputs, &before));
}

static void
test_history (void)
{
  g_autoptr (GError) error = NULL;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_assert_cmpint (ob_inputs_get_start_year (&inputs), ==, 2027);
  g_assert_true (ob_inputs_check (&inputs, NULL));

  inputs.history.n_years = 0;
  g_assert_false (ob_inputs_check (&inputs, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_HISTORY);
  g_clear_error (&error);

  inputs.history.n_years = OB_HISTORY_MAX_YEARS + 1;
  g_assert_false (ob_history_check (&inputs.history, NULL));

  ob_inputs_init (&inputs);
  inputs.history.capex[2] = NAN;
  g_assert_false (ob_history_check (&inputs.history, &error));
  g_assert_nonnull (strstr (error->message, "2024"));
  g_clear_error (&error);
  inputs.history.capex[2] = -1;
  g_assert_false (ob_history_check (&inputs.history, NULL));

  ob_inputs_init (&inputs);
  inputs.history.first_year = OB_HISTORY_MAX_YEAR;
  g_assert_false (ob_history_check (&inputs.history, NULL));
}

/* The most history there can be, and the least, run. */
static void
test_history_length (void)
{
  for (guint n = 1; n <= OB_HISTORY_MAX_YEARS; n += OB_HISTORY_MAX_YEARS - 1)
    {
      ObInputs inputs;
      ObRun run;

      ob_inputs_init (&inputs);
      inputs.history.n_years = n;
      for (guint i = 0; i < n; i++)
        inputs.history.capex[i] = 10;
      g_assert_true (ob_inputs_check (&inputs, NULL));
      ob_run (&inputs, &run);
      g_assert_true (isfinite (run.metric[OB_METRIC_NPV]));
      g_assert_cmpint (run.start_year, ==, 2022 + (int) n);
    }
}

static void
test_quarters (void)
{
  g_autofree char *first = ob_quarter_to_string (2027, 0);
  g_autofree char *last = ob_quarter_to_string (2027, 79);

  g_assert_cmpstr (first, ==, "2027Q1");
  g_assert_cmpstr (last, ==, "2046Q4");
}

/* The functions written for lanes, against the C library's. */
static void
test_functions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint k = 0; k < 200000; k++)
    {
      const double x = g_rand_double_range (rand, -700, 700);
      const double small = g_rand_double_range (rand, -1, 1);
      const double y = exp (g_rand_double_range (rand, -690, 690));
      const double near = g_rand_double_range (rand, 0.5, 2);
      const double z = g_rand_double_range (rand, -9, 9);

      g_assert_cmpfloat (fabs (ob_exp (x) / exp (x) - 1), <=, 5e-16);
      g_assert_cmpfloat (fabs (ob_exp (small) / exp (small) - 1), <=, 5e-16);
      g_assert_cmpfloat (fabs (ob_log (y) - log (y)), <=, 4e-16 * fabs (log (y)));
      g_assert_cmpfloat (fabs (ob_log (near) - log (near)), <=, 4e-16 * fabs (log (near)));
      g_assert_cmpfloat (ob_log_bound (y), >=, log (y));
      g_assert_cmpfloat (ob_log_bound (y), <=,
                         log (y) + OB_LOG_BOUND_ERROR + 1e-12 * fabs (log (y)));
      g_assert_cmpfloat (fabs (ob_phi (z) - 0.5 * erfc (-z / G_SQRT2)), <=, 1e-15);
    }
  g_assert_cmpfloat (ob_exp (0), ==, 1);
  g_assert_cmpfloat (ob_log (1), ==, 0);
  g_assert_cmpfloat (ob_phi (0), ==, 0.5);
  g_assert_cmpfloat (ob_phi (-1e9), >=, 0);
  g_assert_cmpfloat (ob_phi (1e9), ==, 1);
  g_assert_cmpfloat (ob_exp (-1e9), >=, 0);
  g_assert_true (isfinite (ob_exp (1e9)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parameter/table", test_table);
  g_test_add_func ("/parameter/ids", test_ids);
  g_test_add_func ("/parameter/refused", test_refused);
  g_test_add_func ("/parameter/history", test_history);
  g_test_add_func ("/parameter/history-length", test_history_length);
  g_test_add_func ("/parameter/quarters", test_quarters);
  g_test_add_func ("/parameter/functions", test_functions);

  return g_test_run ();
}
