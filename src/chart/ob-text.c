/* ob-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-text.h"

#include <string.h>

#define DEFAULT_FAMILY "Cantarell, sans"
#define DEFAULT_SIZE   13.
/* More laid-out strings than any chart has; past it all are dropped. */
#define MAX_KEPT 400

struct _ObText
{
  PangoContext *context;
  char *family;
  double size;
  GHashTable *layouts;
};

static const struct
{
  double size;
  PangoWeight weight;
} styles[OB_N_TEXT_STYLES] = {
  [OB_TEXT_TITLE] = { 1.3, PANGO_WEIGHT_BOLD },
  [OB_TEXT_BODY] = { 1., PANGO_WEIGHT_NORMAL },
  [OB_TEXT_LABEL] = { 0.93, PANGO_WEIGHT_NORMAL },
  [OB_TEXT_LABEL_BOLD] = { 0.93, PANGO_WEIGHT_BOLD },
  [OB_TEXT_SMALL] = { 0.86, PANGO_WEIGHT_NORMAL },
};

ObText *
ob_text_new (void)
{
  ObText *self = g_new0 (ObText, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Unhinted, so that screen and export set the same lines. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  self->family = g_strdup (DEFAULT_FAMILY);
  self->size = DEFAULT_SIZE;
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
ob_text_free (ObText *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->layouts);
  g_free (self->family);
  g_object_unref (self->context);
  g_free (self);
}

void
ob_text_set_font (ObText *self, const char *family, double size)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (size > 0);

  if (family == NULL)
    family = DEFAULT_FAMILY;
  if (g_str_equal (self->family, family) && self->size == size)
    return;

  g_free (self->family);
  self->family = g_strdup (family);
  self->size = size;
  g_hash_table_remove_all (self->layouts);
}

double
ob_text_get_size (ObText *self)
{
  g_return_val_if_fail (self != NULL, DEFAULT_SIZE);

  return MAX (self->size, OB_TEXT_MIN_SIZE);
}

/* A hyphen before a number is a minus sign, and is set as one. */
static char *
set_minus (const char *text)
{
  GString *set = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean number = g_ascii_isdigit (p[1]) || p[1] == '$';

      if (*p == '-' && number && (p == text || !g_ascii_isalnum (p[-1])))
        g_string_append (set, "−");
      else
        g_string_append_c (set, *p);
    }

  return g_string_free (set, FALSE);
}

/* Keeps a line from ending within a unit such as bn/yr, or @end: right before the letter at
 * the end of H100e-h. */
static void
hold_units (PangoLayout *layout, const char *text, gboolean end)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *p = text;

  while ((p = strpbrk (p, "/-")) != NULL)
    {
      PangoAttribute *hold;
      const gboolean last = *p == '-' && g_ascii_isalpha (p[1]) && !g_ascii_isalpha (p[2]);

      if (!last && (end || *p == '-'))
        {
          p++;
          continue;
        }
      hold = pango_attr_allow_breaks_new (FALSE);
      hold->start_index = (guint) (p - text);
      hold->end_index = hold->start_index + 2;
      pango_attr_list_insert (attributes, hold);
      p++;
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
make_layout (ObText *self, ObTextStyle style, const char *text, double max_width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  double size = MAX (self->size * styles[style].size, OB_TEXT_MIN_SIZE);
  g_autofree char *set = set_minus (text);

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, set, -1);
  if (max_width > 0)
    {
      const gboolean theirs = style == OB_TEXT_TITLE || style == OB_TEXT_SMALL;

      pango_layout_set_width (layout, max_width * PANGO_SCALE);
      /* What people write themselves may have words as long as that, which are
       * broken rather than left out. */
      pango_layout_set_wrap (layout, theirs ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
      hold_units (layout, set, theirs);
    }

  return layout;
}

PangoLayout *
ob_text_get_layout (ObText *self, ObTextStyle style, const char *text, double max_width)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (style < OB_N_TEXT_STYLES, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  key = g_strdup_printf ("%d %d %s", style, (int) max_width, text);
  layout = g_hash_table_lookup (self->layouts, key);
  if (layout == NULL)
    {
      if (g_hash_table_size (self->layouts) >= MAX_KEPT)
        g_hash_table_remove_all (self->layouts);

      layout = make_layout (self, style, text, max_width);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }

  return layout;
}

void
ob_text_measure (ObText *self, ObTextStyle style, const char *text, double *width, double *height)
{
  PangoRectangle extents;

  pango_layout_get_extents (ob_text_get_layout (self, style, text, 0), NULL, &extents);

  if (width != NULL)
    *width = extents.width / (double) PANGO_SCALE;
  if (height != NULL)
    *height = extents.height / (double) PANGO_SCALE;
}
