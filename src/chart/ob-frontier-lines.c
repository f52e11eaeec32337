/* ob-frontier-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-lines.h"
#include "ob-page-path.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Widths against that of the break-even curve. */
#define FAMILY_WIDTH 0.5
#define TRAIL_WIDTH  0.8
/* A curve shorter than this many widths of its label goes without. */
#define MIN_WIDTHS 1.2

struct _ObFrontierLines
{
  ObChart *chart;
  /* All of ObPagePath: the curves of the inputs, those of the family, the trail. */
  GArray *curves;
  GArray *family;
  GArray *trail;
  /* Which value each path of the family is of. */
  GArray *indexes;
};

static void
add_paths (GArray *paths, const ObPlot *plot, const ObFrontier *frontier)
{
  for (guint k = 0; frontier != NULL && k < frontier->n_curves; k++)
    {
      ObPagePath path;

      ob_page_path_init_curve (&path, plot, &frontier->curves[k]);
      g_array_append_val (paths, path);
    }
}

ObFrontierLines *
ob_frontier_lines_new (ObChart *chart)
{
  ObFrontierLines *self;
  const ObResults *results;
  const ObFrontier *trail;

  g_return_val_if_fail (chart != NULL && chart->results != NULL, NULL);

  results = chart->results;
  self = g_new0 (ObFrontierLines, 1);
  self->chart = chart;
  self->curves = ob_page_path_array_new ();
  self->family = ob_page_path_array_new ();
  self->trail = ob_page_path_array_new ();
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  add_paths (self->curves, &chart->plot, results->frontier);
  for (guint i = 0; i < results->overlay.n_values; i++)
    {
      add_paths (self->family, &chart->plot, results->family[i]);
      while (self->indexes->len < self->family->len)
        g_array_append_val (self->indexes, i);
    }

  trail = chart->trail != NULL ? chart->trail->frontier : NULL;
  if (trail != NULL && ob_plane_equal (&trail->plane, &results->map->plane))
    add_paths (self->trail, &chart->plot, trail);

  return self;
}

void
ob_frontier_lines_free (ObFrontierLines *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->curves);
  g_array_unref (self->family);
  g_array_unref (self->trail);
  g_array_unref (self->indexes);
  g_free (self);
}

gboolean
ob_frontier_lines_has_family (ObFrontierLines *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->family->len > 0;
}

const GArray *
ob_frontier_lines_get_family (ObFrontierLines *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

/* The longest path, or of those with @index the longest. */
static const ObPagePath *
get_longest (GArray *paths, const GArray *indexes, guint index)
{
  const ObPagePath *longest = NULL;

  for (guint k = 0; k < paths->len; k++)
    {
      const ObPagePath *path = &g_array_index (paths, ObPagePath, k);

      if (indexes != NULL && g_array_index (indexes, guint, k) != index)
        continue;
      if (longest == NULL || ob_page_path_get_length (path) > ob_page_path_get_length (longest))
        longest = path;
    }

  return longest;
}

static char *
format_family_value (ObFrontierLines *self, double value)
{
  const ObOverlay *overlay = &self->chart->results->overlay;

  return ob_quantity_format (ob_parameter_get_info (overlay->family)->unit, value);
}

/* Where there is a family, the curve of the inputs is one more of it. */
static void
put_curve_label (ObFrontierLines *self, const ObPage *page, GArray *gaps)
{
  const ObResults *results = self->chart->results;
  const ObPagePath *longest = get_longest (self->curves, NULL, 0);
  ObLabel label = {
    .text = _ ("Break-even"),
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
  };

  if (longest == NULL)
    return;

  if (ob_frontier_lines_has_family (self))
    {
      g_autofree char *value =
        format_family_value (self, results->inputs.value[results->overlay.family]);
      /* Translators: the label of a curve on a map, and the value of the third
       * lever that it goes with, "Break-even, 5 years". */
      g_autofree char *text = g_strdup_printf (C_ ("curve", "Break-even, %s"), value);

      label.text = text;
      if (ob_page_path_put_label (longest, page, &self->chart->plot.rect, &label, self->family,
                                  MIN_WIDTHS, gaps))
        return;
      label.text = _ ("Break-even");
    }

  if (!ob_page_path_put_label (longest, page, &self->chart->plot.rect, &label, self->family, 0,
                               gaps))
    ob_page_path_put_label (longest, page, &self->chart->plot.rect, &label, NULL, 0, gaps);
}

/* How much a label of the family says. */
typedef enum
{
  LABEL_NAME,   /* the lever and the value */
  LABEL_VALUE,  /* the value and its unit */
  LABEL_NUMBER, /* the number alone */
} LabelKind;

static char *
format_family_label (ObFrontierLines *self, guint index, LabelKind kind)
{
  const ObOverlay *overlay = &self->chart->results->overlay;
  g_autofree char *value = NULL;

  if (kind == LABEL_NUMBER)
    return ob_quantity_format_entry (ob_parameter_get_info (overlay->family)->unit,
                                     overlay->values[index]);

  value = format_family_value (self, overlay->values[index]);
  if (kind == LABEL_VALUE)
    return g_steal_pointer (&value);

  /* Translators: the label of a curve on a map: the name of a lever, its value. */
  return g_strdup_printf (C_ ("curve", "%s %s"), ob_parameter_get_label (overlay->family), value);
}

/* FALSE if there is no room for it. */
static gboolean
put_family_label (ObFrontierLines *self,
                  const ObPage *page,
                  const GArray *others,
                  guint index,
                  LabelKind kind,
                  GArray *gaps)
{
  const ObPagePath *path = get_longest (self->family, self->indexes, index);
  g_autofree char *text = format_family_label (self, index, kind);
  ObLabel label = {
    .text = text,
    .style = kind == LABEL_NAME ? OB_TEXT_LABEL : OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
  };

  return path != NULL
         && ob_page_path_put_label (path, page, &self->chart->plot.rect, &label, others, MIN_WIDTHS,
                                    gaps);
}

/* What the family is about, in a corner, where no curve has room for it. */
static void
put_family_name (ObFrontierLines *self, const ObPage *page, const GArray *others, GArray *gaps)
{
  static const double corners[][2] = { { 1, 0 }, { 0, 1 }, { 1, 1 }, { 0, 0 } };
  const ObRect *plot = &self->chart->plot.rect;
  double inset = page->size * 0.4;
  /* Translators: %s is the name of a lever; there is a break-even curve for each of
   * several values of it. */
  g_autofree char *text = g_strdup_printf (
    C_ ("curve", "Thin lines: %s"), ob_parameter_get_label (self->chart->results->overlay.family));
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
    .halo = &page->theme->role[OB_ROLE_MAP_HALO],
    .max_width = floor (plot->width * 0.45),
  };

  for (guint i = 0; i < G_N_ELEMENTS (corners) && label.max_width > 0; i++)
    {
      ObRect rect;

      label.x_align = corners[i][0];
      label.y_align = corners[i][1];
      label.x = plot->x + inset + label.x_align * (plot->width - 2 * inset);
      label.y = plot->y + inset + label.y_align * (plot->height - 2 * inset);
      label.text_align = label.x_align > 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
      rect = ob_page_get_label_rect (page, &label);
      if (ob_page_path_array_hits (others, &rect))
        continue;
      if (!ob_page_put_label (page, &label))
        continue;

      /* Lines that are drawn later pass around it. */
      g_array_append_val (gaps, rect);
      return;
    }
}

static void
block (const GArray *paths, const ObPage *page)
{
  for (guint k = 0; k < paths->len; k++)
    ob_page_path_block (&g_array_index (paths, ObPagePath, k), page);
}

void
ob_frontier_lines_put_family_labels (ObFrontierLines *self, const ObPage *page, GArray *gaps)
{
  /* Borrows the points. */
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (ObPagePath));
  const ObOverlay *overlay;
  guint named;

  g_return_if_fail (self != NULL && page != NULL && gaps != NULL);

  overlay = &self->chart->results->overlay;
  named = overlay->n_values;

  g_array_append_vals (others, self->curves->data, self->curves->len);
  g_array_append_vals (others, self->family->data, self->family->len);

  for (guint i = overlay->n_values; i > 0 && named == overlay->n_values; i--)
    {
      if (put_family_label (self, page, others, i - 1, LABEL_NAME, gaps))
        named = i - 1;
    }
  if (named == overlay->n_values && self->family->len > 0)
    put_family_name (self, page, others, gaps);
  for (guint i = 0; i < overlay->n_values; i++)
    {
      if (i != named && !put_family_label (self, page, others, i, LABEL_VALUE, gaps))
        put_family_label (self, page, others, i, LABEL_NUMBER, gaps);
    }
  block (self->family, page);
}

void
ob_frontier_lines_put_label (ObFrontierLines *self, const ObPage *page, GArray *gaps)
{
  g_return_if_fail (self != NULL && page != NULL && gaps != NULL);

  put_curve_label (self, page, gaps);
  block (self->curves, page);
}

void
ob_frontier_lines_put_trail_label (ObFrontierLines *self, const ObPage *page, GArray *gaps)
{
  const ObPagePath *longest;
  ObLabel label = {
    /* Translators: the label of the break-even curve as it was before the drag in
     * progress. */
    .text = C_ ("curve", "before"),
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
  };

  g_return_if_fail (self != NULL && page != NULL && gaps != NULL);

  longest = get_longest (self->trail, NULL, 0);
  /* Where the curve has hardly moved there is nothing to tell apart. */
  if (longest != NULL)
    ob_page_path_put_label (longest, page, &self->chart->plot.rect, &label, self->curves,
                            MIN_WIDTHS, gaps);
}

static void
trace (const GArray *paths, const ObPage *page, const GArray *gaps)
{
  for (guint k = 0; k < paths->len; k++)
    ob_page_path_trace (&g_array_index (paths, ObPagePath, k), page, gaps);
}

/* A line that is seen on any ground. */
static void
stroke (const ObPage *page, double width, double halo)
{
  cairo_set_dash (page->cr, NULL, 0, 0);
  cairo_set_line_width (page->cr, width + halo);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  ob_page_stroke_preserve (page);
  cairo_set_line_width (page->cr, width);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  ob_page_stroke (page);
}

void
ob_frontier_lines_draw (ObFrontierLines *self, const ObPage *page, const GArray *gaps)
{
  static const double dash[] = { 2., 4. };
  double width;

  g_return_if_fail (self != NULL && page != NULL && gaps != NULL);

  width = page->theme->line_width * 1.5;
  cairo_set_line_join (page->cr, CAIRO_LINE_JOIN_ROUND);

  trace (self->family, page, gaps);
  stroke (page, width * FAMILY_WIDTH, 2.);

  trace (self->trail, page, gaps);
  cairo_set_dash (page->cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (page->cr, width * TRAIL_WIDTH);
  ob_page_set_role (page, OB_ROLE_MAP_TRAIL);
  ob_page_stroke (page);

  trace (self->curves, page, gaps);
  stroke (page, width, 3.);
}
