/* ob-past.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-past.h"

#include "ob-evidence-private.h"

#include <math.h>

typedef struct
{
  ObRecord *records[OB_N_SERIES];
  GArray *booms; /* of ObBoom */
  ObYardstick yardstick;
} Past;

static void
read_record (gpointer data, const xmlNode *node)
{
  Past *past = data;
  g_autofree char *id = ob_evidence_read_attribute (node, "series");
  ObRecord *record;
  ObSeries series;

  if (!ob_series_from_id (id, &series) || past->records[series] != NULL)
    {
      g_warning ("The evidence names an unknown series or one twice, “%s”", id);
      return;
    }

  record = g_new0 (ObRecord, 1);
  record->series = series;
  record->source = ob_evidence_read_attribute (node, "source");
  record->grade = ob_evidence_read_grade (node);
  record->first_year = (int) ob_evidence_read_number (node, "from");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "what"))
        record->what = ob_evidence_read_words (child);
      else if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "year")
               && record->n_years < OB_RECORD_MAX_YEARS)
        record->value[record->n_years++] = ob_evidence_read_number (child, "value");
    }
  past->records[series] = record;
}

static void
read_boom (gpointer data, const xmlNode *node)
{
  Past *past = data;
  ObBoom boom = {
    .id = ob_evidence_read_attribute (node, "id"),
    .name = "",
    .period = "",
    .outcome = "",
    .years = ob_evidence_read_number (node, "years"),
    .low = ob_evidence_read_number (node, "low"),
    .high = ob_evidence_read_number (node, "high"),
    .source = ob_evidence_read_attribute (node, "source"),
    .citation = ob_evidence_read_attribute (node, "citation"),
    .grade = ob_evidence_read_grade (node),
  };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "name"))
        boom.name = ob_evidence_read_words (child);
      else if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "period"))
        boom.period = ob_evidence_read_words (child);
      else if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "outcome"))
        boom.outcome = ob_evidence_read_words (child);
    }
  g_array_append_val (past->booms, boom);
}

static void
read_yardstick (gpointer data, const xmlNode *node)
{
  ((Past *) data)->yardstick = (ObYardstick){
    .onset = (int) ob_evidence_read_number (node, "onset"),
    .year = (int) ob_evidence_read_number (node, "year"),
    .gdp = ob_evidence_read_number (node, "gdp"),
    .growth = ob_evidence_read_number (node, "growth"),
    .source = ob_evidence_read_attribute (node, "source"),
  };
}

static Past *
load_past (void)
{
  Past *past = g_new0 (Past, 1);
  g_autoptr (ObXmlDoc) doc = ob_evidence_load ();
  const xmlNode *root;

  past->booms = g_array_new (FALSE, FALSE, sizeof (ObBoom));
  past->yardstick.gdp = NAN;
  past->yardstick.source = "";
  if (doc == NULL)
    return past;

  root = xmlDocGetRootElement (doc);
  ob_evidence_read_elements (root, "records", "record", read_record, past);
  ob_evidence_read_elements (root, "booms", "boom", read_boom, past);
  ob_evidence_read_elements (root, "booms", "yardstick", read_yardstick, past);

  return past;
}

static const Past *
get_past (void)
{
  static gsize past = 0;

  if (g_once_init_enter (&past))
    g_once_init_leave (&past, (gsize) load_past ());

  return (const Past *) past;
}

const ObRecord *
ob_past_get_record (ObSeries series)
{
  g_return_val_if_fail (series < OB_N_SERIES, NULL);

  return get_past ()->records[series];
}

gboolean
ob_record_get (const ObRecord *self, int year, double *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (year < self->first_year || year - self->first_year >= (int) self->n_years)
    return FALSE;

  *value = self->value[year - self->first_year];

  return TRUE;
}

guint
ob_past_get_n_booms (void)
{
  return get_past ()->booms->len;
}

const ObBoom *
ob_past_get_boom (guint index)
{
  const Past *past = get_past ();

  g_return_val_if_fail (index < past->booms->len, NULL);

  return &g_array_index (past->booms, ObBoom, index);
}

const ObYardstick *
ob_past_get_yardstick (void)
{
  return &get_past ()->yardstick;
}

double
ob_yardstick_get_gdp (const ObYardstick *self, double time)
{
  g_return_val_if_fail (self != NULL, NAN);

  /* A year's figure stands for its middle. */
  return self->gdp * pow (1. + self->growth, time - (self->year + 0.5));
}
