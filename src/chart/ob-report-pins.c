/* ob-report-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-report-private.h"

#include <glib/gi18n-lib.h>

#define GAP 10.
/* The section is not begun with less room, nor a part of it, points. */
#define MIN_HEIGHT      120.
#define MIN_PART_HEIGHT 60.
/* Of the width, for what stands before the columns. */
#define LABEL_SHARE 0.28
/* The scenario and its pins. */
#define MAX_COLUMNS (OB_N_PINS + 1)

static const ObMetric metrics[] = {
  OB_METRIC_NPV,         OB_METRIC_IRR,           OB_METRIC_PAYBACK,
  OB_METRIC_BUBBLE_RISK, OB_METRIC_PEAK_CRASH_2Y, OB_METRIC_PV_CAPEX,
};

/* A table of a column for the scenario and one for each pin. */
typedef struct
{
  ObReportFlow *flow;
  guint n;
  char *head[MAX_COLUMNS];
  const ObInputs *inputs[MAX_COLUMNS];
  const ObRun *run[MAX_COLUMNS];
} Table;

static void
table_init (Table *table,
            ObReportFlow *flow,
            ObScenario *scenario,
            const ObRun *run,
            const ObGhosts *ghosts)
{
  *table = (Table){ .flow = flow, .n = 1 };
  table->head[0] = g_strdup (C_ ("comparison", "Now"));
  table->inputs[0] = ob_scenario_get_inputs (scenario);
  table->run[0] = run;

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      if (ghosts->pins[i] == NULL)
        continue;
      table->head[table->n] = ob_pin_format_title (ghosts->pins[i], i);
      table->inputs[table->n] = &ghosts->pins[i]->inputs;
      table->run[table->n++] = &ghosts->results[i]->run;
    }
}

static void
table_clear (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    g_free (table->head[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* What differs from the scenario is bold. */
static void
make_cells (const Table *table,
            const char *label,
            char *const *texts,
            gboolean head,
            ObReportCell *cells)
{
  const double width = ob_report_flow_get_width (table->flow);
  const double step = width * (1 - LABEL_SHARE) / table->n;
  const int lines = head ? 4 : 2;

  cells[0] = (ObReportCell){
    head ? OB_REPORT_TABLE_BOLD : OB_REPORT_TABLE, label, 0, width * LABEL_SHARE - GAP, lines, FALSE
  };
  for (guint i = 0; i < table->n; i++)
    {
      const gboolean bold = head || (i > 0 && !g_str_equal (texts[i], texts[0]));

      cells[1 + i] = (ObReportCell){ bold ? OB_REPORT_TABLE_BOLD : OB_REPORT_TABLE,
                                     texts[i],
                                     width * LABEL_SHARE + i * step,
                                     step - GAP / 2,
                                     lines,
                                     TRUE };
    }
}

static void
add_head (const Table *table)
{
  ObReportCell cells[1 + MAX_COLUMNS];

  make_cells (table, "", table->head, TRUE, cells);
  ob_report_flow_add_row (table->flow, cells, 1 + table->n);
  ob_report_flow_add_rule (table->flow);
}

/* Takes @texts, one for each column. */
static void
add_row (const Table *table, const char *label, char **texts)
{
  ObReportCell cells[1 + MAX_COLUMNS];

  make_cells (table, label, texts, FALSE, cells);
  if (ob_report_flow_need (table->flow,
                           ob_report_flow_measure_row (table->flow, cells, 1 + table->n)))
    add_head (table);
  ob_report_flow_add_row (table->flow, cells, 1 + table->n);
  for (guint i = 0; i < table->n; i++)
    g_free (texts[i]);
}

static void
add_part (const Table *table, const char *title)
{
  ob_report_flow_skip (table->flow, GAP / 2);
  if (ob_report_flow_need (table->flow, MIN_PART_HEIGHT))
    add_head (table);
  ob_report_flow_add_text (table->flow, OB_REPORT_TABLE_BOLD, title, 1);
}

static gboolean
differs (const Table *table, ObParameter parameter)
{
  for (guint i = 1; i < table->n; i++)
    {
      if (table->inputs[i]->value[parameter] != table->inputs[0]->value[parameter])
        return TRUE;
    }

  return FALSE;
}

/* The year of the last figure and that figure say which history it is. */
static char *
describe_history (const ObHistory *history)
{
  g_autofree char *last = NULL;

  if (history->n_years == 0)
    return g_strdup (C_ ("history", "None"));

  last = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, history->capex[history->n_years - 1]);
  /* Translators: the last year of a table and its capex. */
  return g_strdup_printf (C_ ("history", "to %d: %s"),
                          history->first_year + (int) history->n_years - 1, last);
}

static gboolean
has_other_history (const Table *table)
{
  ObInputs inputs = *table->inputs[0];

  for (guint i = 1; i < table->n; i++)
    {
      inputs.history = table->inputs[i]->history;
      if (!ob_inputs_equal (&inputs, table->inputs[0]))
        return TRUE;
    }

  return FALSE;
}

static void
add_inputs (const Table *table)
{
  char *texts[MAX_COLUMNS];
  gboolean any = FALSE;

  add_part (table, _ ("Inputs that differ"));
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (!differs (table, p))
        continue;
      for (guint i = 0; i < table->n; i++)
        texts[i] = ob_quantity_format (ob_parameter_get_info (p)->unit, table->inputs[i]->value[p]);
      add_row (table, ob_parameter_get_label (p), texts);
      any = TRUE;
    }
  if (has_other_history (table))
    {
      for (guint i = 0; i < table->n; i++)
        texts[i] = describe_history (&table->inputs[i]->history);
      add_row (table, _ ("Capex before the start"), texts);
      any = TRUE;
    }
  if (!any)
    ob_report_flow_add_text (table->flow, OB_REPORT_TABLE, _ ("No input differs."), 1);
}

void
ob_report_add_pins (ObReportFlow *flow,
                    ObScenario *scenario,
                    const ObRun *run,
                    const ObGhosts *ghosts)
{
  g_auto (Table) table = { 0 };
  char *texts[MAX_COLUMNS];

  if (ghosts == NULL || ghosts->n == 0)
    return;

  table_init (&table, flow, scenario, run, ghosts);
  ob_report_flow_need (flow, MIN_HEIGHT);
  ob_report_flow_add_text (flow, OB_REPORT_HEADING, _ ("Pinned scenarios"), 1);
  add_head (&table);
  for (guint k = 0; k < G_N_ELEMENTS (metrics); k++)
    {
      for (guint i = 0; i < table.n; i++)
        texts[i] = ob_metric_format (table.run[i], metrics[k]);
      add_row (&table, ob_metric_get_label (metrics[k]), texts);
    }
  add_inputs (&table);
  ob_report_flow_skip (flow, 2 * GAP);
}
