/* ob-scenario-reader-discovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-number.h"
#include "ob-scenario-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* An end of a limit; open without the attribute. */
static gboolean
read_end (ObReader *reader, xmlNode *node, const char *name, double open, double *end)
{
  g_autofree char *text = ob_xml_get_attribute (node, name);

  *end = open;
  return text == NULL || ob_reader_require_number (reader, node, name, end);
}

static gboolean
read_whole_number (ObReader *reader, xmlNode *node, const char *name, guint32 *number)
{
  g_autofree char *text =
    ob_reader_require_attribute (reader, node, name, _ ("a whole number from 0"));
  int value;

  if (text == NULL)
    return FALSE;
  if (ob_number_int_from_string (text, &value) && value >= 0)
    {
      *number = (guint32) value;
      return TRUE;
    }

  ob_reader_refuse_value (reader, node, name, text, _ ("a whole number from 0"));
  return FALSE;
}

/* What is not known is a fault unless the file is newer; then the box is left out. */
static void
read_limit (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "parameter", "low", "high", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  ObDiscovery *discovery = &reader->content.discovery;
  g_autofree char *id =
    ob_reader_require_attribute (reader, node, "parameter", _ ("the id of a parameter"));
  g_autofree char *slot = NULL;
  ObDiscoveryLimit limit;
  guint place;

  if (id == NULL)
    return;
  if (!ob_parameter_from_id (id, &limit.lever))
    {
      if (reader->newer)
        reader->skip_discovery = TRUE;
      else
        ob_reader_refuse_value (reader, node, "parameter", id, _ ("the id of a parameter"));
      return;
    }
  if (!read_end (reader, node, "low", -INFINITY, &limit.low)
      || !read_end (reader, node, "high", INFINITY, &limit.high))
    return;

  if (discovery->n_limits == OB_PRIM_MAX_LIMITS)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                           _ ("at most %d limits are possible"), OB_PRIM_MAX_LIMITS);
      return;
    }

  place = discovery->n_limits++;
  for (; place > 0 && discovery->limits[place - 1].lever > limit.lever; place--)
    discovery->limits[place] = discovery->limits[place - 1];
  discovery->limits[place] = limit;

  slot = g_strdup_printf ("discovery/%s", id);
  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, FALSE);
}

static gboolean
read_target (ObReader *reader, xmlNode *node, ObStudyTarget *target)
{
  g_autofree char *metric =
    ob_reader_require_attribute (reader, node, "metric", "npv, bubble_risk");
  g_autofree char *above = ob_xml_get_attribute (node, "above");

  if (metric == NULL)
    return FALSE;
  if (!ob_metric_from_id (metric, &target->metric)
      || (target->metric != OB_METRIC_NPV && target->metric != OB_METRIC_BUBBLE_RISK))
    {
      if (reader->newer)
        reader->skip_discovery = TRUE;
      else
        ob_reader_refuse_value (reader, node, "metric", metric, "npv, bubble_risk");
      return FALSE;
    }

  target->below = above == NULL;

  return ob_reader_require_number (reader, node, above == NULL ? "below" : "above",
                                   &target->threshold);
}

void
ob_reader_read_discovery (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "metric", "below", "above", "coverage", "density",
                                       "share",  "draws", "seed",  "inputs",   NULL };
  static const ObReaderRule rules[] = { { "limit", TRUE, read_limit }, { NULL } };
  ObDiscovery *discovery = &reader->content.discovery;
  const guint n_before = reader->faults->len;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  ob_reader_keep_attributes (reader, node, "discovery", known);
  ob_reader_read_children (reader, node, "discovery", rules, TRUE);
  if (read_target (reader, node, &discovery->target)
      && ob_reader_require_number (reader, node, "coverage", &discovery->coverage)
      && ob_reader_require_number (reader, node, "density", &discovery->density)
      && ob_reader_require_number (reader, node, "share", &discovery->share)
      && read_whole_number (reader, node, "draws", &discovery->n_draws)
      && read_whole_number (reader, node, "seed", &discovery->seed))
    digest = ob_reader_require_attribute (reader, node, "inputs", _ ("64 hexadecimal digits"));
  if (digest != NULL && strlen (digest) == OB_DISCOVERY_DIGEST_LENGTH)
    g_strlcpy (discovery->digest, digest, sizeof discovery->digest);

  if (reader->faults->len == n_before && !reader->skip_discovery)
    {
      if (discovery->n_limits == 0)
        ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_FORMAT, _ ("expected a <limit>"));
      else if (!ob_discovery_check (discovery, &error))
        ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);
    }
  if (reader->skip_discovery)
    ob_discovery_init (discovery);
}
