/* ob-beta.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObBeta:
 * @a: the first shape, 1 or more
 * @b: the second, 1 or more
 *
 * A beta distribution. A plain value, made by ob_beta_init().
 */
typedef struct
{
  double a;
  double b;
  /*< private >*/
  double log_beta;
} ObBeta;

void ob_beta_init (ObBeta *beta, double a, double b);
double ob_beta_get_density (const ObBeta *beta, double x);
/* The share below @x, 0 to 1, to a relative error of about 1e-14. */
double ob_beta_get_cdf (const ObBeta *beta, double x);
/* The inverse: where the share below is @p, 0 to 1. */
double ob_beta_get_quantile (const ObBeta *beta, double p);

G_END_DECLS
