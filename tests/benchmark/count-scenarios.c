/* count-scenarios.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs N scenarios on one thread, for build-aux/count-instructions: "shared",
 * maps of 64 x 64 of capex and lifespan, each with another subsidy, or
 * "general", a batch where all inputs vary. All but the scenarios costs the
 * same whatever N is, so that it goes out in the difference of two counts. */

#include "config.h"

#include "ob-benchmark-draws.h"
#include "ob-engine.h"
#include "ob-map.h"

#define SIDE  64
#define MAX_N (8 * SIDE * SIDE)

static void
run_shared (guint n_maps)
{
  ObInputs inputs;
  ObPlane plane;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  for (guint i = 0; i < n_maps; i++)
    {
      g_autoptr (ObMap) map = NULL;

      inputs.value[OB_PARAMETER_SUBSIDY] = 0.3 + 0.02 * i;
      map = ob_map_new (&inputs, &plane, SIDE, SIDE, NULL);
    }
}

static void
run_general (ObBenchmarkDraws *draws, guint n)
{
  g_autofree double *npv = g_new0 (double, MAX_N);
  g_autofree double *bubble_risk = g_new0 (double, MAX_N);
  const ObSweepResult result = { .npv = npv, .bubble_risk = bubble_risk };
  ObInputs inputs;

  ob_inputs_init (&inputs);
  ob_sweep (&inputs, draws->axes, draws->n_axes, n, &result, NULL);
}

int
main (int argc, char **argv)
{
  const gboolean shared = argc == 3 && g_str_equal (argv[1], "shared");
  const gboolean general = argc == 3 && g_str_equal (argv[1], "general");
  guint64 n = 0;
  ObBenchmarkDraws *draws;

  if (!(shared || general) || !g_ascii_string_to_unsigned (argv[2], 10, 1, MAX_N, &n, NULL)
      || (shared && n % (SIDE * SIDE) != 0))
    {
      g_printerr ("Usage: count-scenarios shared|general N\n"
                  "N is at most %d, and for shared a multiple of %d.\n",
                  MAX_N, SIDE * SIDE);
      return 2;
    }

  ob_engine_limit_threads (1);
  draws = ob_benchmark_draws_new (MAX_N);
  if (shared)
    run_shared ((guint) n / (SIDE * SIDE));
  else
    run_general (draws, (guint) n);
  ob_benchmark_draws_free (draws);

  return 0;
}
