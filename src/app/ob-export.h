/* ob-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-export.h"

G_BEGIN_DECLS

/**
 * ObExportSettings:
 * @kind: which chart
 * @format: as which kind of file
 * @theme: in which colours
 * @width: page width, px (points in PDF)
 * @height: page height
 * @scale: pixels per px of a PNG
 * @quarter: the selected quarter, or -1
 *
 * What a chart is exported as. Limits are those of ob_chart_export().
 */
typedef struct
{
  ObChartKind kind;
  ObExportFormat format;
  ObThemeKind theme;
  int width;
  int height;
  double scale;
  int quarter;
} ObExportSettings;

/* The chart as it goes to the file: framed, on its background. */
ObChart *
ob_export_make_chart (const ObExportSettings *settings, ObResults *results, const char *subtitle)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_export_to_file_async:
 * @settings: copied
 * @results: what is drawn; kept until done
 * @subtitle: (nullable): said below the title
 * @file: replaced as a whole, or left as it was when something fails
 *
 * Draws and writes off the main thread.
 */
void ob_export_to_file_async (const ObExportSettings *settings,
                              ObResults *results,
                              const char *subtitle,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ob_export_to_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
