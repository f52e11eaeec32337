/* ob-benchmark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a program returns that cannot measure here; meson takes it for skipped. */
#define OB_BENCHMARK_SKIPPED 77

/**
 * ObBenchmark:
 *
 * The JSON object that a benchmark prints, one member after the other.
 */
typedef GString ObBenchmark;

/* Begins with the instruction set, the cores and the threads of the engine. */
ObBenchmark *ob_benchmark_begin (void) G_GNUC_WARN_UNUSED_RESULT;
/* To seven significant digits, more than any clock here tells; null unless
 * finite. @name and @value are plain ASCII. */
void ob_benchmark_add (ObBenchmark *self, const char *name, double value);
void ob_benchmark_add_text (ObBenchmark *self, const char *name, const char *value);
/* Adds NAME_p50, NAME_p99 and NAME_max of @times (element-type double), which it
 * sorts; null without any. */
void ob_benchmark_add_times (ObBenchmark *self, const char *name, GArray *times);
/* Ends the object, prints it and frees @self. */
void ob_benchmark_end (ObBenchmark *self);

/* Milliseconds of the monotonic clock. */
double ob_benchmark_get_time (void);

G_END_DECLS
