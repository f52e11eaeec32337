/* test-odds-evaluator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-odds-evaluator.h"
#include "ob-test-utils.h"

#include <math.h>

typedef struct
{
  ObInputs inputs;
  ObUncertainty uncertainty;
  ObPlane plane;
  double risk_level;
} Question;

static void
init_question (Question *question, double subsidy)
{
  ob_inputs_init (&question->inputs);
  question->inputs.value[OB_PARAMETER_SUBSIDY] = subsidy;
  ob_uncertainty_init (&question->uncertainty);
  question->uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.06, NAN, 0.14 };
  ob_plane_init (&question->plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  question->risk_level = 0.6;
}

static void
ask (ObOddsEvaluator *evaluator, const Question *question)
{
  ob_odds_evaluator_request (evaluator, &question->inputs, &question->uncertainty, &question->plane,
                             question->risk_level);
}

static void
assert_answers (ObOddsEvaluator *evaluator, const Question *question, gsize n_draws)
{
  g_autoptr (ObSampler) sampler = ob_sampler_new (&question->inputs, &question->uncertainty);
  g_autoptr (ObOddsMap) map = ob_odds_map_new (sampler, &question->plane, OB_ODDS_EVALUATOR_SIZE,
                                               n_draws, question->risk_level, NULL);
  const ObOddsMap *odds = ob_odds_evaluator_get_odds (evaluator);

  g_assert_nonnull (odds);
  g_assert_cmpuint (odds->n_draws, ==, n_draws);
  g_assert_cmpmem (odds->risk, odds->n * odds->n * sizeof (double), map->risk,
                   map->n * map->n * sizeof (double));
  g_assert_cmpmem (odds->profit, odds->n * odds->n * sizeof (double), map->profit,
                   map->n * map->n * sizeof (double));
}

static gboolean
is_idle (gpointer data)
{
  return !ob_odds_evaluator_get_busy (data);
}

static gboolean
has_odds (gpointer data)
{
  return ob_odds_evaluator_get_odds (data) != NULL;
}

static void
test_new (void)
{
  ObOddsEvaluator *evaluator = ob_odds_evaluator_new ();

  g_assert_null (ob_odds_evaluator_get_odds (evaluator));
  g_assert_false (ob_odds_evaluator_get_busy (evaluator));
  ob_odds_evaluator_clear (evaluator);

  g_assert_finalize_object (evaluator);
}

/* Few draws first, many then. */
static void
test_answer (void)
{
  g_autoptr (ObOddsEvaluator) evaluator = ob_odds_evaluator_new ();
  Question question;

  init_question (&question, 0.4);
  ask (evaluator, &question);
  g_assert_true (ob_odds_evaluator_get_busy (evaluator));

  ob_test_wait (has_odds, evaluator);
  assert_answers (evaluator, &question, OB_ODDS_EVALUATOR_COARSE_DRAWS);
  g_assert_true (ob_odds_evaluator_get_busy (evaluator));

  ob_test_wait (is_idle, evaluator);
  assert_answers (evaluator, &question, OB_ODDS_EVALUATOR_EXACT_DRAWS);
}

/* The last of a row of requests is what counts, and each change drops what is exact. */
static void
test_newest (void)
{
  g_autoptr (ObOddsEvaluator) evaluator = ob_odds_evaluator_new ();
  Question question;

  for (guint i = 0; i < 20; i++)
    {
      init_question (&question, 0.3 + 0.01 * i);
      ask (evaluator, &question);
      if (i % 5 == 0)
        ob_test_wait (has_odds, evaluator);
      ob_test_settle ();
    }
  ob_test_wait (is_idle, evaluator);
  assert_answers (evaluator, &question, OB_ODDS_EVALUATOR_EXACT_DRAWS);

  /* In the middle of what takes long. */
  ask (evaluator, &question);
  g_usleep (150 * G_TIME_SPAN_MILLISECOND);
  ob_test_settle ();
  g_usleep (150 * G_TIME_SPAN_MILLISECOND);
  ob_test_settle ();
  init_question (&question, 0.5);
  ask (evaluator, &question);
  ob_test_wait (is_idle, evaluator);
  assert_answers (evaluator, &question, OB_ODDS_EVALUATOR_EXACT_DRAWS);
}

/* Without anything that varies off the plane there is nothing to say. */
static void
test_nothing (void)
{
  g_autoptr (ObOddsEvaluator) evaluator = ob_odds_evaluator_new ();
  Question question;

  init_question (&question, 0.4);
  ask (evaluator, &question);
  ob_test_wait (has_odds, evaluator);

  ob_odds_evaluator_request (evaluator, &question.inputs, NULL, &question.plane,
                             question.risk_level);
  g_assert_null (ob_odds_evaluator_get_odds (evaluator));
  g_assert_false (ob_odds_evaluator_get_busy (evaluator));

  ask (evaluator, &question);
  question.plane.x = OB_PARAMETER_WACC;
  ob_plane_init (&question.plane, OB_PARAMETER_WACC, OB_PARAMETER_LIFESPAN);
  ask (evaluator, &question);
  g_assert_null (ob_odds_evaluator_get_odds (evaluator));
  g_assert_false (ob_odds_evaluator_get_busy (evaluator));
}

/* Forgetting while a map is being made: it never comes. */
static void
test_drop (void)
{
  ObOddsEvaluator *evaluator = ob_odds_evaluator_new ();
  Question question;

  init_question (&question, 0.4);
  ask (evaluator, &question);
  ob_odds_evaluator_clear (evaluator);
  g_assert_false (ob_odds_evaluator_get_busy (evaluator));
  g_usleep (200 * G_TIME_SPAN_MILLISECOND);
  ob_test_settle ();
  g_assert_null (ob_odds_evaluator_get_odds (evaluator));

  /* A task under way keeps its source until it notices. */
  ask (evaluator, &question);
  g_object_run_dispose (G_OBJECT (evaluator));
  g_usleep (200 * G_TIME_SPAN_MILLISECOND);
  ob_test_settle ();
  g_assert_null (ob_odds_evaluator_get_odds (evaluator));
  g_assert_finalize_object (evaluator);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odds-evaluator/new", test_new);
  g_test_add_func ("/odds-evaluator/answer", test_answer);
  g_test_add_func ("/odds-evaluator/newest", test_newest);
  g_test_add_func ("/odds-evaluator/nothing", test_nothing);
  g_test_add_func ("/odds-evaluator/drop", test_drop);

  return g_test_run ();
}
