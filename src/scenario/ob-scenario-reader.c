/* ob-scenario-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-reader.h"

#include "ob-number.h"
#include "ob-scenario-reader-private.h"
#include "ob-template.h"
#include "ob-xml-guard.h"
#include "ob-xml-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Without the version. */
#define NAMESPACE_STEM "urn:overbuild:scenario:"

static void
add_fault_at (ObReader *reader, guint line, ObScenarioError code, const char *message)
{
  if (reader->faults->len < OB_SCENARIO_MAX_FAULTS)
    g_ptr_array_add (reader->faults, g_error_new (OB_SCENARIO_ERROR, (int) code, "%s:%u: %s",
                                                  reader->file_name, line, message));
}

void
ob_reader_add_fault (ObReader *reader, xmlNode *node, ObScenarioError code, const char *format, ...)
{
  g_autofree char *element = ob_xml_describe (node);
  g_autofree char *message = NULL;
  g_autofree char *located = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  located = g_strdup_printf ("%s: %s", element, message);
  add_fault_at (reader, (guint) MAX (xmlGetLineNo (node), 1), code, located);
}

char *
ob_reader_require_attribute (ObReader *reader,
                             xmlNode *node,
                             const char *name,
                             const char *expected)
{
  char *value = ob_xml_get_attribute (node, name);

  if (value == NULL)
    /* Translators: %s are the name of an attribute and what it should hold. */
    ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_FORMAT, _ ("“%s” is missing, expected %s"),
                         name, expected);
  return value;
}

gboolean
ob_reader_require_number (ObReader *reader, xmlNode *node, const char *name, double *number)
{
  g_autofree char *text = ob_reader_require_attribute (reader, node, name, _ ("a number"));

  if (text == NULL)
    return FALSE;
  if (ob_number_from_string (text, number))
    return TRUE;

  ob_reader_refuse_value (reader, node, name, text, _ ("a number"));
  return FALSE;
}

void
ob_reader_refuse_value (ObReader *reader,
                        xmlNode *node,
                        const char *name,
                        const char *value,
                        const char *expected)
{
  g_autofree char *quoted = ob_xml_quote (value);

  /* Translators: the name of an attribute, what it holds, what it should hold. */
  ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, _ ("“%s” is “%s”, expected %s"), name,
                       quoted, expected);
}

void
ob_reader_keep_attributes (ObReader *reader,
                           xmlNode *node,
                           const char *slot,
                           const char *const *known)
{
  g_autofree char *attributes = ob_xml_dump_attributes (node, known);

  if (*attributes != '\0')
    ob_extras_add_attributes (reader->extras, slot, attributes);
}

void
ob_reader_keep_node (ObReader *reader, xmlNode *node, const char *slot)
{
  g_autofree char *text = ob_xml_dump_node (node, OB_SCENARIO_NAMESPACE);

  ob_extras_add_node (reader->extras, slot, text);
}

void
ob_reader_read_children (ObReader *reader,
                         xmlNode *parent,
                         const char *slot,
                         const ObReaderRule *rules,
                         gboolean strict)
{
  guint seen = 0;

  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      gboolean ours = child->type == XML_ELEMENT_NODE
                      && g_str_equal (ob_xml_get_namespace (child), reader->name_space);
      guint i = 0;

      while (ours && rules[i].name != NULL && !ob_xml_is (child, reader->name_space, rules[i].name))
        i++;

      if (ours && rules[i].name != NULL)
        {
          if (!rules[i].repeats && (seen & (1u << i)))
            ob_reader_add_fault (reader, child, OB_SCENARIO_ERROR_VALUE, _ ("given twice"));
          else
            rules[i].read (reader, child);
          seen |= 1u << i;
        }
      else if (ours && strict)
        {
          if (!reader->newer)
            ob_reader_add_fault (reader, child, OB_SCENARIO_ERROR_FORMAT,
                                 _ ("not expected in <%s>, expected <%s>"),
                                 ob_xml_get_name (parent), rules[0].name);
        }
      else if (child->type == XML_ELEMENT_NODE || child->type == XML_COMMENT_NODE
               || child->type == XML_PI_NODE)
        {
          ob_reader_keep_node (reader, child, slot);
        }
      else if (ob_xml_is_text (child))
        {
          g_autofree char *quoted =
            ob_xml_quote (child->content != NULL ? (const char *) child->content : "");

          ob_reader_add_fault (reader, parent, OB_SCENARIO_ERROR_FORMAT,
                               _ ("text is not expected: “%s”"), quoted);
        }
    }
}

char *
ob_reader_read_text (ObReader *reader, xmlNode *node, const char *slot)
{
  static const char *const known[] = { NULL };
  g_autofree char *text = ob_xml_get_text (node);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        {
          g_autofree char *element = ob_xml_describe (child);

          ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_FORMAT,
                               _ ("%s is not expected, only text"), element);
        }
    }
  ob_reader_keep_attributes (reader, node, slot, known);

  return ob_scenario_clean_text (text);
}

static void
read_title (ObReader *reader, xmlNode *node)
{
  g_free (reader->content.title);
  reader->content.title = ob_reader_read_text (reader, node, "title");
}

static void
read_description (ObReader *reader, xmlNode *node)
{
  g_free (reader->content.description);
  reader->content.description = ob_reader_read_text (reader, node, "description");
}

static void
read_author (ObReader *reader, xmlNode *node)
{
  g_free (reader->content.author);
  reader->content.author = ob_reader_read_text (reader, node, "author");
}

static char *
read_date (ObReader *reader, xmlNode *node, const char *slot)
{
  g_autofree char *text = g_strstrip (ob_reader_read_text (reader, node, slot));
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (text, utc);

  if (date == NULL)
    {
      g_autofree char *quoted = ob_xml_quote (text);

      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                           _ ("“%s” is not a time, expected one such as %s"), quoted,
                           "2026-07-01T12:00:00Z");
    }

  return g_steal_pointer (&text);
}

static void
read_created (ObReader *reader, xmlNode *node)
{
  reader->created = read_date (reader, node, "created");
}

static void
read_modified (ObReader *reader, xmlNode *node)
{
  reader->changed = read_date (reader, node, "modified");
}

static void
read_origin (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "template", NULL };
  static const ObReaderRule rules[] = { { NULL } };

  reader->template_id =
    ob_reader_require_attribute (reader, node, "template", _ ("the id of a template"));
  ob_reader_keep_attributes (reader, node, "origin", known);
  ob_reader_read_children (reader, node, "origin", rules, FALSE);
}

static void
read_source (ObReader *reader, xmlNode *node)
{
  g_autofree char *slot = g_strdup_printf ("sources/%u", reader->sources->len);

  g_ptr_array_add (reader->sources, ob_reader_read_text (reader, node, slot));
}

static void
read_sources (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { NULL };
  static const ObReaderRule rules[] = { { "source", TRUE, read_source }, { NULL } };

  ob_reader_keep_attributes (reader, node, "sources", known);
  ob_reader_read_children (reader, node, "sources", rules, FALSE);
}

/* Results are read last, when the start year is known. */
static void
remember_results (ObReader *reader, xmlNode *node)
{
  reader->results = node;
}

/* The format version that the namespace names, or 0. */
static int
get_namespace_version (xmlNode *root)
{
  const char *name_space = ob_xml_get_namespace (root);
  int version;

  if (g_str_has_prefix (name_space, NAMESPACE_STEM)
      && ob_number_int_from_string (name_space + strlen (NAMESPACE_STEM), &version))
    return version;
  return 0;
}

static void
read_scenario (ObReader *reader, xmlNode *root)
{
  static const char *const known[] = { "format", "program", "model", NULL };
  static const ObReaderRule rules[] = {
    { "title", FALSE, read_title },
    { "description", FALSE, read_description },
    { "author", FALSE, read_author },
    { "created", FALSE, read_created },
    { "modified", FALSE, read_modified },
    { "origin", FALSE, read_origin },
    { "sources", FALSE, read_sources },
    { "history", FALSE, ob_reader_read_history },
    { "parameters", FALSE, ob_reader_read_parameters },
    { "uncertainty", FALSE, ob_reader_read_uncertainty },
    { "discovery", FALSE, ob_reader_read_discovery },
    { "view", FALSE, ob_reader_read_view },
    { "pins", FALSE, ob_reader_read_pins },
    { "results", FALSE, remember_results },
    { NULL },
  };
  int version = get_namespace_version (root);
  g_autofree char *format = NULL;
  int number;

  if (!g_str_equal (ob_xml_get_name (root), "scenario") || version < 1)
    {
      ob_reader_add_fault (reader, root, OB_SCENARIO_ERROR_FORMAT,
                           _ ("expected <scenario xmlns=\"%s\">"), OB_SCENARIO_NAMESPACE);
      return;
    }

  format = ob_reader_require_attribute (reader, root, "format", _ ("the version of the format"));
  if (format == NULL)
    return;
  if (!ob_number_int_from_string (format, &number) || number < 1)
    {
      ob_reader_refuse_value (reader, root, "format", format, _ ("a number from 1"));
      return;
    }

  reader->name_space = ob_xml_get_namespace (root);
  reader->newer = MAX (version, number) > OB_SCENARIO_FORMAT_VERSION;
  reader->record.read_only = reader->newer;
  reader->record.program = ob_xml_get_attribute (root, "program");
  reader->record.model = ob_xml_get_attribute (root, "model");

  ob_reader_keep_attributes (reader, root, "", known);
  ob_reader_read_children (reader, root, "", rules, FALSE);
  if (reader->results != NULL)
    ob_reader_read_results (reader, reader->results);
}

static ObLineage *
make_lineage (ObReader *reader, gboolean resolve_origin)
{
  g_autoptr (ObScenario) origin = NULL;

  if (resolve_origin && reader->template_id != NULL && ob_template_exists (reader->template_id))
    origin = ob_template_load (reader->template_id, NULL);

  return ob_lineage_new (reader->template_id,
                         origin != NULL ? ob_scenario_get_inputs (origin) : NULL, reader->created,
                         reader->changed, reader->extras);
}

static ObScenario *
make_scenario (ObReader *reader, gboolean resolve_origin)
{
  ObScenario *scenario;

  if (reader->sources->len > 0)
    {
      g_ptr_array_add (reader->sources, NULL);
      g_strfreev (reader->content.sources);
      reader->content.sources = (char **) g_ptr_array_steal (reader->sources, NULL);
    }

  ob_lineage_unref (reader->content.lineage);
  reader->content.lineage = make_lineage (reader, resolve_origin);

  scenario = ob_scenario_new_from_content (&reader->content);
  ob_scenario_set_quarter (scenario, reader->quarter);
  ob_scenario_set_range (scenario, reader->range[0], reader->range[1]);

  *ob_scenario_get_record (scenario) = reader->record;
  reader->record = (ObScenarioRecord){ 0 };

  return scenario;
}

ObScenario *
ob_scenario_read (GBytes *bytes, const char *name, gboolean resolve_origin, GPtrArray *faults)
{
  ObReader reader = { .file_name = name, .faults = faults, .prefix = "" };
  ObScenario *scenario = NULL;
  g_autoptr (ObXmlDoc) doc = NULL;
  g_autoptr (GError) error = NULL;
  guint line = 1;
  guint n_before;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  n_before = faults->len;
  data = g_bytes_get_data (bytes, &size);
  if (size > OB_SCENARIO_MAX_SIZE)
    {
      g_ptr_array_add (faults, g_error_new (OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_TOO_LARGE,
                                            _ ("%s: larger than %d bytes, the most that is read"),
                                            name, OB_SCENARIO_MAX_SIZE));
      return NULL;
    }

  if (ob_xml_guard_check (data, size, &line, &error))
    doc = ob_xml_parse (data, size, &line, &error);
  if (doc == NULL)
    {
      add_fault_at (&reader, line, OB_SCENARIO_ERROR_SYNTAX, error->message);
      return NULL;
    }

  ob_scenario_content_init (&reader.content);
  reader.extras = ob_extras_new ();
  reader.years = g_array_new (FALSE, FALSE, sizeof (int));
  reader.sources = g_ptr_array_new_with_free_func (g_free);
  reader.start_year = ob_inputs_get_start_year (&reader.content.inputs);

  read_scenario (&reader, xmlDocGetRootElement (doc));
  if (faults->len == n_before)
    scenario = make_scenario (&reader, resolve_origin);

  ob_scenario_content_clear (&reader.content);
  ob_scenario_record_clear (&reader.record);
  g_free (reader.template_id);
  g_free (reader.created);
  g_free (reader.changed);
  ob_extras_unref (reader.extras);
  g_array_unref (reader.years);
  g_ptr_array_unref (reader.sources);

  return scenario;
}
