/* ob-evidence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evidence-private.h"

#include "ob-data.h"
#include "ob-number.h"
#include "ob-scenario-reader.h"
#include "ob-xml-guard.h"
#include "ob-xml-node.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Read once and kept for the life of the program. */
typedef struct
{
  ObEvidence parameters[OB_N_PARAMETERS];
  GArray *articles; /* of ObArticle */
} Library;

char *
ob_evidence_read_attribute (const xmlNode *node, const char *name)
{
  char *value = ob_xml_get_attribute (node, name);

  return value != NULL ? value : g_strdup ("");
}

double
ob_evidence_read_number (const xmlNode *node, const char *name)
{
  g_autofree char *text = ob_xml_get_attribute (node, name);
  double value;

  return text != NULL && ob_number_from_string (text, &value) ? value : NAN;
}

const char *
ob_evidence_read_words (const xmlNode *node)
{
  g_autofree char *text = ob_xml_get_text (node);

  /* What is not translated is not in the catalogue and needs a home. */
  return g_intern_string (ob_data_translate (text));
}

ObGrade
ob_evidence_read_grade (const xmlNode *node)
{
  g_autofree char *grade = ob_evidence_read_attribute (node, "grade");

  switch (*grade)
    {
    case 'M':
      return OB_GRADE_MEASURED;
    case 'R':
      return OB_GRADE_REPORTED;
    case 'E':
      return OB_GRADE_ESTIMATED;
    default:
      return OB_GRADE_JUDGEMENT;
    }
}

static void
read_value (GArray *values, const xmlNode *node)
{
  ObEvidenceValue value = {
    .source = ob_evidence_read_words (node),
    .low = ob_evidence_read_number (node, "low"),
    .high = ob_evidence_read_number (node, "high"),
    .date = ob_evidence_read_attribute (node, "date"),
  };

  g_array_append_val (values, value);
}

static void
read_parameter (gpointer data, const xmlNode *node)
{
  Library *library = data;
  g_autofree char *id = ob_evidence_read_attribute (node, "id");
  GArray *values;
  ObParameter parameter;
  ObEvidence *evidence;

  if (!ob_parameter_from_id (id, &parameter))
    {
      g_warning ("The evidence names an unknown parameter, “%s”", id);
      return;
    }

  evidence = &library->parameters[parameter];
  evidence->low = ob_evidence_read_number (node, "low");
  evidence->high = ob_evidence_read_number (node, "high");
  evidence->source = ob_evidence_read_attribute (node, "source");
  evidence->citation = ob_evidence_read_attribute (node, "citation");
  evidence->date = ob_evidence_read_attribute (node, "date");
  evidence->grade = ob_evidence_read_grade (node);
  values = g_array_new (FALSE, FALSE, sizeof (ObEvidenceValue));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "reason"))
        evidence->default_reason = ob_evidence_read_words (child);
      else if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "value"))
        read_value (values, child);
    }
  evidence->n_values = values->len;
  evidence->values = (const ObEvidenceValue *) g_array_free (values, FALSE);
}

static void
read_article (gpointer data, const xmlNode *node)
{
  Library *library = data;
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (ObClaim));
  ObArticle article = {
    .id = ob_evidence_read_attribute (node, "id"),
    .author = ob_evidence_read_attribute (node, "author"),
    .title = ob_evidence_read_attribute (node, "title"),
    .place = ob_evidence_read_attribute (node, "place"),
    .date = ob_evidence_read_attribute (node, "date"),
  };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, "claim"))
        {
          ObClaim claim = { ob_evidence_read_attribute (child, "number"),
                            ob_evidence_read_words (child) };

          g_array_append_val (claims, claim);
        }
    }

  article.n_claims = claims->len;
  article.claims = (const ObClaim *) g_array_free (claims, FALSE);
  g_array_append_val (library->articles, article);
}

void
ob_evidence_read_elements (const xmlNode *root,
                           const char *list,
                           const char *element,
                           void (*read) (gpointer library, const xmlNode *node),
                           gpointer library)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (!ob_xml_is (node, OB_EVIDENCE_NAMESPACE, list))
        continue;

      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        {
          if (ob_xml_is (child, OB_EVIDENCE_NAMESPACE, element))
            read (library, child);
        }
    }
}

ObXmlDoc *
ob_evidence_load (void)
{
  g_autoptr (GFile) file = ob_data_get_file ("evidence", "evidence.xml");
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ob_scenario_read_file (file, name, NULL, NULL, &error);
  ObXmlDoc *doc = NULL;
  const char *data;
  guint line;
  gsize size;

  if (bytes != NULL)
    {
      data = g_bytes_get_data (bytes, &size);
      if (ob_xml_guard_check (data, size, &line, &error))
        doc = ob_xml_parse (data, size, &line, &error);
    }
  if (doc == NULL)
    g_warning ("The evidence is missing: %s", error->message);

  return doc;
}

static Library *
load_library (void)
{
  Library *library = g_new0 (Library, 1);
  g_autoptr (ObXmlDoc) doc = ob_evidence_load ();

  library->articles = g_array_new (FALSE, FALSE, sizeof (ObArticle));
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    library->parameters[i] = (ObEvidence){
      .default_reason = "",
      .low = NAN,
      .high = NAN,
      .source = "",
      .citation = "",
      .date = "",
      .grade = OB_GRADE_JUDGEMENT,
    };

  if (doc == NULL)
    return library;

  ob_evidence_read_elements (xmlDocGetRootElement (doc), "articles", "article", read_article,
                             library);
  ob_evidence_read_elements (xmlDocGetRootElement (doc), "parameters", "parameter", read_parameter,
                             library);

  return library;
}

static const Library *
get_library (void)
{
  static gsize library = 0;

  if (g_once_init_enter (&library))
    g_once_init_leave (&library, (gsize) load_library ());

  return (const Library *) library;
}

const ObEvidence *
ob_evidence_get (ObParameter parameter)
{
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return &get_library ()->parameters[parameter];
}

guint
ob_evidence_get_n_articles (void)
{
  return get_library ()->articles->len;
}

const ObArticle *
ob_evidence_get_article (guint index)
{
  const Library *library = get_library ();

  g_return_val_if_fail (index < library->articles->len, NULL);

  return &g_array_index (library->articles, ObArticle, index);
}

const char *
ob_grade_get_label (ObGrade grade)
{
  switch (grade)
    {
    case OB_GRADE_MEASURED:
      return C_ ("how sure a number is", "Measured");
    case OB_GRADE_REPORTED:
      return C_ ("how sure a number is", "Reported");
    case OB_GRADE_ESTIMATED:
      return C_ ("how sure a number is", "Estimated");
    case OB_GRADE_JUDGEMENT:
      return C_ ("how sure a number is", "Our judgement");
    default:
      g_return_val_if_reached ("");
    }
}
