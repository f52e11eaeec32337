/* ob-flow-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-flow-pins.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A letter beside more bars than this would be noise. */
#define MAX_LETTERS 2
/* How far an outline stands out beside its bar, and that of the next pin more, px. */
#define OUT 1.5
/* One that is less higher or lower than this is not told from its bar, px. */
#define MIN_DIFFERENCE 1.5

gboolean
ob_flow_pins_get (ObChart *self, guint pin, int year, ObFlow *flow)
{
  const ObResults *results = self->ghosts != NULL ? self->ghosts->results[pin] : NULL;
  const int after = results != NULL ? year - results->run.start_year : -1;

  if (after < 0 || after >= (int) OB_N_YEARS)
    return FALSE;

  ob_flow_init (flow, &results->inputs, &results->run, (guint) after);

  return TRUE;
}

double
ob_flow_pins_get_amount (const ObFlow *pinned, const ObFlow *flow, ObFlowKind kind)
{
  const ObFlowLink *link = &pinned->link[kind];

  return link->from == flow->link[kind].from ? link->amount : -link->amount;
}

double
ob_flow_pins_get_max_scale (const ObFlowDrawing *drawing, const ObFlowRoom *room)
{
  double most = G_MAXDOUBLE;

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      double scale;
      ObFlow flow;

      if (!ob_flow_pins_get (drawing->chart, pin, drawing->flow.year, &flow))
        continue;
      scale = ob_flow_layout_get_scale (&flow, &drawing->area, room);
      /* Where nothing flows anything has room. */
      if (scale > 0)
        most = MIN (most, scale);
    }

  return most;
}

double
ob_flow_pins_get_reach (ObChart *self)
{
  return self->ghosts != NULL && self->ghosts->n > 0 ? OUT * OB_N_PINS + 1 : 0;
}

/* Each a little wider than the one before, so that equal ones are seen. FALSE if it is
 * that of the bar, or the scenario has no such bar, which then has no place. */
static gboolean
get_outline (const ObFlowDrawing *drawing,
             const ObFlow *flow,
             guint pin,
             ObFlowNode node,
             ObRect *rect)
{
  const ObRect *area = &drawing->area;
  const ObRect *bar = &drawing->layout.bar[node];
  const double out = OUT * (pin + 1);
  const double height = ob_flow_get_size (flow, node) * drawing->layout.scale;

  if (bar->height <= 0 || !isfinite (height) || fabs (height - bar->height) < MIN_DIFFERENCE)
    return FALSE;

  /* Beside a bar near an end of the page it moves inwards. */
  *rect = (ObRect){
    bar->x - out,
    CLAMP (bar->y + (bar->height - height) / 2, area->y,
           MAX (area->y + area->height - height, area->y)),
    bar->width + 2 * out,
    height,
  };

  return TRUE;
}

void
ob_flow_pins_draw (const ObFlowDrawing *drawing)
{
  const ObPage *page = drawing->page;
  const ObRect area = ob_rect_round_out (&drawing->area);

  cairo_save (page->cr);
  /* One that is larger than the page has no end there. */
  cairo_rectangle (page->cr, area.x, area.y, area.width, area.height);
  cairo_clip (page->cr);
  for (guint pin = OB_N_PINS; pin-- > 0;)
    {
      const double width = page->theme->line_width * 0.75;
      ObFlow flow;

      if (!ob_flow_pins_get (drawing->chart, pin, drawing->flow.year, &flow))
        continue;

      cairo_set_line_width (page->cr, width);
      ob_page_set_pin_dash (page, pin, width);
      ob_page_set_color (page, &page->theme->pin[pin]);
      for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
        {
          ObRect rect;

          if (!get_outline (drawing, &flow, pin, node, &rect))
            continue;
          cairo_rectangle (page->cr, rect.x, rect.y, rect.width, rect.height);
          ob_page_stroke (page);
        }
    }
  cairo_restore (page->cr);
}

/* At one of the four corners of an outline. */
static gboolean
put_letter (const ObFlowDrawing *drawing, const ObRect *rect, guint pin)
{
  const ObPage *page = drawing->page;
  const ObRect *area = &drawing->area;

  for (guint corner = 0; corner < 4; corner++)
    {
      const gboolean right = corner % 2 == 0;
      const gboolean bottom = corner >= 2;
      const ObLabel label = {
        .text = ob_pin_get_letter (pin),
        .style = OB_TEXT_LABEL_BOLD,
        .color = &page->theme->pin[pin],
        .halo = &page->theme->role[OB_ROLE_BACKGROUND],
        .x = right ? rect->x + rect->width + 2 : rect->x - 2,
        .y = bottom ? rect->y + rect->height : rect->y,
        .x_align = right ? 0 : 1,
        .y_align = bottom ? 1 : 0,
      };
      const ObRect place = ob_page_get_label_rect (page, &label);

      if (place.y >= area->y && place.y + place.height <= area->y + area->height
          && ob_page_put_label (page, &label))
        return TRUE;
    }

  return FALSE;
}

void
ob_flow_pins_put_labels (const ObFlowDrawing *drawing)
{
  /* The middle first, where all money passes. */
  static const ObFlowNode first[] = { OB_FLOW_NODE_CLOUDS, OB_FLOW_NODE_LABS };

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      ObFlow flow;
      ObRect rect;
      guint n = 0;

      if (!ob_flow_pins_get (drawing->chart, pin, drawing->flow.year, &flow))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (first) + OB_FLOW_NODE_ECONOMY && n < MAX_LETTERS; i++)
        {
          const ObFlowNode node =
            i < G_N_ELEMENTS (first) ? first[i] : (ObFlowNode) (i - G_N_ELEMENTS (first));

          if (i >= G_N_ELEMENTS (first) && (node == first[0] || node == first[1]))
            continue;
          if (get_outline (drawing, &flow, pin, node, &rect) && put_letter (drawing, &rect, pin))
            n++;
        }
    }
}

void
ob_flow_pins_fill_readout (const ObFlowDrawing *drawing, ObReadout *readout)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      ObFlow flow;
      char *value;

      if (!ob_flow_pins_get (drawing->chart, pin, drawing->flow.year, &flow))
        continue;

      if (drawing->link >= 0)
        {
          value = ob_quantity_format (
            OB_UNIT_BILLION_PER_YEAR,
            ob_flow_pins_get_amount (&flow, &drawing->flow, (ObFlowKind) drawing->link));
        }
      else
        {
          g_autofree char *in =
            ob_quantity_format (OB_UNIT_BILLION_PER_YEAR,
                                ob_flow_get_inflow (&flow, (ObFlowNode) drawing->node, FALSE));
          g_autofree char *out =
            ob_quantity_format (OB_UNIT_BILLION_PER_YEAR,
                                ob_flow_get_outflow (&flow, (ObFlowNode) drawing->node, FALSE));

          /* Translators: what somebody is paid and what they pay. */
          value = g_strdup_printf (C_ ("flow", "%s in, %s out"), in, out);
        }
      ob_readout_add (readout, ob_pin_get_letter (pin), value, -1);
    }
}
