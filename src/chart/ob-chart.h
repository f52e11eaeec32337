/* ob-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-comparison.h"
#include "ob-discovery.h"
#include "ob-ghosts.h"
#include "ob-label-placer.h"
#include "ob-results.h"
#include "ob-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * ObChartKind:
 * @OB_CHART_FRONTIER: map of npv over two levers, break-even curve, you are here
 * @OB_CHART_RISK: chance of a crash within two years and by then, with its parts
 * @OB_CHART_MONEY: capex, revenue and required revenue
 * @OB_CHART_POWER: power limit, installed, energised, stranded
 * @OB_CHART_PRICE: full cost, market price, user price
 * @OB_CHART_CASH: cumulative cash
 * @OB_CHART_FLOW: who pays whom in the year of the selected quarter
 * @OB_CHART_VINTAGES: what a gigawatt returns, by year of order
 * @OB_CHART_DRIVERS: the parts of the chance of a crash in the selected quarter
 * @OB_CHART_TORNADO: what each input does to the net present value
 * @OB_CHART_TORNADO_RISK: what each input does to the bubble risk
 * @OB_CHART_DISAGREEMENT: the net present value by what the sources say
 * @OB_CHART_INDICES: what the variance of the net present value comes from
 * @OB_CHART_WATERFALL: what makes the difference to another scenario
 * @OB_CHART_ODDS: how npv and payback spread when inputs have ranges
 * @OB_CHART_BOOMS: capex as a share of GDP, beside build-outs of the past
 */
typedef enum
{
  OB_CHART_FRONTIER,
  OB_CHART_RISK,
  OB_CHART_MONEY,
  OB_CHART_POWER,
  OB_CHART_PRICE,
  OB_CHART_CASH,
  OB_CHART_FLOW,
  OB_CHART_VINTAGES,
  OB_CHART_DRIVERS,
  OB_CHART_TORNADO,
  OB_CHART_TORNADO_RISK,
  OB_CHART_DISAGREEMENT,
  OB_CHART_INDICES,
  OB_CHART_WATERFALL,
  OB_CHART_ODDS,
  OB_CHART_BOOMS,
  OB_N_CHARTS
} ObChartKind;

/* "frontier", "risk", ... */
const char *ob_chart_kind_get_id (ObChartKind kind);
/* Translated title; never freed. */
const char *ob_chart_kind_get_title (ObChartKind kind);
gboolean ob_chart_kind_from_id (const char *id, ObChartKind *kind);
/* Whether it shows series by quarter, of which it can show a part. */
gboolean ob_chart_kind_is_over_time (ObChartKind kind);
/* Whether its horizontal axis counts quarters, so that one can be selected on it. */
gboolean ob_chart_kind_counts_quarters (ObChartKind kind);
/* Whether it marks the selected quarter, or shows its year. */
gboolean ob_chart_kind_follows_quarter (ObChartKind kind);

/**
 * ObChart:
 *
 * One chart: what it shows, how it looks and the memory of its axes. Drawing is
 * a pure function of that, so screen, export and tests share it. Not
 * thread-safe; use one chart on one thread.
 */
typedef struct _ObChart ObChart;

ObChart *ob_chart_new (ObChartKind kind) G_GNUC_WARN_UNUSED_RESULT;
void ob_chart_free (ObChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObChart, ob_chart_free)

ObChartKind ob_chart_get_kind (ObChart *chart);

/* Keeps a reference. NULL draws an empty page that says so. */
void ob_chart_set_results (ObChart *chart, ObResults *results);
/* The break-even curves before the drag in progress, drawn faintly; NULL: none. */
void ob_chart_set_trail (ObChart *chart, ObResults *results);
/* Pinned scenarios that the chart is compared with; NULL: none. Keeps a reference. */
void ob_chart_set_ghosts (ObChart *chart, ObGhosts *ghosts);
/* What the waterfall is about; NULL: nothing. Keeps a reference. */
void ob_chart_set_comparison (ObChart *chart, ObComparison *comparison);
/* A box of draws that was kept, drawn on a map unless a newer one was found for what
 * is shown; NULL: none. Copied. @outdated: something it depends on has changed. */
void ob_chart_set_discovery (ObChart *chart, const ObDiscovery *discovery, gboolean outdated);
void ob_chart_set_theme (ObChart *chart, ObThemeKind theme);
/* A Pango family and a size in pixels; the default is "Cantarell, sans" at 13. */
void ob_chart_set_font (ObChart *chart, const char *family, double size);
/* Whether the page is painted first; charts on a widget are not. */
void ob_chart_set_background (ObChart *chart, gboolean background);
/* Title and source line above and below; off on screen, on in exports. */
void ob_chart_set_framed (ObChart *chart, gboolean framed, const char *subtitle);
/* What the frame says instead of the title of the chart and of the versions that
 * made it; NULL or "": the usual. */
void ob_chart_set_frame_texts (ObChart *chart, const char *title, const char *source);
/* The selected quarter, drawn as a cursor on time charts; -1: none. A chart of
 * one year then shows the first. */
void ob_chart_set_quarter (ObChart *chart, int quarter);
/* The quarters that charts over time show, with fractions, see
 * ob_chart_page_to_data(); all unless @from < @to. */
void ob_chart_set_range (ObChart *chart, double from, double to);
/* The quarters the last draw showed. FALSE before the first and on other charts. */
gboolean ob_chart_get_range (ObChart *chart, double *from, double *to);
/* Quarters to be set off, while a person selects them; none unless @from < @to. */
void ob_chart_set_selection (ObChart *chart, double from, double to);
/* While TRUE, axes grow when the data pass a soft maximum but do not shrink. */
void ob_chart_set_held (ObChart *chart, gboolean held);
/* The hovered place in chart coordinates, or negative for none: a readout is
 * drawn while it is in the plot. */
void ob_chart_set_hover (ObChart *chart, double x, double y);

/* How many things a chart has that can be picked one by one with the keyboard:
 * the links of a flow. Most have none. */
guint ob_chart_get_n_items (ObChart *chart);
/* The one picked, shown like what is under the pointer; -1: none. */
void ob_chart_set_item (ObChart *chart, int item);
int ob_chart_get_item (ObChart *chart);
/* The item at a place on the page, where that means an input; -1: none. */
int ob_chart_get_item_at (ObChart *chart, double x, double y);
/* The input that an item is about. FALSE if it is about none. */
gboolean ob_chart_get_item_lever (ObChart *chart, int item, ObParameter *lever);

/* Draws into (0, 0, width, height), in pixels or points as the surface has it. */
void ob_chart_draw (ObChart *chart, cairo_t *cr, double width, double height);
/* Draws into a new image surface of so many pixels times @scale, which is also
 * the scale of its device. */
cairo_surface_t *ob_chart_draw_to_image (ObChart *chart, int width, int height, int scale);

/* A sentence or two that say what the chart shows, for a screen reader; before
 * them one about the item that is picked. */
char *ob_chart_describe (ObChart *chart) G_GNUC_WARN_UNUSED_RESULT;

/* Between page and data for the size last drawn. FALSE outside the plot area
 * (@x, @y are then the nearest place inside it) and before the first draw. On
 * time charts x counts quarters from the start, with fractions: quarter i is
 * the interval from i to i + 1, its values stand in the middle, and before 0
 * lies history. */
gboolean ob_chart_page_to_data (ObChart *chart, double page_x, double page_y, double *x, double *y);
void ob_chart_data_to_page (ObChart *chart, double x, double y, double *page_x, double *page_y);
/* The place on the break-even curve nearest to a place on the page, at most
 * @radius away: snapping. FALSE if there is none. */
gboolean
ob_chart_snap (ObChart *chart, double page_x, double page_y, double radius, double *x, double *y);

/* (transfer none) (element-type ObLabelBox) where the last draw put its labels;
 * valid until the next */
const GArray *ob_chart_get_label_boxes (ObChart *chart);
/* (transfer none) (element-type ObStroke) the straight lines of the last draw that are to
 * go through none of these labels: rules, cursors, axes, ticks; alike */
const GArray *ob_chart_get_strokes (ObChart *chart);

G_END_DECLS
