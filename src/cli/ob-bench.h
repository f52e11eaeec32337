/* ob-bench.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObBenchUnit:
 * @OB_BENCH_SCENARIO: microseconds for a scenario, all cores at work on a batch
 * @OB_BENCH_SCENARIO_CORE: microseconds of one core for a scenario
 * @OB_BENCH_FRAME: milliseconds for what has to fit into a frame
 *
 * What a figure counts.
 */
typedef enum
{
  OB_BENCH_SCENARIO,
  OB_BENCH_SCENARIO_CORE,
  OB_BENCH_FRAME
} ObBenchUnit;

/**
 * ObBenchFigure:
 * @id: stable name; ends in the unit, "_us" or "_ms"
 * @label: untranslated
 * @median: in the unit
 * @p99: the 99th percentile; NaN where only the median means something
 * @vertices: median number of points of the curves; 0 if there are none
 *
 * One measurement.
 */
typedef struct
{
  const char *id;
  const char *label;
  ObBenchUnit unit;
  double median;
  double p99;
  guint vertices;
} ObBenchFigure;

/**
 * ob_bench_measure:
 * @repeats: how often each measurement is taken, 1 or more
 *
 * Times the engine. Between two timings one lever moves a little, as in a drag:
 * nothing can be kept from one to the next that a person's hand would not let
 * keep. While it measures, no other thread may use the engine.
 *
 * Returns: (transfer full) (element-type ObBenchFigure): the figures
 */
GArray *ob_bench_measure (guint repeats) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
