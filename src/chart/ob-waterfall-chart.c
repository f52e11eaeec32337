/* ob-waterfall-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-chart-private.h"
#include "ob-csv.h"
#include "ob-readout.h"
#include "ob-time-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* One for each input or group that changed, and the history. */
#define MAX_SHARES (OB_N_PARAMETERS + 1)
/* The widest that names may be, of all. */
#define MAX_NAMES 0.38

/* What a row is about. */
typedef enum
{
  ROW_FROM,
  ROW_SHARE,
  ROW_REST,
  ROW_TO
} RowKind;

/* @index: of the share, for %ROW_SHARE; @n: how many shares it stands for, for
 * %ROW_REST; @from, @to: the bar. */
typedef struct
{
  RowKind kind;
  guint index;
  guint n;
  double from;
  double to;
} Row;

typedef struct
{
  Row row[MAX_SHARES + 2];
  guint n;
} Rows;

static const ObComparison *
get_comparison (ObChart *self)
{
  return self->comparison != NULL && self->comparison->shapley->n_shares > 0 ? self->comparison
                                                                             : NULL;
}

static int
compare_shares (gconstpointer a, gconstpointer b, gpointer data)
{
  const ObShapley *shapley = data;
  guint i = *(const guint *) a;
  guint k = *(const guint *) b;
  double x = fabs (shapley->shares[i].share);
  double y = fabs (shapley->shares[k].share);

  /* Equal ones keep the order of the table. */
  return x != y ? (x < y) - (x > y) : (i > k) - (i < k);
}

/* The largest first; of more than @max rows the smallest shares are one. */
static void
make_rows (const ObComparison *comparison, guint max, Rows *rows)
{
  const ObShapley *shapley = comparison->shapley;
  guint order[MAX_SHARES] = { 0 };
  guint n = shapley->n_shares;
  guint single;
  double sum = shapley->from;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof order[0], compare_shares, (gpointer) shapley);

  max = MAX (max, 3);
  single = n + 2 <= max ? n : max - 3;
  rows->n = 0;
  rows->row[rows->n++] = (Row){ ROW_FROM, 0, 0, 0, shapley->from };
  for (guint i = 0; i < single; i++)
    {
      double share = shapley->shares[order[i]].share;

      rows->row[rows->n++] = (Row){ ROW_SHARE, order[i], 1, sum, sum + share };
      sum += share;
    }
  /* Ends where the scenario is, whatever was rounded on the way. */
  if (single < n)
    rows->row[rows->n++] = (Row){ ROW_REST, 0, n - single, sum, shapley->to };
  rows->row[rows->n++] = (Row){ ROW_TO, 0, 0, 0, shapley->to };
}

static void
waterfall_chart_update (ObChart *self)
{
  const ObComparison *comparison = get_comparison (self);
  double min = 0;
  double max = 0;
  Rows rows;

  if (comparison == NULL)
    return;

  make_rows (comparison, MAX_SHARES + 2, &rows);
  for (guint i = 0; i < rows.n; i++)
    {
      min = MIN (min, rows.row[i].to);
      max = MAX (max, rows.row[i].to);
    }
  /* Another metric has nothing to do with the axis there was. */
  if (self->metric != comparison->shapley->metric)
    self->range[0].is_set = FALSE;
  self->metric = comparison->shapley->metric;
  ob_soft_range_update (&self->range[0], OB_SCALE_LINEAR, min, max, self->held);
}

static char *
get_name (const ObComparison *comparison, const Row *row)
{
  switch (row->kind)
    {
    case ROW_FROM:
      return g_strdup (comparison->name);
    case ROW_SHARE:
      return g_strdup (ob_comparison_get_label (&comparison->shapley->shares[row->index]));
    case ROW_REST:
      /* Translators: so many assumptions that matter less than those named. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", row->n), row->n);
    case ROW_TO:
      return g_strdup (C_ ("comparison", "Now"));
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_total (const Row *row)
{
  return row->kind == ROW_FROM || row->kind == ROW_TO;
}

static char *
format_value (const ObComparison *comparison, const Row *row)
{
  return is_total (row) ? ob_comparison_format_value (comparison, row->to, FALSE)
                        : ob_comparison_format_value (comparison, row->to - row->from, TRUE);
}

/* More npv is good, more risk is not. */
static guint
get_category (const ObComparison *comparison, const Row *row)
{
  gboolean up = row->to >= row->from;

  return up == (comparison->shapley->metric == OB_METRIC_NPV) ? 0 : 1;
}

/* Of a bar: room is left for what changed below it. */
static double
get_thickness (double line, double height)
{
  return height >= 3 * line ? MIN (line * 1.5, height * 0.5) : MIN (line, height * 0.8);
}

static ObRect
get_bar (const ObPlot *plot, const Row *row, double height, double thickness, guint i)
{
  double x0 = ob_plot_get_x (plot, MIN (row->from, row->to));
  double x1 = ob_plot_get_x (plot, MAX (row->from, row->to));

  return (ObRect){ x0, floor (plot->rect.y + i * height), MAX (x1 - x0, 1.), floor (thickness) };
}

static void
draw_bar (const ObPage *page, const ObComparison *comparison, const Row *row, const ObRect *bar)
{
  cairo_rectangle (page->cr, bar->x, bar->y, bar->width, bar->height);
  if (is_total (row))
    ob_page_set_role (page, OB_ROLE_MUTED);
  else
    ob_page_set_color (page, &page->theme->category[get_category (comparison, row)]);
  ob_page_cairo_fill (page);
}

/* Zero, and that where one bar ends the next begins. */
static void
draw_lines (const ObPage *page, const ObPlot *plot, const Rows *rows, double height)
{
  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_AXIS);
  ob_page_rule (page, ob_plot_get_x (plot, 0), plot->rect.y, ob_plot_get_x (plot, 0),
                plot->rect.y + plot->rect.height);
  for (guint i = 0; i + 1 < rows->n; i++)
    {
      double x = ob_plot_get_x (plot, rows->row[i].to);

      ob_page_rule (page, x, plot->rect.y + i * height, x, plot->rect.y + (i + 1) * height);
    }
  cairo_restore (page->cr);
}

/* Beside the end of the bar, on the side where it points. */
static void
put_value (const ObPage *page, const ObComparison *comparison, const Row *row, const ObRect *bar)
{
  g_autofree char *text = format_value (comparison, row);
  double sides[] = { row->to < row->from ? -1 : 1, row->to < row->from ? 1 : -1 };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      ObLabel label = {
        .text = text,
        .style = is_total (row) ? OB_TEXT_LABEL_BOLD : OB_TEXT_LABEL,
        .halo = &page->theme->role[OB_ROLE_BACKGROUND],
        .x = (sides[i] < 0 ? bar->x : bar->x + bar->width) + sides[i] * page->size * 0.4,
        .y = bar->y + bar->height / 2,
        .x_align = (1 - sides[i]) / 2,
        .y_align = 0.5,
      };

      if (ob_page_put_label (page, &label))
        return;
    }
}

static void
put_name (const ObPage *page,
          const ObRect *area,
          const ObPlot *plot,
          const char *name,
          const ObRect *bar,
          gboolean bold)
{
  ObLabel label = {
    .text = name,
    .style = bold ? OB_TEXT_LABEL_BOLD : OB_TEXT_LABEL,
    .x = plot->rect.x - page->size * 0.6,
    .y = bar->y + bar->height / 2,
    .x_align = 1,
    .y_align = 0.5,
    .max_width = floor (plot->rect.x - area->x - page->size * 0.6),
    .text_align = PANGO_ALIGN_RIGHT,
  };
  const ObRect rect = ob_page_get_label_rect (page, &label);

  /* Of two lines it would stand in the row above. */
  if (rect.height > bar->height * 1.6)
    label.style = OB_TEXT_SMALL;
  ob_page_put_label (page, &label);
}

/* What changed, below the bar. */
static void
put_change (const ObPage *page, const ObPlot *plot, const char *text, const ObRect *bar)
{
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .y = bar->y + bar->height + 1,
  };
  const ObRect rect = ob_page_get_label_rect (page, &label);

  /* Off the line that leads down from the bar. */
  label.x = CLAMP (bar->x + 3, plot->rect.x,
                   MAX (plot->rect.x + plot->rect.width - rect.width, plot->rect.x));
  ob_page_put_label (page, &label);
}

static char *
describe_row (const ObComparison *comparison, const Row *row)
{
  g_autofree char *name = get_name (comparison, row);
  g_autofree char *value = format_value (comparison, row);
  g_autofree char *change = NULL;

  if (row->kind != ROW_SHARE)
    /* Translators: what is compared, and a number: "Now: −$0.6 tn." */
    return g_strdup_printf (C_ ("comparison", "%s: %s."), name, value);

  change = ob_comparison_format_change (comparison, row->index);
  /* Translators: an assumption, its two values "3 years → 5 years", and the share it
   * has in the difference. */
  return g_strdup_printf (C_ ("comparison", "%s, %s: %s."), name, change, value);
}

static void
draw_readout (ObChart *self,
              const ObPage *page,
              const ObPlot *plot,
              const Rows *rows,
              double height)
{
  const ObComparison *comparison = self->comparison;
  g_auto (ObReadout) readout = { 0 };
  const Row *row;
  double x;
  double y;

  if (!ob_chart_get_hover (self, plot, &x, &y))
    return;

  row = &rows->row[MIN ((guint) ((y - plot->rect.y) / height), rows->n - 1)];
  readout.title = get_name (comparison, row);
  if (row->kind == ROW_SHARE)
    ob_readout_add (&readout, C_ ("comparison", "Changed"),
                    ob_comparison_format_change (comparison, row->index), -1);
  ob_readout_add (&readout, ob_metric_get_label (comparison->shapley->metric),
                  format_value (comparison, row), -1);
  ob_readout_draw (&readout, page, x, y);
}

static void
draw_item (const ObPage *page, const ObPlot *plot, double height, guint i)
{
  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.5);
  ob_page_set_role (page, OB_ROLE_TEXT);
  cairo_rectangle (page->cr, floor (plot->rect.x) + 0.5, floor (plot->rect.y + i * height) - 1.5,
                   floor (plot->rect.width), floor (height));
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);
}

static double
get_names_width (const ObPage *page, const ObComparison *comparison, const Rows *rows, double most)
{
  double widest = 0;

  for (guint i = 0; i < rows->n; i++)
    {
      g_autofree char *name = get_name (comparison, &rows->row[i]);
      double width;

      ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, name, &width, NULL);
      widest = MAX (widest, width);
    }

  return MIN (widest + page->size, most);
}

static void
waterfall_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  const ObComparison *comparison = get_comparison (self);
  g_auto (ObAxis) axis = { 0 };
  ObPlot plot = { *area, self->range[0].scale, { OB_SCALE_LINEAR, 0, 1 } };
  ObLabel title = {
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x,
    .y = area->y,
  };
  g_autofree char *text = NULL;
  ObUnit unit;
  double bottom = ob_time_axis_get_height (page);
  double line;
  double top;
  double height;
  double names;
  gboolean has_changes;
  Rows rows;

  if (comparison == NULL)
    {
      ob_page_put_message (
        page, area,
        self->comparison != NULL
          ? _ ("Both scenarios have the same inputs")
          : _ ("Pin a scenario, or change an input, to see what makes the difference"));
      return;
    }

  unit = comparison->shapley->metric == OB_METRIC_NPV ? OB_UNIT_BILLION : OB_UNIT_SHARE;
  /* The letters of a translation may be higher than digits. */
  ob_text_measure (page->text, OB_TEXT_LABEL, ob_metric_get_label (comparison->shapley->metric),
                   NULL, &line);
  ob_text_measure (page->text, OB_TEXT_SMALL, ob_metric_get_label (comparison->shapley->metric),
                   NULL, &top);
  top += page->size * 0.6;
  plot.rect.height = MAX (area->height - top - bottom, 1);
  make_rows (comparison, (guint) CLAMP (plot.rect.height / (line * 1.15), 3, MAX_SHARES + 2),
             &rows);
  names = get_names_width (page, comparison, &rows, area->width * MAX_NAMES);
  plot.rect.x += names;
  plot.rect.y += top;
  plot.rect.width = MAX (area->width - names - page->size * 4.5, 1);
  plot.rect = ob_rect_round_out (&plot.rect);
  self->plot = plot;
  self->drawn = TRUE;

  self->n_rows = rows.n;
  height = plot.rect.height / rows.n;
  has_changes = height >= 2.2 * line;
  ob_axis_init (&axis, &plot.x, unit, CLAMP ((int) (plot.rect.width / (page->size * 6)), 2, 9));
  /* Translators: title of an axis: what it shows, its unit. */
  text = g_strdup_printf (C_ ("axis", "%s, %s"), ob_metric_get_label (comparison->shapley->metric),
                          ob_axis_get_unit_text (&axis));
  title.text = text;
  ob_page_put_label (page, &title);
  ob_axis_draw_bottom (&axis, page, &plot);

  for (guint i = 0; i < rows.n; i++)
    {
      const Row *row = &rows.row[i];
      const ObRect bar = get_bar (&plot, row, height, get_thickness (line, height), i);

      draw_bar (page, comparison, row, &bar);
    }
  /* What all have comes first, whatever order the rows are in. */
  for (guint i = 0; i < rows.n; i++)
    {
      const Row *row = &rows.row[i];
      const ObRect bar = get_bar (&plot, row, height, get_thickness (line, height), i);
      g_autofree char *name = get_name (comparison, row);

      put_name (page, area, &plot, name, &bar, is_total (row));
      put_value (page, comparison, row, &bar);
    }
  for (guint i = 0; has_changes && i < rows.n; i++)
    {
      const Row *row = &rows.row[i];
      const ObRect bar = get_bar (&plot, row, height, get_thickness (line, height), i);

      if (row->kind == ROW_SHARE)
        {
          g_autofree char *change = ob_comparison_format_change (comparison, row->index);

          put_change (page, &plot, change, &bar);
        }
    }
  draw_lines (page, &plot, &rows, height);
  if (ob_chart_get_item (self) >= 0 && ob_chart_get_item (self) < (int) rows.n)
    draw_item (page, &plot, height, (guint) ob_chart_get_item (self));
  draw_readout (self, page, &plot, &rows, height);
}

static char *
waterfall_chart_describe (ObChart *self)
{
  const ObComparison *comparison = get_comparison (self);
  GString *text;
  Rows rows;

  if (comparison == NULL)
    return g_strdup (
      self->comparison != NULL
        ? _ ("Both scenarios have the same inputs.")
        : _ ("Pin a scenario, or change an input, to see what makes the difference."));

  make_rows (comparison, MAX_SHARES + 2, &rows);
  text = g_string_new (NULL);
  /* Translators: the name of a metric such as "Net present value". */
  g_string_append_printf (text, _ ("What makes the difference in: %s."),
                          ob_metric_get_label (comparison->shapley->metric));
  for (guint i = 0; i < rows.n; i++)
    {
      g_autofree char *words = describe_row (comparison, &rows.row[i]);

      g_string_append_printf (text, " %s", words);
    }

  return g_string_free (text, FALSE);
}

static guint
waterfall_chart_get_n_items (ObChart *self)
{
  const ObComparison *comparison = get_comparison (self);

  return comparison != NULL ? comparison->shapley->n_shares + 2 : 0;
}

static char *
waterfall_chart_describe_item (ObChart *self, guint item)
{
  Rows rows;

  make_rows (self->comparison, MAX_SHARES + 2, &rows);

  return describe_row (self->comparison, &rows.row[MIN (item, rows.n - 1)]);
}

static int
waterfall_chart_get_item_at (ObChart *self, double x, double y)
{
  const ObRect *rect = &self->plot.rect;
  guint n = waterfall_chart_get_n_items (self);

  /* Only where each row is an item. */
  if (n == 0 || self->n_rows != n || y < rect->y || y >= rect->y + rect->height)
    return -1;

  return (int) MIN ((y - rect->y) / rect->height * n, n - 1);
}

/* A group and a total are about no single input. */
static ObParameter
waterfall_chart_get_item_lever (ObChart *self, guint item)
{
  const ObShapley *shapley = self->comparison->shapley;
  Rows rows;
  const Row *row;

  make_rows (self->comparison, MAX_SHARES + 2, &rows);
  row = &rows.row[MIN (item, rows.n - 1)];
  if (row->kind != ROW_SHARE || shapley->shares[row->index].kind != OB_SHAPLEY_PARAMETER)
    return OB_N_PARAMETERS;

  return shapley->shares[row->index].index;
}

static void
append_numbers (GString *csv, const double *from, const double *to, double share)
{
  ob_csv_append_cell (csv, from != NULL ? *from : NAN);
  ob_csv_append_cell (csv, to != NULL ? *to : NAN);
  ob_csv_append_cell (csv, share);
  g_string_append_c (csv, '\n');
}

/* The table that `overbuild-cli compare` prints, in the order of the parameters. */
static void
waterfall_chart_write_csv (ObChart *self, GString *csv)
{
  const ObComparison *comparison = self->comparison;

  g_string_append (csv, "input,from,to,share\n");
  for (guint i = 0; comparison != NULL && i < comparison->shapley->n_shares; i++)
    {
      const ObShapleyShare *share = &comparison->shapley->shares[i];
      gboolean single = share->kind == OB_SHAPLEY_PARAMETER;

      if (single)
        g_string_append (csv, ob_parameter_get_id (share->index));
      else
        g_string_append (csv, share->kind == OB_SHAPLEY_GROUP ? ob_group_get_id (share->index)
                                                              : "history");
      append_numbers (csv, single ? &comparison->from.value[share->index] : NULL,
                      single ? &comparison->to.value[share->index] : NULL, share->share);
    }
  if (comparison == NULL)
    return;

  g_string_append (csv, ob_metric_get_id (comparison->shapley->metric));
  append_numbers (csv, &comparison->shapley->from, &comparison->shapley->to,
                  comparison->shapley->to - comparison->shapley->from);
}

const ObChartClass ob_waterfall_chart_class = {
  .id = "waterfall",
  .title = NC_ ("chart", "What makes the difference"),
  .update = waterfall_chart_update,
  .draw = waterfall_chart_draw,
  .describe = waterfall_chart_describe,
  .write_csv = waterfall_chart_write_csv,
  .get_n_items = waterfall_chart_get_n_items,
  .describe_item = waterfall_chart_describe_item,
  .get_item_at = waterfall_chart_get_item_at,
  .get_item_lever = waterfall_chart_get_item_lever,
};
