/* ob-app-types.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"
#include "ob-results.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The libraries below the window know no GObject in their plain values; these
 * are their types for properties and templates. */

/* ObResults, boxed: copied by reference. */
#define OB_TYPE_RESULTS (ob_results_get_type ())
GType ob_results_get_type (void);

/* ObChartKind, an enumeration; the nick is the id of the chart. */
#define OB_TYPE_CHART_KIND (ob_chart_kind_get_type ())
GType ob_chart_kind_get_type (void);

/* ObParameter, an enumeration; the nick is the id of the parameter. */
#define OB_TYPE_PARAMETER (ob_parameter_get_type ())
GType ob_parameter_get_type (void);

G_END_DECLS
