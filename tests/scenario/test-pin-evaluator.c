/* test-pin-evaluator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evaluator.h"
#include "ob-pin-evaluator.h"

static ObPin *
make_pin (const char *name, double capex)
{
  ObInputs inputs;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_CAPEX] = capex;

  return ob_pin_new (name, &inputs);
}

static void
wait_for (ObPinEvaluator *evaluator)
{
  while (ob_pin_evaluator_get_busy (evaluator))
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* What comes is what the scenario itself would show. */
static void
test_numbers (void)
{
  g_autoptr (ObPin) pin = make_pin ("", 500);
  ObPin *pins[OB_N_PINS] = { NULL, pin, NULL, NULL };
  ObPlane plane;
  g_autoptr (ObResults) alone = NULL;
  g_autoptr (ObGhosts) ghosts = NULL;

  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  ghosts = ob_ghosts_new (pins, &plane, 33, NULL, NULL);
  alone = ob_results_new (&pin->inputs, &plane, 33, 1, NULL);
  g_assert_cmpuint (ghosts->n, ==, 1);
  g_assert_null (ghosts->results[0]);
  g_assert_cmpfloat (ghosts->results[1]->run.metric[OB_METRIC_NPV], ==,
                     alone->run.metric[OB_METRIC_NPV]);
  g_assert_cmpuint (ghosts->results[1]->frontier->n_curves, ==, alone->frontier->n_curves);
  g_assert_cmpfloat (ghosts->results[1]->frontier->curves[0].points[5].x, ==,
                     alone->frontier->curves[0].points[5].x);
}

/* Nothing is run twice: not for another name or letter, nor for another pin. */
static void
test_cache (void)
{
  g_autoptr (ObPinEvaluator) evaluator = ob_pin_evaluator_new ();
  g_autoptr (ObPin) one = make_pin ("One", 500);
  g_autoptr (ObPin) renamed = make_pin ("Uno", 500);
  g_autoptr (ObPin) two = make_pin ("Two", 900);
  ObPin *pins[OB_N_PINS] = { one, NULL, NULL, NULL };
  ObPlane plane;
  ObResults *first;
  guint n = 0;

  g_signal_connect_swapped (evaluator, "notify::ghosts", G_CALLBACK (count_cb), &n);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);

  ob_pin_evaluator_request (evaluator, pins, &plane);
  g_assert_null (ob_pin_evaluator_get_ghosts (evaluator));
  wait_for (evaluator);
  g_assert_cmpuint (n, ==, 1);
  first = ob_pin_evaluator_get_ghosts (evaluator)->results[0];

  /* At once, without a run. */
  ob_pin_evaluator_request (evaluator, pins, &plane);
  g_assert_false (ob_pin_evaluator_get_busy (evaluator));
  g_assert_cmpuint (n, ==, 1);
  pins[0] = NULL;
  pins[3] = renamed;
  ob_pin_evaluator_request (evaluator, pins, &plane);
  g_assert_false (ob_pin_evaluator_get_busy (evaluator));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (ob_pin_evaluator_get_ghosts (evaluator)->results[3] == first);
  g_assert_cmpstr (ob_pin_evaluator_get_ghosts (evaluator)->pins[3]->name, ==, "Uno");
  g_assert_null (ob_pin_evaluator_get_ghosts (evaluator)->results[0]);

  pins[1] = two;
  ob_pin_evaluator_request (evaluator, pins, &plane);
  g_assert_true (ob_pin_evaluator_get_busy (evaluator));
  wait_for (evaluator);
  g_assert_true (ob_pin_evaluator_get_ghosts (evaluator)->results[3] == first);
  g_assert_cmpuint (ob_pin_evaluator_get_ghosts (evaluator)->n, ==, 2);

  /* Other axes ask for other curves. */
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  ob_pin_evaluator_request (evaluator, pins, &plane);
  wait_for (evaluator);
  g_assert_true (
    ob_plane_equal (&ob_pin_evaluator_get_ghosts (evaluator)->results[3]->frontier->plane, &plane));

  pins[1] = pins[3] = NULL;
  ob_pin_evaluator_request (evaluator, pins, &plane);
  g_assert_null (ob_pin_evaluator_get_ghosts (evaluator));
}

/* Only the last request is answered, and none after a cancel or in the grave. */
static void
test_cancel (void)
{
  g_autoptr (ObPinEvaluator) evaluator = ob_pin_evaluator_new ();
  ObPlane plane;
  guint n = 0;

  g_signal_connect_swapped (evaluator, "notify::ghosts", G_CALLBACK (count_cb), &n);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (ObPin) pin = make_pin ("", 100 + i);
      ObPin *pins[OB_N_PINS] = { pin, NULL, NULL, NULL };

      ob_pin_evaluator_request (evaluator, pins, &plane);
      if (i == 3)
        ob_pin_evaluator_cancel (evaluator);
    }
  wait_for (evaluator);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (
    ob_pin_evaluator_get_ghosts (evaluator)->pins[0]->inputs.value[OB_PARAMETER_CAPEX], ==, 104);

  {
    g_autoptr (ObPin) pin = make_pin ("", 200);
    ObPin *pins[OB_N_PINS] = { pin, NULL, NULL, NULL };

    ob_pin_evaluator_request (evaluator, pins, &plane);
    ob_pin_evaluator_clear (evaluator);
    g_assert_null (ob_pin_evaluator_get_ghosts (evaluator));
    ob_pin_evaluator_request (evaluator, pins, &plane);
    g_clear_object (&evaluator);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pin-evaluator/numbers", test_numbers);
  g_test_add_func ("/pin-evaluator/cache", test_cache);
  g_test_add_func ("/pin-evaluator/cancel", test_cancel);

  return g_test_run ();
}
