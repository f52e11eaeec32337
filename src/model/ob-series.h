/* ob-series.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-parameter.h"

G_BEGIN_DECLS

/* Projected quarters of a run, always. */
#define OB_N_QUARTERS 80

/**
 * ObSeries:
 *
 * The series of a run, in the order of ob-series-table.h.
 */
typedef enum
{
#define OB_SERIES(NAME, ...) OB_SERIES_##NAME,
#include "ob-series-table.h"
#undef OB_SERIES
  OB_N_SERIES
} ObSeries;

const char *ob_series_get_id (ObSeries series);
ObUnit ob_series_get_unit (ObSeries series);
/* Translated; never freed. */
const char *ob_series_get_label (ObSeries series);
gboolean ob_series_from_id (const char *id, ObSeries *series);

G_END_DECLS
