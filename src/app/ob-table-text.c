/* ob-table-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-table-text.h"

#include "ob-axis.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The last decimal that is shown, in the unit of the header. */
static double
get_step (ObUnit unit)
{
  switch (unit)
    {
    case OB_UNIT_PRICE:
      return 0.001;
    case OB_UNIT_RATIO:
    case OB_UNIT_LOG_ODDS:
      return 0.01;
    case OB_UNIT_BILLION:
    case OB_UNIT_BILLION_PER_YEAR:
      /* Whole ones where a language writes smaller units. */
      return ob_quantity_get_display_factor (unit) > 1 ? 1 : 0.1;
    default:
      return 0.1;
    }
}

static double
get_value (const ObRun *run, guint quarter, guint column)
{
  ObSeries series = column - 1;

  return run->series[series][quarter]
         * ob_quantity_get_display_factor (ob_series_get_unit (series));
}

char *
ob_table_text_get_title (guint column)
{
  const char *unit;

  g_return_val_if_fail (column < OB_TABLE_N_COLUMNS, NULL);

  if (column == 0)
    return g_strdup (C_ ("table", "Quarter"));

  unit = ob_quantity_get_unit_label (ob_series_get_unit (column - 1));

  return g_strdup_printf ("%s\n%s", ob_series_get_label (column - 1), unit);
}

char *
ob_table_text_format (const ObRun *run, guint quarter, guint column)
{
  double value;
  double step;

  g_return_val_if_fail (run != NULL, NULL);
  g_return_val_if_fail (quarter < OB_N_QUARTERS && column < OB_TABLE_N_COLUMNS, NULL);

  if (column == 0)
    return ob_quarter_format (run->start_year, quarter);

  value = get_value (run, quarter, column);
  if (!isfinite (value))
    return g_strdup ("–");

  /* Zero has no sign, also when it is rounded. */
  step = get_step (ob_series_get_unit (column - 1));
  if (fabs (value) < step / 2)
    value = 0;

  return ob_axis_format_number (value, step);
}

char *
ob_table_text_describe (const ObRun *run, guint quarter, guint column)
{
  g_autofree char *text = ob_table_text_format (run, quarter, column);

  if (column == 0)
    return g_steal_pointer (&text);

  /* Translators: a cell of a table: what it is, the number, its unit:
   * "Capex: 770.0 $bn/yr". */
  return g_strdup_printf (C_ ("table", "%s: %s %s"), ob_series_get_label (column - 1), text,
                          ob_quantity_get_unit_label (ob_series_get_unit (column - 1)));
}

static void
append_header (GString *tsv)
{
  g_string_append (tsv, C_ ("table", "Quarter"));

  for (ObSeries series = 0; series < OB_N_SERIES; series++)
    {
      const char *unit = ob_quantity_get_unit_label (ob_series_get_unit (series));

      g_string_append_printf (tsv, "\t%s", ob_series_get_label (series));
      if (*unit != '\0')
        g_string_append_printf (tsv, " (%s)", unit);
    }
  g_string_append_c (tsv, '\n');
}

char *
ob_table_text_get_tsv (const ObRun *run, const guint *quarters, guint n)
{
  GString *tsv;

  g_return_val_if_fail (run != NULL, NULL);
  g_return_val_if_fail (quarters != NULL || n == 0, NULL);

  tsv = g_string_new (NULL);
  append_header (tsv);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *quarter = ob_quarter_to_string (run->start_year, quarters[i]);

      g_string_append (tsv, quarter);
      for (guint column = 1; column < OB_TABLE_N_COLUMNS; column++)
        {
          double value = get_value (run, quarters[i], column);
          char number[G_ASCII_DTOSTR_BUF_SIZE] = "";

          /* As percent a share has digits that it did not have before: 15 are
           * those that mean something. */
          if (isfinite (value))
            g_ascii_formatd (number, sizeof number, "%.15g", value);
          g_string_append_printf (tsv, "\t%s", number);
        }
      g_string_append_c (tsv, '\n');
    }

  return g_string_free (tsv, FALSE);
}
