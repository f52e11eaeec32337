/* ob-frame.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frame.h"

#include <glib/gi18n-lib.h>

/* The height that the line below leaves the chart at least, px; what a person wrote
 * goes before. */
#define SPARE_FOR_SOURCE 130.
#define SPARE_FOR_OWN    100.
#define SPARE_FOR_NOTE   180.

/* Puts a line at the top of @area and takes its room away, if what is left is
 * at least @spare high. */
static gboolean
put_above (const ObPage *page,
           ObTextStyle style,
           ObRole role,
           const char *text,
           double spare,
           ObRect *area)
{
  ObLabel label = {
    .text = text,
    .style = style,
    .color = &page->theme->role[role],
    .x = area->x,
    .y = area->y,
    .max_width = area->width,
  };
  ObRect rect = ob_page_get_label_rect (page, &label);

  if (area->height - rect.height < spare || !ob_page_put_label (page, &label))
    return FALSE;

  area->y += rect.height;
  area->height -= rect.height;

  return TRUE;
}

/* The same at its bottom. */
static gboolean
put_below (const ObPage *page, const char *text, double spare, ObRect *area)
{
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x,
    .y = area->y + area->height,
    .y_align = 1,
    .max_width = area->width,
  };
  ObRect rect = ob_page_get_label_rect (page, &label);

  if (area->height - rect.height < spare || !ob_page_put_label (page, &label))
    return FALSE;

  area->height -= rect.height + page->size * 0.5;

  return TRUE;
}

void
ob_frame_draw (const ObPage *page,
               const char *title,
               const char *subtitle,
               const char *source,
               const char *note,
               ObRect *area)
{
  g_autofree char *versions = NULL;
  double margin;
  gboolean titled;

  g_return_if_fail (page != NULL);
  g_return_if_fail (title != NULL);
  g_return_if_fail (area != NULL);

  margin = CLAMP (MIN (page->width, page->height) * 0.035, 4., page->size * 1.5);
  *area = (ObRect){ area->x + margin, area->y + margin, area->width - 2 * margin,
                    area->height - 2 * margin };

  titled = put_above (page, OB_TEXT_TITLE, OB_ROLE_TEXT, title, 90., area);
  if (subtitle != NULL && subtitle[0] != '\0')
    titled |= put_above (page, OB_TEXT_LABEL, OB_ROLE_MUTED, subtitle, 150., area);
  if (titled)
    {
      area->y += page->size * 0.6;
      area->height -= page->size * 0.6;
    }

  /* Translators: below an exported chart; the versions of the program and of
   * its model. */
  versions =
    g_strdup_printf (_ ("Source: Overbuild %s, model %s"), PACKAGE_VERSION, OB_MODEL_VERSION);
  if (source != NULL)
    {
      put_below (page, source, SPARE_FOR_OWN, area);
      return;
    }
  if (note != NULL)
    {
      /* Translators: the source of a chart, and where what it shows besides comes from. */
      g_autofree char *both = g_strdup_printf (_ ("%s; %s"), versions, note);

      if (put_below (page, both, SPARE_FOR_NOTE, area))
        return;
    }
  put_below (page, versions, SPARE_FOR_SOURCE, area);
}
