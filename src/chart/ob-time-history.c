/* ob-time-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-marker.h"
#include "ob-past.h"
#include "ob-quantity.h"
#include "ob-time-history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTERS_A_YEAR 4
#define PROJECTED_YEARS (OB_N_QUARTERS / QUARTERS_A_YEAR)
/* History further back only shortens what the chart is about. */
#define MAX_YEARS 5
/* A history below this part of the record is of a part of the world. */
#define SAME_WORLD 0.5
/* Records that differ by less than this are the same, relative. */
#define SAME 1e-9

guint
ob_time_history_get_years (ObChart *self)
{
  return MIN (self->results->inputs.history.n_years, MAX_YEARS);
}

double
ob_time_history_get_capex (ObChart *self, guint years_before)
{
  const ObHistory *history = &self->results->inputs.history;

  g_return_val_if_fail (years_before > 0 && years_before <= history->n_years, NAN);

  return history->capex[history->n_years - years_before];
}

static gboolean
is_of_the_world (ObChart *self)
{
  const ObHistory *history = &self->results->inputs.history;
  const ObRecord *record = ob_past_get_record (OB_SERIES_CAPEX);
  guint n = 0;

  if (record == NULL)
    return FALSE;

  for (guint i = 0; i < history->n_years; i++)
    {
      double value;

      if (!ob_record_get (record, history->first_year + (int) i, &value))
        continue;
      if (history->capex[i] < SAME_WORLD * value)
        return FALSE;
      n++;
    }

  return n > 0;
}

gboolean
ob_time_history_get_record (ObChart *self, ObSeries series, int year, double *value)
{
  const ObRecord *record;

  g_return_val_if_fail (self != NULL, FALSE);

  record = ob_past_get_record (series);

  return record != NULL && year >= -(int) ob_time_history_get_years (self) && year < PROJECTED_YEARS
         && is_of_the_world (self)
         && ob_record_get (record, self->results->run.start_year + year, value);
}

/* Whether the dot of a year stands between two quarters. */
static gboolean
is_between (int year, double from, double to)
{
  double quarter = (year + 0.5) * QUARTERS_A_YEAR;

  return quarter >= from && quarter <= to;
}

void
ob_time_history_extend (ObChart *self, const ObTimeSpec *spec, double from, double to, double *max)
{
  int years = (int) ob_time_history_get_years (self);

  for (int year = -years; year < PROJECTED_YEARS; year++)
    {
      if (!is_between (year, from, to))
        continue;

      if (year < 0)
        *max = MAX (*max, ob_time_history_get_capex (self, -year));
      for (guint k = 0; k < spec->n_series; k++)
        {
          double value;

          if (ob_time_history_get_record (self, spec->series[k], year, &value))
            *max = MAX (*max, value);
        }
    }
}

static double
get_place (const ObPlot *plot, int year)
{
  return ob_plot_get_x (plot, (year + 0.5) * QUARTERS_A_YEAR);
}

static void
draw_mark (const ObPage *page,
           const ObPlot *plot,
           int year,
           double value,
           guint category,
           gboolean ring)
{
  double x = get_place (plot, year);
  double y = ob_plot_get_y (plot, value);
  double reach = page->theme->line_width * 2.;
  ObRect rect = { x - reach, y - reach, 2 * reach, 2 * reach };

  if (ring)
    ob_marker_draw_ring (page, x, y, category);
  else
    ob_marker_draw_dot (page, x, y, category);
  ob_label_placer_block (page->labels, &rect);
}

void
ob_time_history_draw (ObChart *self, const ObTimeSpec *spec, const ObPage *page, const ObPlot *plot)
{
  int years = (int) ob_time_history_get_years (self);

  for (int year = -years; year < PROJECTED_YEARS; year++)
    {
      if (!is_between (year, plot->x.min, plot->x.max))
        continue;

      for (guint k = spec->n_series; k > 0; k--)
        {
          double value;
          double own = k == 1 && year < 0 ? ob_time_history_get_capex (self, -year) : NAN;
          gboolean recorded = ob_time_history_get_record (self, spec->series[k - 1], year, &value);

          if (!isnan (own) && recorded && fabs (own - value) > SAME * value)
            draw_mark (page, plot, year, own, k - 1, TRUE);
          if (!recorded)
            value = own;
          if (!isnan (value))
            draw_mark (page, plot, year, value, k - 1, FALSE);
        }
    }
}

void
ob_time_history_put_label (ObChart *self,
                           const ObTimeSpec *spec,
                           const ObPage *page,
                           const ObPlot *plot)
{
  for (guint k = 0; k < spec->n_series; k++)
    {
      /* Beside a year in the middle: around the last dots there are the lines. */
      for (int year = -2; year >= -(int) ob_time_history_get_years (self); year--)
        {
          g_autofree char *text = NULL;
          ObLabel label;
          double value;

          if (!is_between (year, plot->x.min, plot->x.max)
              || !ob_time_history_get_record (self, spec->series[k], year, &value))
            continue;

          /* Translators: beside dots of what has really been; the name of a series,
           * such as "Capex". */
          text =
            g_strdup_printf (C_ ("record", "%s, actual"), ob_series_get_label (spec->series[k]));
          label = (ObLabel){
            .text = text,
            .style = OB_TEXT_SMALL,
            .color = &page->theme->category_text[k],
            .halo = &page->theme->role[OB_ROLE_BACKGROUND],
            .x = get_place (plot, year) - page->size * 0.7,
            .y = ob_plot_get_y (plot, value) - page->size * 0.3,
            .x_align = 1,
            .y_align = 0.5,
          };
          /* Further away it would go with the dots of another series. */
          if (ob_page_put_label (page, &label))
            break;
        }
    }
}

/* A source that is also among those of an input is translated with them. */
static const char *
get_author (const ObRecord *record)
{
  return record->grade == OB_GRADE_JUDGEMENT ? C_ ("record", "our judgement")
                                             : g_dgettext (GETTEXT_PACKAGE, record->source);
}

static gboolean
is_recorded (ObChart *self, ObSeries series, int *first, int *last)
{
  gboolean found = FALSE;
  double value;

  for (int year = -MAX_YEARS; year < PROJECTED_YEARS; year++)
    {
      if (!ob_time_history_get_record (self, series, year, &value))
        continue;
      if (!found)
        *first = year;
      *last = year;
      found = TRUE;
    }

  return found;
}

char *
ob_time_history_get_source (ObChart *self, const ObTimeSpec *spec)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < spec->n_series; k++)
    {
      int first;
      int last;

      if (!is_recorded (self, spec->series[k], &first, &last))
        continue;

      /* Translators: where the dots of a series come from: "Revenue (press)". */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("record", "%s (%s)"),
                                               ob_series_get_label (spec->series[k]),
                                               get_author (ob_past_get_record (spec->series[k]))));
    }

  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  /* Translators: between the items of a list. */
  return g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
}

char *
ob_time_history_describe (ObChart *self, const ObTimeSpec *spec)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint k = 0; k < spec->n_series; k++)
    {
      ObSeries series = spec->series[k];
      int start_year = self->results->run.start_year;
      int ends[2];
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      double values[2];

      if (!is_recorded (self, series, &ends[0], &ends[1])
          || !ob_time_history_get_record (self, series, ends[0], &values[0])
          || !ob_time_history_get_record (self, series, ends[1], &values[1]))
        continue;

      from = ob_quantity_format (spec->unit, values[0]);
      to = ob_quantity_format (spec->unit, values[1]);
      g_ptr_array_add (parts,
                       /* Translators: the name of a series, then twice an amount and its
                        * year, then who says so. */
                       g_strdup_printf (C_ ("record", "%s %s in %d and %s in %d (%s)"),
                                        ob_series_get_label (series), from, start_year + ends[0],
                                        to, start_year + ends[1],
                                        get_author (ob_past_get_record (series))));
    }

  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  /* Translators: between the items of a list. */
  list = g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
  /* Translators: a list of what has really been. */
  return g_strdup_printf (_ ("Recorded: %s."), list);
}
