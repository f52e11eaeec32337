/* test-evidence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evidence.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
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

static void
test_schema (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("OVERBUILD_DATA_DIR"), "overbuild-evidence-1.rng", NULL);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (schema);
  xmlDoc *doc = load_document ();

  g_assert_nonnull (schema);
  g_assert_cmpint (xmlRelaxNGValidateDoc (validator, doc), ==, 0);
  xmlFreeDoc (doc);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/threads", test_threads);
  g_test_add_func ("/evidence/parameters", test_parameters);
  g_test_add_func ("/evidence/ids", test_ids);
  g_test_add_func ("/evidence/schema", test_schema);
  g_test_add_func ("/evidence/articles", test_articles);
  g_test_add_func ("/evidence/grades", test_grades);

  return g_test_run ();
}
