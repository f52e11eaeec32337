/* ob-comparison.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-shapley.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define OB_TYPE_COMPARISON (ob_comparison_get_type ())
GType ob_comparison_get_type (void);

/**
 * ObComparison:
 * @name: what is compared with, "A: Cheaper chips"
 * @from: its inputs
 * @to: those of the scenario
 * @shapley: how the difference in a metric comes about
 *
 * From one scenario to another. Never changed once made, counted atomically.
 */
typedef struct
{
  char *name;
  ObInputs from;
  ObInputs to;
  ObShapley *shapley;
  /*< private >*/
  gatomicrefcount ref_count;
} ObComparison;

/* @metric: as in ob_shapley_new(). NULL if cancelled. */
ObComparison *ob_comparison_new (const char *name,
                                 const ObInputs *from,
                                 const ObInputs *to,
                                 ObMetric metric,
                                 GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
ObComparison *ob_comparison_ref (ObComparison *comparison);
void ob_comparison_unref (ObComparison *comparison);

/* What a share is of: "Capex", "Costs and power", "Historical capex"; never freed. */
const char *ob_comparison_get_label (const ObShapleyShare *share);
/* What changed, "$600 bn/yr → $770 bn/yr"; of a group how many of its inputs. */
char *ob_comparison_format_change (const ObComparison *self, guint index) G_GNUC_WARN_UNUSED_RESULT;
/* A number of the metric with its unit; @is_signed: with its sign. */
char *ob_comparison_format_value (const ObComparison *self, double value, gboolean is_signed)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObComparison, ob_comparison_unref)

G_END_DECLS
