/* ob-density-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-density-view.h"

#include "ob-accent.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sizes asked for, px, and shares of a distribution at the ends of the picture. */
#define MIN_WIDTH  160
#define NAT_WIDTH  280
#define HEIGHT     72
#define LOW_SHARE  0.001
#define HIGH_SHARE 0.999
/* Room beside the ends, of their distance. */
#define MARGIN 0.06

struct _ObDensityView
{
  GtkWidget parent_instance;

  ObParameter parameter;
  ObDistribution distribution;
  double value;
};

G_DEFINE_FINAL_TYPE (ObDensityView, ob_density_view, GTK_TYPE_WIDGET)

static void
ob_density_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NAT_WIDTH : HEIGHT;
}

/* What the picture shows: all of the distribution, and the value if it is near. */
static void
get_ends (ObDensityView *self, double *low, double *high)
{
  const ObDistribution *d = &self->distribution;
  double margin;

  *low = d->low;
  *high = d->high;
  if (d->kind == OB_DISTRIBUTION_LOGNORMAL)
    {
      *low = ob_distribution_get_quantile (d, self->parameter, LOW_SHARE);
      *high = ob_distribution_get_quantile (d, self->parameter, HIGH_SHARE);
    }
  *low = MIN (*low, self->value);
  *high = MAX (*high, self->value);
  margin = (*high - *low) * MARGIN;
  *low -= margin;
  *high += margin;
}

static double
get_density (ObDensityView *self, double low, double high, int x, int width)
{
  return ob_distribution_get_density (&self->distribution, self->parameter,
                                      low + (high - low) * (x + 0.5) / width);
}

static void
ob_density_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ObDensityView *self = OB_DENSITY_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  GdkRGBA color, accent;
  double low, high, place, highest = 0;
  cairo_t *cr;

  if (width <= 0 || height <= 0 || self->distribution.kind == OB_DISTRIBUTION_FIXED)
    return;

  ob_accent_get_colors (widget, &color, &accent);
  get_ends (self, &low, &high);
  for (int x = 0; x < width; x++)
    highest = MAX (highest, get_density (self, low, high, x, width));
  if (!(highest > 0))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_move_to (cr, 0, height - 1);
  for (int x = 0; x < width; x++)
    cairo_line_to (cr, x + 0.5,
                   height - 1 - (height - 4) * get_density (self, low, high, x, width) / highest);
  cairo_line_to (cr, width, height - 1);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.25);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);

  place = floor ((self->value - low) / (high - low) * width) + 0.5;
  cairo_move_to (cr, place, 0);
  cairo_line_to (cr, place, height);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, (const double[]){ 3, 3 }, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ob_density_view_class_init (ObDensityViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ob_density_view_measure;
  widget_class->snapshot = ob_density_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "obdensityview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ob_density_view_init (ObDensityView *self)
{
  ob_distribution_init (&self->distribution);
}

void
ob_density_view_show (ObDensityView *self,
                      ObParameter parameter,
                      const ObDistribution *distribution,
                      double value)
{
  const ObUnit unit = ob_parameter_get_info (parameter)->unit;
  g_autofree char *low = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *high = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (OB_IS_DENSITY_VIEW (self));
  g_return_if_fail (distribution != NULL && distribution->kind != OB_DISTRIBUTION_FIXED);

  self->parameter = parameter;
  self->distribution = *distribution;
  self->value = value;

  low = ob_quantity_format (unit, ob_distribution_get_quantile (distribution, parameter, 0.05));
  middle = ob_quantity_format (unit, ob_distribution_get_quantile (distribution, parameter, 0.5));
  high = ob_quantity_format (unit, ob_distribution_get_quantile (distribution, parameter, 0.95));
  /* Translators: about a range: three values. */
  description = g_strdup_printf (_ ("Half of the values are below %s; nine in ten lie between %s "
                                    "and %s."),
                                 middle, low, high);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How likely each value is"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
