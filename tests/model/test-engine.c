/* test-engine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"

#define N 1000

static void
sweep_capex (double *npv)
{
  const ObSweepResult result = { .npv = npv };
  ObSweepAxis axis = { OB_PARAMETER_CAPEX, NULL };
  double capex[N];
  ObInputs inputs;

  ob_inputs_init (&inputs);
  for (guint i = 0; i < N; i++)
    capex[i] = 1.5 * i;
  axis.value = capex;
  g_assert_true (ob_sweep (&inputs, &axis, 1, N, &result, NULL));
}

static void
test_limit (void)
{
  const guint all = ob_engine_get_n_threads ();
  double one[N], many[N];

  g_assert_cmpuint (all, >=, 1);

  ob_engine_limit_threads (1);
  g_assert_cmpuint (ob_engine_get_n_threads (), ==, 1);
  sweep_capex (one);

  /* A limit never adds threads. */
  ob_engine_limit_threads (all + 1);
  g_assert_cmpuint (ob_engine_get_n_threads (), ==, all);

  ob_engine_limit_threads (0);
  g_assert_cmpuint (ob_engine_get_n_threads (), ==, all);
  sweep_capex (many);
  g_assert_cmpmem (one, sizeof one, many, sizeof many);
}

/* The variable is read once: each value has a process of its own. */
static void
trap_with_variable (const char *value, const char *path)
{
  g_setenv (OB_ENGINE_THREADS_VARIABLE, value, TRUE);
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv (OB_ENGINE_THREADS_VARIABLE);
  g_test_trap_assert_passed ();
}

/* Three threads, on a machine of any size. */
static void
test_variable_three (void)
{
  double one[N], three[N];

  g_assert_cmpuint (ob_engine_get_n_threads (), ==, 3);
  sweep_capex (three);
  ob_engine_limit_threads (2);
  g_assert_cmpuint (ob_engine_get_n_threads (), ==, 2);
  ob_engine_limit_threads (1);
  sweep_capex (one);
  g_assert_cmpmem (one, sizeof one, three, sizeof three);
}

static void
test_variable (void)
{
  trap_with_variable ("3", "/engine/variable/subprocess/three");
}

static void
test_refused (void)
{
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*OVERBUILD_THREADS*1 to 256*");
  g_assert_cmpuint (ob_engine_get_n_threads (), ==, MIN (g_get_num_processors (), 256));
  g_test_assert_expected_messages ();
}

static void
test_bad_variable (void)
{
  static const char *const bad[] = { "", "0", "-1", "257", "two", "2 ", "1e1" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    trap_with_variable (bad[i], "/engine/bad-variable/subprocess/refused");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/limit", test_limit);
  g_test_add_func ("/engine/variable", test_variable);
  g_test_add_func ("/engine/variable/subprocess/three", test_variable_three);
  g_test_add_func ("/engine/bad-variable", test_bad_variable);
  g_test_add_func ("/engine/bad-variable/subprocess/refused", test_refused);

  return g_test_run ();
}
