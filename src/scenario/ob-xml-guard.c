/* ob-xml-guard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-xml-guard.h"

#include "ob-scenario-file.h"
#include "ob-xml-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A full scenario has some 200 nodes, 4 levels and 5 attributes at most. */
#define MAX_NODES      20000
#define MAX_DEPTH      64
#define MAX_ATTRIBUTES 64
#define MAX_NAMESPACES 256

typedef struct
{
  const char *at;
  const char *end;
  guint max_nodes;
  guint n_nodes;
  guint n_namespaces;
  guint depth;
} Guard;

static gboolean
starts_with (const Guard *guard, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (guard->end - guard->at) >= length && memcmp (guard->at, text, length) == 0;
}

/* Moves behind the next @text, or to the end: then the parser says what is
 * missing. */
static void
skip_past (Guard *guard, const char *text)
{
  const char *found = g_strstr_len (guard->at, guard->end - guard->at, text);

  guard->at = found != NULL ? found + strlen (text) : guard->end;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error_literal (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_SYNTAX, message);
  return FALSE;
}

static gboolean
check_encoding (const char *data, gsize size, const char **fault, GError **error)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } wide_starts[] = { { "\xfe\xff", 2 }, { "\xff\xfe", 2 }, { "\0<", 2 }, { "<\0", 2 } };

  *fault = data;

  for (guint i = 0; i < G_N_ELEMENTS (wide_starts); i++)
    {
      if (size >= wide_starts[i].length
          && memcmp (data, wide_starts[i].bytes, wide_starts[i].length) == 0)
        return refuse (error, _ ("the text is in UTF-16 or UTF-32, expected UTF-8"));
    }

  if (!g_utf8_validate_len (data, size, fault))
    return refuse (error, _ ("the text is not valid UTF-8, expected UTF-8"));

  return TRUE;
}

static gboolean
check_declaration (Guard *guard, GError **error)
{
  const char *start;
  g_autofree char *declaration = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *quoted = NULL;
  const char *name;
  const char *close;

  if (starts_with (guard, "\xef\xbb\xbf"))
    guard->at += 3;
  /* The declaration, and not an instruction whose name begins like it. */
  if (!starts_with (guard, "<?xml ") && !starts_with (guard, "<?xml\t")
      && !starts_with (guard, "<?xml\n") && !starts_with (guard, "<?xml\r"))
    return TRUE;

  start = guard->at;
  skip_past (guard, "?>");
  declaration = g_strndup (start, (gsize) (guard->at - start));

  name = strstr (declaration, "encoding");
  if (name == NULL)
    return TRUE;

  name += strlen ("encoding");
  name += strspn (name, " \t\r\n=");
  if (*name != '"' && *name != '\'')
    return TRUE;
  close = strchr (name + 1, *name);
  if (close == NULL)
    return TRUE;

  encoding = g_strndup (name + 1, (gsize) (close - name - 1));
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;

  quoted = ob_xml_quote (encoding);
  return refuse (error, _ ("the text is declared to be in “%s”, expected UTF-8"), quoted);
}

/* From behind the "<" of a start tag to behind its ">". */
static gboolean
check_tag (Guard *guard, GError **error)
{
  guint n_attributes = 0;
  char last = '\0';

  while (guard->at < guard->end && *guard->at != '>')
    {
      last = *guard->at;

      if (last == '"' || last == '\'')
        {
          const char *close = memchr (guard->at + 1, last, (gsize) (guard->end - guard->at - 1));

          if (++n_attributes > MAX_ATTRIBUTES)
            return refuse (error, _ ("an element has more than %d attributes"), MAX_ATTRIBUTES);
          guard->at = close != NULL ? close + 1 : guard->end;
        }
      else if (g_ascii_isspace (last))
        {
          guard->at++;
          if (starts_with (guard, "xmlns") && ++guard->n_namespaces > MAX_NAMESPACES)
            return refuse (error, _ ("more than %d namespaces are declared"), MAX_NAMESPACES);
        }
      else
        {
          guard->at++;
        }
    }

  if (guard->at < guard->end)
    guard->at++;
  if (last != '/' && ++guard->depth > MAX_DEPTH)
    return refuse (error, _ ("elements are nested more than %d deep"), MAX_DEPTH);

  return TRUE;
}

static gboolean
check_markup (Guard *guard, GError **error)
{
  if (!starts_with (guard, "</") && ++guard->n_nodes > guard->max_nodes)
    return refuse (error, _ ("there are more than %u elements and comments"), guard->max_nodes);

  if (starts_with (guard, "<!--"))
    {
      guard->at += 4;
      skip_past (guard, "-->");
    }
  else if (starts_with (guard, "<![CDATA["))
    {
      skip_past (guard, "]]>");
    }
  else if (starts_with (guard, "<!"))
    {
      return refuse (error, _ ("a document type declaration is not allowed in a scenario"));
    }
  else if (starts_with (guard, "<?"))
    {
      skip_past (guard, "?>");
    }
  else if (starts_with (guard, "</"))
    {
      skip_past (guard, ">");
      guard->depth -= MIN (guard->depth, 1);
    }
  else
    {
      guard->at++;
      return check_tag (guard, error);
    }

  return TRUE;
}

static guint
count_lines (const char *data, const char *end)
{
  guint line = 1;

  for (const char *p = data; p < end; p++)
    line += *p == '\n';

  return line;
}

gboolean
ob_xml_guard_check (const char *data, gsize size, guint *line, GError **error)
{
  return ob_xml_guard_check_nodes (data, size, MAX_NODES, line, error);
}

gboolean
ob_xml_guard_check_nodes (const char *data,
                          gsize size,
                          guint max_nodes,
                          guint *line,
                          GError **error)
{
  Guard guard = { .at = data, .end = size > 0 ? data + size : data, .max_nodes = max_nodes };
  const char *fault;

  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (line != NULL, FALSE);

  *line = 1;
  if (size == 0)
    return refuse (error, _ ("the file is empty, expected a scenario"));
  if (!check_encoding (data, size, &fault, error))
    {
      *line = count_lines (data, fault);
      return FALSE;
    }
  if (!check_declaration (&guard, error))
    return FALSE;

  while ((fault = memchr (guard.at, '<', (gsize) (guard.end - guard.at))) != NULL)
    {
      guard.at = fault;
      if (!check_markup (&guard, error))
        {
          *line = count_lines (data, fault);
          return FALSE;
        }
    }

  return TRUE;
}
