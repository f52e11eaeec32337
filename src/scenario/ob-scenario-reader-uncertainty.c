/* ob-scenario-reader-uncertainty.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-number.h"
#include "ob-scenario-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
      || !ob_reader_require_number (reader, node, "low", &range.low)
      || !ob_reader_require_number (reader, node, "high", &range.high)
      || (mode != NULL && !ob_reader_require_number (reader, node, "mode", &range.mode)))
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

/* Whether they can hold together is seen once all are read. */
static void
read_correlation (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "first", "second", "rank", NULL };
  static const ObReaderRule rules[] = { { NULL } };
  ObUncertainty *uncertainty = &reader->content.uncertainty;
  g_autofree char *slot = NULL;
  g_autoptr (GError) error = NULL;
  ObParameter first, second;
  ObCorrelation pair;
  double rank;

  if (!read_lever (reader, node, "first", &first) || !read_lever (reader, node, "second", &second)
      || !ob_reader_require_number (reader, node, "rank", &rank))
    return;

  if (first == second)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                           _ ("expected two different parameters"));
      return;
    }

  pair = (ObCorrelation){ MIN (first, second), MAX (first, second), rank };
  for (guint i = 0; i < uncertainty->n_correlations; i++)
    {
      if (uncertainty->correlations[i].a == pair.a && uncertainty->correlations[i].b == pair.b)
        {
          ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, _ ("given twice"));
          return;
        }
    }
  if (!ob_correlations_check (&pair, 1, &error))
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, "%s", error->message);
      return;
    }
  if (uncertainty->n_correlations == OB_CORRELATIONS_MAX)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE,
                           _ ("at most %d correlations are possible"), OB_CORRELATIONS_MAX);
      return;
    }

  reader->correlations[uncertainty->n_correlations] = node;
  uncertainty->correlations[uncertainty->n_correlations++] = pair;
  slot = g_strdup_printf ("uncertainty/%s/%s", ob_parameter_get_id (pair.a),
                          ob_parameter_get_id (pair.b));
  ob_reader_keep_attributes (reader, node, slot, known);
  ob_reader_read_children (reader, node, slot, rules, FALSE);
}

/* Once all are read: some can only hold together with those that come after them. */
static void
check_correlations (ObReader *reader)
{
  ObUncertainty *uncertainty = &reader->content.uncertainty;
  const ObUncertainty read = *uncertainty;
  guint n = read.n_correlations;
  g_autoptr (GError) error = NULL;

  if (ob_uncertainty_set_correlations (uncertainty, read.correlations, n, NULL))
    return;

  /* The one to blame is the first that cannot be added. */
  for (guint k = 1; k <= n && error == NULL; k++)
    {
      if (!ob_correlations_check (read.correlations, k, &error))
        ob_reader_add_fault (reader, reader->correlations[k - 1], OB_SCENARIO_ERROR_VALUE, "%s",
                             error->message);
    }
  uncertainty->n_correlations = 0;
}

void
ob_reader_read_uncertainty (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "seed", NULL };
  static const ObReaderRule rules[] = { { "range", TRUE, read_range },
                                        { "correlation", TRUE, read_correlation },
                                        { NULL } };
  ObUncertainty *uncertainty = &reader->content.uncertainty;
  g_autofree char *text = ob_xml_get_attribute (node, "seed");
  int seed;

  if (text != NULL)
    {
      if (ob_number_int_from_string (text, &seed) && seed >= 0)
        uncertainty->seed = (guint32) seed;
      else
        ob_reader_refuse_value (reader, node, "seed", text, _ ("a whole number from 0"));
    }

  ob_reader_keep_attributes (reader, node, "uncertainty", known);
  ob_reader_read_children (reader, node, "uncertainty", rules, TRUE);

  check_correlations (reader);
}
