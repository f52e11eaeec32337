/* ob-time-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-time-table.h"

#include "ob-csv.h"
#include "ob-past.h"
#include "ob-time-fan.h"
#include "ob-time-ghosts.h"
#include "ob-time-history.h"

#define QUARTERS_A_YEAR 4

/* A recorded year stands in each of its quarters. */
static void
append_records (ObChart *self, const ObSeries *series, guint n_series, int year, GString *csv)
{

  for (guint k = 0; k < n_series; k++)
    {
      double value;

      if (ob_past_get_record (series[k]) == NULL)
        continue;

      if (ob_time_history_get_record (self, series[k], year, &value))
        ob_csv_append_cell (csv, value);
      else
        g_string_append_c (csv, ',');
    }
}

void
ob_time_table_write (ObChart *self,
                     const ObSeries *series,
                     guint n_series,
                     gboolean history,
                     GString *csv)
{
  const ObRun *run = &self->results->run;
  int start_year = run->start_year;

  g_string_append (csv, "quarter");
  for (guint k = 0; k < n_series; k++)
    g_string_append_printf (csv, ",%s", ob_series_get_id (series[k]));
  g_string_append (csv, ",phase,binding");
  for (guint k = 0; history && k < n_series; k++)
    {
      if (ob_past_get_record (series[k]) != NULL)
        g_string_append_printf (csv, ",actual_%s", ob_series_get_id (series[k]));
    }
  ob_time_fan_append_header (self, series, n_series, csv);
  ob_time_ghosts_append_header (self, series, n_series, csv);
  g_string_append_c (csv, '\n');

  /* Spending is even within a year of history; nothing else is known of it. */
  for (guint i = history ? ob_time_history_get_years (self) : 0; i > 0; i--)
    {
      for (int quarter = 1; quarter <= QUARTERS_A_YEAR; quarter++)
        {
          g_string_append_printf (csv, "%dQ%d", start_year - (int) i, quarter);
          ob_csv_append_cell (csv, ob_time_history_get_capex (self, i));
          for (guint k = 1; k < n_series; k++)
            g_string_append_c (csv, ',');
          g_string_append (csv, ",,");
          append_records (self, series, n_series, -(int) i, csv);
          ob_time_fan_append_row (self, series, n_series, -(int) i * QUARTERS_A_YEAR, csv);
          ob_time_ghosts_append_row (self, series, n_series,
                                     quarter - 1 - (int) i * QUARTERS_A_YEAR, csv);
          g_string_append_c (csv, '\n');
        }
    }

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      g_autofree char *quarter = ob_quarter_to_string (start_year, i);

      g_string_append (csv, quarter);
      for (guint k = 0; k < n_series; k++)
        ob_csv_append_cell (csv, run->series[series[k]][i]);
      g_string_append_printf (csv, ",%s,%s", ob_phase_get_id (run->phase[i]),
                              ob_binding_get_id (run->binding[i]));
      if (history)
        append_records (self, series, n_series, (int) i / QUARTERS_A_YEAR, csv);
      ob_time_fan_append_row (self, series, n_series, (int) i, csv);
      ob_time_ghosts_append_row (self, series, n_series, (int) i, csv);
      g_string_append_c (csv, '\n');
    }
}
