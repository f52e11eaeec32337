/* ob-report-flow.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"

G_BEGIN_DECLS

/**
 * ObReportStyle:
 * @OB_REPORT_TITLE: what the document is called
 * @OB_REPORT_HEADING: of a section
 * @OB_REPORT_BODY: paragraphs
 * @OB_REPORT_BODY_BOLD: figures that matter
 * @OB_REPORT_TABLE: cells
 * @OB_REPORT_TABLE_BOLD: cells that stand out
 * @OB_REPORT_SMALL: what is said beside
 */
typedef enum
{
  OB_REPORT_TITLE,
  OB_REPORT_HEADING,
  OB_REPORT_BODY,
  OB_REPORT_BODY_BOLD,
  OB_REPORT_TABLE,
  OB_REPORT_TABLE_BOLD,
  OB_REPORT_SMALL,
  OB_N_REPORT_STYLES
} ObReportStyle;

/**
 * ObReportCell:
 * @x: from the left margin, points
 * @width: points
 * @max_lines: the text is cut there, with an ellipsis
 * @right: whether it is set to the right
 *
 * A piece of text in a row.
 */
typedef struct
{
  ObReportStyle style;
  const char *text;
  double x;
  double width;
  int max_lines;
  gboolean right;
} ObReportCell;

/**
 * ObReportFlow:
 *
 * Sets text and charts from top to bottom and from page to page. What has been
 * set is drawn as often as asked for, on paper and in documents alike. Lengths are
 * in points.
 */
typedef struct _ObReportFlow ObReportFlow;

ObReportFlow *ob_report_flow_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void ob_report_flow_free (ObReportFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObReportFlow, ob_report_flow_free)

/* Between the margins. */
double ob_report_flow_get_width (ObReportFlow *self);
/* What is left of the page. */
double ob_report_flow_get_room (ObReportFlow *self);

/* Ends the page, unless nothing is on it. */
void ob_report_flow_break (ObReportFlow *self);
/* Starts a new page unless there is that much room; whether it did. */
gboolean ob_report_flow_need (ObReportFlow *self, double height);
/* Moves down; at the head of a page nothing. */
void ob_report_flow_skip (ObReportFlow *self, double height);

double ob_report_flow_measure_row (ObReportFlow *self, const ObReportCell *cells, guint n_cells);
/* Cells side by side; on the next page where there is no room for them. */
void ob_report_flow_add_row (ObReportFlow *self, const ObReportCell *cells, guint n_cells);
/* A row of one cell. */
void
ob_report_flow_add_text (ObReportFlow *self, ObReportStyle style, const char *text, int max_lines);
/* A line across. */
void ob_report_flow_add_rule (ObReportFlow *self);
/* Takes @chart. It stands beside what comes next: skip its height after the last
 * of a row. */
void ob_report_flow_add_chart (ObReportFlow *self,
                               ObChart *chart,
                               double x,
                               double width,
                               double height);

/* 1 at least. */
guint ob_report_flow_get_n_pages (ObReportFlow *self);
void ob_report_flow_draw_page (ObReportFlow *self, cairo_t *cr, guint page);
/* A line of small text at the foot of a page, below the margin: @line 0 or 1. */
void ob_report_flow_draw_footer (ObReportFlow *self,
                                 cairo_t *cr,
                                 guint line,
                                 const char *left,
                                 const char *right);

G_END_DECLS
