/* ob-cli-bench.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-options.h"
#include "ob-cli-table.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-engine.h"
#include "ob-frontier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Each measurement is repeated for at least this long and at least this often;
 * the median is reported. */
#define MIN_SECONDS 0.2
#define MIN_REPEATS 3
#define MAX_REPEATS 1000

#define BATCH 8192

/**
 * ObBenchWork:
 * @plane: of the map and of the frontier
 * @n: scenarios in a batch, or points along each side of a map
 * @value: values of each parameter in a batch
 *
 * What a measurement works on.
 */
typedef struct
{
  ObInputs inputs;
  ObPlane plane;
  guint n;
  guint n_axes;
  ObSweepAxis axes[OB_N_PARAMETERS];
  double *values;
  double *npv;
  double *bubble_risk;
  ObRun run;
} ObBenchWork;

typedef void (*ObBenchFunc) (ObBenchWork *work);

/**
 * ObBenchLine:
 * @id: name in JSON
 * @unit: "ms" for a time, "scenarios/s" for a rate
 *
 * A measurement.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *unit;
  double value;
} ObBenchLine;

static void
bench_run (ObBenchWork *work)
{
  ob_run (&work->inputs, &work->run);
}

static void
bench_batch (ObBenchWork *work)
{
  const ObSweepResult result = { .npv = work->npv, .bubble_risk = work->bubble_risk };

  ob_sweep (&work->inputs, work->axes, work->n_axes, work->n, &result, NULL);
}

static void
bench_map (ObBenchWork *work)
{
  g_autoptr (ObMap) map = ob_map_new (&work->inputs, &work->plane, work->n, work->n, NULL);

  g_assert (map != NULL);
}

static void
bench_frontier (ObBenchWork *work)
{
  g_autoptr (ObFrontier) frontier =
    ob_frontier_new (&work->inputs, &work->plane, OB_METRIC_NPV, 0, NULL, NULL);

  g_assert (frontier != NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

/* Seconds that one call takes: the median of several. */
static double
measure (ObBenchFunc func, ObBenchWork *work)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GTimer) total = g_timer_new ();

  /* The first call warms caches and starts threads. */
  func (work);

  g_timer_start (total);
  while (times->len < MAX_REPEATS
         && (times->len < MIN_REPEATS || g_timer_elapsed (total, NULL) < MIN_SECONDS))
    {
      gint64 start = g_get_monotonic_time ();
      guint calls = 0;
      double seconds;

      /* The clock counts microseconds; a run takes few of them. */
      do
        {
          func (work);
          calls++;
        }
      while (g_get_monotonic_time () - start < 1000);

      seconds = (double) (g_get_monotonic_time () - start) / 1e6 / calls;
      g_array_append_val (times, seconds);
    }

  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, times->len / 2);
}

/* Spreads the first @n_axes of @parameters around their defaults, the same
 * numbers at every call. */
static void
set_axes (ObBenchWork *work, const ObParameter *parameters, guint n_axes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  work->n_axes = n_axes;
  for (guint k = 0; k < n_axes; k++)
    {
      ObParameter parameter = parameters != NULL ? parameters[k] : (ObParameter) k;
      const ObParameterInfo *info = ob_parameter_get_info (parameter);
      double *values = work->values + (gsize) k * BATCH;

      for (guint i = 0; i < BATCH; i++)
        {
          double low = info->value - (info->value - info->minimum) / 4;
          double high = info->value + (info->maximum - info->value) / 4;

          values[i] =
            info->unit == OB_UNIT_SWITCH ? info->value : g_rand_double_range (rand, low, high);
        }
      work->axes[k] = (ObSweepAxis){ parameter, values };
    }
  work->n = BATCH;
}

static void
write_json (const ObBenchLine *lines, guint n, ObCliOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "cores");
  json_builder_add_int_value (builder, g_get_num_processors ());
  json_builder_set_member_name (builder, "instruction_set");
  json_builder_add_string_value (builder, ob_engine_get_instruction_set ());
  for (guint i = 0; i < n; i++)
    {
      json_builder_set_member_name (builder, lines[i].id);
      ob_cli_json_add_number (builder, lines[i].value);
    }
  json_builder_end_object (builder);

  ob_cli_output_append_json (output, json_builder_get_root (builder));
}

static void
write_csv (const ObBenchLine *lines, guint n, ObCliOutput *output)
{
  ob_cli_output_append (output, "measurement,value,unit\n");
  for (guint i = 0; i < n; i++)
    {
      ob_cli_output_append (output, lines[i].id);
      ob_cli_output_append (output, ",");
      ob_cli_output_append_number (output, lines[i].value);
      ob_cli_output_append (output, ",");
      ob_cli_output_append (output, lines[i].unit);
      ob_cli_output_append (output, "\n");
    }
}

static void
write_table (const ObBenchLine *lines, guint n, ObCliOutput *output)
{
  const gboolean right[] = { FALSE, TRUE, FALSE };
  g_autoptr (ObCliTable) table = ob_cli_table_new (G_N_ELEMENTS (right), right);
  g_autofree char *cores = g_strdup_printf ("%u", g_get_num_processors ());

  ob_cli_table_add_row (table, _ ("Processor cores"), cores, "");
  ob_cli_table_add_row (table, _ ("Instruction set"), ob_engine_get_instruction_set (), "");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value =
        g_strdup_printf (lines[i].value >= 1000 ? "%.0f" : "%.3g", lines[i].value);

      ob_cli_table_add_row (table, _ (lines[i].label), value, lines[i].unit);
    }

  ob_cli_table_write (table, output);
}

gboolean
ob_cli_bench (const char *const *arguments, ObCliOutput *output, GError **error)
{
  static const ObParameter two[] = { OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY };
  static const guint sides[] = { 64, 128, 256 };
  ObBenchLine lines[] = {
    { "run_ms", N_ ("Single run"), "ms", 0 },
    { "batch_2_per_second", N_ ("Batch, two levers varying"), "scenarios/s", 0 },
    { "batch_all_per_second", N_ ("Batch, every lever varying"), "scenarios/s", 0 },
    { "map_64_ms", N_ ("Map of 64 × 64"), "ms", 0 },
    { "map_128_ms", N_ ("Map of 128 × 128"), "ms", 0 },
    { "map_256_ms", N_ ("Map of 256 × 256"), "ms", 0 },
    { "frontier_ms", N_ ("Frontier, without a map to start from"), "ms", 0 },
  };
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *format_id = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format_id,
                                     N_ ("How to print: table, csv or json"), N_ ("FORMAT") },
                                   {} };
  g_autofree ObBenchWork *work = NULL;
  g_autofree double *values = NULL;
  g_autofree double *npv = NULL;
  g_autofree double *bubble_risk = NULL;
  ObCliFormat format;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_NOTHING, entries, error)
      || !ob_cli_parse_format (format_id, &format, error))
    return FALSE;

  work = g_new0 (ObBenchWork, 1);
  values = g_new (double, (gsize) OB_N_PARAMETERS *BATCH);
  npv = g_new (double, BATCH);
  bubble_risk = g_new (double, BATCH);
  work->values = values;
  work->npv = npv;
  work->bubble_risk = bubble_risk;
  ob_inputs_init (&work->inputs);
  ob_plane_init (&work->plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);

  lines[0].value = measure (bench_run, work) * 1000;
  set_axes (work, two, G_N_ELEMENTS (two));
  lines[1].value = BATCH / measure (bench_batch, work);
  set_axes (work, NULL, OB_N_PARAMETERS);
  lines[2].value = BATCH / measure (bench_batch, work);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      work->n = sides[i];
      lines[3 + i].value = measure (bench_map, work) * 1000;
    }
  lines[6].value = measure (bench_frontier, work) * 1000;

  switch (format)
    {
    case OB_CLI_FORMAT_CSV:
      write_csv (lines, G_N_ELEMENTS (lines), output);
      break;
    case OB_CLI_FORMAT_JSON:
      write_json (lines, G_N_ELEMENTS (lines), output);
      break;
    case OB_CLI_FORMAT_TABLE:
    default:
      write_table (lines, G_N_ELEMENTS (lines), output);
      break;
    }

  return TRUE;
}
