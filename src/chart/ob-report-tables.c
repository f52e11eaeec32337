/* ob-report-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evidence.h"
#include "ob-published-ranges.h"
#include "ob-quantity.h"
#include "ob-report-private.h"
#include "ob-warning.h"

#include <glib/gi18n-lib.h>

#define GAP 10.
/* A group is not begun with less room than for its head and a few rows, points. */
#define MIN_GROUP_HEIGHT 60.
/* Lines of a source or a note; a longer one is in the scenario. */
#define MAX_NOTE_LINES 30

/* From docs/model.md, "Known limits". */
static const char *const limits[] = {
  N_ ("Shells are not renewed at the end of their life."),
  N_ (
    "Scrapping looks at the price of the last quarter, so a tiny or starved fleet can saw-tooth."),
  N_ ("Replacement is not cut by the funding limit; only growth is."),
  N_ ("The book value ages by half quarters while depreciation uses the closing stock, so its "
      "roll-forward is not exact."),
  N_ ("The share index extrapolates revenue only, not profits or interest rates."),
  N_ (
    "The residual value is a convention; the figures give the net present value without it, too."),
  N_ ("The sector is one firm: there is no difference between a lab, a cloud and a landlord."),
  N_ ("The risk is of a crash in an aggregate. The reference class of infrastructure booms is "
      "small, and remembered because it ended badly."),
  N_ ("Run-rates overstate booked revenue, and the finances of private labs are press estimates."),
};

static void
add_figure (ObReportFlow *flow, const char *label, const char *value)
{
  double width = ob_report_flow_get_width (flow);
  const ObReportCell cells[] = {
    { OB_REPORT_TABLE, label, 0, width * 0.38, 2, FALSE },
    { OB_REPORT_TABLE_BOLD, value, width * 0.39, width * 0.15, 1, TRUE },
  };

  ob_report_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
}

static void
add_money (ObReportFlow *flow, const char *label, double value)
{
  g_autofree char *text = ob_quantity_format (OB_UNIT_BILLION, value);

  add_figure (flow, label, text);
}

void
ob_report_add_metrics (ObReportFlow *flow, const ObRun *run, const ObInputs *inputs)
{
  ob_report_flow_add_text (flow, OB_REPORT_HEADING, _ ("Results"), 1);
  ob_report_flow_add_rule (flow);
  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      g_autofree char *value = ob_metric_format (run, i);

      add_figure (flow, ob_metric_get_label (i), value);
      if (i == OB_METRIC_NPV)
        {
          add_money (flow, _ ("Net present value without the residual value"),
                     ob_run_get_npv_without_residual (run, inputs));
          add_money (flow, _ ("Net present value from here on"),
                     ob_run_get_npv_from_here (run, inputs));
        }
    }
  ob_report_flow_skip (flow, 2 * GAP);
}

/* A row of the table of inputs. */
typedef struct
{
  const char *label;
  const char *value;
  const char *base;
  const char *source;
  gboolean changed;
} Row;

static void
make_cells (ObReportFlow *flow, const Row *row, ObReportStyle style, ObReportCell cells[4])
{
  double width = ob_report_flow_get_width (flow);

  cells[0] = (ObReportCell){ style, row->label, 0, width * 0.24, 3, FALSE };
  cells[1] = (ObReportCell){ style, row->value, width * 0.25, width * 0.14, 2, TRUE };
  cells[2] =
    (ObReportCell){ style == OB_REPORT_TABLE_BOLD && row->changed ? OB_REPORT_TABLE : style,
                    row->base,
                    width * 0.40,
                    width * 0.14,
                    2,
                    TRUE };
  cells[3] = (ObReportCell){ row->changed || style == OB_REPORT_TABLE ? OB_REPORT_TABLE : style,
                             row->source,
                             width * 0.57,
                             width * 0.43,
                             MAX_NOTE_LINES,
                             FALSE };
}

static void
add_head (ObReportFlow *flow)
{
  const Row head = {
    .label = C_ ("report", "Input"),
    .value = C_ ("report", "Value"),
    .base = C_ ("report", "Base case"),
    .source = C_ ("report", "Source and note"),
  };
  ObReportCell cells[4];

  make_cells (flow, &head, OB_REPORT_TABLE_BOLD, cells);
  ob_report_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
  ob_report_flow_add_rule (flow);
}

static void
add_row (ObReportFlow *flow, const Row *row)
{
  ObReportCell cells[4];

  make_cells (flow, row, row->changed ? OB_REPORT_TABLE_BOLD : OB_REPORT_TABLE, cells);
  if (ob_report_flow_need (flow, ob_report_flow_measure_row (flow, cells, G_N_ELEMENTS (cells))))
    add_head (flow);
  ob_report_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
}

static char *
describe_source (ObScenario *scenario, ObParameter parameter)
{
  const ObEvidence *evidence = ob_evidence_get (parameter);
  const char *const parts[] = { evidence->source, evidence->citation, evidence->date };
  const char *note = ob_scenario_get_note (scenario, parameter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (text, "%s, ", parts[i]);
    }
  g_string_append (text, ob_grade_get_label (evidence->grade));
  if (note != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is what a person wrote about a value */
      g_string_append_printf (text, _ ("Note: %s"), note);
    }

  return g_string_free (text, FALSE);
}

static void
add_parameter (ObReportFlow *flow, ObScenario *scenario, ObParameter parameter)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  double number = ob_scenario_get_value (scenario, parameter);
  gboolean changed = number != info->value;
  g_autofree char *label =
    g_strdup_printf ("%s%s", changed ? "● " : "", ob_parameter_get_label (parameter));
  g_autofree char *value = ob_quantity_format (info->unit, number);
  g_autofree char *base = ob_quantity_format (info->unit, info->value);
  g_autofree char *source = describe_source (scenario, parameter);
  const Row row = { label, value, base, source, changed };

  add_row (flow, &row);
}

static char *
describe_history (const ObHistory *history, guint i)
{
  return i < history->n_years ? ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, history->capex[i])
                              : g_strdup ("");
}

static void
add_history (ObReportFlow *flow, const ObHistory *history)
{
  ObInputs base;

  ob_inputs_init (&base);
  for (guint i = 0; i < history->n_years; i++)
    {
      int year = history->first_year + (int) i;
      int place = year - base.history.first_year;
      gboolean known = place >= 0 && place < (int) base.history.n_years;
      gboolean changed = !known || history->capex[i] != base.history.capex[place];
      g_autofree char *label = g_strdup_printf ("%s%d", changed ? "● " : "", year);
      g_autofree char *value = describe_history (history, i);
      g_autofree char *before =
        known ? describe_history (&base.history, (guint) place) : g_strdup ("");
      const Row row = { label, value, before, "", changed };

      add_row (flow, &row);
    }
}

void
ob_report_add_inputs (ObReportFlow *flow, ObScenario *scenario)
{
  const char *const *sources = ob_scenario_get_sources (scenario);

  ob_report_flow_need (flow, 2 * MIN_GROUP_HEIGHT);
  ob_report_flow_add_text (flow, OB_REPORT_HEADING, _ ("Inputs"), 1);
  ob_report_flow_add_text (
    flow, OB_REPORT_SMALL,
    _ ("A dot and bold type mark what differs from the base case. The source "
       "is that of the base case; a note is the author’s."),
    2);
  for (guint i = 0; sources[i] != NULL; i++)
    {
      /* Translators: %s says where a story comes from */
      g_autofree char *source = g_strdup_printf (_ ("Source of the story: %s"), sources[i]);

      ob_report_flow_add_text (flow, OB_REPORT_SMALL, source, 3);
    }
  ob_report_flow_skip (flow, GAP / 2);
  add_head (flow);

  for (guint group = 0; group < OB_N_GROUPS; group++)
    {
      ob_report_flow_skip (flow, GAP / 2);
      if (ob_report_flow_need (flow, MIN_GROUP_HEIGHT))
        add_head (flow);
      ob_report_flow_add_text (flow, OB_REPORT_TABLE_BOLD, ob_group_get_label (group), 1);
      for (guint i = 0; i < OB_N_PARAMETERS; i++)
        {
          if (ob_parameter_get_info (i)->group == group)
            add_parameter (flow, scenario, i);
        }
    }

  ob_report_flow_skip (flow, GAP / 2);
  if (ob_report_flow_need (flow, MIN_GROUP_HEIGHT))
    add_head (flow);
  ob_report_flow_add_text (flow, OB_REPORT_TABLE_BOLD, _ ("Capex before the start"), 1);
  add_history (flow, &ob_scenario_get_inputs (scenario)->history);
  ob_report_flow_skip (flow, 2 * GAP);
}

static void
add_item (ObReportFlow *flow, const char *text)
{
  double width = ob_report_flow_get_width (flow);
  const ObReportCell cells[] = {
    { OB_REPORT_TABLE, "•", 0, 10, 1, FALSE },
    { OB_REPORT_TABLE, text, 10, width - 10, MAX_NOTE_LINES, FALSE },
  };

  ob_report_flow_add_row (flow, cells, G_N_ELEMENTS (cells));
}

/* A value beyond what anybody has published is worth a second look. */
static gboolean
add_unusual (ObReportFlow *flow, ObScenario *scenario, ObParameter parameter)
{
  ObUnit unit = ob_parameter_get_info (parameter)->unit;
  double number = ob_scenario_get_value (scenario, parameter);
  g_autofree char *value = NULL;
  g_autofree char *range = NULL;
  g_autofree char *text = NULL;

  if (ob_published_range_contains (parameter, number))
    return FALSE;

  value = ob_quantity_format (unit, number);
  range = ob_published_range_format (parameter);
  /* Translators: an input, its value and the range of values that have been published */
  text = g_strdup_printf (_ ("%s: %s is outside the published range, %s."),
                          ob_parameter_get_label (parameter), value, range);
  add_item (flow, text);

  return TRUE;
}

void
ob_report_add_warnings (ObReportFlow *flow, ObScenario *scenario, const ObRun *run)
{
  g_autoptr (GPtrArray) warnings = ob_warnings_find (ob_scenario_get_inputs (scenario), run);
  gboolean unusual = FALSE;

  ob_report_flow_need (flow, 2 * MIN_GROUP_HEIGHT);
  ob_report_flow_add_text (flow, OB_REPORT_HEADING, _ ("Warnings"), 1);
  ob_report_flow_add_rule (flow);
  for (guint i = 0; i < warnings->len; i++)
    add_item (flow, ((const ObWarning *) warnings->pdata[i])->sentence);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    unusual = add_unusual (flow, scenario, i) || unusual;
  if (run->irr_state == OB_IRR_SEVERAL)
    add_item (flow, _ ("The flows change sign more than once: there is no single internal rate "
                       "of return."));
  if (!unusual)
    add_item (flow, _ ("Every input lies within what has been published."));
  ob_report_flow_skip (flow, GAP);

  ob_report_flow_need (flow, 2 * MIN_GROUP_HEIGHT);
  ob_report_flow_add_text (flow, OB_REPORT_HEADING, _ ("What the model leaves out"), 1);
  ob_report_flow_add_rule (flow);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    add_item (flow, _ (limits[i]));
}
