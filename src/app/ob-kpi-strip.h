/* ob-kpi-strip.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_KPI_STRIP (ob_kpi_strip_get_type ())
G_DECLARE_FINAL_TYPE (ObKpiStrip, ob_kpi_strip, OB, KPI_STRIP, GtkWidget)

/**
 * ObKpiStrip:
 *
 * The four figures above the charts: net present value, payback, the chance of
 * a crash in five years and the revenue gap of the selected quarter. Below each
 * stands how it differs from before the drag, or from where the scenario
 * started, or else what it is made of.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_kpi_strip_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_kpi_strip_get_session (ObKpiStrip *self);
void ob_kpi_strip_set_session (ObKpiStrip *self, ObSession *session);

G_END_DECLS
