/* ob-chart-export-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-export.h"
#include "ob-chart-private.h"

G_BEGIN_DECLS

/**
 * ObExportPage:
 * @width: px
 * @scale: pixels or points per px
 *
 * What a picture is made with.
 */
typedef struct
{
  int width;
  int height;
  double scale;
  gboolean transparent;
  const char *title;
  const char *description;
  const char *software;
} ObExportPage;

/* Draws the chart on @surface, which is complete then; only a picture can still be
 * read. */
gboolean ob_chart_export_finish (ObChart *chart,
                                 cairo_surface_t *surface,
                                 const ObExportPage *page,
                                 GError **error);
/* A cairo_write_func_t that appends to a GByteArray. */
cairo_status_t ob_chart_export_collect (void *closure, const guchar *data, guint length);

/* The bare picture, without what it says of itself. */
GBytes *ob_chart_export_png (ObChart *chart, const ObExportPage *page, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GBytes *ob_chart_export_svg (ObChart *chart, const ObExportPage *page, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* @provenance: (nullable) */
GBytes *ob_chart_export_pdf (ObChart *chart,
                             const ObExportPage *page,
                             const ObProvenance *provenance,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
