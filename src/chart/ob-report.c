/* ob-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-report.h"

#include "ob-chart-export.h"
#include "ob-discovery-text.h"
#include "ob-pdf-surface.h"
#include "ob-report-private.h"
#include "ob-scenario-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Between charts, points. */
#define GAP 10.
/* The frontier is not drawn lower than this; it is taken to the next page. */
#define MIN_HERO_HEIGHT 220.
/* Nor higher than this part of its width. */
#define MAX_HERO_SHAPE 1.05
/* The break-even curves of pins are looked for on a grid of so many points each way. */
#define GHOST_SIZE 49

struct _ObReport
{
  ObProvenance *provenance;
  ObScenario *scenario;
  ObResults *results;
  ObGhosts *ghosts; /* NULL without pins */
  ObReportFlow *flow;
  char *title;
  double width;
  double height;
};

static const struct
{
  const char *id;
  double width;
  double height;
} papers[OB_N_PAPERS] = {
  [OB_PAPER_A4] = { "a4", 595.276, 841.89 },
  [OB_PAPER_LETTER] = { "letter", 612, 792 },
};

const char *
ob_paper_get_id (ObPaper paper)
{
  g_return_val_if_fail (paper < OB_N_PAPERS, NULL);

  return papers[paper].id;
}

gboolean
ob_paper_from_id (const char *id, ObPaper *paper)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (paper != NULL, FALSE);

  for (guint i = 0; i < OB_N_PAPERS; i++)
    {
      if (g_str_equal (papers[i].id, id))
        {
          *paper = i;
          return TRUE;
        }
    }

  return FALSE;
}

void
ob_paper_get_size (ObPaper paper, double *width, double *height)
{
  g_return_if_fail (paper < OB_N_PAPERS);

  *width = papers[paper].width;
  *height = papers[paper].height;
}

static ObChart *
make_chart (ObReport *self, ObChartKind kind)
{
  ObChart *chart = ob_chart_new (kind);

  ob_chart_set_ghosts (chart, self->ghosts);
  ob_chart_set_results (chart, self->results);
  ob_chart_set_background (chart, FALSE);
  ob_chart_set_quarter (chart, (int) ob_scenario_get_quarter (self->scenario));
  ob_chart_set_discovery (chart, ob_scenario_get_discovery (self->scenario),
                          ob_scenario_is_discovery_outdated (self->scenario));

  return chart;
}

/* A chart with its title above; the caller skips @height. */
static void
add_chart (ObReport *self, ObChartKind kind, double x, double width, double height)
{
  const ObReportCell title = {
    .style = OB_REPORT_TABLE_BOLD,
    .text = ob_chart_kind_get_title (kind),
    .x = x,
    .width = width,
    .max_lines = 1,
  };
  double title_height = ob_report_flow_measure_row (self->flow, &title, 1);

  ob_report_flow_add_row (self->flow, &title, 1);
  ob_report_flow_add_chart (self->flow, make_chart (self, kind), x, width, height - title_height);
  /* Back up, so that another can stand beside it. */
  ob_report_flow_skip (self->flow, -title_height);
}

/* "Dashed on the charts: A: Cheaper chips; B: Boom" */
static void
add_pin_names (ObReport *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      g_autofree char *title = NULL;

      if (self->ghosts == NULL || self->ghosts->pins[i] == NULL)
        continue;
      title = ob_pin_format_title (self->ghosts->pins[i], i);
      if (names->len > 0)
        g_string_append (names, C_ ("pin", "; "));
      g_string_append (names, title);
    }
  if (names->len == 0)
    return;

  /* Translators: %s are the letters and names of pinned scenarios. */
  text = g_strdup_printf (_ ("Dashed on the charts, pinned scenarios: %s"), names->str);
  ob_report_flow_add_text (self->flow, OB_REPORT_SMALL, text, 4);
  ob_report_flow_skip (self->flow, GAP);
}

static void
add_first_page (ObReport *self, const char *verdict)
{
  ObReportFlow *flow = self->flow;
  const char *description = ob_scenario_get_description (self->scenario);
  const char *author = ob_scenario_get_author (self->scenario);
  const ObDiscovery *discovery = ob_scenario_get_discovery (self->scenario);
  g_autofree char *byline = NULL;
  double width = ob_report_flow_get_width (flow);
  double height;

  ob_report_flow_add_text (flow, OB_REPORT_TITLE, self->title, 3);
  /* Translators: below the title of a report; %s is a date */
  byline = *author != '\0' ? g_strdup_printf ("%s, %s", author, self->provenance->date)
                           : g_strdup (self->provenance->date);
  ob_report_flow_add_text (flow, OB_REPORT_SMALL, byline, 1);
  ob_report_flow_skip (flow, GAP);

  ob_report_flow_add_text (flow, OB_REPORT_BODY_BOLD, verdict, 12);
  ob_report_flow_skip (flow, GAP);
  if (*description != '\0')
    {
      ob_report_flow_add_text (flow, OB_REPORT_BODY, description, 10);
      ob_report_flow_skip (flow, GAP);
    }

  if (discovery != NULL)
    {
      g_autofree char *kept =
        ob_discovery_format_kept (discovery, ob_scenario_is_discovery_outdated (self->scenario));

      ob_report_flow_add_text (flow, OB_REPORT_BODY, kept, 6);
      ob_report_flow_skip (flow, GAP);
    }

  add_pin_names (self);
  ob_report_flow_need (flow, MIN_HERO_HEIGHT);
  height = MIN (ob_report_flow_get_room (flow), MAX_HERO_SHAPE * width);
  add_chart (self, OB_CHART_FRONTIER, 0, width, height);
  ob_report_flow_skip (flow, height);
  ob_report_flow_break (flow);
}

/* A row of a page of charts: one over its width, or two side by side. */
typedef struct
{
  double share; /* of the height of the page */
  ObChartKind left;
  int right; /* an ObChartKind, or -1 */
} Row;

/* Fills what is left of a page with rows of charts below a heading. */
static void
add_page (ObReport *self, const char *heading, const Row *rows, guint n_rows)
{
  ObReportFlow *flow = self->flow;
  double width = ob_report_flow_get_width (flow);
  double half = (width - GAP) / 2;
  double room;

  ob_report_flow_add_text (flow, OB_REPORT_HEADING, heading, 1);
  ob_report_flow_skip (flow, GAP / 2);
  room = ob_report_flow_get_room (flow) - (n_rows - 1) * GAP;

  for (guint i = 0; i < n_rows; i++)
    {
      double height = room * rows[i].share;

      add_chart (self, rows[i].left, 0, rows[i].right < 0 ? width : half, height);
      if (rows[i].right >= 0)
        add_chart (self, (ObChartKind) rows[i].right, half + GAP, half, height);
      ob_report_flow_skip (flow, height + (i + 1 < n_rows ? GAP : 0));
    }
  ob_report_flow_break (flow);
}

static void
add_timelines (ObReport *self)
{
  static const Row rows[] = {
    { 0.4, OB_CHART_RISK, -1 },
    { 0.3, OB_CHART_MONEY, OB_CHART_CASH },
    { 0.3, OB_CHART_POWER, OB_CHART_PRICE },
  };

  add_page (self, _ ("Over time"), rows, G_N_ELEMENTS (rows));
}

static void
add_flow (ObReport *self)
{
  static const Row rows[] = {
    { 0.38, OB_CHART_FLOW, -1 },
    { 0.3, OB_CHART_VINTAGES, -1 },
    { 0.32, OB_CHART_DRIVERS, OB_CHART_BOOMS },
  };

  add_page (self, _ ("Who pays whom, and what it returns"), rows, G_N_ELEMENTS (rows));
}

static void
add_effects (ObReport *self)
{
  static const Row rows[] = {
    { 0.36, OB_CHART_TORNADO, -1 },
    { 0.36, OB_CHART_TORNADO_RISK, -1 },
    { 0.28, OB_CHART_DISAGREEMENT, -1 },
  };

  add_page (self, _ ("What each input does"), rows, G_N_ELEMENTS (rows));
}

ObReport *
ob_report_new (ObProvenance *provenance,
               ObResults *results,
               const ObGhosts *known,
               const char *verdict,
               double width,
               double height,
               GError **error)
{
  g_autoptr (ObReport) self = NULL;
  const ObInputs *inputs;
  const char *title;

  g_return_val_if_fail (provenance != NULL, NULL);
  g_return_val_if_fail (results != NULL, NULL);
  g_return_val_if_fail (verdict != NULL, NULL);
  g_return_val_if_fail (width >= 300 && height >= 400, NULL);

  self = g_new0 (ObReport, 1);
  self->provenance = ob_provenance_ref (provenance);
  self->results = ob_results_ref (results);
  self->width = width;
  self->height = height;
  self->flow = ob_report_flow_new (width, height);
  /* A copy of one's own, whatever happens to the document meanwhile. */
  self->scenario = ob_scenario_load_bytes (provenance->scenario, _ ("Report"), error);
  if (self->scenario == NULL)
    return NULL;

  title = ob_scenario_get_title (self->scenario);
  self->title = g_strdup (*title != '\0' ? title : _ ("Untitled Scenario"));
  inputs = ob_scenario_get_inputs (self->scenario);
  if (ob_scenario_get_n_pins (self->scenario) > 0)
    self->ghosts = ob_ghosts_new (ob_scenario_get_pins (self->scenario),
                                  ob_scenario_get_plane (self->scenario), GHOST_SIZE, known, NULL);

  add_first_page (self, verdict);
  add_timelines (self);
  add_flow (self);
  add_effects (self);
  ob_report_add_metrics (self->flow, &results->run, inputs);
  ob_report_add_pins (self->flow, self->scenario, &results->run, self->ghosts);
  ob_report_add_inputs (self->flow, self->scenario);
  ob_report_add_warnings (self->flow, self->scenario, &results->run);

  return g_steal_pointer (&self);
}

void
ob_report_free (ObReport *self)
{
  if (self == NULL)
    return;

  ob_provenance_unref (self->provenance);
  ob_results_unref (self->results);
  g_clear_pointer (&self->ghosts, ob_ghosts_unref);
  g_clear_object (&self->scenario);
  ob_report_flow_free (self->flow);
  g_free (self->title);
  g_free (self);
}

guint
ob_report_get_n_pages (ObReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return ob_report_flow_get_n_pages (self->flow);
}

void
ob_report_draw_page (ObReport *self, cairo_t *cr, guint page)
{
  g_autofree char *head = NULL;
  g_autofree char *number = NULL;
  g_autofree char *versions = NULL;
  g_autofree char *line = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < ob_report_get_n_pages (self));

  ob_report_flow_draw_page (self->flow, cr, page);

  head = g_strdup_printf ("%s, %s", self->title, self->provenance->date);
  /* The footer is one line each, whatever the title is. */
  line = g_strdelimit (g_strdup (head), "\n\t", ' ');
  /* Translators: at the foot of a page, its number and how many there are */
  number = g_strdup_printf (_ ("Page %u of %u"), page + 1, ob_report_get_n_pages (self));
  /* Translators: at the foot of a page, the versions of the program and of its
   * model and a checksum, which is the name of an algorithm and 64 digits */
  versions = g_strdup_printf (_ ("Overbuild %s, model %s, inputs SHA-256 %s"), PACKAGE_VERSION,
                              OB_MODEL_VERSION, self->provenance->inputs_hash);
  ob_report_flow_draw_footer (self->flow, cr, 0, line, number);
  ob_report_flow_draw_footer (self->flow, cr, 1, versions, "");
}

static gboolean
draw_pages (ObReport *self, cairo_surface_t *surface, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < ob_report_get_n_pages (self); i++)
    {
      ob_report_draw_page (self, cr, i);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, OB_CHART_ERROR, OB_CHART_ERROR_FAILED,
               /* Translators: what went wrong, from the drawing library. */
               _ ("The report could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

GBytes *
ob_report_to_pdf (ObReport *self, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  gboolean drawn;
  ObPictureTexts texts = {
    .description = _ ("Does the AI build-out pay back?"),
    .software = "Overbuild " PACKAGE_VERSION ", model " OB_MODEL_VERSION,
  };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  texts.title = self->title;
  surface = ob_pdf_surface_new (array, self->width, self->height);
  ob_pdf_surface_set_texts (surface, &texts, self->provenance);
  drawn = draw_pages (self, surface, error);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));

  return ob_picture_embed (OB_PICTURE_PDF, bytes, &texts, self->provenance, error);
}
