/* ob-chart-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart.h"
#include "ob-heat-mark.h"
#include "ob-iso-mark.h"
#include "ob-odds-mark.h"
#include "ob-page.h"
#include "ob-soft-range.h"
#include "ob-tornado.h"
#include "ob-vintage.h"

G_BEGIN_DECLS

/**
 * ObChartClass:
 * @id: in file names and on the command line
 * @title: to be translated in the context "chart"
 * @spec: (nullable): what it shows, if it is a chart of series over time
 * @update: the results or the hold changed: sees to the axes; there are results
 * @update_ghosts: (nullable): the ghosts changed: before @update
 * @draw: into an area of a page; there are results; sets the plot
 * @describe: whole sentences; there are results
 * @get_note: (nullable): where what it shows besides the model comes from, or NULL;
 *   there are results
 * @write_csv: header and rows; there are results
 * @has_ghosts: whether it draws pinned scenarios
 * @one_year: whether it shows the year of the selected quarter
 * @by_quarter: whether its horizontal axis counts quarters without @spec
 * @get_n_items: (nullable): how many items can be picked; there are results
 * @describe_item: (nullable): a sentence about one of them
 * @get_item_at: (nullable): the item at a place of the last draw, or -1
 * @get_item_lever: (nullable): the input that an item is about, or
 *   %OB_N_PARAMETERS: none; goes with
 *   @get_item_at
 *
 * What one kind of chart does: a row in a table.
 */
typedef struct
{
  const char *id;
  const char *title;
  const struct _ObTimeSpec *spec;
  void (*update) (ObChart *self);
  void (*update_ghosts) (ObChart *self);
  void (*draw) (ObChart *self, const ObPage *page, const ObRect *area);
  char *(*describe) (ObChart *self);
  char *(*get_note) (ObChart *self);
  void (*write_csv) (ObChart *self, GString *csv);
  gboolean has_ghosts;
  gboolean one_year;
  gboolean by_quarter;
  guint (*get_n_items) (ObChart *self);
  char *(*describe_item) (ObChart *self, guint item);
  int (*get_item_at) (ObChart *self, double x, double y);
  ObParameter (*get_item_lever) (ObChart *self, guint item);
} ObChartClass;

extern const ObChartClass ob_frontier_chart_class;
extern const ObChartClass ob_risk_chart_class;
extern const ObChartClass ob_money_chart_class;
extern const ObChartClass ob_power_chart_class;
extern const ObChartClass ob_price_chart_class;
extern const ObChartClass ob_cash_chart_class;
extern const ObChartClass ob_flow_chart_class;
extern const ObChartClass ob_vintage_chart_class;
extern const ObChartClass ob_tornado_chart_class;
extern const ObChartClass ob_tornado_risk_chart_class;
extern const ObChartClass ob_disagreement_chart_class;
extern const ObChartClass ob_indices_chart_class;
extern const ObChartClass ob_boom_chart_class;
extern const ObChartClass ob_waterfall_chart_class;
extern const ObChartClass ob_odds_chart_class;
extern const ObChartClass ob_driver_chart_class;

/* For the files of charts only. */
struct _ObChart
{
  ObChartKind kind;
  const ObChartClass *klass;

  ObResults *results;
  ObResults *trail;
  ObGhosts *ghosts;
  ObComparison *comparison;
  ObDiscovery discovery;
  gboolean outdated;
  const ObTheme *theme;
  ObText *text;
  gboolean background;
  gboolean framed;
  char *subtitle;
  char *title;
  char *source;
  int quarter;
  gboolean held;
  /* Quarters shown, all unless the first is less than the second, and those being
   * selected alike. */
  double shown[2];
  double selection[2];
  double hover_x;
  double hover_y;
  int item;

  /* The memory of the axes; the second is that of a lower panel. */
  ObSoftRange range[2];
  /* The npv that has the strongest colour on the map, and what is made of the
   * map once, when it is first drawn; whether the first has its values. */
  double limit;
  /* What the axis of a waterfall is of, and its rows as last drawn. */
  ObMetric metric;
  guint n_rows;
  ObHeatMark *heat;
  gboolean heated;
  ObIsoMark *iso;
  ObIsoMark *risk;
  ObOddsMark *odds[2];

  /* One for each year that has one, on a chart of them. */
  ObVintage *vintages;
  guint n_vintages;
  /* What a vintage of each pin returns, by years from its start; NaN: nothing that
   * could be drawn. */
  double pin_rates[OB_N_PINS][OB_N_QUARTERS / 4];

  /* Of the inputs of the results; NULL until it is asked for. */
  ObTornado *tornado;

  /* The last draw. */
  ObLabelPlacer *labels;
  ObInk *ink;
  gboolean drawn;
  ObPlot plot;
  double factor;
};

/* The hovered place on the page being drawn, if it is in the plot. */
gboolean ob_chart_get_hover (ObChart *self, const ObPlot *plot, double *x, double *y);

/* What the frame calls the chart. */
const char *ob_chart_get_title (ObChart *self);

const ObChartClass *ob_chart_kind_get_class (ObChartKind kind);

G_END_DECLS
