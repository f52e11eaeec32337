/* ob-published-ranges.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-uncertainty.h"

G_BEGIN_DECLS

/**
 * ob_published_range_get:
 * @distribution: (out): a PERT distribution from the lowest to the highest number
 *   published, within the range of the parameter, around the value of the
 *   scenario; a fixed one if nothing is published
 *
 * Returns: whether a range is published
 */
gboolean ob_published_range_get (ObParameter parameter, ObDistribution *distribution);

/* Gives each lever that has a published range that range; the others, the
 * correlations and the seed stay. Returns how many levers that are. */
guint ob_published_ranges_use (ObUncertainty *uncertainty);

/* Whether @value lies within what is published, or nothing is. */
gboolean ob_published_range_contains (ObParameter parameter, double value);
/* What is published, for people: "$670 bn/yr to $949 bn/yr", a single value, or
 * NULL if nothing is; translated. */
char *ob_published_range_format (ObParameter parameter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
