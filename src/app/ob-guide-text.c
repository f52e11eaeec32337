/* ob-guide-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-guide-text.h"

#include <string.h>

static void
block_free (gpointer data)
{
  ObGuideBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static ObGuideBlock *
add_block (GPtrArray *blocks, ObGuideKind kind, guint level, const char *text)
{
  ObGuideBlock *block = g_new0 (ObGuideBlock, 1);

  block->kind = kind;
  block->level = level;
  block->text = g_strdup (text);
  g_ptr_array_add (blocks, block);

  return block;
}

/* Lines up to one that is empty or begins something else are one. */
static void
extend (ObGuideBlock *block, const char *line, const char *between)
{
  char *text = g_strconcat (block->text, between, line, NULL);

  g_free (block->text);
  block->text = text;
}

static GStrv
split_cells (const char *line)
{
  g_autofree char *inside = g_strstrip (g_strdup (line));
  GStrv cells;

  if (g_str_has_suffix (inside, "|"))
    inside[strlen (inside) - 1] = '\0';
  cells = g_strsplit (inside + 1, "|", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);

  return cells;
}

static void
add_row (GPtrArray *blocks, ObGuideBlock **table, const char *line)
{
  /* The line below the head. */
  if (strspn (line, "|-: ") == strlen (line))
    return;

  if (*table == NULL)
    {
      *table = add_block (blocks, OB_GUIDE_TABLE, 0, NULL);
      (*table)->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
    }
  g_ptr_array_add ((*table)->rows, split_cells (line));
}

GPtrArray *
ob_guide_text_parse (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_auto (GStrv) lines = NULL;
  ObGuideBlock *open = NULL;
  gboolean code = FALSE;

  g_return_val_if_fail (text != NULL, blocks);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const gsize level = strspn (line, "#");

      if (g_str_has_prefix (line, "```"))
        {
          code = !code;
          open = NULL;
        }
      else if (code && open == NULL)
        open = add_block (blocks, OB_GUIDE_CODE, 0, line);
      else if (code)
        extend (open, line, "\n");
      else if (*line == '\0' || g_str_has_prefix (line, "<!--") || g_str_has_prefix (line, "!["))
        open = NULL;
      else if (level > 0 && line[level] == ' ')
        {
          add_block (blocks, OB_GUIDE_HEADING, (guint) level, line + level + 1);
          open = NULL;
        }
      else if (*line == '|')
        {
          if (open != NULL && open->kind != OB_GUIDE_TABLE)
            open = NULL;
          add_row (blocks, &open, line);
        }
      else if (g_str_has_prefix (line, "- "))
        open = add_block (blocks, OB_GUIDE_ITEM, 0, line + 2);
      else if (open == NULL || open->kind == OB_GUIDE_TABLE)
        open = add_block (blocks, OB_GUIDE_PARAGRAPH, 0, line);
      else
        extend (open, line + strspn (line, " "), " ");
    }

  return blocks;
}

static void
append_escaped (GString *markup, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/* What stands between two marks: where the second is, if it is there. */
static const char *
find_end (const char *text, const char *mark)
{
  const char *end = strstr (text, mark);

  return end != NULL && end > text ? end : NULL;
}

/* A link at @text, "[words](target)": returns what follows it, or NULL if it is none. */
static const char *
append_link (GString *markup, const char *text)
{
  const char *middle = strstr (text, "](");
  const char *end = middle != NULL ? strchr (middle, ')') : NULL;
  g_autofree char *words = NULL;
  g_autofree char *inside = NULL;
  g_autofree char *target = NULL;

  if (end == NULL || memchr (text + 1, '[', (gsize) (middle - text - 1)) != NULL)
    return NULL;

  words = g_strndup (text + 1, (gsize) (middle - text - 1));
  inside = ob_guide_text_to_markup (words);
  target = g_markup_escape_text (middle + 2, end - middle - 2);
  if (*target == '#' || g_str_has_prefix (target, "https://"))
    g_string_append_printf (markup, "<a href=\"%s\">%s</a>", target, inside);
  else
    g_string_append (markup, inside);

  return end + 1;
}

char *
ob_guide_text_to_markup (const char *text)
{
  static const struct
  {
    const char *mark;
    const char *element;
  } marks[] = { { "`", "tt" }, { "**", "b" }, { "*", "i" } };
  GString *markup = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, g_string_free (markup, FALSE));

  while (*text != '\0')
    {
      const char *next = NULL;

      if (*text == '[')
        next = append_link (markup, text);

      for (guint i = 0; i < G_N_ELEMENTS (marks) && next == NULL; i++)
        {
          const gsize length = strlen (marks[i].mark);
          const char *end =
            g_str_has_prefix (text, marks[i].mark) ? find_end (text + length, marks[i].mark) : NULL;
          g_autofree char *inside = NULL;

          if (end == NULL)
            continue;

          inside = g_strndup (text + length, (gsize) (end - text) - length);
          g_string_append_printf (markup, "<%s>", marks[i].element);
          if (i == 0)
            append_escaped (markup, inside, -1);
          else
            {
              g_autofree char *nested = ob_guide_text_to_markup (inside);

              g_string_append (markup, nested);
            }
          g_string_append_printf (markup, "</%s>", marks[i].element);
          next = end + length;
        }

      if (next == NULL)
        {
          next = g_utf8_next_char (text);
          append_escaped (markup, text, next - text);
        }
      text = next;
    }

  return g_string_free (markup, FALSE);
}

char *
ob_guide_text_get_anchor (const char *heading)
{
  g_autofree char *lower = NULL;
  GString *anchor = g_string_new (NULL);

  g_return_val_if_fail (heading != NULL, g_string_free (anchor, FALSE));

  lower = g_utf8_strdown (heading, -1);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        g_string_append_c (anchor, '-');
      else if (g_unichar_isalnum (c) || c == '-')
        g_string_append_unichar (anchor, c);
    }

  return g_string_free (anchor, FALSE);
}
