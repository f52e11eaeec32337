/* bench-ratio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine beside two plain programs of the same model, on one core in one
 * run: scalar C (reference-model.c) and vectorised numpy (reference_model.py).
 * All three run the same draws and have to agree before their times count. */

#include "config.h"

#include "ob-benchmark-draws.h"
#include "ob-benchmark.h"
#include "ob-engine.h"
#include "ob-map.h"
#include "ob-test-reference.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>
#include <time.h>

#define N         4000
#define SIDE      64
#define REPEATS   15
#define TOLERANCE 1e-9

typedef struct
{
  ObBenchmarkDraws *draws;
  ReferenceInputs *reference;
  double npv[N];
  double pv_capex[N];
  double bubble_risk[N];
  double scalar_npv[N];
  double scalar_risk[N];
  ObInputs base;
  ObInputs moving;
  ObPlane plane;
} Ratio;

typedef void (*RatioFunc) (Ratio *ratio);

static void
run_general (Ratio *ratio)
{
  const ObSweepResult result = { ratio->npv, ratio->pv_capex, ratio->bubble_risk };

  ob_sweep (&ratio->base, ratio->draws->axes, ratio->draws->n_axes, N, &result, NULL);
}

/* Another map each time, as in a drag. */
static void
run_shared (Ratio *ratio)
{
  g_autoptr (ObMap) map = NULL;
  double *subsidy = &ratio->moving.value[OB_PARAMETER_SUBSIDY];

  *subsidy = *subsidy > 0.45 ? 0.3 : *subsidy + 0.01;
  map = ob_map_new (&ratio->moving, &ratio->plane, SIDE, SIDE, NULL);
}

static void
run_scalar (Ratio *ratio)
{
  for (guint i = 0; i < N; i++)
    {
      ReferenceResult result;

      reference_run (&ratio->reference[i], REFERENCE_RISK_QUARTERS, &result);
      ratio->scalar_npv[i] = result.npv;
      ratio->scalar_risk[i] = result.bubble_risk;
    }
}

/* Time of this core: what else the machine does counts little. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * Contender:
 * @n: scenarios that a call runs
 * @us: microseconds for a scenario, the median of several
 */
typedef struct
{
  RatioFunc func;
  guint n;
  double us;
} Contender;

/* In turn, so that a while in which the machine is slow slows all alike. */
static void
measure (Ratio *ratio, Contender *contenders, guint n)
{
  g_autofree double *times = g_new (double, n *REPEATS);

  for (guint k = 0; k < n; k++)
    contenders[k].func (ratio);

  for (guint i = 0; i < REPEATS; i++)
    {
      for (guint k = 0; k < n; k++)
        {
          const double start = get_time ();

          contenders[k].func (ratio);
          times[k * REPEATS + i] = (get_time () - start) / contenders[k].n;
        }
    }

  for (guint k = 0; k < n; k++)
    {
      qsort (times + k * REPEATS, REPEATS, sizeof *times, compare_doubles);
      contenders[k].us = times[k * REPEATS + REPEATS / 2];
    }
}

static void
check (const Ratio *ratio, const double *npv, const double *risk, const char *who)
{
  for (guint i = 0; i < N; i++)
    {
      if (!(fabs (npv[i] - ratio->npv[i]) <= TOLERANCE * ratio->pv_capex[i])
          || !(fabs (risk[i] - ratio->bubble_risk[i]) <= TOLERANCE))
        g_error ("scenario %u: %s gives npv %.17g and risk %.17g, the engine %.17g and %.17g", i,
                 who, npv[i], risk[i], ratio->npv[i], ratio->bubble_risk[i]);
    }
}

/* The draws for the other program: a line of JSON, then the numbers. */
static void
write_draws (const Ratio *ratio, const char *path)
{
  g_autoptr (GString) text = g_string_new ("{\"ids\": [");
  g_autoptr (GError) error = NULL;

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    g_string_append_printf (text, "%s\"%s\"", p > 0 ? ", " : "", ob_parameter_get_id (p));
  g_string_append (text, "], \"history\": [");
  for (guint i = 0; i < ratio->base.history.n_years; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              g_ascii_dtostr (number, sizeof number, ratio->base.history.capex[i]));
    }
  g_string_append_printf (text, "], \"n\": %d}\n", N);

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      for (guint i = 0; i < N; i++)
        {
          ObInputs inputs;

          ob_benchmark_draws_get (ratio->draws, i, &inputs);
          g_string_append_len (text, (const char *) &inputs.value[p], sizeof inputs.value[p]);
        }
    }

  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_error ("%s", error->message);
}

/* Runs the numpy program and checks its results. NULL, with words on stderr, if
 * there is no numpy. */
static JsonNode *
run_numpy (const Ratio *ratio, const char *python, const char *program)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("overbuild-XXXXXX", &error);
  g_autofree char *draws = g_build_filename (folder, "draws", NULL);
  g_autofree char *results = g_build_filename (folder, "results", NULL);
  const char *argv[] = { python, program, draws, results, NULL };
  g_autofree char *output = NULL;
  g_autofree char *contents = NULL;
  JsonNode *node = NULL;
  gsize length = 0;
  int status = 0;

  if (folder == NULL)
    g_error ("%s", error->message);

  write_draws (ratio, draws);
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, &error))
    g_printerr ("%s\n", error->message);
  else if (g_spawn_check_wait_status (status, &error))
    {
      const gsize size = N * sizeof (double);

      g_clear_error (&error);
      if (!g_file_get_contents (results, &contents, &length, &error))
        g_error ("%s", error->message);
      g_assert_cmpuint (length, ==, 2 * size);
      check (ratio, (const double *) (gpointer) contents,
             (const double *) (gpointer) (contents + size), "numpy");
      node = json_from_string (output, &error);
      g_assert_no_error (error);
    }
  else if (!g_error_matches (error, G_SPAWN_EXIT_ERROR, OB_BENCHMARK_SKIPPED))
    g_error ("%s: %s", program, error->message);

  g_unlink (draws);
  g_unlink (results);
  g_rmdir (folder);

  return node;
}

static void
add_ratio (ObBenchmark *benchmark, const char *name, double theirs, double ours)
{
  ob_benchmark_add (benchmark, name, theirs / ours);
}

int
main (int argc, char **argv)
{
  Ratio *ratio = g_new0 (Ratio, 1);
  g_autoptr (JsonNode) numpy = NULL;
  Contender contenders[] = {
    { run_shared, SIDE * SIDE, 0 },
    { run_general, N, 0 },
    { run_scalar, N, 0 },
  };
  double shared, general, scalar;
  ObBenchmark *benchmark;

  if (argc != 3)
    {
      g_printerr ("Usage: bench-ratio PYTHON REFERENCE-MODEL.PY\n");
      return 2;
    }

  ob_engine_limit_threads (1);
  ob_inputs_init (&ratio->base);
  ob_inputs_init (&ratio->moving);
  ob_plane_init (&ratio->plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  ratio->draws = ob_benchmark_draws_new (N);
  ratio->reference = g_new0 (ReferenceInputs, N);
  for (guint i = 0; i < N; i++)
    {
      ObInputs inputs;

      ob_benchmark_draws_get (ratio->draws, i, &inputs);
      ob_test_reference_set (&ratio->reference[i], &inputs);
    }

  measure (ratio, contenders, G_N_ELEMENTS (contenders));
  check (ratio, ratio->scalar_npv, ratio->scalar_risk, "scalar C");
  numpy = run_numpy (ratio, argv[1], argv[2]);

  shared = contenders[0].us;
  general = contenders[1].us;
  scalar = contenders[2].us;
  benchmark = ob_benchmark_begin ();
  ob_benchmark_add (benchmark, "shared_us", shared);
  ob_benchmark_add (benchmark, "general_us", general);
  ob_benchmark_add (benchmark, "scalar_us", scalar);
  add_ratio (benchmark, "scalar_to_shared", scalar, shared);
  add_ratio (benchmark, "scalar_to_general", scalar, general);
  if (numpy != NULL)
    {
      JsonObject *object = json_node_get_object (numpy);
      const double us = json_object_get_double_member (object, "us");

      ob_benchmark_add (benchmark, "numpy_us", us);
      ob_benchmark_add_text (benchmark, "numpy_version",
                             json_object_get_string_member (object, "numpy"));
      ob_benchmark_add (benchmark, "numpy_array_size",
                        json_object_get_int_member (object, "array_size"));
      add_ratio (benchmark, "numpy_to_shared", us, shared);
      add_ratio (benchmark, "numpy_to_general", us, general);
    }
  ob_benchmark_end (benchmark);

  ob_benchmark_draws_free (ratio->draws);
  g_free (ratio->reference);
  g_free (ratio);

  return 0;
}
