/* ob-price-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-time-chart.h"
#include "ob-time-table.h"

#include <glib/gi18n-lib.h>

static const ObSeries series[] = {
  OB_SERIES_MARKET_PRICE,
  OB_SERIES_USER_PRICE,
  OB_SERIES_FULL_COST,
};

static const ObTimeSpec spec = {
  .scale = OB_SCALE_LOG,
  .unit = OB_UNIT_PRICE,
  .axis_title = NC_ ("axis", "Logarithmic scale"),
  .series = series,
  .n_series = G_N_ELEMENTS (series),
};

static void
price_chart_update (ObChart *self)
{
  ob_time_chart_update (self, &spec);
}

static void
price_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  double left;
  double right;

  ob_time_chart_get_margins (self, &spec, page, area, &left, &right);
  ob_time_chart_draw (self, &spec, page, area, left, right, FALSE);
}

static char *
price_chart_describe (ObChart *self)
{
  const ObRun *run = &self->results->run;
  const double *cost = run->series[OB_SERIES_FULL_COST];
  const double *user = run->series[OB_SERIES_USER_PRICE];
  guint last = OB_N_QUARTERS - 1;
  g_autofree char *cost_first = ob_quantity_format (OB_UNIT_PRICE, cost[0]);
  g_autofree char *cost_last = ob_quantity_format (OB_UNIT_PRICE, cost[last]);
  g_autofree char *user_first = ob_quantity_format (OB_UNIT_PRICE, user[0]);
  g_autofree char *user_last = ob_quantity_format (OB_UNIT_PRICE, user[last]);
  g_autofree char *ends = NULL;
  g_autofree char *when = NULL;
  guint below = 0;
  guint from = OB_N_QUARTERS;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    below += user[i] < cost[i];
  while (from > 0 && user[from - 1] >= cost[from - 1])
    from--;

  /* Translators: four prices, such as "$2.85/H100e-h". */
  ends = g_strdup_printf (_ ("Full cost goes from %s to %s, what users pay from %s to %s."),
                          cost_first, cost_last, user_first, user_last);
  if (below == 0)
    return g_strdup_printf (_ ("%s Users always pay at least the full cost."), ends);
  if (below == OB_N_QUARTERS)
    return g_strdup_printf (_ ("%s Users never pay the full cost."), ends);
  if (from == OB_N_QUARTERS)
    return g_strdup_printf (_ ("%s Users pay less than the full cost in %u of %u quarters."), ends,
                            below, OB_N_QUARTERS);

  when = ob_quarter_format (run->start_year, from);
  return g_strdup_printf (_ ("%s Users pay at least the full cost for good from %s."), ends, when);
}

static void
price_chart_write_csv (ObChart *self, GString *csv)
{
  ob_time_table_write (self, series, G_N_ELEMENTS (series), FALSE, csv);
}

const ObChartClass ob_price_chart_class = {
  .id = "price",
  .title = NC_ ("chart", "Price of computing against its cost"),
  .spec = &spec,
  .has_ghosts = TRUE,
  .update = price_chart_update,
  .draw = price_chart_draw,
  .describe = price_chart_describe,
  .write_csv = price_chart_write_csv,
};
