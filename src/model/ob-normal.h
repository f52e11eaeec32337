/* ob-normal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The share of a standard normal distribution below @x. */
double ob_normal_cdf (double x);

/**
 * ob_normal_quantile:
 * @p: between 0 and 1
 *
 * The inverse of ob_normal_cdf(), to a relative error of about 1e-15
 * (M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal
 * Distribution", 1988, PPND16); minus infinity at 0, infinity at 1.
 */
double ob_normal_quantile (double p);

G_END_DECLS
