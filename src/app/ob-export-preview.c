/* ob-export-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-export-preview.h"

/* Room around the page for its shadow, px. */
#define MARGIN 8.0
/* A field of the pattern behind a page without a background, px. */
#define CHECK 8

struct _ObExportPreview
{
  GtkWidget parent_instance;

  ObChart *chart;
  double width;
  double height;
  gboolean transparent;
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (ObExportPreview, ob_export_preview, GTK_TYPE_WIDGET)

/* What shows through a page without a background. */
static void
draw_checks (cairo_t *cr, const graphene_rect_t *page, gboolean dark)
{
  double grey = dark ? 0.15 : 0.97;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);
  grey += dark ? 0.07 : -0.09;
  cairo_set_source_rgb (cr, grey, grey, grey);
  for (int y = 0; y * CHECK < page->size.height; y++)
    {
      for (int x = y % 2; x * CHECK < page->size.width; x += 2)
        cairo_rectangle (cr, x * CHECK, y * CHECK, CHECK, CHECK);
    }
  cairo_fill (cr);
}

static void
ob_export_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ObExportPreview *self = OB_EXPORT_PREVIEW (widget);
  double room_x = gtk_widget_get_width (widget) - 2 * MARGIN;
  double room_y = gtk_widget_get_height (widget) - 2 * MARGIN;
  graphene_rect_t page;
  GskRoundedRect outline;
  double scale;
  cairo_t *cr;

  if (self->chart == NULL || room_x <= 0 || room_y <= 0)
    return;

  /* Never larger than it is: a small page is shown as small. */
  scale = MIN (MIN (room_x / self->width, room_y / self->height), 1);
  graphene_rect_init (&page, (float) (MARGIN + (room_x - scale * self->width) / 2),
                      (float) (MARGIN + (room_y - scale * self->height) / 2),
                      (float) (scale * self->width), (float) (scale * self->height));

  gsk_rounded_rect_init_from_rect (&outline, &page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 0, 4);

  cr = gtk_snapshot_append_cairo (snapshot, &page);
  cairo_translate (cr, page.origin.x, page.origin.y);
  cairo_rectangle (cr, 0, 0, page.size.width, page.size.height);
  cairo_clip (cr);
  if (self->transparent)
    draw_checks (cr, &page, self->dark);
  cairo_scale (cr, scale, scale);
  ob_chart_draw (self->chart, cr, self->width, self->height);
  cairo_destroy (cr);
}

static void
ob_export_preview_finalize (GObject *object)
{
  ObExportPreview *self = OB_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->chart, ob_chart_free);

  G_OBJECT_CLASS (ob_export_preview_parent_class)->finalize (object);
}

static void
ob_export_preview_class_init (ObExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ob_export_preview_finalize;
  widget_class->snapshot = ob_export_preview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "obexportpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ob_export_preview_init (ObExportPreview *self)
{
}

GtkWidget *
ob_export_preview_new (void)
{
  return g_object_new (OB_TYPE_EXPORT_PREVIEW, NULL);
}

void
ob_export_preview_show (ObExportPreview *self,
                        const ObExportSettings *settings,
                        ObResults *results,
                        const char *subtitle)
{
  g_autofree char *description = NULL;

  g_return_if_fail (OB_IS_EXPORT_PREVIEW (self));
  g_return_if_fail (settings != NULL);

  g_clear_pointer (&self->chart, ob_chart_free);
  self->chart = ob_export_make_chart (settings, results, subtitle);
  self->width = settings->width;
  self->height = settings->height;
  self->transparent = settings->transparent;
  self->dark = ob_theme_kind_is_dark (settings->theme);

  description = ob_chart_describe (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ob_chart_kind_get_title (settings->kind),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
