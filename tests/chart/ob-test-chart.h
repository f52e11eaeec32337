/* ob-test-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"

G_BEGIN_DECLS

/* Draws on a surface without pixels, for where the things on it are. */
void ob_test_chart_draw (ObChart *chart, double width, double height);

/* Gives a waterfall something to be about; there are results. Others are left alone. */
void ob_test_chart_compare (ObChart *chart, const ObResults *results);

/* Whether a label of the last picture has @text in it. */
gboolean ob_test_chart_has_label (ObChart *chart, const char *text);

G_END_DECLS
