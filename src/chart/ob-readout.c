/* ob-readout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-readout.h"

#include <math.h>

/* The least width of a note, in sizes of text. */
#define NOTE_WIDTH 16.

void
ob_readout_add (ObReadout *self, const char *label, char *value, int category)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL);

  if (value == NULL)
    return;

  if (self->n_rows == OB_READOUT_MAX_ROWS)
    {
      g_warn_if_reached ();
      g_free (value);
      return;
    }

  self->rows[self->n_rows++] = (ObReadoutRow){ label, value, category };
}

void
ob_readout_clear (ObReadout *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    g_free (self->rows[i].value);
  self->n_rows = 0;
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->note, g_free);
}

typedef struct
{
  double padding;
  double line;
  double swatch;
  double labels;
  double values;
  double note_width;
  ObRect rect;
} Layout;

static ObLabel
make_note (const ObReadout *self, const ObPage *page, const Layout *layout)
{
  return (ObLabel){
    .text = self->note,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = layout->rect.x + layout->padding,
    .y = layout->rect.y + layout->rect.height - layout->padding,
    .y_align = 1,
    .max_width = layout->note_width,
  };
}

static void
measure (const ObReadout *self, const ObPage *page, Layout *layout)
{
  double title = 0;
  double width;
  double height;

  *layout = (Layout){ .padding = page->size * 0.6 };
  ob_text_measure (page->text, OB_TEXT_LABEL, "0", NULL, &height);
  layout->line = height * 1.08;

  if (self->title != NULL)
    ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, self->title, &title, NULL);

  for (guint i = 0; i < self->n_rows; i++)
    {
      if (self->rows[i].category >= 0)
        layout->swatch = page->size * 1.5;
      ob_text_measure (page->text, OB_TEXT_LABEL, self->rows[i].label, &width, NULL);
      layout->labels = MAX (layout->labels, width);
      ob_text_measure (page->text, OB_TEXT_LABEL, self->rows[i].value, &width, NULL);
      layout->values = MAX (layout->values, width);
    }

  width = layout->swatch + layout->labels + page->size + layout->values;
  width = MAX (width, title);
  layout->rect.height = (self->n_rows + (self->title != NULL)) * layout->line + 2 * layout->padding;

  if (self->note != NULL)
    {
      ObLabel note;
      ObRect rect;

      width = MAX (width, page->size * NOTE_WIDTH);
      layout->note_width = floor (width);
      note = make_note (self, page, layout);
      rect = ob_page_get_label_rect (page, &note);
      width = MAX (width, rect.width);
      layout->rect.height += rect.height + layout->padding / 2;
    }
  layout->rect.width = width + 2 * layout->padding;
}

static void
draw_row (const ObReadoutRow *row, const ObPage *page, const Layout *layout, double y)
{
  double x = layout->rect.x + layout->padding;
  ObLabel label = {
    .text = row->label,
    .style = OB_TEXT_LABEL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = x + layout->swatch,
    .y = y,
  };

  if (row->category >= 0)
    {
      double width = page->theme->line_width;

      cairo_save (page->cr);
      cairo_set_line_width (page->cr, width);
      ob_page_set_dash (page, row->category, width);
      ob_page_set_color (page, &page->theme->category[row->category]);
      cairo_move_to (page->cr, x, y + layout->line / 2);
      cairo_line_to (page->cr, x + layout->swatch * 0.75, y + layout->line / 2);
      ob_page_cairo_stroke (page);
      cairo_restore (page->cr);
    }
  ob_page_put_label (page, &label);

  label.text = row->value;
  label.color = NULL;
  label.x = layout->rect.x + layout->rect.width - layout->padding;
  label.x_align = 1;
  ob_page_put_label (page, &label);
}

void
ob_readout_draw (const ObReadout *self, const ObPage *page, double x, double y)
{
  double distance = page->size;
  Layout layout;
  double line;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page != NULL);

  measure (self, page, &layout);
  if (layout.rect.width > page->width || layout.rect.height > page->height)
    return;

  layout.rect.x = x + distance;
  if (layout.rect.x + layout.rect.width > page->width)
    layout.rect.x = x - distance - layout.rect.width;
  layout.rect.x = CLAMP (layout.rect.x, 0, page->width - layout.rect.width);
  layout.rect.y = CLAMP (y - layout.rect.height / 2, 0, page->height - layout.rect.height);

  ob_label_placer_cover (page->labels, &layout.rect);
  cairo_save (page->cr);
  ob_page_rounded_rect (page, &layout.rect, page->size * 0.4);
  ob_page_set_role (page, OB_ROLE_CARD);
  ob_page_fill_preserve (page);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_CARD_BORDER);
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);

  line = layout.rect.y + layout.padding;
  if (self->title != NULL)
    {
      ObLabel label = {
        .text = self->title,
        .style = OB_TEXT_LABEL_BOLD,
        .x = layout.rect.x + layout.padding,
        .y = line,
      };

      ob_page_put_label (page, &label);
      line += layout.line;
    }
  for (guint i = 0; i < self->n_rows; i++)
    {
      draw_row (&self->rows[i], page, &layout, line);
      line += layout.line;
    }
  if (self->note != NULL)
    {
      ObLabel note = make_note (self, page, &layout);

      ob_page_put_label (page, &note);
    }
}
