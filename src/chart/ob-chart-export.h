/* ob-chart-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"
#include "ob-provenance.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  OB_EXPORT_PNG,
  OB_EXPORT_SVG,
  OB_EXPORT_PDF,
  OB_EXPORT_CSV
} ObExportFormat;

gboolean ob_export_format_from_id (const char *id, ObExportFormat *format);
const char *ob_export_format_get_id (ObExportFormat format);

#define OB_CHART_ERROR (ob_chart_error_quark ())
GQuark ob_chart_error_quark (void);

/**
 * ObChartError:
 * @OB_CHART_ERROR_SIZE: the page or the picture is too small or too large
 * @OB_CHART_ERROR_NO_DATA: the chart has no results
 * @OB_CHART_ERROR_FAILED: the picture could not be made
 */
typedef enum
{
  OB_CHART_ERROR_SIZE,
  OB_CHART_ERROR_NO_DATA,
  OB_CHART_ERROR_FAILED
} ObChartError;

#define OB_EXPORT_MIN_SIZE 64
#define OB_EXPORT_MAX_SIZE 16384
/* The most pixels of a PNG. */
#define OB_EXPORT_MAX_PIXELS (64 * 1024 * 1024)

/* A px of a page, per inch: what a resolution is reckoned from. */
#define OB_EXPORT_PX_PER_INCH 96.
/* A point of a PDF for each px: then a page measures in print what it does on
 * screen. */
#define OB_EXPORT_POINT_SCALE 0.75
#define OB_EXPORT_MIN_SCALE   0.25
#define OB_EXPORT_MAX_SCALE   8.

/**
 * ObExportOptions:
 * @format: as what
 * @width: page width in px, %OB_EXPORT_MIN_SIZE to %OB_EXPORT_MAX_SIZE
 * @height: page height
 * @scale: pixels of a PNG or points of a PDF for each px, 0.25 to 8; others ignore it
 * @transparent: whether the page is left out and what is behind it shows
 * @title: (nullable): instead of the title of the chart
 * @source: (nullable): instead of the line that names the versions
 * @provenance: (nullable): what the file carries, see ob_picture_embed(); CSV has
 *   no place for it
 *
 * How a chart is exported.
 */
typedef struct
{
  ObExportFormat format;
  int width;
  int height;
  double scale;
  gboolean transparent;
  const char *title;
  const char *source;
  const ObProvenance *provenance;
} ObExportOptions;

/**
 * ObExportPreset:
 * @id: on the command line
 * @label: for people, to be translated in the context "export size"
 * @width: page width, px
 * @height: page height, px
 * @scale: a sensible number of pixels for each
 *
 * A size people ask for by name.
 */
typedef struct
{
  const char *id;
  const char *label;
  int width;
  int height;
  double scale;
} ObExportPreset;

#define OB_EXPORT_N_PRESETS 3
extern const ObExportPreset ob_export_presets[OB_EXPORT_N_PRESETS];

/**
 * ob_chart_export_full:
 *
 * The chart as a file's bytes: re-laid out for the size and framed. PNG carries
 * its resolution and what it says of itself, SVG has title and desc and px units,
 * PDF the same in its information, CSV has the data with C-locale numbers.
 *
 * Returns: NULL with an error in %OB_CHART_ERROR or %OB_SCENARIO_ERROR
 */
GBytes *ob_chart_export_full (ObChart *chart, const ObExportOptions *options, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same with the background of the theme and nothing else: at 1 a PDF has a
 * point for each px. */
GBytes *ob_chart_export (ObChart *chart,
                         ObExportFormat format,
                         int width,
                         int height,
                         double scale,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
