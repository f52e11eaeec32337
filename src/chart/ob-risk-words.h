/* ob-risk-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/**
 * ObRiskZone:
 * @from: the lowest chance of a crash within two years
 * @to: the highest
 * @name: in the context "risk zone"
 *
 * A zone of the chance, between what followed run-ups of the past: R. Greenwood,
 * A. Shleifer and Y. You, "Bubbles for Fama", 2019, as in the model.
 */
typedef struct
{
  double from;
  double to;
  const char *name;
} ObRiskZone;

#define OB_N_RISK_ZONES 4
extern const ObRiskZone ob_risk_zones[OB_N_RISK_ZONES];

/* Translated; never freed. */
const char *ob_risk_zone_get_name (guint zone);
/* The zone of a chance. */
guint ob_risk_zone_find (double chance);

/* Why a part, an index of ob_risk_parts, is what it is in a quarter, a sentence. */
char *ob_risk_words_get_reason (const ObResults *results, guint part, guint quarter)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
