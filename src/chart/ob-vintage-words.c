/* ob-vintage-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-vintage-words.h"

#include "ob-quantity.h"
#include "ob-readout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTERS_A_YEAR 4

char *
ob_vintage_words_format_rate (const ObVintage *vintage)
{
  if (vintage->irr_state == OB_IRR_SEVERAL)
    return g_strdup (C_ ("rate of return", "several"));
  if (vintage->irr_state == OB_IRR_NONE)
    return g_strdup (C_ ("rate of return", "none"));

  /* More digits would say more than anybody knows. */
  return ob_quantity_format (OB_UNIT_SHARE, round (vintage->irr * 1000) / 1000);
}

static char *
format_payback (const ObVintage *vintage)
{
  return ob_quantity_format (OB_UNIT_YEAR, vintage->payback / QUARTERS_A_YEAR);
}

void
ob_vintage_words_read (const ObVintage *vintage, const ObPage *page, double x, double y)
{
  g_auto (ObReadout) readout = { 0 };

  /* Translators: a year. */
  readout.title = g_strdup_printf (_ ("1 GW ordered in %d"), vintage->year);
  ob_readout_add (&readout, _ ("Return a year"), ob_vintage_words_format_rate (vintage), -1);
  ob_readout_add (&readout, _ ("Value at the order"),
                  ob_quantity_format (OB_UNIT_BILLION, vintage->npv), -1);
  ob_readout_add (&readout, _ ("Cost"), ob_quantity_format (OB_UNIT_BILLION, vintage->cost), -1);
  ob_readout_add (
    &readout, _ ("Paid back after"),
    vintage->payback < 0 ? g_strdup (C_ ("paid back", "never")) : format_payback (vintage), -1);
  ob_readout_draw (&readout, page, x, y);
}

char *
ob_vintage_words_describe_item (ObChart *self, guint item)
{
  const ObVintage *vintage = &self->vintages[item];
  g_autofree char *cost = ob_quantity_format (OB_UNIT_BILLION, vintage->cost);
  g_autofree char *rate = ob_vintage_words_format_rate (vintage);
  g_autofree char *payback = NULL;

  if (vintage->payback < 0)
    /* Translators: a year, a rate of return in percent, or "none" or "several", and a sum of
     * money. */
    return g_strdup_printf (_ ("Order year %d: return %s, cost %s, never paid back."),
                            vintage->year, rate, cost);

  payback = format_payback (vintage);
  /* Translators: a year, a rate of return in percent, or "none" or "several", a sum of money
   * and a number of years. */
  return g_strdup_printf (_ ("Order year %d: return %s, cost %s, paid back after %s."),
                          vintage->year, rate, cost, payback);
}
