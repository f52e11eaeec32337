/* ob-time-ribbon.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-time-ribbon.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The least that a plot keeps when ribbons take their room, in sizes of text. */
#define MIN_PLOT_WIDTH  12.
#define MIN_PLOT_HEIGHT 6.
/* More changes than this are counted, not listed. */
#define MAX_LISTED 5

static const struct
{
  const char *title;
  /* Fills, indices of the theme's parts. */
  guint fills[5];
} ribbons[OB_N_TIME_RIBBONS] = {
  [OB_TIME_RIBBON_PHASE] = {
    NC_ ("ribbon", "Phase"),
    { [OB_PHASE_IRRUPTION] = 5, [OB_PHASE_FRENZY] = 4, [OB_PHASE_TURNING_POINT] = 3,
      [OB_PHASE_DEPLOYMENT] = 2, [OB_PHASE_MATURITY] = 6 },
  },
  [OB_TIME_RIBBON_BINDING] = {
    NC_ ("ribbon", "Limit"),
    { [OB_BINDING_POWER] = 1, [OB_BINDING_MONEY] = 3, [OB_BINDING_SUPPLY] = 0,
      [OB_BINDING_DEMAND] = 6 },
  },
};

static guint
get_value (const ObRun *run, ObTimeRibbonKind kind, guint quarter)
{
  return kind == OB_TIME_RIBBON_PHASE ? (guint) run->phase[quarter] : (guint) run->binding[quarter];
}

/* The quarter after the run of quarters that @from belongs to. */
static guint
get_end (const ObRun *run, ObTimeRibbonKind kind, guint from)
{
  guint end = from + 1;

  while (end < OB_N_QUARTERS && get_value (run, kind, end) == get_value (run, kind, from))
    end++;

  return end;
}

const char *
ob_time_ribbon_get_word (const ObRun *run, ObTimeRibbonKind kind, guint quarter)
{
  g_return_val_if_fail (run != NULL, NULL);
  g_return_val_if_fail (kind < OB_N_TIME_RIBBONS, NULL);
  g_return_val_if_fail (quarter < OB_N_QUARTERS, NULL);

  return kind == OB_TIME_RIBBON_PHASE ? ob_phase_get_label (run->phase[quarter])
                                      : ob_binding_get_label (run->binding[quarter]);
}

const char *
ob_time_ribbon_get_title (ObTimeRibbonKind kind)
{
  g_return_val_if_fail (kind < OB_N_TIME_RIBBONS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "ribbon", ribbons[kind].title);
}

static double
get_row_height (const ObPage *page)
{
  double height;

  /* The letters of a translation may be higher than digits. */
  ob_text_measure (page->text, OB_TEXT_SMALL, ob_time_ribbon_get_title (OB_TIME_RIBBON_PHASE), NULL,
                   &height);

  return ceil (height) + 1.;
}

static double
get_gap (const ObPage *page)
{
  return ceil (page->size * 0.2);
}

guint
ob_time_ribbon_get_n (const ObPage *page, double width, double height)
{
  guint n = OB_N_TIME_RIBBONS;

  g_return_val_if_fail (page != NULL, 0);

  if (width < page->size * MIN_PLOT_WIDTH)
    return 0;
  while (n > 0 && height - ob_time_ribbon_get_height (page, n) < page->size * MIN_PLOT_HEIGHT)
    n--;

  return n;
}

double
ob_time_ribbon_get_height (const ObPage *page, guint n)
{
  g_return_val_if_fail (page != NULL, 0.);

  return n * (get_row_height (page) + get_gap (page));
}

double
ob_time_ribbon_get_margin (const ObPage *page)
{
  double widest = 0;

  g_return_val_if_fail (page != NULL, 0.);

  for (guint i = 0; i < OB_N_TIME_RIBBONS; i++)
    {
      double width;

      ob_text_measure (page->text, OB_TEXT_SMALL, ob_time_ribbon_get_title (i), &width, NULL);
      widest = MAX (widest, width);
    }

  return widest + page->size * 0.6;
}

/* The larger part of a piece that the cursor parts in two. */
static ObRect
get_side (const ObRect *piece, double cursor, double margin)
{
  const double left = cursor - margin - piece->x;
  const double right = piece->x + piece->width - cursor - margin;

  return left > right ? (ObRect){ piece->x, piece->y, left, piece->height }
                      : (ObRect){ cursor + margin, piece->y, right, piece->height };
}

/* The word in the middle of its piece, or its first letter, or nothing; beside the cursor
 * rather than on it, if there is room. */
static void
put_word (const ObPage *page, const ObRect *piece, const char *word, double cursor)
{
  g_autofree char *letter = g_utf8_substring (word, 0, 1);
  g_autofree char *capital = g_utf8_strup (letter, -1);
  const char *const texts[] = { word, capital };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ObLabel label = {
        .text = texts[i],
        .style = OB_TEXT_SMALL,
        .x = piece->x + piece->width / 2,
        .y = piece->y + piece->height / 2,
        .x_align = 0.5,
        .y_align = 0.5,
      };
      const double margin = i == 0 ? page->size * 0.3 : 1.;
      const double width = ob_page_get_label_rect (page, &label).width;

      if (fabs (cursor - label.x) < width / 2 + margin)
        {
          const ObRect side = get_side (piece, cursor, 1.);

          if (width + 2 * margin <= side.width)
            label.x = side.x + side.width / 2;
        }
      if (width + 2 * margin <= piece->width && ob_page_put_label (page, &label))
        return;
    }
}

static void
draw_ribbon (ObChart *self,
             const ObPage *page,
             const ObPlot *plot,
             ObTimeRibbonKind kind,
             const ObRect *row)
{
  const ObRun *run = &self->results->run;
  const double cursor = self->quarter >= 0 ? ob_plot_get_x (plot, self->quarter + 0.5) : -INFINITY;
  cairo_t *cr = page->cr;
  guint end;

  for (guint from = 0; from < OB_N_QUARTERS; from = end)
    {
      guint part = ribbons[kind].fills[get_value (run, kind, from)];
      ObColor color = ob_theme_get_tint (page->theme, part);
      double left = MAX (ob_plot_get_x (plot, from), row->x);
      double right;
      ObRect piece;

      end = get_end (run, kind, from);
      right = MIN (ob_plot_get_x (plot, end), row->x + row->width);
      if (right <= left)
        continue;

      piece = (ObRect){ left, row->y, right - left, row->height };
      cairo_rectangle (cr, piece.x, piece.y, piece.width, piece.height);
      ob_page_set_color (page, &color);
      ob_page_cairo_fill (page);

      ob_page_set_role (page, OB_ROLE_AXIS);
      ob_page_line (page, left, row->y, left, row->y + row->height);
      if (end == OB_N_QUARTERS)
        ob_page_line (page, right, row->y, right, row->y + row->height);

      put_word (page, &piece, ob_time_ribbon_get_word (run, kind, from), cursor);
    }
}

static void
put_title (const ObPage *page, ObTimeRibbonKind kind, const ObRect *row)
{
  ObLabel label = {
    .text = ob_time_ribbon_get_title (kind),
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = row->x - page->size * 0.45,
    .y = row->y + row->height / 2,
    .x_align = 1,
    .y_align = 0.5,
  };

  ob_page_put_label (page, &label);
}

void
ob_time_ribbon_draw (ObChart *self, const ObPage *page, const ObPlot *plot, double top, guint n)
{
  ObRect row = { plot->rect.x, ceil (top), plot->rect.width, get_row_height (page) };

  g_return_if_fail (self != NULL);
  g_return_if_fail (n <= OB_N_TIME_RIBBONS);

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  for (guint kind = 0; kind < n; kind++)
    {
      draw_ribbon (self, page, plot, kind, &row);
      put_title (page, kind, &row);
      row.y += row.height + get_gap (page);
    }
  cairo_restore (page->cr);
}

/* "frenzy from Q1 2027, maturity from Q3 2031" */
static char *
list_changes (const ObRun *run, ObTimeRibbonKind kind)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);
  guint n_left = 0;
  guint end;

  for (guint from = 0; from < OB_N_QUARTERS; from = end)
    {
      end = get_end (run, kind, from);
      if (changes->len < MAX_LISTED)
        {
          g_autofree char *when = ob_quarter_format (run->start_year, from);

          /* Translators: what there is from a quarter on: "frenzy", "Q1 2027". */
          g_ptr_array_add (changes,
                           g_strdup_printf (C_ ("change", "%s from %s"),
                                            ob_time_ribbon_get_word (run, kind, from), when));
        }
      else
        {
          n_left++;
        }
    }

  if (n_left > 0)
    /* Translators: ends a list of changes. */
    g_ptr_array_add (changes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "then %u more change",
                                                            "then %u more changes", n_left),
                                               n_left));
  g_ptr_array_add (changes, NULL);

  /* Translators: between the items of a list. */
  return g_strjoinv (C_ ("list", ", "), (char **) changes->pdata);
}

char *
ob_time_ribbon_describe (const ObRun *run)
{
  g_autofree char *phases = NULL;
  g_autofree char *limits = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  phases = list_changes (run, OB_TIME_RIBBON_PHASE);
  limits = list_changes (run, OB_TIME_RIBBON_BINDING);

  /* Translators: two lists: "frenzy from Q1 2027, maturity from Q3 2031", "power from
   * Q1 2027"; what binds is what holds output back. */
  return g_strdup_printf (_ ("Phases: %s. What binds: %s."), phases, limits);
}
