/* test-large-sampler.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-large-sampler.h"
#include "ob-test-utils.h"

#include <math.h>
#include <stdlib.h>

typedef struct
{
  ObInputs inputs;
  ObUncertainty uncertainty;
} Question;

static void
init_question (Question *question, double capex)
{
  ob_inputs_init (&question->inputs);
  question->inputs.value[OB_PARAMETER_CAPEX] = capex;
  ob_uncertainty_init (&question->uncertainty);
  question->uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
}

static void
ask (ObLargeSampler *sampler, const Question *question)
{
  ob_large_sampler_request (sampler, &question->inputs, &question->uncertainty);
}

static ObSample *
get_answer (ObLargeSampler *sampler, const Question *question)
{
  return ob_large_sampler_get_sample (sampler, &question->inputs, &question->uncertainty);
}

static gboolean
is_idle (gpointer data)
{
  return !ob_large_sampler_get_busy (data);
}

/* In the middle of it: some of the draws are done. */
static gboolean
is_under_way (gpointer data)
{
  g_assert_true (ob_large_sampler_get_busy (data));

  return ob_large_sampler_get_progress (data) > 0;
}

static gboolean
is_gone (gpointer data)
{
  g_autoptr (GObject) object = g_weak_ref_get (data);

  return object == NULL;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Drops the last reference but that of the thread, which goes when the thread has noticed
 * that nobody waits: that does not wake the main loop. */
static void
drop (ObLargeSampler *sampler)
{
  const guint wake_id = g_timeout_add (10, wake_cb, NULL);
  GWeakRef watched;

  g_weak_ref_init (&watched, sampler);
  g_object_unref (sampler);
  ob_test_wait (is_gone, &watched);
  g_weak_ref_clear (&watched);
  g_source_remove (wake_id);
}

static void
count_cb (ObLargeSampler *sampler, gpointer data)
{
  (*(guint *) data)++;
}

static int
compare (const void *a, const void *b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* What was asked for is there: all of it, as far as single draws tell. */
static void
assert_answers (ObLargeSampler *sampler, const Question *question)
{
  static const guint64 draws[] = { 0, 1, 4999, 5000, 50000, OB_LARGE_SAMPLER_DRAWS - 1 };
  const ObSample *sample = get_answer (sampler, question);
  g_autoptr (ObSampler) drawn = ob_sampler_new (&question->inputs, &question->uncertainty);

  g_assert_nonnull (sample);
  g_assert_cmpuint (sample->n_draws, ==, OB_LARGE_SAMPLER_DRAWS);
  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      ObInputs inputs;
      ObRun run;

      ob_sampler_get_draw (drawn, draws[i], &inputs);
      ob_run (&inputs, &run);
      g_assert_nonnull (bsearch (&run.metric[OB_METRIC_NPV], sample->npv, sample->n_draws,
                                 sizeof *sample->npv, compare));
    }
}

/* Before anything is asked for there is nothing, and nothing to end. */
static void
test_new (void)
{
  ObLargeSampler *sampler = ob_large_sampler_new ();
  guint n_changes = 0;
  Question question;

  g_signal_connect (sampler, "changed", G_CALLBACK (count_cb), &n_changes);
  init_question (&question, 770);
  g_assert_false (ob_large_sampler_get_busy (sampler));
  g_assert_cmpfloat (ob_large_sampler_get_progress (sampler), ==, 0);
  g_assert_null (get_answer (sampler, &question));
  ob_large_sampler_cancel (sampler);
  ob_large_sampler_clear (sampler);
  g_assert_cmpuint (n_changes, ==, 0);

  g_assert_finalize_object (sampler);
}

typedef struct
{
  double last;
  guint n;
} Progress;

static void
progress_cb (ObLargeSampler *sampler, gpointer data)
{
  Progress *progress = data;
  const double now = ob_large_sampler_get_progress (sampler);

  progress->n++;
  if (!ob_large_sampler_get_busy (sampler))
    return;

  g_assert_cmpfloat (now, >=, progress->last);
  g_assert_cmpfloat (now, <=, 1);
  progress->last = now;
}

/* The sample is of what was asked for and of nothing else, and is kept until it is
 * dropped. */
static void
test_answer (void)
{
  g_autoptr (ObLargeSampler) sampler = ob_large_sampler_new ();
  Progress progress = { 0 };
  Question question, other;

  g_signal_connect (sampler, "changed", G_CALLBACK (progress_cb), &progress);
  init_question (&question, 770);
  ask (sampler, &question);
  g_assert_cmpuint (progress.n, ==, 1);
  g_assert_true (ob_large_sampler_get_busy (sampler));
  g_assert_null (get_answer (sampler, &question));

  ob_test_wait (is_idle, sampler);
  g_assert_cmpuint (progress.n, >=, 2);
  g_assert_cmpfloat (ob_large_sampler_get_progress (sampler), ==, 0);
  assert_answers (sampler, &question);

  init_question (&other, 771);
  g_assert_null (get_answer (sampler, &other));
  other = question;
  other.uncertainty.seed++;
  g_assert_null (get_answer (sampler, &other));

  /* To end nothing changes nothing. */
  progress.n = 0;
  ob_large_sampler_cancel (sampler);
  g_assert_cmpuint (progress.n, ==, 0);
  g_assert_nonnull (get_answer (sampler, &question));
  ob_large_sampler_clear (sampler);
  g_assert_cmpuint (progress.n, ==, 1);
  g_assert_null (get_answer (sampler, &question));
}

/* Cancelled midway it is idle at once, nothing comes of it later, and it can be asked
 * again. */
static void
test_cancel (void)
{
  ObLargeSampler *sampler = ob_large_sampler_new ();
  guint n_changes = 0;
  Question question;

  init_question (&question, 770);
  ask (sampler, &question);
  ob_test_wait (is_under_way, sampler);
  g_signal_connect (sampler, "changed", G_CALLBACK (count_cb), &n_changes);
  ob_large_sampler_cancel (sampler);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (ob_large_sampler_get_busy (sampler));
  g_assert_cmpfloat (ob_large_sampler_get_progress (sampler), ==, 0);
  g_assert_null (get_answer (sampler, &question));

  ask (sampler, &question);
  g_assert_true (ob_large_sampler_get_busy (sampler));
  ob_test_wait (is_idle, sampler);
  assert_answers (sampler, &question);

  ask (sampler, &question);
  ob_test_wait (is_under_way, sampler);
  n_changes = 0;
  ob_large_sampler_clear (sampler);
  g_assert_cmpuint (n_changes, ==, 1);

  /* It says no more. */
  drop (sampler);
  g_assert_cmpuint (n_changes, ==, 1);
}

/* A newer request takes the place of one under way, which never comes. */
static void
test_newer (void)
{
  g_autoptr (ObLargeSampler) sampler = ob_large_sampler_new ();
  Question first, second;

  init_question (&first, 770);
  init_question (&second, 500);
  ask (sampler, &first);
  ob_test_wait (is_under_way, sampler);
  ask (sampler, &second);
  g_assert_true (ob_large_sampler_get_busy (sampler));

  ob_test_wait (is_idle, sampler);
  g_assert_null (get_answer (sampler, &first));
  assert_answers (sampler, &second);

  /* And one that is done, at once. */
  ask (sampler, &first);
  g_assert_null (get_answer (sampler, &second));
  for (guint i = 0; i < 20; i++)
    {
      init_question (&second, 500 + i);
      ask (sampler, &second);
      ob_test_settle ();
    }
  ob_test_wait (is_idle, sampler);
  g_assert_null (get_answer (sampler, &first));
  assert_answers (sampler, &second);
}

/* Without a range there is nothing to draw: that is a mistake of the caller, and what is
 * there stays. */
static void
test_refused (void)
{
  g_autoptr (ObLargeSampler) sampler = ob_large_sampler_new ();
  Question question, nothing;

  init_question (&question, 770);
  ask (sampler, &question);
  ob_test_wait (is_idle, sampler);

  nothing = question;
  ob_uncertainty_init (&nothing.uncertainty);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*ob_uncertainty_get_levers*");
  ask (sampler, &nothing);
  g_test_assert_expected_messages ();
  g_assert_false (ob_large_sampler_get_busy (sampler));
  g_assert_nonnull (get_answer (sampler, &question));
}

/* Gone in the middle. */
static void
test_dispose (void)
{
  ObLargeSampler *sampler = ob_large_sampler_new ();
  guint n_changes = 0;
  Question question;

  init_question (&question, 770);
  ask (sampler, &question);
  ob_test_wait (is_under_way, sampler);
  g_signal_connect (sampler, "changed", G_CALLBACK (count_cb), &n_changes);
  g_object_run_dispose (G_OBJECT (sampler));
  drop (sampler);
  g_assert_cmpuint (n_changes, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/large-sampler/new", test_new);
  g_test_add_func ("/large-sampler/answer", test_answer);
  g_test_add_func ("/large-sampler/cancel", test_cancel);
  g_test_add_func ("/large-sampler/newer", test_newer);
  g_test_add_func ("/large-sampler/refused", test_refused);
  g_test_add_func ("/large-sampler/dispose", test_dispose);

  return g_test_run ();
}
