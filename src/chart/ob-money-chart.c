/* ob-money-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-time-history.h"
#include "ob-time-table.h"

#include <glib/gi18n-lib.h>

static const ObSeries series[] = {
  OB_SERIES_CAPEX,
  OB_SERIES_REVENUE,
  OB_SERIES_REQUIRED_REVENUE,
};

static const ObTimeSpec spec = {
  .scale = OB_SCALE_LINEAR,
  .unit = OB_UNIT_BILLION_PER_YEAR,
  .series = series,
  .n_series = G_N_ELEMENTS (series),
  .zero = TRUE,
  .history = TRUE,
  .horizon = TRUE,
};

static void
money_chart_update (ObChart *self)
{
  ob_time_chart_update (self, &spec);
}

static void
money_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  double left;
  double right;

  ob_time_chart_get_margins (self, &spec, page, area, &left, &right);
  ob_time_chart_draw (self, &spec, page, area, left, right, FALSE);
}

static char *
money_chart_get_note (ObChart *self)
{
  g_autofree char *source = ob_time_history_get_source (self, &spec);

  /* Translators: below a chart: where the dots in it come from. */
  return source != NULL ? g_strdup_printf (_ ("dots are actual figures: %s"), source) : NULL;
}

static char *
describe_lines (ObChart *self)
{
  const ObRun *run = &self->results->run;
  const double *capex = run->series[OB_SERIES_CAPEX];
  const double *revenue = run->series[OB_SERIES_REVENUE];
  const double *required = run->series[OB_SERIES_REQUIRED_REVENUE];
  g_autofree char *peak = NULL;
  g_autofree char *peak_quarter = NULL;
  g_autofree char *first = NULL;
  g_autofree char *when = NULL;
  guint highest = 0;
  guint enough = 0;
  guint from = OB_N_QUARTERS;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      if (capex[i] > capex[highest])
        highest = i;
      enough += revenue[i] >= required[i];
    }
  while (from > 0 && revenue[from - 1] >= required[from - 1])
    from--;

  peak = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, capex[highest]);
  peak_quarter = ob_quarter_format (run->start_year, highest);
  /* Translators: a sum of money a year, a quarter: "Q2 2031". */
  first = g_strdup_printf (_ ("Capex peaks at %s in %s."), peak, peak_quarter);

  if (enough == 0)
    return g_strdup_printf (_ ("%s Revenue stays below required revenue throughout."), first);
  if (enough == OB_N_QUARTERS)
    return g_strdup_printf (_ ("%s Revenue is at least what is required throughout."), first);
  if (from == OB_N_QUARTERS)
    return g_strdup_printf (
      _ ("%s Revenue reaches required revenue in %u of %u quarters, but not in the end."), first,
      enough, OB_N_QUARTERS);

  when = ob_quarter_format (run->start_year, from);
  return g_strdup_printf (_ ("%s Revenue passes required revenue for good in %s."), first, when);
}

static char *
money_chart_describe (ObChart *self)
{
  g_autofree char *lines = describe_lines (self);
  g_autofree char *record = ob_time_history_describe (self, &spec);

  if (record == NULL)
    return g_steal_pointer (&lines);

  return g_strdup_printf (C_ ("sentences", "%s %s"), lines, record);
}

static void
money_chart_write_csv (ObChart *self, GString *csv)
{
  ob_time_table_write (self, series, G_N_ELEMENTS (series), TRUE, csv);
}

const ObChartClass ob_money_chart_class = {
  .id = "money",
  .title = NC_ ("chart", "Capex, revenue and the revenue it would take"),
  .spec = &spec,
  .has_ghosts = TRUE,
  .update = money_chart_update,
  .draw = money_chart_draw,
  .describe = money_chart_describe,
  .get_note = money_chart_get_note,
  .write_csv = money_chart_write_csv,
};
