/* ob-flow-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-csv.h"
#include "ob-flow-names.h"
#include "ob-flow-pins.h"
#include "ob-quantity.h"
#include "ob-readout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Narrower pages have the names of the outer bars between the bars, in ems. */
#define MIN_OUTSIDE_WIDTH 34.
/* How much of its colour a ribbon has, on the page's. */
#define FILL_SHARE 0.42
#define HOT_SHARE  0.8
/* From one stripe of the subsidy to the next, px. */
#define STRIPES 4.

static guint
get_year (ObChart *self)
{
  return MAX (self->quarter, 0) / OB_QUARTERS_PER_YEAR;
}

static void
make_flow (ObChart *self, ObFlow *flow)
{
  ob_flow_init (flow, &self->results->inputs, &self->results->run, get_year (self));
}

static ObFlowMoney
get_money (const ObFlow *flow, ObFlowKind kind)
{
  /* A surplus that goes to the parents is put into nothing. */
  if (flow->link[kind].to == OB_FLOW_NODE_CORE)
    return OB_FLOW_COST;

  switch (kind)
    {
    case OB_FLOW_SALES:
    case OB_FLOW_COMPUTE:
    case OB_FLOW_OWN_USE:
      return OB_FLOW_EARNED;
    case OB_FLOW_LAB_SHARES:
    case OB_FLOW_LAB_SUPPORT:
    case OB_FLOW_CLOUD_SHARES:
    case OB_FLOW_CORE_CASH:
    case OB_FLOW_LOANS:
      return OB_FLOW_PUT_IN;
    case OB_FLOW_CLOUD_STAKES:
    case OB_FLOW_CHIP_STAKES:
      return OB_FLOW_CIRCULAR;
    default:
      return OB_FLOW_COST;
    }
}

static ObColor
get_color (const ObFlowDrawing *self, ObFlowKind kind)
{
  const ObTheme *theme = self->page->theme;
  ObFlowMoney money = get_money (&self->flow, kind);

  return money == OB_FLOW_COST ? theme->role[OB_ROLE_AXIS] : theme->category[money];
}

/* The link an item stands for: those there are, in the order of the table. */
static int
get_item_link (const ObFlow *flow, int item)
{
  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      if (flow->link[k].amount > 0 && item-- == 0)
        return k;
    }

  return -1;
}

/* Solid colours are what Cairo fills fastest. */
static ObColor
mix (const ObColor *color, const ObColor *ground, double share)
{
  return (ObColor){
    ground->red + (color->red - ground->red) * share,
    ground->green + (color->green - ground->green) * share,
    ground->blue + (color->blue - ground->blue) * share,
    1,
  };
}

/* The outline of the ribbon is the path. */
static void
fill_ribbon (const ObFlowDrawing *self, ObFlowKind kind, gboolean hot)
{
  const ObTheme *theme = self->page->theme;
  const gboolean circular = get_money (&self->flow, kind) == OB_FLOW_CIRCULAR;
  const ObColor color = get_color (self, kind);
  const ObColor fill = mix (&color, &theme->role[OB_ROLE_BACKGROUND], hot ? HOT_SHARE : FILL_SHARE);
  cairo_t *cr = self->page->cr;

  ob_page_set_color (self->page, &fill);
  ob_page_fill_preserve (self->page);

  if (hot || circular || ob_theme_kind_is_high_contrast (theme->kind))
    {
      ob_page_set_color (self->page, &color);
      cairo_set_line_width (cr, 1.);
      if (circular)
        ob_page_set_dash (self->page, OB_FLOW_CIRCULAR, 2.);
      ob_page_stroke_preserve (self->page);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

/* Which way a loop runs: a chevron in its lane. */
static void
draw_arrow (const ObFlowDrawing *self, const ObFlowRibbon *ribbon, ObFlowKind kind)
{
  cairo_t *cr = self->page->cr;
  ObColor color = get_color (self, kind);
  const double size = CLAMP (ribbon->width * 0.35, 3., self->page->size * 0.4);
  double x;
  double y;

  /* Not in the middle, where its name is. */
  ob_flow_ribbon_get_middle (ribbon, &x, &y);
  x = (x + ribbon->x1) / 2;
  ob_page_set_color (self->page, &color);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x + size / 2, y - size);
  cairo_line_to (cr, x - size / 2, y);
  cairo_line_to (cr, x + size / 2, y + size);
  ob_page_cairo_stroke (self->page);
}

static void
find_hot (ObFlowDrawing *self, double x, double y)
{
  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      if (self->layout.ribbon[k].width <= 0)
        continue;
      ob_flow_ribbon_trace (&self->layout.ribbon[k], self->page->cr);
      if (cairo_in_fill (self->page->cr, x, y))
        self->link = k;
    }
  cairo_new_path (self->page->cr);

  for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
    {
      ObRect point = { x, y, 0, 0 };

      if (self->layout.bar[node].height > 0 && ob_rect_contains (&self->layout.bar[node], &point))
        {
          self->node = node;
          self->link = -1;
        }
    }
}

static void
draw_ribbons (ObFlowDrawing *self)
{
  cairo_t *cr = self->page->cr;

  cairo_save (cr);
  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      const ObFlowRibbon *ribbon = &self->layout.ribbon[k];
      const ObFlowLink *link = &self->flow.link[k];
      const gboolean hot =
        (int) k == self->link || (int) link->from == self->node || (int) link->to == self->node;

      if (ribbon->width <= 0)
        continue;
      ob_flow_ribbon_trace (ribbon, cr);
      fill_ribbon (self, k, hot);
      cairo_new_path (cr);
      if (ribbon->route != OB_FLOW_FORWARD)
        draw_arrow (self, ribbon, k);
    }
  cairo_restore (cr);
}

/* The part of what the labs sell that customers are not charged. */
static ObRect
get_subsidy (const ObFlowDrawing *self)
{
  ObRect rect = self->layout.bar[OB_FLOW_NODE_LABS];
  const double height = MIN (self->flow.subsidy * self->layout.scale, rect.height);

  rect.y += rect.height - height;
  rect.height = height;

  return rect;
}

static void
draw_bars (const ObFlowDrawing *self)
{
  cairo_t *cr = self->page->cr;
  const ObRect subsidy = self->subsidy;

  cairo_save (cr);
  for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
    {
      const ObRect *bar = &self->layout.bar[node];

      if (bar->height > 0)
        cairo_rectangle (cr, bar->x, bar->y, bar->width, MAX (bar->height, 1));
    }
  ob_page_set_role (self->page, OB_ROLE_AXIS);
  ob_page_cairo_fill (self->page);

  cairo_rectangle (cr, subsidy.x, subsidy.y, subsidy.width, subsidy.height);
  ob_page_set_color (self->page, &self->page->theme->category[OB_FLOW_PUT_IN]);
  ob_page_cairo_fill (self->page);
  for (double y = subsidy.y; y < subsidy.y + subsidy.height - 1; y += STRIPES)
    cairo_rectangle (cr, subsidy.x, y, subsidy.width, 1.5);
  ob_page_set_role (self->page, OB_ROLE_BACKGROUND);
  ob_page_cairo_fill (self->page);
  cairo_restore (cr);
}

static void
draw_readout (const ObFlowDrawing *self)
{
  g_auto (ObReadout) readout = { 0 };
  double x;
  double y;

  if (self->link >= 0)
    {
      const ObFlowLink *link = &self->flow.link[self->link];

      ob_flow_ribbon_get_middle (&self->layout.ribbon[self->link], &x, &y);
      /* Translators: who pays, who is paid. */
      readout.title = g_strdup_printf (C_ ("flow", "%s → %s"), ob_flow_node_get_label (link->from),
                                       ob_flow_node_get_label (link->to));
      ob_readout_add (&readout, ob_flow_get_label (&self->flow, self->link),
                      ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, link->amount), -1);
      ob_readout_add (
        &readout, _ ("Of all the one pays"),
        ob_quantity_format (OB_UNIT_SHARE,
                            link->amount / ob_flow_get_outflow (&self->flow, link->from, TRUE)),
        -1);
      ob_readout_add (
        &readout, _ ("Of all the other is paid"),
        ob_quantity_format (OB_UNIT_SHARE,
                            link->amount / ob_flow_get_inflow (&self->flow, link->to, TRUE)),
        -1);
    }
  else if (self->node >= 0)
    {
      const ObRect *bar = &self->layout.bar[self->node];

      x = bar->x + bar->width / 2;
      y = bar->y + bar->height / 2;
      readout.title = g_strdup (ob_flow_node_get_label (self->node));
      ob_readout_add (&readout, _ ("Is paid"),
                      ob_quantity_format (OB_UNIT_BILLION_PER_YEAR,
                                          ob_flow_get_inflow (&self->flow, self->node, FALSE)),
                      -1);
      ob_readout_add (&readout, _ ("Pays"),
                      ob_quantity_format (OB_UNIT_BILLION_PER_YEAR,
                                          ob_flow_get_outflow (&self->flow, self->node, FALSE)),
                      -1);
    }
  else
    {
      return;
    }

  ob_flow_pins_fill_readout (self, &readout);
  ob_chart_get_hover (self->chart, &self->chart->plot, &x, &y);
  ob_readout_draw (&readout, self->page, x, y);
}

static void
put_nothing (const ObFlowDrawing *self)
{
  ObLabel label = {
    .text = _ ("No room for the flow of money"),
    .style = OB_TEXT_BODY,
    .color = &self->page->theme->role[OB_ROLE_MUTED],
    .x = self->area.x + self->area.width / 2,
    .y = self->area.y + self->area.height / 2,
    .x_align = 0.5,
    .y_align = 0.5,
    .max_width = self->area.width,
    .text_align = PANGO_ALIGN_CENTER,
  };
  double most = 0;

  for (ObFlowNode node = 0; node < OB_N_FLOW_NODES; node++)
    most = MAX (most, ob_flow_get_size (&self->flow, node));
  if (most <= 0)
    label.text = _ ("No money flows in this year");
  ob_page_put_label (self->page, &label);
}

static void
flow_chart_update (ObChart *self)
{
}

static void
flow_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  ObFlowDrawing drawing = { .chart = self, .page = page, .area = *area, .link = -1, .node = -1 };
  ObFlowRoom room;
  double x;
  double y;

  make_flow (self, &drawing.flow);
  drawing.outside = area->width >= page->size * MIN_OUTSIDE_WIDTH;
  self->plot = (ObPlot){ .rect = *area };
  ob_scale_init (&self->plot.x, OB_SCALE_LINEAR, 0, 1);
  ob_scale_init (&self->plot.y, OB_SCALE_LINEAR, 0, 1);
  self->drawn = TRUE;

  ob_flow_names_put_header (&drawing);
  room = ob_flow_names_measure (&drawing);
  if (!ob_flow_layout_init (&drawing.layout, &drawing.flow, &drawing.area, &room,
                            ob_flow_pins_get_max_scale (&drawing, &room)))
    {
      put_nothing (&drawing);
      return;
    }

  drawing.subsidy = get_subsidy (&drawing);
  if (ob_chart_get_hover (self, &self->plot, &x, &y))
    find_hot (&drawing, x, y);
  if (drawing.link < 0 && drawing.node < 0 && ob_chart_get_item (self) >= 0)
    drawing.link = get_item_link (&drawing.flow, ob_chart_get_item (self));

  draw_ribbons (&drawing);
  draw_bars (&drawing);
  ob_flow_pins_draw (&drawing);
  ob_flow_names_put (&drawing);
  ob_flow_pins_put_labels (&drawing);
  draw_readout (&drawing);
}

static char *
flow_chart_describe (ObChart *self)
{
  ObFlow flow;
  g_autofree char *sales = NULL;
  g_autofree char *subsidy = NULL;
  g_autofree char *compute = NULL;
  g_autofree char *capex = NULL;
  g_autofree char *circular = NULL;
  g_autofree char *share = NULL;

  make_flow (self, &flow);
  sales = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, flow.link[OB_FLOW_SALES].amount);
  subsidy = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, flow.subsidy);
  compute = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, flow.link[OB_FLOW_COMPUTE].amount);
  capex = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, flow.link[OB_FLOW_HARDWARE].amount
                                                          + flow.link[OB_FLOW_BUILDINGS].amount);
  circular = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, flow.circular);
  share = ob_quantity_format (OB_UNIT_SHARE, flow.circular_share);

  /* Translators: a year, then sums of money, the last with its share. */
  return g_strdup_printf (
    _ ("In %d customers pay the labs %s and are spared %s by the price subsidy. The labs pay the "
       "clouds %s for compute; the clouds pay %s for chips, servers and buildings. Circular money "
       "is %s, %s of what customers pay."),
    flow.year, sales, subsidy, compute, capex, circular, share);
}

static guint
flow_chart_get_n_items (ObChart *self)
{
  ObFlow flow;
  guint n = 0;

  make_flow (self, &flow);
  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    n += flow.link[k].amount > 0;

  return n;
}

static char *
flow_chart_describe_item (ObChart *self, guint item)
{
  ObFlow flow;
  g_autofree char *amount = NULL;
  GString *text;
  int kind;

  make_flow (self, &flow);
  kind = get_item_link (&flow, item);
  g_assert (kind >= 0);

  amount = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, flow.link[kind].amount);
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          /* Translators: who pays, who is paid, what for, a sum of money. */
                          _ ("%s to %s, %s: %s."), ob_flow_node_get_label (flow.link[kind].from),
                          ob_flow_node_get_label (flow.link[kind].to),
                          ob_flow_get_label (&flow, kind), amount);
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      g_autofree char *other = NULL;
      ObFlow pinned;

      if (!ob_flow_pins_get (self, pin, flow.year, &pinned))
        continue;
      other = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR,
                                  ob_flow_pins_get_amount (&pinned, &flow, kind));
      g_string_append_c (text, ' ');
      /* Translators: the letter of a pinned scenario, a sum of money. */
      g_string_append_printf (text, _ ("In %s: %s."), ob_pin_get_letter (pin), other);
    }

  return g_string_free (text, FALSE);
}

/* With the rest of the economy, so that each is paid what it pays. */
static void
flow_chart_write_csv (ObChart *self, GString *csv)
{
  ObFlow flow;

  ObFlow pinned[OB_N_PINS];
  gboolean present[OB_N_PINS];

  make_flow (self, &flow);
  g_string_append (csv, "from,to,amount,flow,year");
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      present[pin] = ob_flow_pins_get (self, pin, flow.year, &pinned[pin]);
      if (present[pin])
        g_string_append_printf (csv, ",%s_amount", ob_pin_get_letter (pin));
    }
  g_string_append_c (csv, '\n');

  for (guint k = 0; k < OB_N_FLOWS; k++)
    {
      const ObFlowLink *link = &flow.link[k];

      if (link->amount <= 0)
        continue;
      g_string_append_printf (csv, "%s,%s", ob_flow_node_get_id (link->from),
                              ob_flow_node_get_id (link->to));
      ob_csv_append_cell (csv, link->amount);
      g_string_append_printf (csv, ",%s,%d", ob_flow_kind_get_id (k), flow.year);
      for (guint pin = 0; pin < OB_N_PINS; pin++)
        {
          if (present[pin])
            ob_csv_append_cell (csv, ob_flow_pins_get_amount (&pinned[pin], &flow, k));
        }
      g_string_append_c (csv, '\n');
    }
}

const ObChartClass ob_flow_chart_class = {
  .id = "flow",
  .title = NC_ ("chart", "Money flow"),
  .update = flow_chart_update,
  .draw = flow_chart_draw,
  .describe = flow_chart_describe,
  .write_csv = flow_chart_write_csv,
  .has_ghosts = TRUE,
  .one_year = TRUE,
  .get_n_items = flow_chart_get_n_items,
  .describe_item = flow_chart_describe_item,
};
