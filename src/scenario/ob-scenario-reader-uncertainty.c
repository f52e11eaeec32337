/* ob-scenario-reader-uncertainty.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-number.h"
#include "ob-scenario-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of one that must be there; FALSE, with a fault, if it is not a number. */
static gboolean
read_number (ObReader *reader, xmlNode *node, const char *name, double *number)
{
  g_autofree char *text = ob_reader_require_attribute (reader, node, name, _ ("a number"));

  if (text == NULL)
    return FALSE;
  if (ob_number_from_string (text, number))
    return TRUE;

  ob_reader_refuse_value (reader, node, name, text, _ ("a number"));
  return FALSE;
}

/* FALSE if it is missing or not known, which is a fault unless the file is newer. */
static gboolean
read_lever (ObReader *reader, xmlNode *node, const char *name, ObParameter *parameter)
{
  g_autofree char *id =
    ob_reader_require_attribute (reader, node, name, _ ("the id of a parameter"));

  if (id == NULL)
    return FALSE;
  if (ob_parameter_from_id (id, parameter))
    return TRUE;

  if (!reader->newer)
    ob_reader_refuse_value (reader, node, name, id, _ ("the id of a parameter"));
  return FALSE;
}

static gboolean
read_kind (ObReader *reader, xmlNode *node, ObDistributionKind *kind)
{
  const char *expected = "uniform, triangular, pert, lognormal";
  g_autofree char *id = ob_reader_require_attribute (reader, node, "kind", expected);

  if (id == NULL)
    return FALSE;
  if (ob_distribution_kind_from_id (id, kind) && *kind != OB_DISTRIBUTION_FIXED)
    return TRUE;

  if (!reader->newer)
    ob_reader_refuse_value (reader, node, "kind", id, expected);
  return FALSE;
}

static void
read_range (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "parameter", "kind", "low", "mode", "high", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  ObDistribution range = { .mode = NAN };
  g_autofree char *mode = ob_xml_get_attribute (node, "mode");
  g_autofree char *slot = NULL;
  g_autoptr (GError) error = NULL;
  ObParameter parameter;

  if (!read_lever (reader, node, "parameter", &parameter) || !read_kind (reader, node, &range.kind)
      || !read_number (reader, node, "low", &range.low)
      || !read_number (reader, node, "high", &range.high)
      || (mode != NULL && !read_number (reader, node, "mode", &range.mode)))
    return;

  if (reader->content.uncertainty.distributions[parameter].kind != OB_DISTRIBUTION_FIXED)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                           _ ("the parameter is given twice"));
      return;
    }

  if (!ob_distribution_check (&range, parameter, &error))
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);
      return;
    }

  reader->content.uncertainty.distributions[parameter] = range;
  slot = g_strdup_printf ("uncertainty/%s", ob_parameter_get_id (parameter));
  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, FALSE);
}

static void
read_correlation (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "first", "second", "rank", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  ObUncertainty *uncertainty = &reader->content.uncertainty;
  g_autofree char *slot = NULL;
  g_autoptr (GError) error = NULL;
  ObParameter first, second;
  double rank;

  if (!read_lever (reader, node, "first", &first) || !read_lever (reader, node, "second", &second)
      || !read_number (reader, node, "rank", &rank))
    return;

  if (first == second)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                           _ ("expected two different parameters"));
      return;
    }
  if (ob_uncertainty_get_correlation (uncertainty, first, second) != 0)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, _ ("given twice"));
      return;
    }
  if (!ob_uncertainty_set_correlation (uncertainty, first, second, rank, &error))
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);
      return;
    }

  slot = g_strdup_printf ("uncertainty/%s/%s", ob_parameter_get_id (MIN (first, second)),
                          ob_parameter_get_id (MAX (first, second)));
  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, FALSE);
}

void
ob_reader_read_uncertainty (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "seed", NULL };
  static const ObReaderRule rules[] = { { "range", TRUE, read_range },
                                        { "correlation", TRUE, read_correlation },
                                        { NULL } };
  g_autofree char *text = ob_xml_get_attribute (node, "seed");
  int seed;

  if (text != NULL)
    {
      if (ob_number_int_from_string (text, &seed) && seed >= 0)
        reader->content.uncertainty.seed = (guint32) seed;
      else
        ob_reader_refuse_value (reader, node, "seed", text, _ ("a whole number from 0"));
    }

  ob_reader_keep_attributes (reader, node, "uncertainty", known);
  ob_reader_read_children (reader, node, "uncertainty", rules, TRUE);
}
