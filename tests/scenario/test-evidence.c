/* test-evidence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-disagreement.h"
#include "ob-evidence.h"
#include "ob-published-ranges.h"
#include "ob-test-schema.h"

#include <libxml/parser.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

static xmlDoc *
load_document (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("OVERBUILD_DATA_DIR"), "evidence", "evidence.xml", NULL);
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

static gpointer
get_first (gpointer data)
{
  return (gpointer) ob_evidence_get (0);
}

static void
test_threads (void)
{
  GThread *threads[4];

  /* The first to ask reads it; all get the same. */
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("evidence", get_first, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == ob_evidence_get (0));
}

static void
test_parameters (void)
{
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      const ObEvidence *evidence = ob_evidence_get (i);
      gsize length = strlen (evidence->default_reason);

      g_test_message ("%s", info->id);

      /* One sentence, or two joined, on one line: catalogues join lines. */
      g_assert_cmpuint (length, >, 20);
      g_assert_cmpint (evidence->default_reason[length - 1], ==, '.');
      g_assert_null (strchr (evidence->default_reason, '\n'));
      g_assert_null (strstr (evidence->default_reason, "  "));
      g_assert_null (strstr (evidence->default_reason, ". "));

      g_assert_true (isnan (evidence->low) == isnan (evidence->high));
      if (!isnan (evidence->low))
        {
          g_assert_cmpfloat (evidence->low, <=, evidence->high);
          g_assert_cmpfloat (evidence->low, <=, info->maximum);
          g_assert_cmpfloat (evidence->high, >=, info->minimum);
          g_assert_cmpfloat (evidence->low, <=, info->value);
          g_assert_cmpfloat (evidence->high, >=, info->value);
        }

      for (guint k = 0; k < evidence->n_values; k++)
        {
          const ObEvidenceValue *value = &evidence->values[k];

          g_assert_cmpstr (value->source, !=, "");
          g_assert_cmpfloat (value->low, <=, value->high);
          g_assert_cmpfloat (value->low, >=, info->minimum);
          g_assert_cmpfloat (value->high, <=, info->maximum);
        }

      if (evidence->grade == OB_GRADE_JUDGEMENT)
        {
          g_assert_cmpstr (evidence->source, ==, "");
          g_assert_cmpstr (evidence->citation, ==, "");
          g_assert_cmpstr (evidence->date, ==, "");
        }
      else
        {
          g_assert_cmpstr (evidence->source, !=, "");
          g_assert_cmpstr (evidence->citation, !=, "");
        }
    }
}

/* The file says something of each parameter once, and of nothing else. */
static void
test_ids (void)
{
  xmlDoc *doc = load_document ();
  guint seen[OB_N_PARAMETERS] = { 0 };

  for (xmlNode *list = xmlDocGetRootElement (doc)->children; list != NULL; list = list->next)
    {
      if (!xmlStrEqual (list->name, BAD_CAST "parameters"))
        continue;

      for (xmlNode *node = list->children; node != NULL; node = node->next)
        {
          xmlChar *id = xmlGetProp (node, BAD_CAST "id");
          ObParameter parameter;

          if (id == NULL)
            continue;

          g_test_message ("%s", (const char *) id);
          g_assert_true (ob_parameter_from_id ((const char *) id, &parameter));
          seen[parameter]++;
          xmlFree (id);
        }
    }
  xmlFreeDoc (doc);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

/* The sources at the ends of a range say what its ends are, and the middle is one
 * of them or lies between two. */
static void
test_disagreements (void)
{
  ObDisagreement all[OB_N_PARAMETERS];
  ObTornadoRange ranges[OB_N_PARAMETERS];
  ObDisagreement said;
  guint n = ob_disagreement_get_all (all);
  guint n_ranges = ob_disagreement_get_own_ranges (ranges);

  g_assert_cmpuint (n, >=, 10);
  for (guint i = 0; i < n; i++)
    {
      const ObTornadoRange *range = &all[i].range;
      const ObEvidence *evidence = ob_evidence_get (range->parameter);
      guint n_found = 0;

      g_assert_cmpfloat (range->low, <, range->high);
      g_assert_cmpstr (all[i].low_source, !=, "");
      g_assert_cmpstr (all[i].high_source, !=, "");
      g_assert_true (isnan (range->middle) == (evidence->n_values < 2));
      if (evidence->n_values == 0)
        {
          g_assert_cmpstr (all[i].low_source, ==, evidence->source);
          g_assert_cmpfloat (range->low, ==, evidence->low);
          g_assert_cmpfloat (range->high, ==, evidence->high);
          continue;
        }

      for (guint k = 0; k < evidence->n_values; k++)
        {
          const ObEvidenceValue *value = &evidence->values[k];

          g_assert_cmpfloat (value->low, >=, range->low);
          g_assert_cmpfloat (value->high, <=, range->high);
          n_found += value->low == range->low && value->source == all[i].low_source;
          n_found += value->high == range->high && value->source == all[i].high_source;
        }
      g_assert_cmpuint (n_found, ==, 2);
    }

  g_assert_true (ob_disagreement_init (&said, OB_PARAMETER_LIFESPAN));
  g_assert_cmpstr (said.low_source, ==, "Michael Burry");
  g_assert_cmpfloat (said.range.middle, ==, 5.5);
  /* What we made up ourselves is no source. */
  g_assert_false (ob_disagreement_init (&said, OB_PARAMETER_ELASTICITY_LONG));
  g_assert_false (ob_disagreement_init (&said, OB_PARAMETER_TAX));

  g_assert_cmpuint (n_ranges, >=, 15);
  for (guint i = 0; i < n_ranges; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (ranges[i].parameter);

      g_assert_cmpfloat (ranges[i].low, <, ranges[i].high);
      g_assert_cmpfloat (ranges[i].low, >=, info->minimum);
      g_assert_cmpfloat (ranges[i].high, <=, info->maximum);
    }
}

static void
test_schema (void)
{
  xmlDoc *doc = load_document ();

  g_assert_true (ob_test_schema_accepts (OB_TEST_SCHEMA_EVIDENCE, doc));
  xmlFreeDoc (doc);
}

static void
test_articles (void)
{
  static const char *const ids[] = { "huxiu-2024", "rongyi-2024", "tencent-2024", "star-2024",
                                     "netease-2025" };

  g_assert_cmpuint (ob_evidence_get_n_articles (), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const ObArticle *article = ob_evidence_get_article (i);

      g_assert_cmpstr (article->id, ==, ids[i]);
      g_assert_cmpstr (article->title, !=, "");
      g_assert_cmpstr (article->place, !=, "");
      g_assert_true (g_str_has_prefix (article->date, "202"));
      g_assert_cmpuint (article->n_claims, >, 0);
      for (guint j = 0; j < article->n_claims; j++)
        g_assert_cmpstr (article->claims[j].text, !=, "");
    }
}

static void
test_grades (void)
{
  for (ObGrade i = OB_GRADE_MEASURED; i <= OB_GRADE_JUDGEMENT; i++)
    {
      for (ObGrade j = OB_GRADE_MEASURED; j < i; j++)
        g_assert_cmpstr (ob_grade_get_label (i), !=, ob_grade_get_label (j));
    }
}

/* The base case is within what is published; a step beyond an end is not. */
static void
test_contains (void)
{
  guint n = 0;

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      const ObEvidence *evidence = ob_evidence_get (i);
      g_autofree char *range = ob_published_range_format (i);

      g_assert_true (ob_published_range_contains (i, info->value));
      g_assert_true ((range == NULL) == (isnan (evidence->low) && isnan (evidence->high)));
      if (range == NULL)
        {
          g_assert_true (ob_published_range_contains (i, info->minimum));
          g_assert_true (ob_published_range_contains (i, info->maximum));
          continue;
        }

      g_assert_true (ob_published_range_contains (i, evidence->low));
      g_assert_true (ob_published_range_contains (i, evidence->high));
      g_assert_false (ob_published_range_contains (i, evidence->low - info->step));
      g_assert_false (ob_published_range_contains (i, evidence->high + info->step));
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/threads", test_threads);
  g_test_add_func ("/evidence/parameters", test_parameters);
  g_test_add_func ("/evidence/ids", test_ids);
  g_test_add_func ("/evidence/schema", test_schema);
  g_test_add_func ("/evidence/disagreements", test_disagreements);
  g_test_add_func ("/evidence/contains", test_contains);
  g_test_add_func ("/evidence/articles", test_articles);
  g_test_add_func ("/evidence/grades", test_grades);

  return g_test_run ();
}
