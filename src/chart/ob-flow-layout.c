/* ob-flow-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-flow-layout.h"

#include <math.h>

/* Between loops, and between a loop and what it goes round, px. */
#define LANE_GAP 3.
/* How far the innermost loop swings out beyond half its width, px. */
#define TURN 5.
/* What is thinner could not be seen, px. */
#define MIN_WIDTH 0.75

static const guint columns[OB_N_FLOW_NODES] = {
  [OB_FLOW_NODE_CUSTOMERS] = 0, [OB_FLOW_NODE_INVESTORS] = 0, [OB_FLOW_NODE_CORE] = 0,
  [OB_FLOW_NODE_LENDERS] = 0,   [OB_FLOW_NODE_LABS] = 1,      [OB_FLOW_NODE_CLOUDS] = 2,
  [OB_FLOW_NODE_STAFF] = 2,     [OB_FLOW_NODE_CHIPS] = 3,     [OB_FLOW_NODE_BUILDERS] = 3,
  [OB_FLOW_NODE_UTILITIES] = 3, [OB_FLOW_NODE_UPKEEP] = 3,    [OB_FLOW_NODE_TAX] = 3,
  [OB_FLOW_NODE_ECONOMY] = 0,
};

/* Each column from the top. */
static const ObFlowNode stacks[OB_N_FLOW_COLUMNS][6] = {
  { OB_FLOW_NODE_CUSTOMERS, OB_FLOW_NODE_INVESTORS, OB_FLOW_NODE_CORE, OB_FLOW_NODE_LENDERS,
    OB_N_FLOW_NODES },
  { OB_FLOW_NODE_LABS, OB_N_FLOW_NODES },
  { OB_FLOW_NODE_STAFF, OB_FLOW_NODE_CLOUDS, OB_N_FLOW_NODES },
  { OB_FLOW_NODE_CHIPS, OB_FLOW_NODE_BUILDERS, OB_FLOW_NODE_UTILITIES, OB_FLOW_NODE_UPKEEP,
    OB_FLOW_NODE_TAX, OB_N_FLOW_NODES },
};

/* How ribbons follow each other along a bar, from the top: what goes back over
 * the top, what goes on, what goes back below. So they hardly cross. */
static const struct
{
  ObFlowKind kind;
  gboolean turned;
} slots[] = {
  { OB_FLOW_CLOUD_STAKES, FALSE }, { OB_FLOW_CHIP_STAKES, FALSE },  { OB_FLOW_SALES, FALSE },
  { OB_FLOW_LAB_SHARES, FALSE },   { OB_FLOW_LAB_SUPPORT, FALSE },  { OB_FLOW_STAFF, FALSE },
  { OB_FLOW_COMPUTE, FALSE },      { OB_FLOW_CLOUD_SHARES, FALSE }, { OB_FLOW_OWN_USE, FALSE },
  { OB_FLOW_CORE_CASH, FALSE },    { OB_FLOW_LOANS, FALSE },        { OB_FLOW_HARDWARE, FALSE },
  { OB_FLOW_BUILDINGS, FALSE },    { OB_FLOW_ENERGY, FALSE },       { OB_FLOW_UPKEEP, FALSE },
  { OB_FLOW_TAX, FALSE },          { OB_FLOW_CORE_CASH, TRUE },     { OB_FLOW_LAB_SUPPORT, TRUE },
  { OB_FLOW_REPAYMENT, FALSE },    { OB_FLOW_INTEREST, FALSE },
};

/* Loops from the inside out. */
static const ObFlowKind over[] = { OB_FLOW_CLOUD_STAKES, OB_FLOW_CHIP_STAKES };
static const ObFlowKind under[] = { OB_FLOW_INTEREST, OB_FLOW_REPAYMENT, OB_FLOW_LAB_SUPPORT,
                                    OB_FLOW_CORE_CASH };

/* Those that pass the labs on their way to the clouds. */
static const ObFlowKind passing[] = { OB_FLOW_CLOUD_SHARES, OB_FLOW_OWN_USE, OB_FLOW_CORE_CASH,
                                      OB_FLOW_LOANS };

guint
ob_flow_layout_get_column (ObFlowNode node)
{
  g_return_val_if_fail (node < OB_N_FLOW_NODES, 0);

  return columns[node];
}

static gboolean
is_loop (const ObFlow *flow, ObFlowKind kind)
{
  const ObFlowLink *link = &flow->link[kind];

  return link->amount > 0 && columns[link->to] < columns[link->from];
}

static gboolean
is_passing (const ObFlow *flow, ObFlowKind kind)
{
  const ObFlowLink *link = &flow->link[kind];

  return link->amount > 0 && columns[link->to] > columns[link->from] + 1;
}

/* The loops of one side: how many there are and how much flows in them. */
static guint
sum_loops (const ObFlow *flow, const ObFlowKind *kinds, guint n_kinds, double *amount)
{
  guint n = 0;

  *amount = 0;
  for (guint k = 0; k < n_kinds; k++)
    {
      if (!is_loop (flow, kinds[k]))
        continue;
      *amount += flow->link[kinds[k]].amount;
      n++;
    }

  return n;
}

/* What a column holds: money, and what does not scale. */
static void
sum_column (const ObFlow *flow, guint column, const ObFlowRoom *room, double *amount, double *fixed)
{
  guint n = 0;

  *amount = 0;
  *fixed = 0;
  for (const ObFlowNode *node = stacks[column]; *node != OB_N_FLOW_NODES; node++)
    {
      double size = ob_flow_get_size (flow, *node);

      *amount += size;
      n += size > 0;
    }
  if (column == 1)
    {
      for (guint k = 0; k < G_N_ELEMENTS (passing); k++)
        {
          if (is_passing (flow, passing[k]))
            {
              *amount += flow->link[passing[k]].amount;
              n++;
            }
        }
    }

  *fixed = n > 1 ? (n - 1) * room->gap : 0;
  if (column == 1 || column == 2)
    *fixed += room->above;
}

double
ob_flow_layout_get_scale (const ObFlow *flow, const ObRect *area, const ObFlowRoom *room)
{
  double loops[2];
  double lanes = 0;
  double scale = G_MAXDOUBLE;
  double most = 0;

  g_return_val_if_fail (flow != NULL && area != NULL && room != NULL, 0.);

  lanes += LANE_GAP * sum_loops (flow, over, G_N_ELEMENTS (over), &loops[0]);
  lanes += LANE_GAP * sum_loops (flow, under, G_N_ELEMENTS (under), &loops[1]);

  for (guint column = 0; column < OB_N_FLOW_COLUMNS; column++)
    {
      double amount;
      double fixed;

      sum_column (flow, column, room, &amount, &fixed);
      most = MAX (most, amount);
      if (amount > 0)
        scale = MIN (scale, (area->height - lanes - fixed) / (amount + loops[0] + loops[1]));
    }

  return most > 0 ? MAX (scale, 0.) : 0.;
}

/* Bars of a column one below the other, what room is left shared out between
 * them up to a multiple of the gap. */
static void
place_stack (ObFlowLayout *self,
             const ObFlow *flow,
             guint column,
             double x,
             double top,
             double bottom,
             const ObFlowRoom *room)
{
  double gap = room->gap;
  double content = 0;
  double y;
  guint n = 0;

  for (const ObFlowNode *node = stacks[column]; *node != OB_N_FLOW_NODES; node++)
    {
      double size = ob_flow_get_size (flow, *node) * self->scale;

      content += size;
      n += size > 0;
    }
  if (n > 1)
    gap = CLAMP ((bottom - top - content) / (n - 1), gap, 4 * gap);

  y = top + MAX (bottom - top - content - (n > 1 ? (n - 1) * gap : 0), 0) / 2;
  for (const ObFlowNode *node = stacks[column]; *node != OB_N_FLOW_NODES; node++)
    {
      double size = ob_flow_get_size (flow, *node) * self->scale;

      self->bar[*node] = (ObRect){ x, y, room->bar, size };
      if (size > 0)
        y += size + gap;
    }
}

static void
place_bars (ObFlowLayout *self,
            const ObFlow *flow,
            const ObRect *area,
            const ObFlowRoom *room,
            double top,
            double bottom)
{
  const double first = area->x + room->left + self->left;
  const double last = area->x + area->width - room->right - self->right - room->bar;
  const double step = (last - first) / (OB_N_FLOW_COLUMNS - 1);
  ObRect *clouds = &self->bar[OB_FLOW_NODE_CLOUDS];
  ObRect *staff = &self->bar[OB_FLOW_NODE_STAFF];
  ObRect *labs = &self->bar[OB_FLOW_NODE_LABS];
  double least;

  place_stack (self, flow, 0, first, top, bottom, room);
  place_stack (self, flow, 3, last, top, bottom, room);

  *labs = (ObRect){ first + step, top + room->above, room->bar,
                    ob_flow_get_size (flow, OB_FLOW_NODE_LABS) * self->scale };
  *staff = (ObRect){ first + 2 * step, top, room->bar,
                     ob_flow_get_size (flow, OB_FLOW_NODE_STAFF) * self->scale };
  *clouds = (ObRect){ first + 2 * step, 0, room->bar,
                      ob_flow_get_size (flow, OB_FLOW_NODE_CLOUDS) * self->scale };
  least = top + room->above + (staff->height > 0 ? staff->height + room->gap : 0);
  clouds->y = MAX (least, (least + bottom - clouds->height) / 2);
}

/* Where ribbons leave and arrive along a bar. */
static void
place_ends (ObFlowLayout *self, const ObFlow *flow, ObFlowNode node, gboolean leaving)
{
  const ObRect *bar = &self->bar[node];
  double sum = 0;
  double y = bar->y;
  gboolean below = TRUE;

  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      const ObFlowLink *link = &flow->link[k];

      if ((leaving ? link->from : link->to) != node || link->amount <= 0)
        continue;
      sum += link->amount * self->scale;
      below &= self->ribbon[k].route == OB_FLOW_UNDER;
    }
  if (below)
    y += bar->height - sum;

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const ObFlowLink *link = &flow->link[slots[i].kind];
      ObFlowRibbon *ribbon = &self->ribbon[slots[i].kind];
      const double width = link->amount * self->scale;
      const gboolean back = columns[link->to] == 0;

      if ((leaving ? link->from : link->to) != node || link->amount <= 0)
        continue;
      /* The two that can run either way have a place for each. */
      if ((slots[i].kind == OB_FLOW_CORE_CASH || slots[i].kind == OB_FLOW_LAB_SUPPORT)
          && back != slots[i].turned)
        continue;

      if (leaving)
        {
          ribbon->x0 = bar->x + bar->width;
          ribbon->y0 = y + width / 2;
        }
      else
        {
          ribbon->x1 = bar->x;
          ribbon->y1 = y + width / 2;
        }
      y += width;
    }
}

/* Those that pass the labs go below them, as near to their straight way as they
 * can without touching each other. */
static void
place_passing (ObFlowLayout *self, const ObFlow *flow, double bottom, const ObFlowRoom *room)
{
  const ObRect *labs = &self->bar[OB_FLOW_NODE_LABS];
  ObFlowRibbon *ribbons[G_N_ELEMENTS (passing)];
  double centres[G_N_ELEMENTS (passing)];
  double sizes[G_N_ELEMENTS (passing)];
  const double top = labs->y + labs->height;
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (passing); k++)
    {
      ObFlowRibbon *ribbon = &self->ribbon[passing[k]];

      if (!is_passing (flow, passing[k]))
        continue;
      ribbon->pass_x[0] = labs->x;
      ribbon->pass_x[1] = labs->x + labs->width;
      ribbon->lane = (ribbon->y0 + ribbon->y1) / 2;
      sizes[n] = ribbon->width + room->gap / 2;
      centres[n] = ribbon->lane;
      /* Their order stays that of the bars. */
      if (n > 0)
        centres[n] = MAX (centres[n], centres[n - 1]);
      ribbons[n++] = ribbon;
    }

  if (!ob_label_placer_spread (centres, sizes, n, top + room->gap / 2, bottom + room->gap / 2))
    return;
  for (guint k = 0; k < n; k++)
    ribbons[k]->lane = centres[k];
}

/* Lanes from the inside out, and turns to match: a loop goes round those within. */
static void
place_loops (ObFlowLayout *self,
             const ObFlow *flow,
             const ObFlowKind *kinds,
             guint n_kinds,
             double edge,
             double sign)
{
  double out = LANE_GAP;
  double turn0[OB_N_FLOW_NODES];
  double turn1 = TURN;

  for (guint node = 0; node < OB_N_FLOW_NODES; node++)
    turn0[node] = TURN;

  for (guint k = 0; k < n_kinds; k++)
    {
      ObFlowRibbon *ribbon = &self->ribbon[kinds[k]];
      const ObFlowNode from = flow->link[kinds[k]].from;

      if (!is_loop (flow, kinds[k]))
        continue;
      ribbon->route = sign < 0 ? OB_FLOW_OVER : OB_FLOW_UNDER;
      ribbon->lane = edge + sign * (out + ribbon->width / 2);
      ribbon->turn0 = turn0[from] + ribbon->width / 2;
      ribbon->turn1 = turn1 + ribbon->width / 2;
      out += ribbon->width + LANE_GAP;
      turn0[from] += ribbon->width + LANE_GAP;
      turn1 += ribbon->width + LANE_GAP;
    }
}

/* The room loops take beside the first and the last column. */
static void
find_swings (ObFlowLayout *self, const ObFlow *flow)
{
  self->left = 0;
  self->right = 0;

  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      const ObFlowRibbon *ribbon = &self->ribbon[k];

      if (!is_loop (flow, k))
        continue;
      if (columns[flow->link[k].to] == 0)
        self->left = MAX (self->left, ribbon->turn1 + ribbon->width / 2 + LANE_GAP);
      if (columns[flow->link[k].from] == OB_N_FLOW_COLUMNS - 1)
        self->right = MAX (self->right, ribbon->turn0 + ribbon->width / 2 + LANE_GAP);
    }
}

gboolean
ob_flow_layout_init (ObFlowLayout *self,
                     const ObFlow *flow,
                     const ObRect *area,
                     const ObFlowRoom *room,
                     double max_scale)
{
  double loops[2];
  double top;
  double bottom;
  double lanes[2];

  g_return_val_if_fail (self != NULL && flow != NULL, FALSE);
  g_return_val_if_fail (area != NULL && room != NULL, FALSE);

  *self = (ObFlowLayout){ .scale = MIN (ob_flow_layout_get_scale (flow, area, room), max_scale) };
  if (!(self->scale > 0))
    return FALSE;

  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    self->ribbon[k].width = flow->link[k].amount * self->scale;

  lanes[0] = LANE_GAP * sum_loops (flow, over, G_N_ELEMENTS (over), &loops[0]);
  lanes[1] = LANE_GAP * sum_loops (flow, under, G_N_ELEMENTS (under), &loops[1]);
  top = area->y + lanes[0] + loops[0] * self->scale;
  bottom = area->y + area->height - lanes[1] - loops[1] * self->scale;
  place_loops (self, flow, over, G_N_ELEMENTS (over), top, -1);
  place_loops (self, flow, under, G_N_ELEMENTS (under), bottom, 1);
  find_swings (self, flow);
  if (area->width
      < room->left + room->right + self->left + self->right + OB_N_FLOW_COLUMNS * 2 * room->bar)
    return FALSE;

  place_bars (self, flow, area, room, top, bottom);
  for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
    {
      place_ends (self, flow, node, TRUE);
      place_ends (self, flow, node, FALSE);
    }
  place_passing (self, flow, bottom, room);

  self->left_from = area->y + area->height;
  self->right_to = area->y;
  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      const ObFlowRibbon *ribbon = &self->ribbon[k];

      if (!is_loop (flow, k))
        continue;
      if (ribbon->route == OB_FLOW_UNDER)
        self->left_from = MIN (self->left_from, ribbon->y1 - ribbon->width / 2);
      if (columns[flow->link[k].from] == OB_N_FLOW_COLUMNS - 1)
        self->right_to = MAX (self->right_to, ribbon->y0 + ribbon->width / 2);
    }

  return TRUE;
}

static void
trace_forward (const ObFlowRibbon *ribbon, cairo_t *cr, double half)
{
  const gboolean passes = ribbon->pass_x[1] > ribbon->pass_x[0];
  const double x[] = { ribbon->x0, ribbon->pass_x[0], ribbon->pass_x[1], ribbon->x1 };
  const double y[] = { ribbon->y0, ribbon->lane, ribbon->lane, ribbon->y1 };

#define BEND(i, k, side)                                                                           \
  cairo_curve_to (cr, (x[i] + x[k]) / 2, y[i] + (side), (x[i] + x[k]) / 2, y[k] + (side), x[k],    \
                  y[k] + (side))
  cairo_move_to (cr, x[0], y[0] - half);
  if (passes)
    {
      BEND (0, 1, -half);
      cairo_line_to (cr, x[2], y[2] - half);
      BEND (2, 3, -half);
    }
  else
    {
      BEND (0, 3, -half);
    }
  cairo_line_to (cr, x[3], y[3] + half);
  if (passes)
    {
      BEND (3, 2, half);
      cairo_line_to (cr, x[1], y[1] + half);
      BEND (1, 0, half);
    }
  else
    {
      BEND (3, 0, half);
    }
#undef BEND
  cairo_close_path (cr);
}

/* A loop over the top: out, up, back, down, in. */
static void
trace_loop (const ObFlowRibbon *ribbon, cairo_t *cr, double half, double y0, double lane, double y1)
{
  const double r0 = MAX (MIN (ribbon->turn0, (y0 - lane) / 2), half);
  const double r1 = MAX (MIN (ribbon->turn1, (y1 - lane) / 2), half);
  const double x0 = ribbon->x0;
  const double x1 = ribbon->x1;

  cairo_move_to (cr, x0, y0 + half);
  cairo_arc_negative (cr, x0, y0 - r0, r0 + half, G_PI_2, 0);
  cairo_arc_negative (cr, x0, lane + r0, r0 + half, 0, -G_PI_2);
  cairo_arc_negative (cr, x1, lane + r1, r1 + half, -G_PI_2, -G_PI);
  cairo_arc_negative (cr, x1, y1 - r1, r1 + half, G_PI, G_PI_2);
  cairo_line_to (cr, x1, y1 - half);
  cairo_arc (cr, x1, y1 - r1, r1 - half, G_PI_2, G_PI);
  cairo_arc (cr, x1, lane + r1, r1 - half, -G_PI, -G_PI_2);
  cairo_arc (cr, x0, lane + r0, r0 - half, -G_PI_2, 0);
  cairo_arc (cr, x0, y0 - r0, r0 - half, 0, G_PI_2);
  cairo_close_path (cr);
}

void
ob_flow_ribbon_trace (const ObFlowRibbon *ribbon, cairo_t *cr)
{
  double half;

  g_return_if_fail (ribbon != NULL);
  g_return_if_fail (cr != NULL);

  cairo_new_path (cr);
  if (ribbon->width <= 0)
    return;

  half = MAX (ribbon->width, MIN_WIDTH) / 2;
  switch (ribbon->route)
    {
    case OB_FLOW_FORWARD:
      trace_forward (ribbon, cr, half);
      break;
    case OB_FLOW_OVER:
      trace_loop (ribbon, cr, half, ribbon->y0, ribbon->lane, ribbon->y1);
      break;
    case OB_FLOW_UNDER:
      cairo_save (cr);
      cairo_scale (cr, 1, -1);
      trace_loop (ribbon, cr, half, -ribbon->y0, -ribbon->lane, -ribbon->y1);
      cairo_restore (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
ob_flow_ribbon_get_middle (const ObFlowRibbon *ribbon, double *x, double *y)
{
  g_return_if_fail (ribbon != NULL);
  g_return_if_fail (x != NULL && y != NULL);

  *x = (ribbon->x0 + ribbon->x1) / 2;
  *y = (ribbon->y0 + ribbon->y1) / 2;
  if (ribbon->route != OB_FLOW_FORWARD)
    {
      *y = ribbon->lane;
    }
  else if (ribbon->pass_x[1] > ribbon->pass_x[0])
    {
      *x = (ribbon->pass_x[0] + ribbon->pass_x[1]) / 2;
      *y = ribbon->lane;
    }
}
