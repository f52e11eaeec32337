/* ob-report.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"
#include "ob-provenance.h"

G_BEGIN_DECLS

typedef enum
{
  OB_PAPER_A4,
  OB_PAPER_LETTER,
  OB_N_PAPERS
} ObPaper;

/* "a4", "letter" */
const char *ob_paper_get_id (ObPaper paper);
gboolean ob_paper_from_id (const char *id, ObPaper *paper);
/* Upright, points. */
void ob_paper_get_size (ObPaper paper, double *width, double *height);

/**
 * ObReport:
 *
 * A scenario on paper: the verdict and the frontier; the charts over time and the
 * figures; its pins, on the charts and in a table; every input with its value, its
 * default, its source and its note; what to beware of. Each page says what it is of. Text is in the person's language.
 *
 * Use one report on one thread.
 */
typedef struct _ObReport ObReport;

/**
 * ob_report_new:
 * @provenance: what it is about; the scenario in it is what is told
 * @results: of that scenario, with a map
 * @known: (nullable): what its pins come to; those that are missing are run
 * @verdict: see ob_verdict_format()
 * @width: of a page, points, 300 at least
 * @height: 400 at least
 *
 * Returns: (nullable): NULL if the scenario cannot be read back, with an error in
 *   %OB_SCENARIO_ERROR
 */
ObReport *ob_report_new (ObProvenance *provenance,
                         ObResults *results,
                         const ObGhosts *known,
                         const char *verdict,
                         double width,
                         double height,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ob_report_free (ObReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObReport, ob_report_free)

guint ob_report_get_n_pages (ObReport *self);
/* @page: from 0; @cr is in points */
void ob_report_draw_page (ObReport *self, cairo_t *cr, guint page);

/* All of it as a document that carries the scenario, see ob_picture_embed(). NULL
 * with an error in %OB_CHART_ERROR or %OB_SCENARIO_ERROR. */
GBytes *ob_report_to_pdf (ObReport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
