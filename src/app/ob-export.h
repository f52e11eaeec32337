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
 * @width: page width, px
 * @height: page height
 * @scale: pixels per px of a PNG; a PDF measures in print what it does on screen
 * @quarter: the selected quarter, or -1
 * @from: the first quarter that charts over time show, see ob_chart_set_range()
 * @to: the last; all unless it is more than @from
 * @transparent: whether the background is left out
 * @ghosts: (nullable): pinned scenarios that are drawn
 * @comparison: (nullable): what a waterfall is about
 * @discovery: a box of draws that is kept, maybe none
 * @outdated: whether it is out of date
 * @title: (nullable): instead of the chart's own
 * @source: (nullable): instead of the line that names the versions
 *
 * What a chart is exported as. It owns what it points to. Limits are those of
 * ob_chart_export_full().
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
  double from;
  double to;
  gboolean transparent;
  ObGhosts *ghosts;
  ObComparison *comparison;
  ObDiscovery discovery;
  gboolean outdated;
  char *title;
  char *source;
} ObExportSettings;

void ob_export_settings_clear (ObExportSettings *settings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObExportSettings, ob_export_settings_clear)

/* Takes the box that @scenario has kept. */
void ob_export_settings_set_discovery (ObExportSettings *settings, ObScenario *scenario);

/* The chart as it goes to the file: framed, with its texts, on its background. */
ObChart *
ob_export_make_chart (const ObExportSettings *settings, ObResults *results, const char *subtitle)
  G_GNUC_WARN_UNUSED_RESULT;

/* What a picture of @results carries: those of @scenario as it is now, from the
 * main thread. NULL if they belong to other inputs or axes. */
ObProvenance *
ob_export_make_provenance (ObScenario *scenario, ObResults *results) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_export_async:
 * @settings: copied
 * @results: what is drawn; kept until done
 * @subtitle: (nullable): said below the title
 * @provenance: (nullable): what the picture carries; kept until done
 * @file: (nullable): replaced as a whole, or left as it was when something fails
 *
 * Draws and writes off the main thread.
 */
void ob_export_async (const ObExportSettings *settings,
                      ObResults *results,
                      const char *subtitle,
                      ObProvenance *provenance,
                      GFile *file,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
/* What was drawn, whether it was written to a file or not. */
GBytes *ob_export_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
