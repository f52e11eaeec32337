/* ob-flow-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-flow-names.h"

#include "ob-axis.h"
#include "ob-flow-pins.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

/* The most of the width that names get on each side. */
#define NAMES_SHARE 0.2
/* How far what is below a name does not shine through. */
#define PLATE_ALPHA 0.66

/* Puts a name on a plate that sets it off what is drawn below it. */
static gboolean
put_name (const ObFlowDrawing *self, const ObLabel *label)
{
  ObRect rect = ob_page_get_label_rect (self->page, label);
  ObColor color = self->page->theme->role[OB_ROLE_BACKGROUND];

  if (!ob_label_placer_is_free (self->page->labels, &rect))
    return FALSE;

  color.alpha = PLATE_ALPHA;
  ob_page_set_color (self->page, &color);
  rect.x -= 2;
  rect.width += 4;
  cairo_new_path (self->page->cr);
  cairo_rectangle (self->page->cr, rect.x, rect.y, rect.width, rect.height);
  ob_page_cairo_fill (self->page);

  return ob_page_put_label (self->page, label);
}

/* A number of billions: the unit stands above. */
static char *
format_amount (double amount)
{
  const double shown = amount * ob_quantity_get_display_factor (OB_UNIT_BILLION);

  return ob_axis_format_number (shown, shown < 9.95 ? 0.1 : 1.);
}

static char *
format_named (const char *name, double amount)
{
  g_autofree char *number = format_amount (amount);

  /* Translators: who or what, and a sum of money in billions: "Builders 310". */
  return g_strdup_printf (C_ ("flow", "%s %s"), name, number);
}

static gboolean
is_side (ObFlowNode node)
{
  guint column = ob_flow_layout_get_column (node);

  return column == 0 || column == OB_N_FLOW_COLUMNS - 1;
}

static double
get_names_width (const ObFlowDrawing *self)
{
  return self->area.width * NAMES_SHARE;
}

/* Between a bar and its name. */
static double
get_side_space (const ObFlowDrawing *self)
{
  return self->page->size * 0.35 + ob_flow_pins_get_reach (self->chart);
}

static ObLabel
make_side_label (const ObFlowDrawing *self, ObFlowNode node, const char *text)
{
  const ObRect *bar = &self->layout.bar[node];
  const gboolean first = ob_flow_layout_get_column (node) == 0;
  const gboolean left = first == self->outside;
  const double space = get_side_space (self);
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_LABEL,
    .x = left ? bar->x - space : bar->x + bar->width + space,
    .y = bar->y + bar->height / 2,
    .x_align = left ? 1 : 0,
    .y_align = 0.5,
    .max_width = get_names_width (self),
    .text_align = left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
  };

  return label;
}

/* Keeps a name out of the way of loops that swing out beside its bar. */
static void
step_aside (const ObFlowDrawing *self, ObLabel *label)
{
  const ObRect rect = ob_page_get_label_rect (self->page, label);

  if (!self->outside)
    return;
  if (label->x_align > 0 && rect.y + rect.height > self->layout.left_from)
    label->x -= self->layout.left;
  if (label->x_align == 0 && rect.y < self->layout.right_to)
    label->x += self->layout.right;
}

ObFlowRoom
ob_flow_names_measure (const ObFlowDrawing *drawing)
{
  const double size = drawing->page->size;
  ObFlowRoom room = { .bar = size * 0.7 };
  double line;

  ob_text_measure (drawing->page->text, OB_TEXT_LABEL, "0", NULL, &line);
  room.above = line + 2;
  room.gap = MIN (line * 0.9, drawing->area.height * 0.03);

  for (ObFlowNode node = 0; drawing->outside && node < OB_FLOW_NODE_ECONOMY; node++)
    {
      g_autofree char *text = NULL;
      double *side = ob_flow_layout_get_column (node) == 0 ? &room.left : &room.right;
      ObLabel label;

      if (!is_side (node) || ob_flow_get_size (&drawing->flow, node) <= 0)
        continue;
      text = format_named (ob_flow_node_get_label (node), ob_flow_get_size (&drawing->flow, node));
      label = make_side_label (drawing, node, text);
      *side = MAX (*side,
                   ob_page_get_label_rect (drawing->page, &label).width + get_side_space (drawing));
    }

  return room;
}

/* The year and the unit on the left, circular money on the right or below. */
void
ob_flow_names_put_header (ObFlowDrawing *drawing)
{
  const ObPage *page = drawing->page;
  g_autofree char *year = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;
  g_autofree char *text = NULL;
  double height;
  double width;
  double second;
  ObLabel label;

  /* Translators: a year, and the unit of all amounts of money. */
  year = g_strdup_printf (_ ("%d, $ bn a year"), drawing->flow.year);
  label = (ObLabel){
    .text = year,
    .style = OB_TEXT_LABEL_BOLD,
    .x = drawing->area.x,
    .y = drawing->area.y,
  };
  ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, year, &width, &height);
  ob_page_put_label (page, &label);
  drawing->area.y += height + 3;
  drawing->area.height -= height + 3;

  if (drawing->flow.circular <= 0)
    return;

  amount = format_amount (drawing->flow.circular);
  share = ob_quantity_format (OB_UNIT_SHARE, drawing->flow.circular_share);
  /* Translators: a sum of money in billions, a share in percent. */
  text = g_strdup_printf (_ ("Circular money %s: %s of what customers pay"), amount, share);
  ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, text, &second, &height);
  label.text = text;
  label.color = &page->theme->category_text[OB_FLOW_CIRCULAR];
  if (width + second + page->size * 1.5 <= drawing->area.width)
    {
      label.x += drawing->area.width;
      label.x_align = 1;
      ob_page_put_label (page, &label);
      return;
    }

  label.y = drawing->area.y;
  label.max_width = drawing->area.width;
  height = ob_page_get_label_rect (page, &label).height;
  if (height * 3 > drawing->area.height || !ob_page_put_label (page, &label))
    return;
  drawing->area.y += height + 3;
  drawing->area.height -= height + 3;
}

/* Puts the name of a bar in the middle above it, where that does not reach into
 * another column, or beside it, or above it after all. */
static void
put_middle_name (const ObFlowDrawing *self, ObFlowNode node, gboolean right, gboolean above)
{
  const ObRect *bar = &self->layout.bar[node];
  const double space = self->page->size * 0.35;
  const double step =
    self->layout.bar[OB_FLOW_NODE_CLOUDS].x - self->layout.bar[OB_FLOW_NODE_LABS].x - bar->width;
  g_autofree char *text = NULL;
  ObLabel label = {
    .style = OB_TEXT_LABEL_BOLD,
    .x = right ? bar->x : bar->x + bar->width,
    .y = bar->y - 1,
    .x_align = right ? 0 : 1,
    .y_align = 1,
    .text_align = right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT,
  };

  if (bar->height <= 0)
    return;

  text = format_named (ob_flow_node_get_label (node), ob_flow_get_size (&self->flow, node));
  label.text = text;
  if (above && ob_page_get_label_rect (self->page, &label).width < step && put_name (self, &label))
    return;

  label.style = OB_TEXT_LABEL;
  label.max_width = MAX (step - 2 * space, 1);
  label.x = right ? bar->x + bar->width + space : bar->x - space;
  label.y = bar->y + bar->height / 2;
  label.y_align = 0.5;
  if (put_name (self, &label) || !above)
    return;

  label.max_width = 0;
  label.x = bar->x + bar->width / 2;
  label.x_align = 0.5;
  label.y = bar->y - 1;
  label.y_align = 1;
  put_name (self, &label);
}

/* The names beside the first or the last column, moved apart where bars are thin;
 * the smallest are dropped where there is no room. */
static void
put_side_names (const ObFlowDrawing *self, guint column)
{
  ObFlowNode order[OB_N_FLOW_NODES];
  double centres[OB_N_FLOW_NODES];
  double sizes[OB_N_FLOW_NODES];
  guint n = 0;

  for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
    {
      guint at = n;

      if (ob_flow_layout_get_column (node) != column || self->layout.bar[node].height <= 0)
        continue;
      for (;
           at > 0
           && ob_flow_get_size (&self->flow, order[at - 1]) < ob_flow_get_size (&self->flow, node);
           at--)
        order[at] = order[at - 1];
      order[at] = node;
      n++;
    }

  for (; n > 0; n--)
    {
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = format_named (ob_flow_node_get_label (order[i]),
                                                ob_flow_get_size (&self->flow, order[i]));
          ObLabel label = make_side_label (self, order[i], text);
          ObRect rect = ob_page_get_label_rect (self->page, &label);

          centres[i] = label.y;
          sizes[i] = rect.height;
        }
      if (ob_label_placer_spread (centres, sizes, n, self->area.y,
                                  self->area.y + self->area.height))
        break;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
        format_named (ob_flow_node_get_label (order[i]), ob_flow_get_size (&self->flow, order[i]));
      ObLabel label = make_side_label (self, order[i], text);

      label.y = centres[i];
      step_aside (self, &label);
      if (self->outside)
        ob_page_put_label (self->page, &label);
      else
        put_name (self, &label);
    }
}

static void
put_subsidy (const ObFlowDrawing *self)
{
  const ObRect rect = self->subsidy;
  const double space = self->page->size * 0.35;
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;
  g_autofree char *text = NULL;
  ObLabel label;

  if (self->flow.subsidy <= 0)
    return;

  amount = format_amount (self->flow.subsidy);
  share = ob_quantity_format (OB_UNIT_SHARE, self->flow.subsidy / self->flow.market);
  /* Translators: a sum of money in billions, a share in percent. */
  text = g_strdup_printf (_ ("Price subsidy %s: %s of the price"), amount, share);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_LABEL,
    .color = &self->page->theme->category_text[OB_FLOW_PUT_IN],
    .x = rect.x + rect.width + space,
    .y = rect.y + rect.height,
    .y_align = 1,
  };

  for (guint wrapped = 0; wrapped < 2; wrapped++)
    {
      label.max_width = wrapped ? self->page->size * 9 : 0;
      label.y = rect.y + rect.height;
      label.y_align = 1;
      if (put_name (self, &label))
        return;
      label.y = rect.y + rect.height + 2;
      label.y_align = 0;
      if (put_name (self, &label))
        return;
    }
}

/* Whether the name of a bar says all there is to say of a link. */
static gboolean
is_named_by_bar (const ObFlowDrawing *self, ObFlowKind kind)
{
  const ObFlowLink *link = &self->flow.link[kind];
  const double enough = link->amount * (1 + 1e-9);

  return (is_side (link->from) && ob_flow_get_size (&self->flow, link->from) <= enough)
         || (is_side (link->to) && ob_flow_get_size (&self->flow, link->to) <= enough)
         || link->to == OB_FLOW_NODE_STAFF;
}

/* What ribbons are, on them, the thickest first; thin ones have no room. */
static void
put_link_names (const ObFlowDrawing *self)
{
  ObFlowKind order[OB_FLOW_FIRST_OUTSIDE];
  guint n = 0;

  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      guint at = n;

      if (self->layout.ribbon[k].width < self->page->size * 0.8 || is_named_by_bar (self, k))
        continue;
      for (; at > 0 && self->flow.link[order[at - 1]].amount < self->flow.link[k].amount; at--)
        order[at] = order[at - 1];
      order[at] = k;
      n++;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
        format_named (ob_flow_get_label (&self->flow, order[i]), self->flow.link[order[i]].amount);
      ObLabel label = {
        .text = text,
        .style = OB_TEXT_SMALL,
        .x_align = 0.5,
        .y_align = 0.5,
      };

      ob_flow_ribbon_get_middle (&self->layout.ribbon[order[i]], &label.x, &label.y);
      put_name (self, &label);
    }
}

void
ob_flow_names_put (const ObFlowDrawing *drawing)
{
  g_return_if_fail (drawing != NULL);

  for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
    ob_label_placer_block (drawing->page->labels, &drawing->layout.bar[node]);

  /* Loops turn round the upper left of the labs and the upper right of the clouds. */
  put_middle_name (drawing, OB_FLOW_NODE_LABS, TRUE, TRUE);
  put_middle_name (drawing, OB_FLOW_NODE_CLOUDS, FALSE, TRUE);
  put_middle_name (drawing, OB_FLOW_NODE_STAFF, FALSE, FALSE);
  put_side_names (drawing, 0);
  put_side_names (drawing, OB_N_FLOW_COLUMNS - 1);
  put_subsidy (drawing);
  put_link_names (drawing);
}
