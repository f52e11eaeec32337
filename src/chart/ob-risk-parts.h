/* ob-risk-parts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

#define OB_N_RISK_PARTS 7

/* The series that add up to the log-odds of a crash within two years. */
extern const ObSeries ob_risk_parts[OB_N_RISK_PARTS];

/* Their sum in a quarter: the log-odds themselves. */
double ob_risk_parts_get_sum (const ObRun *run, guint quarter);

/* Sees to the vertical axis of the panel. */
void ob_risk_parts_update (ObChart *self);
/* The room the panel's labels need left and right of its plot. */
void ob_risk_parts_get_margins (ObChart *self,
                                const ObPage *page,
                                const ObRect *area,
                                double *left,
                                double *right);
/* The parts as stacked bars over the years. */
void ob_risk_parts_draw (ObChart *self,
                         const ObPage *page,
                         const ObRect *area,
                         double left,
                         double right);

G_END_DECLS
