/* test-evaluator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evaluator.h"
#include "ob-test-utils.h"
#include "ob-verdict.h"

/* What an evaluator handed over, in order. */
typedef struct
{
  ObEvaluator *evaluator;
  GArray *serials;
  guint64 newest;
  guint n_coarse;
  guint n_exact;
} Log;

static void
results_cb (Log *log)
{
  ObResults *results = ob_evaluator_get_results (log->evaluator);

  g_assert_nonnull (results);
  g_array_append_val (log->serials, results->serial);

  if (results->map == NULL)
    return;

  g_assert_cmpuint (results->map->nx, ==, results->map->ny);
  if (results->map->nx == OB_EVALUATOR_COARSE_SIZE)
    log->n_coarse++;
  else
    {
      g_assert_cmpuint (results->map->nx, ==, OB_EVALUATOR_EXACT_SIZE);
      /* An exact map of anything but the newest request is wasted. */
      g_assert_cmpuint (results->serial, ==, log->newest);
      log->n_exact++;
    }
}

static void
log_start (Log *log, ObEvaluator *evaluator)
{
  *log = (Log){ .evaluator = evaluator };
  log->serials = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_signal_connect_swapped (evaluator, "notify::results", G_CALLBACK (results_cb), log);
}

static void
log_stop (Log *log)
{
  g_signal_handlers_disconnect_by_data (log->evaluator, log);
  g_array_unref (log->serials);
}

static gboolean
is_idle (gpointer data)
{
  return !ob_evaluator_get_busy (data);
}

static void
init_plane (ObPlane *plane)
{
  ob_plane_init (plane, ob_headline_parameters[0], ob_headline_parameters[1]);
}

/* The i-th of a row of different inputs. */
static void
init_inputs (ObInputs *inputs, guint i)
{
  const ObParameterInfo *info = ob_parameter_get_info (OB_PARAMETER_CAPEX);

  ob_inputs_init (inputs);
  g_assert_true (
    ob_inputs_set (inputs, OB_PARAMETER_CAPEX, info->minimum + (i % 997) * info->step / 8, NULL));
}

static void
assert_answers (ObEvaluator *evaluator, guint64 serial, const ObInputs *inputs)
{
  ObResults *results = ob_evaluator_get_results (evaluator);
  g_autofree ObRun *run = g_new0 (ObRun, 1);

  g_assert_nonnull (results);
  g_assert_cmpuint (results->serial, ==, serial);
  g_assert_true (ob_inputs_equal (&results->inputs, inputs));

  ob_run (inputs, run);
  ob_test_assert_same_run (&results->run, run);
}

static void
test_new (void)
{
  ObEvaluator *evaluator = ob_evaluator_new ();

  g_assert_null (ob_evaluator_get_results (evaluator));
  g_assert_cmpstr (ob_evaluator_get_verdict (evaluator), ==, "");
  g_assert_false (ob_evaluator_get_busy (evaluator));

  g_assert_finalize_object (evaluator);
}

static void
test_answer (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  g_autoptr (ObResults) exact = NULL;
  ObResults *results;
  ObInputs inputs;
  ObInputs kept;
  ObPlane plane;
  guint64 serial;
  Log log;

  init_inputs (&inputs, 31);
  init_plane (&plane);
  kept = inputs;
  log_start (&log, evaluator);

  serial = ob_evaluator_request (evaluator, &inputs, &plane);
  log.newest = serial;
  g_assert_true (ob_evaluator_get_busy (evaluator));

  /* The evaluator works on copies. */
  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_WACC, OB_PARAMETER_TAX);

  ob_test_wait (is_idle, evaluator);
  assert_answers (evaluator, serial, &kept);

  init_plane (&plane);
  exact = ob_results_new (&kept, &plane, OB_EVALUATOR_EXACT_SIZE, 0, NULL);
  results = ob_evaluator_get_results (evaluator);
  g_assert_cmpuint (results->map->nx, ==, OB_EVALUATOR_EXACT_SIZE);
  g_assert_cmpmem (results->map->npv, exact->map->nx * exact->map->ny * sizeof (double),
                   exact->map->npv, exact->map->nx * exact->map->ny * sizeof (double));
  g_assert_cmpuint (results->frontier->n_curves, ==, exact->frontier->n_curves);

  /* First the coarse map, then the exact one, and no more. */
  g_assert_cmpuint (log.n_coarse, ==, 1);
  g_assert_cmpuint (log.n_exact, ==, 1);
  g_assert_cmpuint (log.serials->len, ==, 2);
  log_stop (&log);
}

static gboolean
verdict_is_full (gpointer data)
{
  gpointer *pair = data;

  return g_strcmp0 (ob_evaluator_get_verdict (pair[0]), pair[1]) == 0;
}

static void
test_verdict (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  g_autofree ObRun *run = g_new0 (ObRun, 1);
  g_autofree char *expected = NULL;
  ObWayOut ways[OB_N_HEADLINE];
  ObInputs inputs;
  ObPlane plane;

  init_inputs (&inputs, 400);
  init_plane (&plane);
  ob_run (&inputs, run);
  g_assert_true (ob_verdict_find_ways_out (&inputs, ways, NULL));
  expected = ob_verdict_format (&inputs, run, ways);

  ob_evaluator_request (evaluator, &inputs, &plane);
  ob_test_wait (verdict_is_full, (gpointer[]){ evaluator, expected });
  g_assert_false (ob_evaluator_get_busy (evaluator));
}

static void
test_no_plane (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  ObInputs inputs;
  guint64 serial;

  init_inputs (&inputs, 5);
  serial = ob_evaluator_request (evaluator, &inputs, NULL);
  ob_test_wait (is_idle, evaluator);

  assert_answers (evaluator, serial, &inputs);
  g_assert_null (ob_evaluator_get_results (evaluator)->map);
  g_assert_null (ob_evaluator_get_results (evaluator)->frontier);
}

/* A drag: far more requests than can be answered. */
static void
test_flood (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  ObInputs inputs;
  ObPlane plane;
  guint64 serial = 0;
  Log log;

  init_plane (&plane);
  log_start (&log, evaluator);

  for (guint i = 0; i < 2000; i++)
    {
      guint64 before = serial;

      init_inputs (&inputs, i);
      serial = ob_evaluator_request (evaluator, &inputs, &plane);
      log.newest = serial;
      g_assert_cmpuint (serial, >, before);

      if (i % 3 == 0)
        {
          g_usleep (200);
          ob_test_settle ();
        }
    }

  ob_test_wait (is_idle, evaluator);
  assert_answers (evaluator, serial, &inputs);

  /* Something is seen during the drag, ever newer, and not every step of it. */
  g_assert_cmpuint (log.serials->len, >, 2);
  g_assert_cmpuint (log.serials->len, <, 2000);
  for (guint i = 1; i < log.serials->len; i++)
    g_assert_cmpuint (g_array_index (log.serials, guint64, i - 1), <=,
                      g_array_index (log.serials, guint64, i));
  g_assert_cmpuint (log.n_exact, >=, 1);

  log_stop (&log);
}

static void
test_cancel (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  ObInputs inputs;
  ObPlane plane;
  guint64 cancelled;
  guint64 serial;
  Log log;

  init_plane (&plane);
  log_start (&log, evaluator);

  for (guint round = 0; round < 20; round++)
    {
      guint before = log.serials->len;

      init_inputs (&inputs, 11 * round);
      cancelled = ob_evaluator_request (evaluator, &inputs, &plane);
      /* At another point of the work each time. */
      g_usleep (round * 1000);
      ob_evaluator_cancel (evaluator);
      g_assert_false (ob_evaluator_get_busy (evaluator));
      ob_test_settle ();
      g_assert_cmpuint (log.serials->len, ==, before);

      init_inputs (&inputs, 11 * round + 1);
      serial = ob_evaluator_request (evaluator, &inputs, NULL);
      g_assert_cmpuint (serial, >, cancelled);
      log.newest = serial;
      ob_test_wait (is_idle, evaluator);
      assert_answers (evaluator, serial, &inputs);
    }

  /* Cancelling nothing is nothing. */
  ob_evaluator_cancel (evaluator);
  ob_evaluator_cancel (evaluator);
  assert_answers (evaluator, serial, &inputs);

  log_stop (&log);
}

static void
test_drop (void)
{
  ObInputs inputs;
  ObPlane plane;

  init_inputs (&inputs, 1);
  init_plane (&plane);

  for (guint round = 0; round < 60; round++)
    {
      ObEvaluator *evaluator = ob_evaluator_new ();

      for (guint i = 0; i <= round % 3; i++)
        ob_evaluator_request (evaluator, &inputs, &plane);

      g_usleep (round * 500);
      if (round % 2 == 0)
        ob_test_settle ();

      g_assert_finalize_object (evaluator);
      ob_test_settle ();
    }
}

static void
drop_cb (ObEvaluator *evaluator, GParamSpec *pspec, gpointer data)
{
  ObEvaluator **owned = data;

  g_clear_object (owned);
}

/* Whoever is told may let go of it. */
static void
test_drop_when_told (void)
{
  ObEvaluator *evaluator = ob_evaluator_new ();
  ObEvaluator *weak = NULL;
  ObInputs inputs;

  g_set_weak_pointer (&weak, evaluator);
  g_signal_connect (evaluator, "notify::results", G_CALLBACK (drop_cb), &evaluator);

  init_inputs (&inputs, 2);
  ob_evaluator_request (evaluator, &inputs, NULL);

  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (evaluator);
}

/* Results come on the context of the thread that made the evaluator. */
static void
test_context (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  ObEvaluator *evaluator;
  ObInputs inputs;

  init_inputs (&inputs, 3);

  g_main_context_push_thread_default (context);
  evaluator = ob_evaluator_new ();
  g_main_context_pop_thread_default (context);

  ob_evaluator_request (evaluator, &inputs, NULL);
  while (ob_evaluator_get_busy (evaluator))
    {
      ob_test_settle ();
      g_assert_null (ob_evaluator_get_results (evaluator));
      g_main_context_iteration (context, TRUE);
    }

  g_assert_nonnull (ob_evaluator_get_results (evaluator));
  g_assert_finalize_object (evaluator);
}

/* For a frame that is about to be drawn: without the main loop, and once. */
static void
test_wait (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  ObInputs inputs;
  ObPlane plane;
  Log log;

  init_plane (&plane);
  log_start (&log, evaluator);
  g_assert_false (ob_evaluator_wait (evaluator, G_TIME_SPAN_MINUTE));

  for (guint i = 0; i < 5; i++)
    {
      init_inputs (&inputs, 7 * i);
      log.newest = ob_evaluator_request (evaluator, &inputs, &plane);
      g_assert_true (ob_evaluator_wait (evaluator, G_TIME_SPAN_MINUTE));
      assert_answers (evaluator, log.newest, &inputs);
      g_assert_cmpuint (log.n_coarse, ==, i + 1);
      g_assert_true (ob_evaluator_get_busy (evaluator));
      g_assert_true (ob_evaluator_wait (evaluator, G_TIME_SPAN_MINUTE));
    }

  ob_test_wait (is_idle, evaluator);
  assert_answers (evaluator, log.newest, &inputs);
  g_assert_cmpuint (log.n_coarse, ==, 5);
  g_assert_cmpuint (log.n_exact, ==, 1);
  g_assert_true (ob_evaluator_wait (evaluator, G_TIME_SPAN_MINUTE));
  g_assert_cmpuint (log.serials->len, ==, 6);
  log_stop (&log);
}

/* What is not there in time comes later, and what was cancelled never. */
static void
test_wait_in_vain (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  ObInputs inputs;
  ObPlane plane;
  Log log;

  init_plane (&plane);
  init_inputs (&inputs, 1);
  log_start (&log, evaluator);

  ob_evaluator_request (evaluator, &inputs, &plane);
  ob_evaluator_cancel (evaluator);
  g_assert_false (ob_evaluator_wait (evaluator, G_TIME_SPAN_MINUTE));
  ob_test_settle ();
  g_assert_cmpuint (log.serials->len, ==, 0);

  /* Everything takes longer than less than nothing. */
  for (guint i = 0; i < 50; i++)
    {
      init_inputs (&inputs, i);
      log.newest = ob_evaluator_request (evaluator, &inputs, &plane);
      ob_evaluator_wait (evaluator, -1);
    }
  ob_test_wait (is_idle, evaluator);
  assert_answers (evaluator, log.newest, &inputs);
  log_stop (&log);
}

/* Told while it waits, whoever is told may let go of it as well. */
static void
test_drop_in_wait (void)
{
  ObEvaluator *evaluator = ob_evaluator_new ();
  ObEvaluator *weak = NULL;
  ObInputs inputs;

  g_set_weak_pointer (&weak, evaluator);
  g_signal_connect (evaluator, "notify::results", G_CALLBACK (drop_cb), &evaluator);
  init_inputs (&inputs, 2);
  ob_evaluator_request (evaluator, &inputs, NULL);
  g_assert_true (ob_evaluator_wait (evaluator, G_TIME_SPAN_MINUTE));
  g_assert_null (evaluator);
  g_assert_null (weak);
  ob_test_settle ();
}

static gboolean
has_large_sample (gpointer data)
{
  ObResults *results = ob_evaluator_get_results (data);

  return results != NULL && results->sample != NULL
         && results->sample->n_draws == OB_EVALUATOR_EXACT_DRAWS;
}

/* A coarse map comes with a small sample and the exact map is followed by a large
 * one; where nothing varies there is none. */
static void
test_sample (void)
{
  g_autoptr (ObEvaluator) evaluator = ob_evaluator_new ();
  ObUncertainty uncertainty;
  ObInputs inputs;
  ObPlane plane;
  Log log;

  init_plane (&plane);
  init_inputs (&inputs, 3);
  ob_uncertainty_init (&uncertainty);
  log_start (&log, evaluator);
  log.newest = ob_evaluator_request_sampled (evaluator, &inputs, &plane, NULL, &uncertainty);
  ob_test_wait (is_idle, evaluator);
  g_assert_null (ob_evaluator_get_results (evaluator)->sample);

  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, 0, 8 };
  log.newest = ob_evaluator_request_sampled (evaluator, &inputs, &plane, NULL, &uncertainty);
  ob_test_wait (has_large_sample, evaluator);
  g_assert_cmpuint (ob_evaluator_get_results (evaluator)->map->nx, ==, OB_EVALUATOR_EXACT_SIZE);
  ob_test_wait (is_idle, evaluator);
  log_stop (&log);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evaluator/new", test_new);
  g_test_add_func ("/evaluator/answer", test_answer);
  g_test_add_func ("/evaluator/verdict", test_verdict);
  g_test_add_func ("/evaluator/no-plane", test_no_plane);
  g_test_add_func ("/evaluator/flood", test_flood);
  g_test_add_func ("/evaluator/cancel", test_cancel);
  g_test_add_func ("/evaluator/drop", test_drop);
  g_test_add_func ("/evaluator/drop-when-told", test_drop_when_told);
  g_test_add_func ("/evaluator/context", test_context);
  g_test_add_func ("/evaluator/wait", test_wait);
  g_test_add_func ("/evaluator/wait-in-vain", test_wait_in_vain);
  g_test_add_func ("/evaluator/drop-in-wait", test_drop_in_wait);
  g_test_add_func ("/evaluator/sample", test_sample);

  return g_test_run ();
}
