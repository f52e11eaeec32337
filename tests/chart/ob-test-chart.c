/* ob-test-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-chart.h"

#include <string.h>

void
ob_test_chart_draw (ObChart *chart, double width, double height)
{
  const cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);

  ob_chart_draw (chart, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

gboolean
ob_test_chart_has_label (ObChart *chart, const char *text)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);

  for (guint i = 0; i < boxes->len; i++)
    {
      if (strstr (g_array_index (boxes, ObLabelBox, i).text, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

void
ob_test_chart_compare (ObChart *chart, const ObResults *results)
{
  g_autoptr (ObComparison) comparison = NULL;
  ObInputs from = results->inputs;

  if (ob_chart_get_kind (chart) != OB_CHART_WATERFALL)
    return;

  from.value[OB_PARAMETER_CAPEX] = ob_parameter_get_info (OB_PARAMETER_CAPEX)->maximum / 2;
  from.value[OB_PARAMETER_LIFESPAN] = 7;
  from.value[OB_PARAMETER_SUBSIDY] = 0.2;
  comparison = ob_comparison_new ("A: Another", &from, &results->inputs, OB_METRIC_NPV, NULL);
  ob_chart_set_comparison (chart, comparison);
}
