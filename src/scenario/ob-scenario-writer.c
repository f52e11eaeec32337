/* ob-scenario-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-number.h"
#include "ob-odds-map.h"
#include "ob-scenario-file.h"
#include "ob-scenario-private.h"
#include "ob-xml-node.h"

#include <math.h>

typedef struct
{
  GString *text;
  const ObExtras *extras;
} Writer;

static void
append_attribute (Writer *writer, const char *name, const char *value)
{
  g_string_append_printf (writer->text, " %s=\"", name);
  ob_xml_append_escaped (writer->text, value, TRUE);
  g_string_append_c (writer->text, '"');
}

static void
append_number (Writer *writer, const char *name, double value)
{
  g_autofree char *text = ob_number_to_string (value);

  append_attribute (writer, name, text);
}

static void
append_extra_attributes (Writer *writer, const char *slot)
{
  g_string_append (writer->text, ob_extras_get_attributes (writer->extras, slot));
}

static void
append_extra_nodes (Writer *writer, const char *slot, const char *before, const char *after)
{
  GPtrArray *nodes = ob_extras_get_nodes (writer->extras, slot);

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    g_string_append_printf (writer->text, "%s%s%s", before,
                            (const char *) g_ptr_array_index (nodes, i), after);
}

static gboolean
has_extras (Writer *writer, const char *slot)
{
  return ob_extras_get_nodes (writer->extras, slot) != NULL
         || *ob_extras_get_attributes (writer->extras, slot) != '\0';
}

/* Ends a row, which stands on one line with what is kept of it. */
static void
end_row (Writer *writer, const char *element, const char *slot, const char *inside)
{
  GPtrArray *nodes = ob_extras_get_nodes (writer->extras, slot);

  append_extra_attributes (writer, slot);
  if (inside == NULL && (nodes == NULL || nodes->len == 0))
    {
      g_string_append (writer->text, "/>\n");
      return;
    }

  g_string_append_c (writer->text, '>');
  g_string_append (writer->text, inside != NULL ? inside : "");
  append_extra_nodes (writer, slot, "", "");
  g_string_append_printf (writer->text, "</%s>\n", element);
}

/* An element of text; without text it is left out, unless something of it is
 * kept. */
static void
append_text (Writer *writer,
             const char *indent,
             const char *element,
             const char *slot,
             const char *value)
{
  if ((value == NULL || *value == '\0') && !has_extras (writer, slot))
    return;

  g_string_append_printf (writer->text, "%s<%s", indent, element);
  append_extra_attributes (writer, slot);
  g_string_append_c (writer->text, '>');
  ob_xml_append_escaped (writer->text, value != NULL ? value : "", FALSE);
  g_string_append_printf (writer->text, "</%s>", element);
}

static void
append_head (Writer *writer, const ObScenarioContent *content)
{
  const struct
  {
    const char *element;
    const char *value;
  } texts[] = { { "title", content->title },
                { "description", content->description },
                { "author", content->author },
                { "created", content->lineage->created },
                { "modified", content->lineage->changed } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize before = writer->text->len;

      append_text (writer, "  ", texts[i].element, texts[i].element, texts[i].value);
      if (writer->text->len > before)
        g_string_append_c (writer->text, '\n');
    }

  if (content->lineage->template_id != NULL)
    {
      g_string_append (writer->text, "  <origin");
      append_attribute (writer, "template", content->lineage->template_id);
      end_row (writer, "origin", "origin", NULL);
    }

  if (content->sources[0] == NULL && !has_extras (writer, "sources"))
    return;

  g_string_append (writer->text, "  <sources");
  append_extra_attributes (writer, "sources");
  g_string_append (writer->text, ">\n");
  for (guint i = 0; content->sources[i] != NULL; i++)
    {
      g_autofree char *slot = g_strdup_printf ("sources/%u", i);

      /* An empty source is kept: the slots are counted. */
      g_string_append (writer->text, "    <source");
      append_extra_attributes (writer, slot);
      g_string_append_c (writer->text, '>');
      ob_xml_append_escaped (writer->text, content->sources[i], FALSE);
      g_string_append (writer->text, "</source>\n");
    }
  append_extra_nodes (writer, "sources", "    ", "\n");
  g_string_append (writer->text, "  </sources>\n");
}

/* @prefix: of the slots of a pin, which stand @indent further in; both "" for the
 * scenario itself */
static void
append_history (Writer *writer, const ObInputs *inputs, const char *prefix, const char *indent)
{
  g_autofree char *history = g_strdup_printf ("%shistory", prefix);
  g_autofree char *inner = g_strdup_printf ("%s    ", indent);

  g_string_append_printf (writer->text, "%s  <history start=\"%d\"", indent,
                          ob_inputs_get_start_year (inputs));
  append_extra_attributes (writer, history);
  g_string_append (writer->text, ">\n");
  for (guint i = 0; i < inputs->history.n_years; i++)
    {
      int year = inputs->history.first_year + (int) i;
      g_autofree char *slot = g_strdup_printf ("%s/%d", history, year);

      g_string_append_printf (writer->text, "%s<year number=\"%d\"", inner, year);
      append_number (writer, "capex", inputs->history.capex[i]);
      end_row (writer, "year", slot, NULL);
    }
  append_extra_nodes (writer, history, inner, "\n");
  g_string_append_printf (writer->text, "%s  </history>\n", indent);
}

/* @notes, @locked: (nullable) (array fixed-size=OB_N_PARAMETERS) */
static void
append_parameters (Writer *writer,
                   const ObInputs *inputs,
                   char *const *notes,
                   const gboolean *locked,
                   const char *prefix,
                   const char *indent)
{
  g_autofree char *parameters = g_strdup_printf ("%sparameters", prefix);
  g_autofree char *inner = g_strdup_printf ("%s    ", indent);

  g_string_append_printf (writer->text, "%s  <parameters", indent);
  append_extra_attributes (writer, parameters);
  g_string_append (writer->text, ">\n");
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const char *id = ob_parameter_get_id (i);
      g_autofree char *slot = g_strdup_printf ("%s/%s", parameters, id);
      g_autofree char *note_slot = g_strdup_printf ("%s/note", slot);
      Writer note = { g_string_new (NULL), writer->extras };

      append_text (&note, "", "note", note_slot, notes != NULL ? notes[i] : NULL);
      g_string_append_printf (writer->text, "%s<parameter", inner);
      append_attribute (writer, "id", id);
      append_number (writer, "value", inputs->value[i]);
      if (locked != NULL && locked[i])
        append_attribute (writer, "locked", "yes");
      end_row (writer, "parameter", slot, note.text->len > 0 ? note.text->str : NULL);
      g_string_free (note.text, TRUE);
    }
  append_extra_nodes (writer, parameters, inner, "\n");
  g_string_append_printf (writer->text, "%s  </parameters>\n", indent);
}

static void
append_range (Writer *writer, ObParameter parameter, const ObDistribution *distribution)
{
  g_autofree char *slot = g_strdup_printf ("uncertainty/%s", ob_parameter_get_id (parameter));

  if (distribution->kind == OB_DISTRIBUTION_FIXED)
    return;

  g_string_append (writer->text, "    <range");
  append_attribute (writer, "parameter", ob_parameter_get_id (parameter));
  append_attribute (writer, "kind", ob_distribution_kind_get_id (distribution->kind));
  append_number (writer, "low", distribution->low);
  if (!isnan (distribution->mode))
    append_number (writer, "mode", distribution->mode);
  append_number (writer, "high", distribution->high);
  end_row (writer, "range", slot, NULL);
}

static void
append_correlation (Writer *writer, const ObCorrelation *correlation)
{
  const char *first = ob_parameter_get_id (correlation->a);
  const char *second = ob_parameter_get_id (correlation->b);
  g_autofree char *slot = g_strdup_printf ("uncertainty/%s/%s", first, second);

  g_string_append (writer->text, "    <correlation");
  append_attribute (writer, "first", first);
  append_attribute (writer, "second", second);
  append_number (writer, "rank", correlation->rank);
  end_row (writer, "correlation", slot, NULL);
}

/* Left out where nothing is uncertain. */
static void
append_uncertainty (Writer *writer, const ObUncertainty *uncertainty)
{
  ObUncertainty nothing;

  ob_uncertainty_init (&nothing);
  if (ob_uncertainty_equal (uncertainty, &nothing) && !has_extras (writer, "uncertainty"))
    return;

  g_string_append_printf (writer->text, "  <uncertainty seed=\"%u\"", uncertainty->seed);
  append_extra_attributes (writer, "uncertainty");
  g_string_append (writer->text, ">\n");
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    append_range (writer, p, &uncertainty->distributions[p]);
  for (guint i = 0; i < uncertainty->n_correlations; i++)
    append_correlation (writer, &uncertainty->correlations[i]);
  append_extra_nodes (writer, "uncertainty", "    ", "\n");
  g_string_append (writer->text, "  </uncertainty>\n");
}

/* Left out where nothing is kept. */
static void
append_discovery (Writer *writer, const ObDiscovery *discovery)
{
  if (discovery->n_limits == 0 && !has_extras (writer, "discovery"))
    return;

  g_string_append (writer->text, "  <discovery");
  append_attribute (writer, "metric", ob_metric_get_id (discovery->target.metric));
  append_number (writer, discovery->target.below ? "below" : "above", discovery->target.threshold);
  append_number (writer, "coverage", discovery->coverage);
  append_number (writer, "density", discovery->density);
  append_number (writer, "share", discovery->share);
  append_number (writer, "draws", discovery->n_draws);
  append_number (writer, "seed", discovery->seed);
  append_attribute (writer, "inputs", discovery->digest);
  append_extra_attributes (writer, "discovery");
  g_string_append (writer->text, ">\n");
  for (guint i = 0; i < discovery->n_limits; i++)
    {
      const ObDiscoveryLimit *limit = &discovery->limits[i];
      const char *id = ob_parameter_get_id (limit->lever);
      g_autofree char *slot = g_strdup_printf ("discovery/%s", id);

      g_string_append (writer->text, "    <limit");
      append_attribute (writer, "parameter", id);
      if (isfinite (limit->low))
        append_number (writer, "low", limit->low);
      if (isfinite (limit->high))
        append_number (writer, "high", limit->high);
      end_row (writer, "limit", slot, NULL);
    }
  append_extra_nodes (writer, "discovery", "    ", "\n");
  g_string_append (writer->text, "  </discovery>\n");
}

static void
append_axis (Writer *writer,
             const char *direction,
             ObParameter parameter,
             double minimum,
             double maximum)
{
  g_autofree char *slot = g_strdup_printf ("view/%s", direction);

  g_string_append (writer->text, "    <axis");
  append_attribute (writer, "direction", direction);
  append_attribute (writer, "parameter", ob_parameter_get_id (parameter));
  append_number (writer, "minimum", minimum);
  append_number (writer, "maximum", maximum);
  end_row (writer, "axis", slot, NULL);
}

static void
append_family (Writer *writer, const ObOverlay *overlay)
{
  g_autoptr (GString) values = g_string_new (NULL);

  if (overlay->family == OB_N_PARAMETERS)
    return;

  for (guint i = 0; i < overlay->n_values; i++)
    {
      g_autofree char *value = ob_number_to_string (overlay->values[i]);

      g_string_append_printf (values, "%s%s", i > 0 ? " " : "", value);
    }

  g_string_append (writer->text, "    <family");
  append_attribute (writer, "parameter", ob_parameter_get_id (overlay->family));
  append_attribute (writer, "values", values->str);
  end_row (writer, "family", "view/family", NULL);
}

static void
append_view (Writer *writer, ObScenario *scenario)
{
  const ObScenarioContent *content = ob_scenario_get_content (scenario);
  const ObPlane *plane = &content->plane;
  double from, to;

  g_string_append_printf (writer->text, "  <view quarter=\"%u\"",
                          ob_scenario_get_quarter (scenario));
  if (ob_scenario_get_range (scenario, &from, &to))
    {
      append_number (writer, "from", from);
      append_number (writer, "to", to);
    }
  if (content->overlay.risk_lines)
    append_attribute (writer, "risk-lines", "yes");
  if (!content->overlay.payback_band)
    append_attribute (writer, "payback-band", "no");
  if (content->overlay.risk_band)
    append_attribute (writer, "risk-band", "yes");
  if (content->overlay.risk_level != OB_ODDS_MAP_RISK)
    append_number (writer, "risk-level", content->overlay.risk_level);
  if (content->overlay.single_draws)
    append_attribute (writer, "single-draws", "yes");
  append_extra_attributes (writer, "view");
  g_string_append (writer->text, ">\n");
  append_axis (writer, "x", plane->x, plane->x_min, plane->x_max);
  append_axis (writer, "y", plane->y, plane->y_min, plane->y_max);
  append_family (writer, &content->overlay);
  append_extra_nodes (writer, "view", "    ", "\n");
  g_string_append (writer->text, "  </view>\n");
}

static void
append_pins (Writer *writer, const ObScenarioContent *content)
{
  guint n = 0;

  for (guint i = 0; i < OB_N_PINS; i++)
    n += content->pins[i] != NULL;
  if (n == 0 && !has_extras (writer, "pins"))
    return;

  g_string_append (writer->text, "  <pins");
  append_extra_attributes (writer, "pins");
  g_string_append (writer->text, ">\n");
  for (guint i = 0; i < OB_N_PINS; i++)
    {
      const ObPin *pin = content->pins[i];
      g_autofree char *slot = g_strdup_printf ("pins/%s", ob_pin_get_letter (i));
      g_autofree char *prefix = g_strdup_printf ("%s/", slot);

      if (pin == NULL)
        continue;

      g_string_append (writer->text, "    <pin");
      append_attribute (writer, "letter", ob_pin_get_letter (i));
      if (*pin->name != '\0')
        append_attribute (writer, "name", pin->name);
      if (*pin->description != '\0')
        append_attribute (writer, "description", pin->description);
      if (*pin->author != '\0')
        append_attribute (writer, "author", pin->author);
      append_extra_attributes (writer, slot);
      g_string_append (writer->text, ">\n");
      append_history (writer, &pin->inputs, prefix, "    ");
      append_parameters (writer, &pin->inputs, NULL, NULL, prefix, "    ");
      append_extra_nodes (writer, slot, "      ", "\n");
      g_string_append (writer->text, "    </pin>\n");
    }
  append_extra_nodes (writer, "pins", "    ", "\n");
  g_string_append (writer->text, "  </pins>\n");
}

static char *
format_metric (const ObRun *run, ObMetric metric)
{
  double value = run->metric[metric];

  if (metric == OB_METRIC_IRR && run->irr_state != OB_IRR_FOUND)
    return g_strdup (run->irr_state == OB_IRR_SEVERAL ? "several" : "none");
  if (!isfinite (value))
    return NULL;
  if (ob_metric_get_unit (metric) != OB_UNIT_QUARTER)
    return ob_number_to_string (value);
  return value < 0 ? g_strdup ("never") : ob_quarter_to_string (run->start_year, (guint) value);
}

static void
append_results (Writer *writer, const ObRun *run)
{
  g_string_append (writer->text, "  <results");
  append_extra_attributes (writer, "results");
  g_string_append (writer->text, ">\n");
  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      const char *id = ob_metric_get_id (i);
      g_autofree char *slot = g_strdup_printf ("results/%s", id);
      g_autofree char *value = format_metric (run, i);

      if (value == NULL)
        continue;

      g_string_append (writer->text, "    <metric");
      append_attribute (writer, "id", id);
      append_attribute (writer, "value", value);
      end_row (writer, "metric", slot, NULL);
    }
  append_extra_nodes (writer, "results", "    ", "\n");
  g_string_append (writer->text, "  </results>\n");
}

GBytes *
ob_scenario_to_bytes (ObScenario *self, const ObRun *run)
{
  const ObScenarioContent *content;
  g_autofree ObRun *computed = NULL;
  Writer writer;

  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  content = ob_scenario_get_content (self);
  if (run == NULL)
    {
      computed = g_new (ObRun, 1);
      ob_run (&content->inputs, computed);
      run = computed;
    }

  writer.text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  writer.extras = content->lineage->extras;

  g_string_append_printf (writer.text, "<scenario xmlns=\"%s\" format=\"%d\"",
                          OB_SCENARIO_NAMESPACE, OB_SCENARIO_FORMAT_VERSION);
  append_attribute (&writer, "program", PACKAGE_VERSION);
  append_attribute (&writer, "model", OB_MODEL_VERSION);
  append_extra_attributes (&writer, "");
  g_string_append (writer.text, ">\n");

  append_head (&writer, content);
  append_history (&writer, &content->inputs, "", "");
  append_parameters (&writer, &content->inputs, content->notes, content->locked, "", "");
  append_uncertainty (&writer, &content->uncertainty);
  append_discovery (&writer, &content->discovery);
  append_view (&writer, self);
  append_pins (&writer, content);
  append_results (&writer, run);
  append_extra_nodes (&writer, "", "  ", "\n");

  g_string_append (writer.text, "</scenario>\n");
  return g_string_free_to_bytes (writer.text);
}
