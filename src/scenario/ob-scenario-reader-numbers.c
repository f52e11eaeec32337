/* ob-scenario-reader-numbers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-number.h"
#include "ob-scenario-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
read_year (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "number", "capex", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  ObHistory *history = &reader->content.inputs.history;
  g_autofree char *number = ob_reader_require_attribute (reader, node, "number", _ ("a year"));
  g_autofree char *capex =
    ob_reader_require_attribute (reader, node, "capex", _ ("a number in $B"));
  g_autofree char *slot = NULL;
  g_autoptr (GError) error = NULL;
  ObHistory single = { 0, 1, { 0 } };
  int last;

  if (number == NULL || capex == NULL)
    return;

  if (!ob_number_int_from_string (number, &single.first_year))
    {
      ob_reader_refuse_value (reader, node, "number", number, _ ("a year"));
      return;
    }
  if (!ob_number_from_string (capex, &single.capex[0]))
    {
      ob_reader_refuse_value (reader, node, "capex", capex, _ ("a number in $B"));
      return;
    }

  for (guint i = 0; i < reader->years->len; i++)
    {
      if (g_array_index (reader->years, int, i) == single.first_year)
        {
          ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                               _ ("the year %d is given twice"), single.first_year);
          return;
        }
    }

  /* At a gap the table goes on from the year given, so that one slip is one fault. */
  if (reader->years->len > 0)
    {
      last = g_array_index (reader->years, int, reader->years->len - 1);
      if (single.first_year != last + 1)
        ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                             _ ("the year is %d, expected %d"), single.first_year, last + 1);
    }
  else
    {
      history->first_year = single.first_year;
      history->n_years = 0;
    }

  if (!ob_history_check (&single, &error))
    ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);

  g_array_append_val (reader->years, single.first_year);
  if (reader->years->len > OB_HISTORY_MAX_YEARS)
    {
      if (reader->years->len == OB_HISTORY_MAX_YEARS + 1)
        ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                             _ ("more than %d years of history"), OB_HISTORY_MAX_YEARS);
      return;
    }
  history->capex[history->n_years++] = single.capex[0];

  slot = g_strdup_printf ("%shistory/%d", reader->prefix, single.first_year);
  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, FALSE);
}

void
ob_reader_read_history (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "start", NULL };
  static const ObReaderRule rules[] = { { "year", TRUE, read_year }, { NULL } };
  g_autofree char *start = ob_xml_get_attribute (node, "start");
  g_autofree char *slot = g_strdup_printf ("%shistory", reader->prefix);
  guint n_before = reader->faults->len;
  int year;

  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, TRUE);
  if (reader->faults->len > n_before)
    return;

  if (reader->years->len == 0)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_FORMAT,
                           _ ("expected at least one <year>"));
      return;
    }

  reader->start_year = ob_inputs_get_start_year (&reader->content.inputs);
  if (start != NULL && (!ob_number_int_from_string (start, &year) || year != reader->start_year))
    {
      g_autofree char *expected =
        g_strdup_printf (_ ("%d, the year after the last"), reader->start_year);

      ob_reader_refuse_value (reader, node, "start", start, expected);
    }
}

static void
read_note (ObReader *reader, xmlNode *node)
{
  g_autofree char *id = ob_xml_get_attribute (node->parent, "id");
  g_autofree char *slot = g_strdup_printf ("parameters/%s/note", id);
  g_autofree char *note = ob_reader_read_text (reader, node, slot);
  ObParameter parameter;

  if (*note != '\0' && ob_parameter_from_id (id, &parameter))
    reader->content.notes[parameter] = g_steal_pointer (&note);
}

static void
read_lock (ObReader *reader, xmlNode *node, ObParameter parameter)
{
  g_autofree char *locked = ob_xml_get_attribute (node, "locked");

  if (locked == NULL)
    return;

  if (g_str_equal (locked, "yes"))
    reader->content.locked[parameter] = TRUE;
  else if (!g_str_equal (locked, "no"))
    ob_reader_refuse_value (reader, node, "locked", locked, _ ("yes or no"));
}

static void
read_parameter (ObReader *reader, xmlNode *node)
{
  /* A pin has no locks either. */
  static const char *const known[] = { "id", "value", "locked", NULL };
  static const char *const known_of_pin[] = { "id", "value", NULL };
  static const ObReaderRule rules[] = { { "note", FALSE, read_note }, { NULL } };
  /* Nor notes; those that stand there are kept like all that is not known. */
  static const ObReaderRule no_rules[] = { { NULL } };
  g_autofree char *id =
    ob_reader_require_attribute (reader, node, "id", _ ("the id of a parameter"));
  g_autofree char *text = NULL;
  g_autofree char *slot = NULL;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  const ObParameterInfo *info;
  ObParameter parameter;
  double value;

  if (id == NULL)
    return;

  if (!ob_parameter_from_id (id, &parameter))
    {
      if (!reader->newer)
        ob_reader_refuse_value (reader, node, "id", id, _ ("the id of a parameter"));
      return;
    }

  if (reader->has_parameter[parameter])
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                           _ ("the parameter is given twice"));
      return;
    }
  reader->has_parameter[parameter] = TRUE;

  info = ob_parameter_get_info (parameter);
  minimum = ob_number_to_string (info->minimum);
  maximum = ob_number_to_string (info->maximum);
  /* Translators: the range of a parameter and its unit. */
  expected = g_strdup_printf (_ ("a number from %s to %s (%s)"), minimum, maximum,
                              ob_unit_get_symbol (info->unit));
  text = ob_reader_require_attribute (reader, node, "value", expected);
  if (text != NULL && !ob_number_from_string (text, &value))
    ob_reader_refuse_value (reader, node, "value", text, expected);
  else if (text != NULL && !ob_inputs_set (&reader->content.inputs, parameter, value, &error))
    ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);

  slot = g_strdup_printf ("%sparameters/%s", reader->prefix, id);
  if (*reader->prefix == '\0')
    read_lock (reader, node, parameter);
  ob_reader_keep_attributes (reader, node, slot, *reader->prefix == '\0' ? known : known_of_pin);
  ob_reader_read_children (reader, node, slot, *reader->prefix == '\0' ? rules : no_rules, FALSE);
}

void
ob_reader_read_parameters (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { NULL };
  static const ObReaderRule rules[] = { { "parameter", TRUE, read_parameter }, { NULL } };
  g_autofree char *slot = g_strdup_printf ("%sparameters", reader->prefix);

  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, TRUE);
}

static gboolean
read_bound (ObReader *reader, xmlNode *node, const char *name, double *bound)
{
  g_autofree char *text = ob_reader_require_attribute (reader, node, name, _ ("a number"));

  if (text == NULL)
    return FALSE;
  if (ob_number_from_string (text, bound))
    return TRUE;

  ob_reader_refuse_value (reader, node, name, text, _ ("a number"));
  return FALSE;
}

static void
read_axis (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "direction", "parameter", "minimum", "maximum", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  ObPlane *plane = &reader->content.plane;
  g_autofree char *direction =
    ob_reader_require_attribute (reader, node, "direction", _ ("x or y"));
  g_autofree char *id =
    ob_reader_require_attribute (reader, node, "parameter", _ ("the id of a parameter"));
  g_autofree char *slot = NULL;
  gboolean is_y;

  if (direction == NULL || id == NULL)
    return;
  if (!g_str_equal (direction, "x") && !g_str_equal (direction, "y"))
    {
      ob_reader_refuse_value (reader, node, "direction", direction, _ ("x or y"));
      return;
    }

  is_y = *direction == 'y';
  if (reader->has_axis[is_y])
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, _ ("the axis is given twice"));
      return;
    }

  if (!ob_parameter_from_id (id, is_y ? &plane->y : &plane->x))
    {
      if (!reader->newer)
        ob_reader_refuse_value (reader, node, "parameter", id, _ ("the id of a parameter"));
      return;
    }

  if (!read_bound (reader, node, "minimum", is_y ? &plane->y_min : &plane->x_min)
      || !read_bound (reader, node, "maximum", is_y ? &plane->y_max : &plane->x_max))
    return;

  reader->has_axis[is_y] = TRUE;
  slot = g_strdup_printf ("view/%s", direction);
  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, FALSE);
}

/* FALSE if there is anything but numbers, or too many of them. */
static gboolean
read_values (const char *text, ObOverlay *overlay)
{
  g_auto (GStrv) tokens = g_strsplit_set (text, " \t\n\r", -1);

  overlay->n_values = 0;
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (*tokens[i] == '\0')
        continue;
      if (overlay->n_values == OB_FAMILY_MAX
          || !ob_number_from_string (tokens[i], &overlay->values[overlay->n_values]))
        return FALSE;
      overlay->n_values++;
    }

  return overlay->n_values > 0;
}

static void
read_family (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "parameter", "values", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  g_autofree char *expected = g_strdup_printf (
    /* Translators: %d is a number. */
    _ ("1 to %d numbers with spaces between them"), OB_FAMILY_MAX);
  g_autofree char *id =
    ob_reader_require_attribute (reader, node, "parameter", _ ("the id of a parameter"));
  g_autofree char *values = ob_reader_require_attribute (reader, node, "values", expected);
  g_autoptr (GError) error = NULL;
  ObOverlay overlay = reader->content.overlay;

  if (id == NULL || values == NULL)
    return;

  if (!ob_parameter_from_id (id, &overlay.family))
    {
      if (!reader->newer)
        ob_reader_refuse_value (reader, node, "parameter", id, _ ("the id of a parameter"));
      return;
    }

  if (!read_values (values, &overlay))
    {
      if (!reader->newer)
        ob_reader_refuse_value (reader, node, "values", values, expected);
      return;
    }

  if (!ob_overlay_check (&overlay, &error))
    {
      if (!reader->newer)
        ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);
      return;
    }

  reader->content.overlay = overlay;
  ob_reader_keep_attributes (reader, node, "view/family", known);
  ob_reader_read_children (reader, node, "view/family", rules, FALSE);
}

static void
read_flag (ObReader *reader, xmlNode *node, const char *name, gboolean *flag)
{
  g_autofree char *text = ob_xml_get_attribute (node, name);

  if (text == NULL)
    return;

  if (g_str_equal (text, "yes") || g_str_equal (text, "no"))
    *flag = g_str_equal (text, "yes");
  else if (!reader->newer)
    ob_reader_refuse_value (reader, node, name, text, _ ("yes or no"));
}

static void
read_risk_level (ObReader *reader, xmlNode *node)
{
  g_autofree char *text = ob_xml_get_attribute (node, "risk-level");
  g_autofree char *expected = NULL;
  double level;

  if (text == NULL)
    return;

  if (ob_number_from_string (text, &level) && level >= OB_OVERLAY_MIN_RISK
      && level <= OB_OVERLAY_MAX_RISK)
    {
      reader->content.overlay.risk_level = level;
      return;
    }

  if (reader->newer)
    return;

  expected = g_strdup_printf (_ ("%g to %g"), OB_OVERLAY_MIN_RISK, OB_OVERLAY_MAX_RISK);
  ob_reader_refuse_value (reader, node, "risk-level", text, expected);
}

/* What charts over time show: both ends or neither. */
static void
read_range (ObReader *reader, xmlNode *node)
{
  g_autofree char *from = ob_xml_get_attribute (node, "from");
  g_autofree char *to = ob_xml_get_attribute (node, "to");
  g_autofree char *expected = NULL;
  double range[2];

  if (from == NULL && to == NULL)
    return;

  if (from != NULL && to != NULL && ob_number_from_string (from, &range[0])
      && ob_number_from_string (to, &range[1]) && ob_scenario_check_range (range[0], range[1]))
    {
      reader->range[0] = range[0];
      reader->range[1] = range[1];
      return;
    }

  if (reader->newer)
    return;

  /* Translators: about the attributes from and to: two numbers and the least difference
   * of them. */
  expected = g_strdup_printf (_ ("from and to, from %g to %d, %g apart or more"),
                              -OB_SCENARIO_RANGE_HISTORY, OB_N_QUARTERS, OB_SCENARIO_MIN_RANGE);
  if (from != NULL)
    ob_reader_refuse_value (reader, node, "from", from, expected);
  else
    ob_reader_refuse_value (reader, node, "to", to, expected);
}

void
ob_reader_read_view (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "quarter",    "from",         "to",
                                       "risk-lines", "payback-band", "risk-band",
                                       "risk-level", "single-draws", NULL };
  static const ObReaderRule rules[] = { { "axis", TRUE, read_axis },
                                        { "family", FALSE, read_family },
                                        { NULL } };
  g_autofree char *text = ob_xml_get_attribute (node, "quarter");
  g_autoptr (GError) error = NULL;
  guint n_before = reader->faults->len;
  int quarter;

  ob_reader_keep_attributes (reader, node, "view", known);
  ob_reader_read_children (reader, node, "view", rules, FALSE);

  if (text != NULL && ob_number_int_from_string (text, &quarter) && quarter < OB_N_QUARTERS)
    {
      reader->quarter = (guint) quarter;
    }
  else if (text != NULL)
    {
      g_autofree char *expected = g_strdup_printf (_ ("0 to %d"), OB_N_QUARTERS - 1);

      ob_reader_refuse_value (reader, node, "quarter", text, expected);
    }
  read_range (reader, node);
  read_flag (reader, node, "risk-lines", &reader->content.overlay.risk_lines);
  read_flag (reader, node, "payback-band", &reader->content.overlay.payback_band);
  read_flag (reader, node, "risk-band", &reader->content.overlay.risk_band);
  read_risk_level (reader, node);
  read_flag (reader, node, "single-draws", &reader->content.overlay.single_draws);

  if (reader->faults->len > n_before)
    return;
  if (!reader->has_axis[0] && !reader->has_axis[1])
    return;

  if (reader->has_axis[0] && reader->has_axis[1] && ob_plane_check (&reader->content.plane, &error))
    return;

  if (reader->newer)
    ob_plane_init (&reader->content.plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  else if (error != NULL)
    ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);
  else
    ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_FORMAT,
                         _ ("expected an <axis> in both directions, x and y"));
}

/* "2044Q2" as a quarter counted from the start of the projection. */
static gboolean
quarter_from_string (const char *text, int start_year, double *value)
{
  g_autofree char *year_text = g_strndup (text, 4);
  int year;
  int quarter;

  if (strlen (text) != 6 || text[4] != 'Q' || text[5] < '1' || text[5] > '4'
      || !ob_number_int_from_string (year_text, &year))
    return FALSE;

  quarter = (year - start_year) * 4 + (text[5] - '1');
  if (quarter < 0 || quarter >= OB_N_QUARTERS)
    return FALSE;

  *value = quarter;
  return TRUE;
}

static void
read_metric (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "id", "value", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  g_autofree char *id = ob_reader_require_attribute (reader, node, "id", _ ("the id of a metric"));
  g_autofree char *text = NULL;
  g_autofree char *slot = NULL;
  const char *expected;
  gboolean understood;
  ObMetric metric;
  double *value;

  if (id == NULL)
    return;

  if (!ob_metric_from_id (id, &metric))
    {
      if (!reader->newer)
        ob_reader_refuse_value (reader, node, "id", id, _ ("the id of a metric"));
      return;
    }

  if (reader->record.present[metric])
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, _ ("the metric is given twice"));
      return;
    }

  value = &reader->record.metric[metric];
  if (ob_metric_get_unit (metric) == OB_UNIT_QUARTER)
    expected = _ ("a quarter of the projection such as 2030Q1, or “never”");
  else if (metric == OB_METRIC_IRR)
    expected = _ ("a number, “none” or “several”");
  else
    expected = _ ("a number");

  text = ob_reader_require_attribute (reader, node, "value", expected);
  if (text == NULL)
    return;

  if (ob_metric_get_unit (metric) == OB_UNIT_QUARTER && g_str_equal (text, "never"))
    {
      *value = OB_NEVER;
      understood = TRUE;
    }
  else if (ob_metric_get_unit (metric) == OB_UNIT_QUARTER)
    {
      understood = quarter_from_string (text, reader->start_year, value);
    }
  else if (metric == OB_METRIC_IRR && (g_str_equal (text, "none") || g_str_equal (text, "several")))
    {
      *value = NAN;
      understood = TRUE;
    }
  else
    {
      understood = ob_number_from_string (text, value);
    }

  if (!understood)
    {
      ob_reader_refuse_value (reader, node, "value", text, expected);
      return;
    }

  reader->record.present[metric] = TRUE;
  slot = g_strdup_printf ("results/%s", id);
  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, FALSE);
}

void
ob_reader_read_results (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { NULL };
  static const ObReaderRule rules[] = { { "metric", TRUE, read_metric }, { NULL } };

  ob_reader_keep_attributes (reader, node, "results", known);
  ob_reader_read_children (reader, node, "results", rules, FALSE);
}
