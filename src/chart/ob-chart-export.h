/* ob-chart-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"

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

/**
 * ob_chart_export:
 * @width: page width in px (points in PDF), %OB_EXPORT_MIN_SIZE to %OB_EXPORT_MAX_SIZE
 * @height: page height
 * @scale: pixels per px of a PNG, 0.25 to 8; others ignore it
 *
 * The chart as a file's bytes: re-laid out for the size, framed, with the
 * background of its theme. PNG carries its resolution and description, SVG has
 * title and desc and px units, CSV has the data with C-locale numbers.
 *
 * Returns: NULL with an error in %OB_CHART_ERROR
 */
GBytes *ob_chart_export (ObChart *chart,
                         ObExportFormat format,
                         int width,
                         int height,
                         double scale,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
