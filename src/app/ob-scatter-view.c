/* ob-scatter-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scatter-view.h"

#include "ob-accent.h"
#include "ob-sampler.h"

#include <glib/gi18n-lib.h>

/* The side of the picture and the radius of a draw, px; and how many are shown. */
#define SIDE    64
#define RADIUS  1.1
#define N_DRAWS 160
/* Room beside the outermost draws, px. */
#define MARGIN 3

struct _ObScatterView
{
  GtkWidget parent_instance;

  /* Of each draw, from 0 to 1, the first N_DRAWS of one input. */
  double places[2 * N_DRAWS];
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (ObScatterView, ob_scatter_view, GTK_TYPE_WIDGET)

static void
ob_scatter_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = SIDE;
}

static void
ob_scatter_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ObScatterView *self = OB_SCATTER_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  GdkRGBA color, accent;
  cairo_t *cr;

  if (width <= 2 * MARGIN || height <= 2 * MARGIN)
    return;

  ob_accent_get_colors (widget, &color, &accent);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_move_to (cr, 0.5, 0);
  cairo_line_to (cr, 0.5, height - 0.5);
  cairo_line_to (cr, width, height - 0.5);
  cairo_set_line_width (cr, 1);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * 0.5);
  cairo_stroke (cr);

  gdk_cairo_set_source_rgba (cr, &accent);
  for (guint i = 0; self->shown && i < N_DRAWS; i++)
    {
      const double x = MARGIN + (width - 2 * MARGIN) * self->places[i];
      const double y = height - MARGIN - (height - 2 * MARGIN) * self->places[N_DRAWS + i];

      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
    }
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
ob_scatter_view_class_init (ObScatterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ob_scatter_view_measure;
  widget_class->snapshot = ob_scatter_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "obscatterview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ob_scatter_view_init (ObScatterView *self)
{
}

/* From values to places. */
static void
spread (double *values)
{
  double low = values[0], high = values[0];

  for (guint i = 1; i < N_DRAWS; i++)
    {
      low = MIN (low, values[i]);
      high = MAX (high, values[i]);
    }
  for (guint i = 0; i < N_DRAWS; i++)
    values[i] = high > low ? (values[i] - low) / (high - low) : 0.5;
}

void
ob_scatter_view_show (ObScatterView *self,
                      const ObInputs *inputs,
                      const ObUncertainty *uncertainty,
                      const ObCorrelation *pair)
{
  ObUncertainty two;
  g_autofree char *label = NULL;

  g_return_if_fail (OB_IS_SCATTER_VIEW (self));
  g_return_if_fail (inputs != NULL && uncertainty != NULL && pair != NULL);

  ob_uncertainty_init (&two);
  two.seed = uncertainty->seed;
  two.distributions[pair->a] = uncertainty->distributions[pair->a];
  two.distributions[pair->b] = uncertainty->distributions[pair->b];
  self->shown = ob_uncertainty_get_levers (&two, NULL) == 2
                && ob_uncertainty_set_correlations (&two, pair, 1, NULL);
  if (self->shown)
    {
      g_autoptr (ObSampler) sampler = ob_sampler_new (inputs, &two);

      ob_sampler_draw (sampler, 0, N_DRAWS, self->places, NULL);
      spread (self->places);
      spread (self->places + N_DRAWS);
    }

  /* Translators: what a small picture shows: the first input to the right and the
   * second upwards. */
  label = g_strdup_printf (_ ("Draws of %s and %s"), ob_parameter_get_label (pair->a),
                           ob_parameter_get_label (pair->b));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
