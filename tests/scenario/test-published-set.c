/* test-published-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-published-ranges.h"
#include "ob-published-set.h"
#include "ob-run.h"
#include "ob-test-draw.h"

#include <string.h>

static double
get_npv (const ObInputs *inputs)
{
  g_autofree ObRun *run = g_new (ObRun, 1);

  ob_run (inputs, run);

  return run->metric[OB_METRIC_NPV];
}

static void
test_ids (void)
{
  ObPublishedSet set;

  for (guint i = 0; i < OB_N_PUBLISHED_SETS; i++)
    {
      g_assert_true (ob_published_set_from_id (ob_published_set_get_id (i), &set));
      g_assert_cmpint (set, ==, i);
      g_assert_nonnull (ob_published_set_get_step (i));
    }
  g_assert_false (ob_published_set_from_id ("low", &set));
}

/* From wherever one comes, what is published ends within its range and the rest
 * stays. */
static void
test_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 60; i++)
    {
      ObPublishedSet set = i % OB_N_PUBLISHED_SETS;
      ObInputs before;
      ObInputs after;
      guint n = 0;

      ob_test_draw_anywhere (rand, &before);
      after = before;
      g_assert_cmpuint (ob_published_set_use (set, &after), >, 10);
      g_assert_true (ob_inputs_check (&after, NULL));
      g_assert_cmpmem (&before.history, sizeof before.history, &after.history,
                       sizeof after.history);

      for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
        {
          double usual = ob_parameter_get_info (p)->value;
          ObDistribution range;

          if (!ob_published_range_get (p, &range))
            {
              g_assert_cmpfloat (after.value[p], ==, before.value[p]);
              continue;
            }

          n += after.value[p] != usual;
          if (set == OB_PUBLISHED_CONSENSUS)
            g_assert_cmpfloat (after.value[p], ==, usual);
          else
            g_assert_true (after.value[p] == usual || after.value[p] == range.low
                           || after.value[p] == range.high);
        }
      g_assert_true ((n == 0) == (set == OB_PUBLISHED_CONSENSUS));
    }
}

/* The names keep their promise, input by input and together. */
static void
test_order (void)
{
  ObInputs inputs[OB_N_PUBLISHED_SETS];
  double usual;

  for (guint set = 0; set < OB_N_PUBLISHED_SETS; set++)
    {
      ob_inputs_init (&inputs[set]);
      ob_published_set_use (set, &inputs[set]);
    }

  usual = get_npv (&inputs[OB_PUBLISHED_CONSENSUS]);
  g_assert_cmpfloat (get_npv (&inputs[OB_PUBLISHED_CAUTIOUS]), <, usual);
  g_assert_cmpfloat (get_npv (&inputs[OB_PUBLISHED_OPTIMISTIC]), >, usual);

  /* Against the build-out: much of what costs, little of what helps. */
  g_assert_cmpfloat (inputs[OB_PUBLISHED_CAUTIOUS].value[OB_PARAMETER_CAPEX], ==, 949);
  g_assert_cmpfloat (inputs[OB_PUBLISHED_CAUTIOUS].value[OB_PARAMETER_LIFESPAN], ==, 2);
  g_assert_cmpfloat (inputs[OB_PUBLISHED_OPTIMISTIC].value[OB_PARAMETER_CAPEX], ==, 670);
  g_assert_cmpfloat (inputs[OB_PUBLISHED_OPTIMISTIC].value[OB_PARAMETER_LIFESPAN], ==, 8);
  /* Circular money moves only the risk. */
  g_assert_cmpfloat (inputs[OB_PUBLISHED_CAUTIOUS].value[OB_PARAMETER_CIRCULAR], ==, 0.4);
  g_assert_cmpfloat (inputs[OB_PUBLISHED_OPTIMISTIC].value[OB_PARAMETER_CIRCULAR], ==, 0.03);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      ObInputs alone = inputs[OB_PUBLISHED_CONSENSUS];

      alone.value[p] = inputs[OB_PUBLISHED_CAUTIOUS].value[p];
      g_assert_cmpfloat (get_npv (&alone), <=, usual);
      alone.value[p] = inputs[OB_PUBLISHED_OPTIMISTIC].value[p];
      g_assert_cmpfloat (get_npv (&alone), >=, usual);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/published-set/ids", test_ids);
  g_test_add_func ("/published-set/values", test_values);
  g_test_add_func ("/published-set/order", test_order);

  return g_test_run ();
}
