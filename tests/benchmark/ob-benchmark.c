/* ob-benchmark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-benchmark.h"

#include "ob-engine.h"

#include <math.h>
#include <time.h>

ObBenchmark *
ob_benchmark_begin (void)
{
  ObBenchmark *self = g_string_new ("{");

  ob_benchmark_add_text (self, "instruction_set", ob_engine_get_instruction_set ());
  ob_benchmark_add (self, "cores", g_get_num_processors ());
  ob_benchmark_add (self, "threads", ob_engine_get_n_threads ());

  return self;
}

static void
add_member (ObBenchmark *self, const char *name)
{
  g_string_append_printf (self, "%s\n  \"%s\": ", self->str[self->len - 1] == '{' ? "" : ",", name);
}

void
ob_benchmark_add (ObBenchmark *self, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_member (self, name);
  g_string_append (self,
                   isfinite (value) ? g_ascii_formatd (text, sizeof text, "%.7g", value) : "null");
}

void
ob_benchmark_add_text (ObBenchmark *self, const char *name, const char *value)
{
  add_member (self, name);
  g_string_append_printf (self, "\"%s\"", value);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
add_quantile (ObBenchmark *self,
              const char *name,
              const char *suffix,
              const GArray *times,
              double share)
{
  g_autofree char *member = g_strconcat (name, "_", suffix, NULL);
  const guint rank = MAX ((guint) ceil (share * times->len), 1);

  ob_benchmark_add (self, member, times->len > 0 ? g_array_index (times, double, rank - 1) : NAN);
}

void
ob_benchmark_add_times (ObBenchmark *self, const char *name, GArray *times)
{
  g_array_sort (times, compare_doubles);
  add_quantile (self, name, "p50", times, 0.5);
  add_quantile (self, name, "p99", times, 0.99);
  add_quantile (self, name, "max", times, 1);
}

void
ob_benchmark_end (ObBenchmark *self)
{
  g_print ("%s\n}\n", self->str);
  g_string_free (self, TRUE);
}

double
ob_benchmark_get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}
