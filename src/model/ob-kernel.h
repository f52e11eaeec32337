/* ob-kernel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-sweep.h"

G_BEGIN_DECLS

/* No kernel has more lanes. */
#define OB_KERNEL_MAX_LANES 64

/* Bytes in a line of the cache. */
#define OB_KERNEL_LINE 64

/* So many values are asked at a time whether one of them is in one of some bins. */
#define OB_KERNEL_GROUP 32

/* What a traced run keeps beside the series, for labels of quarters. */
enum
{
  OB_TRACE_FUNDING_CUT = OB_N_SERIES, /* 1 where the funding limit cut growth capex */
  OB_TRACE_OVER,                      /* stranded over runnable */
  OB_N_TRACES
};

/**
 * ObKernelDepth:
 * @OB_KERNEL_RESULTS: nothing but the results
 * @OB_KERNEL_PATH: and the series that fans are drawn of and that are computed
 *   anyway
 * @OB_KERNEL_RISK: and the chances of a crash in every quarter
 * @OB_KERNEL_ALL: and everything else
 *
 * How much of the path is written down: each is slower than the one before.
 */
typedef enum
{
  OB_KERNEL_RESULTS,
  OB_KERNEL_PATH,
  OB_KERNEL_RISK,
  OB_KERNEL_ALL
} ObKernelDepth;

/**
 * ObKernelOutput:
 *
 * Where the results of the lanes go: arrays of as many numbers as there are
 * lanes. The last two may be NULL.
 */
typedef struct
{
  double *npv;
  double *pv_capex;
  double *bubble_risk;
  double *opening_book;
  double *residual;
} ObKernelOutput;

/**
 * ObKernelValues:
 *
 * What is done to every value of a sample, which takes the vectors of the machine like
 * the scenarios do.
 */
typedef struct
{
  /* Writes the first @n lanes of rows that a traced run has given in single precision,
   * each @stride numbers after the one before. @large: what is written in all does not
   * fit into the caches. */
  void (*write_rows) (const double *row,
                      guint n_rows,
                      gsize n,
                      float *to,
                      gsize stride,
                      gboolean large);
  /* For order statistics: puts finite numbers into bins. Bins from the second to the
   * last but one are 1/@scale wide, the second starts at @low, and the first and the
   * last, which is number @n_bins - 1, hold what is beyond. Rounding never puts a
   * larger number in a lower bin. */
  void (*place_values) (const float *value,
                        gsize n,
                        float low,
                        float scale,
                        guint n_bins,
                        guint16 *bin);
  /* Says of each group of OB_KERNEL_GROUP values whether one is in one of the bins
   * in @held. */
  void (*mark_groups) (const guint16 *bin,
                       gsize n_groups,
                       const guint16 *held,
                       guint n_held,
                       guint8 *mark);
} ObKernelValues;

/**
 * ObKernel:
 * @name: the instruction set it is compiled for, "sse2", "avx2", "avx512"
 * @lanes: how many scenarios it runs side by side
 * @scratch_size: bytes of a scratch, to be aligned to 64 and zero at first
 *
 * The simulation, compiled from the one source ob-kernel.c, and what is done to the
 * numbers it gives. A scratch belongs to one thread; it remembers the schedules and the
 * history of the scenarios run before, and what does not change from one call to the
 * next is not computed again.
 */
typedef struct
{
  const char *name;
  guint lanes;
  gsize scratch_size;
  /* How much has to be computed again when the parameter changes from one run
   * to the next; largest for what lanes had better agree in. */
  guint (*get_effort) (ObParameter parameter);
  /* Sets all lanes to @base. */
  void (*set_base) (void *scratch, const ObInputs *base);
  /* Sets one parameter of each lane; @value has as many numbers as lanes. */
  void (*set_lanes) (void *scratch, ObParameter parameter, const double *value);
  /* Runs all lanes. */
  void (*run) (void *scratch, const ObKernelOutput *output);
  /* The least depth that writes the series down. */
  ObKernelDepth (*get_depth) (ObSeries series);
  /* Runs all lanes and writes series down: OB_N_TRACES x OB_N_QUARTERS x lanes
   * numbers, lanes innermost, of which those of the depth and of lesser ones are
   * valid until the scratch is used again. */
  const double *(*run_traced) (void *scratch, const ObKernelOutput *output, ObKernelDepth depth);
  const ObKernelValues *values;
} ObKernel;

G_END_DECLS
