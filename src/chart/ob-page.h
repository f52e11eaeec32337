/* ob-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-ink.h"
#include "ob-label-placer.h"
#include "ob-scale.h"
#include "ob-text.h"
#include "ob-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * ObPage:
 * @cr: what is drawn on
 * @width: of the page
 * @height: of the page
 * @size: of body text, which lengths that go with text are derived from
 * @outlines: whether letters are filled as outlines: in pictures Cairo moves them
 *   to whole pixels otherwise, which shows, but is faster
 * @exact: whether a picture is made to be kept, so that beauty goes before speed
 * @ink: (nullable): what draws lines where @cr makes a picture of pixels
 *
 * What marks are drawn on: the only place where pixels are known. Borrowed
 * from a chart for the time of a draw.
 */
typedef struct
{
  cairo_t *cr;
  double width;
  double height;
  double size;
  gboolean outlines;
  gboolean exact;
  const ObTheme *theme;
  ObText *text;
  ObLabelPlacer *labels;
  ObInk *ink;
} ObPage;

/**
 * ObPlot:
 * @rect: where on the page
 * @x: horizontal scale, its minimum at the left
 * @y: vertical scale, its minimum at the bottom
 *
 * A rectangle with scales, in which marks stand.
 */
typedef struct
{
  ObRect rect;
  ObScale x;
  ObScale y;
} ObPlot;

double ob_plot_get_x (const ObPlot *plot, double x);
double ob_plot_get_y (const ObPlot *plot, double y);

void ob_page_set_color (const ObPage *page, const ObColor *color);
void ob_page_set_role (const ObPage *page, ObRole role);
/* The dashes of a category for lines of @width. */
void ob_page_set_dash (const ObPage *page, guint category, double width);
void ob_page_set_pin_dash (const ObPage *page, guint pin, double width);
/* Strokes the path of the page's @cr, as fast as it can be. Of lines whose ends are cut
 * straight and whose joins are round or hardly bend. */
void ob_page_stroke (const ObPage *page);
void ob_page_stroke_preserve (const ObPage *page);
/* Fills it, as fast as it can be. Of shapes that do not lie on themselves. */
void ob_page_fill (const ObPage *page);
void ob_page_fill_preserve (const ObPage *page);
/* Strokes and fills by Cairo, which knows caps and joins and is good at rectangles. */
void ob_page_cairo_stroke (const ObPage *page);
void ob_page_cairo_stroke_preserve (const ObPage *page);
void ob_page_cairo_fill (const ObPage *page);
void ob_page_cairo_fill_preserve (const ObPage *page);
/* Has @func paint rows of @pixels itself, on several threads at once; @data is kept as it is
 * until the page is settled. */
void ob_page_rows (const ObPage *page, const ObPixels *pixels, ObInkRowsFunc func, gpointer data);
/* What has been drawn the fast way is on its way to the pixels; after this it is there. To be
 * called before anything else than a function of the page draws on its @cr. */
void ob_page_settle (const ObPage *page);
/* A straight line, sharp where it is vertical or horizontal. Labels that are placed later
 * are to be kept off it. */
void ob_page_line (const ObPage *page, double x0, double y0, double x1, double y1);
/* The same, broken where there are labels by now: what marks a place through many
 * others is drawn after what is to be read there. */
void ob_page_rule (const ObPage *page, double x0, double y0, double x1, double y1);
/* The same in the colour and dashes of a pin, set off from the bars it runs over. */
void ob_page_pin_rule (const ObPage *page, guint pin, double x0, double y0, double x1, double y1);
/* The same as the first, faint enough for letters with a halo to stand on it. */
void ob_page_grid_line (const ObPage *page, double x0, double y0, double x1, double y1);
void ob_page_rounded_rect (const ObPage *page, const ObRect *rect, double radius);

/**
 * ObLabel:
 * @color: (nullable): NULL for the theme's text
 * @halo: (nullable): drawn around the letters
 * @x: the place it goes with
 * @y: alike
 * @x_align: the part of the width that lies left of @x: 0, 0.5, 1
 * @y_align: the part of the height that lies above @y
 * @max_width: where it is broken into lines; 0: never
 * @text_align: how its lines stand to each other
 * @row: the height of the row it stands in, where rows are dense: of what it is higher
 *   than that no more is claimed than its letters take; 0: all is
 *
 * A piece of text for the page.
 */
typedef struct
{
  const char *text;
  ObTextStyle style;
  const ObColor *color;
  const ObColor *halo;
  double x;
  double y;
  double x_align;
  double y_align;
  double max_width;
  PangoAlignment text_align;
  double row;
} ObLabel;

/* Says in the middle of @area why there is nothing in it. */
void ob_page_put_message (const ObPage *page, const ObRect *area, const char *text);
/* Where @label would go. */
ObRect ob_page_get_label_rect (const ObPage *page, const ObLabel *label);
/* Draws @label and keeps its place, if that is free. */
gboolean ob_page_put_label (const ObPage *page, const ObLabel *label);
/* Keeps labels that are placed from now on inside @rect. */
void ob_page_block_around (const ObPage *page, const ObRect *rect);

#define OB_PAGE_N_NEAR 18
/* The places beside that of @label, above or (@below) below it first, from as near as
 * @distance to further away. */
void ob_page_list_near (const ObLabel *label,
                        double distance,
                        gboolean below,
                        ObLabel places[OB_PAGE_N_NEAR]);
/* Puts @label beside its place, above or (@below) below it if there is room, as
 * near as @distance and further away the less room there is. */
gboolean
ob_page_put_label_near (const ObPage *page, const ObLabel *label, double distance, gboolean below);

G_END_DECLS
