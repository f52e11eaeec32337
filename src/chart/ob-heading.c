/* ob-heading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-heading.h"

/* The most that a heading with its key takes, of the height of the area. */
#define MAX_SHARE 0.28

static double
get_entry_width (const ObHeading *self, const ObPage *page, guint i)
{
  double width;

  ob_text_measure (page->text, OB_TEXT_SMALL, self->entries[i], &width, NULL);

  return width;
}

/* Signs may be of another font, whose lines are higher. */
static double
get_entry_height (const ObHeading *self, const ObPage *page)
{
  double tallest = 0;

  for (guint i = 0; self->entries[i] != NULL; i++)
    {
      double height;

      ob_text_measure (page->text, OB_TEXT_SMALL, self->entries[i], NULL, &height);
      tallest = MAX (tallest, height);
    }

  return tallest;
}

/* Where the entries go, from the left and the top of the area; how many there are, and the
 * height of all. */
static guint
lay_out (const ObHeading *self,
         const ObPage *page,
         const ObRect *area,
         double *x,
         double *y,
         double *height)
{
  const double width = area->width;
  const double gap = page->size;
  double all = 0;
  double title;
  double row;
  double line = get_entry_height (self, page);
  double left = 0;
  guint n = 0;

  ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, self->title, &title, &row);
  *height = row;
  for (guint i = 0; self->entries[i] != NULL; i++)
    all += get_entry_width (self, page, i) + gap;

  if (title + all <= width)
    {
      left = width - all + gap;
      line = MAX (line, row);
      row = 0;
    }
  for (; self->entries[n] != NULL; n++)
    {
      const double entry = get_entry_width (self, page, n);

      if (left > 0 && left + entry > width + 0.5)
        {
          left = 0;
          row += line;
        }
      x[n] = left;
      y[n] = row + line / 2;
      left += entry + gap;
    }
  if (n == 0 || row + line > area->height * MAX_SHARE)
    return 0;

  *height = row + line;

  return n;
}

double
ob_heading_get_height (const ObHeading *self, const ObPage *page, const ObRect *area)
{
  double x[OB_HEADING_MAX_ENTRIES];
  double y[OB_HEADING_MAX_ENTRIES];
  double height;

  g_return_val_if_fail (self != NULL && page != NULL && area != NULL, 0.);

  lay_out (self, page, area, x, y, &height);

  return height;
}

void
ob_heading_draw (const ObHeading *self, const ObPage *page, const ObRect *area)
{
  double x[OB_HEADING_MAX_ENTRIES];
  double y[OB_HEADING_MAX_ENTRIES];
  double height;
  guint n;
  ObLabel label;

  g_return_if_fail (self != NULL && page != NULL && area != NULL);

  n = lay_out (self, page, area, x, y, &height);
  label = (ObLabel){
    .text = self->title,
    .style = OB_TEXT_LABEL_BOLD,
    .x = area->x,
    .y = area->y,
  };
  ob_page_put_label (page, &label);
  for (guint i = 0; i < n; i++)
    {
      label = (ObLabel){
        .text = self->entries[i],
        .style = OB_TEXT_SMALL,
        .color = self->colors[i],
        .x = area->x + x[i],
        .y = area->y + y[i],
        .y_align = 0.5,
      };
      ob_page_put_label (page, &label);
    }
}
