/* ob-page-path.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-frontier.h"
#include "ob-page.h"

G_BEGIN_DECLS

/**
 * ObPagePath:
 * @n_points: how many; a loop ends where it starts
 * @xy: x and y of each in turn, on the page
 * @along: how far along the path each is
 *
 * A line as it lies on a page, for what has to know where that is: the label on
 * it, the gap for that label, other labels that keep off it.
 */
typedef struct
{
  guint n_points;
  double *xy;
  double *along;
} ObPagePath;

/* A curve of a plane, thinned to what can be seen. */
void ob_page_path_init_curve (ObPagePath *self, const ObPlot *plot, const ObCurve *curve);
/* @xy: (array): places within the plot, from 0 to 1, y upwards, in turn */
void
ob_page_path_init_units (ObPagePath *self, const ObPlot *plot, const double *xy, guint n_points);
void ob_page_path_init_line (ObPagePath *self, double x0, double y0, double x1, double y1);
void ob_page_path_clear (ObPagePath *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObPagePath, ob_page_path_clear)

/* An empty array (element-type ObPagePath) that clears what is in it. */
GArray *ob_page_path_array_new (void) G_GNUC_WARN_UNUSED_RESULT;

double ob_page_path_get_length (const ObPagePath *self);
/* The place at a part of the length, 0 to 1. */
void ob_page_path_get_place (const ObPagePath *self, double part, double *x, double *y);
/* Whether the path passes through @rect. */
gboolean ob_page_path_hits (const ObPagePath *self, const ObRect *rect);
gboolean ob_page_path_array_hits (const GArray *paths, const ObRect *rect);

/* Adds the path to that of @page, broken at @gaps (element-type ObRect). */
void ob_page_path_trace (const ObPagePath *self, const ObPage *page, const GArray *gaps);
/* Keeps labels that are placed from now on off the path. */
void ob_page_path_block (const ObPagePath *self, const ObPage *page);

/**
 * ob_page_path_put_label:
 * @plot: what the label stays within
 * @label: its place and its alignment do not count
 * @others: (nullable) (element-type ObPagePath): lines that it keeps off; @self
 *   may be one of them
 * @min_widths: how long the path has to be, in widths of the label
 * @gaps: (element-type ObRect): where the label is added: what is broken there
 *
 * Sets a label upright on the path, as near to its middle as there is room.
 *
 * Returns: FALSE if there is no room
 */
gboolean ob_page_path_put_label (const ObPagePath *self,
                                 const ObPage *page,
                                 const ObRect *plot,
                                 const ObLabel *label,
                                 const GArray *others,
                                 double min_widths,
                                 GArray *gaps);

G_END_DECLS
