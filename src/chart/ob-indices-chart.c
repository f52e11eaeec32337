/* ob-indices-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-chart-private.h"
#include "ob-csv.h"
#include "ob-heading.h"
#include "ob-published-ranges.h"
#include "ob-quantity.h"
#include "ob-time-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The widest that names may be, of all. */
#define MAX_NAMES 0.4
/* A bar's height, of its row. */
#define BAR_SHARE 0.6
/* The height of a row that has more room than it needs, in sizes of text. */
#define MAX_ROW 4.
/* A sentence names so many inputs. */
#define N_NAMED 5
/* Indices below this are not told apart from none. */
#define MIN_INDEX 0.0005

#define FIRST_CATEGORY 0

/* The inputs with an index, the largest total first. */
typedef struct
{
  const ObFindings *findings;
  guint n;
  guint order[OB_N_PARAMETERS];
} Ranking;

static const ObSensitivityIndex *
get_first (const Ranking *ranking, guint row)
{
  return &ranking->findings->sensitivity->first[ranking->order[row]];
}

static const ObSensitivityIndex *
get_total (const Ranking *ranking, guint row)
{
  return &ranking->findings->sensitivity->total[ranking->order[row]];
}

static const char *
get_name (const Ranking *ranking, guint row)
{
  return ob_parameter_get_label (ranking->findings->levers[ranking->order[row]]);
}

static int
compare_totals (gconstpointer a, gconstpointer b, gpointer data)
{
  const ObSensitivity *sensitivity = data;
  const guint index_a = *(const guint *) a;
  const guint index_b = *(const guint *) b;
  const double total_a = sensitivity->total[index_a].value;
  const double total_b = sensitivity->total[index_b].value;

  if (total_a != total_b)
    return total_a > total_b ? -1 : 1;

  return (int) index_a - (int) index_b;
}

static void
ranking_init (Ranking *ranking, ObChart *self)
{
  *ranking = (Ranking){ .findings = self->results->findings };
  if (ranking->findings == NULL)
    return;

  for (guint k = 0; k < ranking->findings->n_levers; k++)
    {
      if (ranking->findings->sensitivity->total[k].value >= MIN_INDEX)
        ranking->order[ranking->n++] = k;
    }
  g_qsort_with_data (ranking->order, (int) ranking->n, sizeof *ranking->order, compare_totals,
                     ranking->findings->sensitivity);
}

/* Where the scenario has no range, those that have been published are studied. */
static gboolean
has_ranges (ObChart *self)
{
  ObUncertainty published;

  ob_uncertainty_init (&published);

  return self->results->sample != NULL || ob_published_ranges_use (&published) > 0;
}

/* What is said instead of a chart, or NULL. */
static const char *
get_excuse (ObChart *self, const Ranking *ranking)
{
  if (ranking->findings == NULL)
    return has_ranges (self) ? _ ("This is worked out while it is looked at.")
                             : _ ("No input has a range that could be tried.");
  if (ranking->n == 0)
    return _ ("No input that varies changes the result.");

  return NULL;
}

/* What has to be known of it besides, or NULL. */
static const char *
get_caveat (ObChart *self, const Ranking *ranking)
{
  if (!ob_inputs_equal (&ranking->findings->inputs, &self->results->inputs))
    return _ ("Of before the last change.");
  if (ranking->findings->uncertainty.n_correlations > 0)
    return _ ("As if inputs were not correlated.");

  return NULL;
}

static void
indices_chart_update (ObChart *self)
{
}

static void
draw_whisker (const ObPage *page, const ObPlot *plot, const ObSensitivityIndex *index, double y)
{
  const double x0 = ob_plot_get_x (plot, CLAMP (index->low, plot->x.min, plot->x.max));
  const double x1 = ob_plot_get_x (plot, CLAMP (index->high, plot->x.min, plot->x.max));
  const double end = page->size * 0.2;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.5);
  ob_page_set_role (page, OB_ROLE_TEXT);
  ob_page_line (page, x0, y, x1, y);
  ob_page_line (page, x0, y - end, x0, y + end);
  ob_page_line (page, x1, y - end, x1, y + end);
  cairo_restore (page->cr);
}

static char *
format_index (double value)
{
  return ob_quantity_format (OB_UNIT_SHARE, round (CLAMP (value, 0, 1) * 1000) / 1000);
}

/* The first-order index fills the lower half of a row, the total its upper half. */
static void
draw_row (ObChart *self,
          const ObPage *page,
          const ObPlot *plot,
          const ObRect *area,
          const Ranking *ranking,
          guint i)
{
  const double height = plot->rect.height / plot->y.max;
  const double half = floor (height * BAR_SHARE / 2);
  const double middle = plot->rect.y + (i + 0.5) * height;
  const ObSensitivityIndex *parts[] = { get_total (ranking, i), get_first (ranking, i) };
  g_autofree char *value = format_index (parts[0]->value);
  ObLabel name = {
    .text = get_name (ranking, i),
    .style = OB_TEXT_LABEL,
    .x = plot->rect.x - page->size * 0.5,
    .y = middle,
    .x_align = 1,
    .y_align = 0.5,
    .max_width = plot->rect.x - area->x - page->size * 0.5,
    .text_align = PANGO_ALIGN_RIGHT,
  };
  ObLabel label = {
    .text = value,
    .style = OB_TEXT_SMALL,
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = ob_plot_get_x (plot, MIN (MAX (parts[0]->high, parts[1]->high), plot->x.max))
         + page->size * 0.5,
    .y = middle,
    .y_align = 0.5,
  };

  if ((int) i == ob_chart_get_item (self))
    {
      cairo_rectangle (page->cr, area->x, middle - height / 2, area->width, height);
      ob_page_set_role (page, OB_ROLE_GRID);
      ob_page_cairo_fill (page);
    }

  for (guint part = 0; part < 2; part++)
    {
      const double x0 = ob_plot_get_x (plot, 0);
      const double x1 = ob_plot_get_x (plot, CLAMP (parts[part]->value, 0, plot->x.max));
      const double y = floor (middle) - (part == 0 ? half : 0);

      cairo_rectangle (page->cr, x0, y, MAX (x1 - x0, 1), half);
      ob_page_set_color (page, &page->theme->category[FIRST_CATEGORY]);
      if (part == 1)
        {
          ob_page_cairo_fill (page);
        }
      else
        {
          /* An outline, so that the two differ by more than a shade. */
          cairo_save (page->cr);
          cairo_clip_preserve (page->cr);
          cairo_set_line_width (page->cr, 3);
          ob_page_cairo_stroke (page);
          cairo_restore (page->cr);
        }
      draw_whisker (page, plot, parts[part], y + half / 2);
    }

  ob_page_put_label (page, &name);
  ob_page_put_label (page, &label);
}

static ObHeading
make_heading (const ObPage *page, gboolean keyed)
{
  const ObColor *color = &page->theme->category_text[FIRST_CATEGORY];
  ObHeading heading = { .title = _ ("Part of the variance of the net present value, %") };

  if (keyed)
    {
      heading.entries[0] = C_ ("indices", "■ by itself");
      heading.entries[1] = C_ ("indices", "□ together with others");
      heading.colors[0] = heading.colors[1] = color;
    }

  return heading;
}

static void
put_note (const ObPage *page, const ObRect *area, const char *text, double y)
{
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x + area->width / 2,
    .y = y,
    .x_align = 0.5,
    .max_width = area->width,
    .text_align = PANGO_ALIGN_CENTER,
  };

  if (text != NULL)
    ob_page_put_label (page, &label);
}

static void
indices_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  g_auto (ObAxis) axis = { 0 };
  double names = page->size;
  double bottom = ob_time_axis_get_height (page);
  ObHeading heading;
  double most = 0;
  const char *excuse;
  double line;
  double top;
  double row;
  Ranking ranking;
  ObPlot plot;

  ranking_init (&ranking, self);
  excuse = get_excuse (self, &ranking);
  heading = make_heading (page, excuse == NULL);
  for (guint i = 0; i < ranking.n; i++)
    {
      double width;

      ob_text_measure (page->text, OB_TEXT_LABEL, get_name (&ranking, i), &width, NULL);
      names = MAX (names, width + page->size);
      most = MAX (most, MAX (get_first (&ranking, i)->high, get_total (&ranking, i)->high));
    }
  names = MIN (names, area->width * MAX_NAMES);
  ob_text_measure (page->text, OB_TEXT_LABEL, "0", NULL, &row);
  ob_text_measure (page->text, OB_TEXT_SMALL, "0", NULL, &line);
  top = ob_heading_get_height (&heading, page, area) + page->size * 0.8;
  row *= 1.5;

  ob_soft_range_update (&self->range[0], OB_SCALE_LINEAR, 0, CLAMP (most, 0.01, 1), self->held);
  plot = (ObPlot){ *area, self->range[0].scale, { OB_SCALE_LINEAR, 0, 1 } };
  plot.rect.x += names;
  plot.rect.width = MAX (plot.rect.width - names - page->size * 4, 1);
  plot.rect.y += top;
  plot.rect.height = MAX (plot.rect.height - top - bottom - line, 1);
  if (ranking.n > 0)
    {
      plot.y.max = CLAMP ((guint) (plot.rect.height / row), 1, ranking.n);
      plot.rect.height = MIN (plot.rect.height, plot.y.max * page->size * MAX_ROW);
    }
  plot.rect = ob_rect_round_out (&plot.rect);
  self->plot = plot;
  self->drawn = TRUE;

  ob_heading_draw (&heading, page, area);
  if (excuse != NULL)
    {
      put_note (page, area, excuse, area->y + area->height / 2);
      return;
    }

  ob_axis_init (&axis, &plot.x, OB_UNIT_SHARE,
                CLAMP ((int) (plot.rect.width / (page->size * 5)), 2, 11));
  ob_axis_draw_bottom (&axis, page, &plot);
  for (guint i = 0; i < (guint) plot.y.max; i++)
    draw_row (self, page, &plot, area, &ranking, i);
  put_note (page, area, get_caveat (self, &ranking), plot.rect.y + plot.rect.height + bottom);
}

static char *
describe_row (const Ranking *ranking, guint i)
{
  g_autofree char *first = format_index (get_first (ranking, i)->value);
  g_autofree char *total = format_index (get_total (ranking, i)->value);

  /* Translators: an input and two shares: "Lifespan: 31 % by itself, 33 % together with
   * others" */
  return g_strdup_printf (C_ ("indices", "%s: %s by itself, %s together with others"),
                          get_name (ranking, i), first, total);
}

static char *
indices_chart_describe (ObChart *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  const char *caveat;
  const char *excuse;
  Ranking ranking;

  ranking_init (&ranking, self);
  excuse = get_excuse (self, &ranking);
  if (excuse != NULL)
    return g_strdup (excuse);

  for (guint i = 0; i < MIN (ranking.n, N_NAMED); i++)
    g_ptr_array_add (rows, describe_row (&ranking, i));
  g_ptr_array_add (rows, NULL);
  list = g_strjoinv (C_ ("indices", "; "), (char **) rows->pdata);
  caveat = get_caveat (self, &ranking);
  if (caveat != NULL)
    /* Translators: a list, and a sentence */
    return g_strdup_printf (_ ("What the spread of the net present value comes from: %s. %s"), list,
                            caveat);

  /* Translators: a list */
  return g_strdup_printf (_ ("What the spread of the net present value comes from: %s."), list);
}

static char *
indices_chart_describe_item (ObChart *self, guint item)
{
  g_autofree char *text = NULL;
  Ranking ranking;

  ranking_init (&ranking, self);
  text = describe_row (&ranking, item);

  return g_strdup_printf (C_ ("indices", "%s."), text);
}

static guint
indices_chart_get_n_items (ObChart *self)
{
  Ranking ranking;

  ranking_init (&ranking, self);

  return ranking.n;
}

static int
indices_chart_get_item_at (ObChart *self, double x, double y)
{
  const ObRect *rect = &self->plot.rect;
  const double row = (y - rect->y) / rect->height * self->plot.y.max;

  if (row < 0 || row >= MIN (self->plot.y.max, indices_chart_get_n_items (self)))
    return -1;

  return (int) row;
}

static ObParameter
indices_chart_get_item_lever (ObChart *self, guint item)
{
  Ranking ranking;

  ranking_init (&ranking, self);

  return ranking.findings->levers[ranking.order[item]];
}

static void
indices_chart_write_csv (ObChart *self, GString *csv)
{
  Ranking ranking;

  ranking_init (&ranking, self);
  g_string_append (csv, "input,first,first_low,first_high,total,total_low,total_high\n");
  for (guint i = 0; i < ranking.n; i++)
    {
      const ObSensitivityIndex *first = get_first (&ranking, i);
      const ObSensitivityIndex *total = get_total (&ranking, i);
      const double cells[] = { first->value, first->low, first->high,
                               total->value, total->low, total->high };

      g_string_append (csv, ob_parameter_get_id (ranking.findings->levers[ranking.order[i]]));
      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        ob_csv_append_cell (csv, cells[k]);
      g_string_append_c (csv, '\n');
    }
}

const ObChartClass ob_indices_chart_class = {
  .id = "indices",
  .title = NC_ ("chart", "What the spread of the result comes from"),
  .update = indices_chart_update,
  .draw = indices_chart_draw,
  .describe = indices_chart_describe,
  .write_csv = indices_chart_write_csv,
  .get_n_items = indices_chart_get_n_items,
  .describe_item = indices_chart_describe_item,
  .get_item_at = indices_chart_get_item_at,
  .get_item_lever = indices_chart_get_item_lever,
};
