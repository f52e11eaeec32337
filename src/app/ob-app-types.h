/* ob-app-types.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"
#include "ob-model-types.h"

G_BEGIN_DECLS

/* ObChartKind, an enumeration; the nick is the id of the chart. */
#define OB_TYPE_CHART_KIND (ob_chart_kind_get_type ())
GType ob_chart_kind_get_type (void);

G_END_DECLS
