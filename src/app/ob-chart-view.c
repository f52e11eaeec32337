/* ob-chart-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-view.h"

#include "ob-chart-view-private.h"

#include <adwaita.h>
#include <math.h>

/* No text of a chart is smaller than this, px. */
#define MIN_FONT_SIZE 11.0
/* Between two refreshes of the description, ms. */
#define DESCRIPTION_INTERVAL 500
/* Sizes asked for, in ems. */
#define MIN_WIDTH  10
#define MIN_HEIGHT 8
#define NAT_WIDTH  24
#define NAT_HEIGHT 14

typedef struct
{
  ObChart *chart;
  ObSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *scenario_signals;

  char *font_family;
  double font_size;

  char *description;
  gint64 described_at;
  guint description_id;

  /* Whether the chart, or what is said of it, is older than the session: one that is
   * not in sight is left alone. */
  gboolean stale;
} ObChartViewPrivate;

enum
{
  PROP_0,
  PROP_KIND,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static const cairo_user_data_key_t picture_key;

G_DEFINE_TYPE_WITH_PRIVATE (ObChartView, ob_chart_view, GTK_TYPE_WIDGET)

static void
describe (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  g_autofree char *description = ob_chart_describe (priv->chart);

  priv->described_at = g_get_monotonic_time ();

  if (g_strcmp0 (description, priv->description) == 0)
    return;

  g_free (priv->description);
  priv->description = g_steal_pointer (&description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  priv->description, -1);
}

static gboolean
describe_cb (gpointer data)
{
  ObChartView *self = data;
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  priv->description_id = 0;
  describe (self);

  return G_SOURCE_REMOVE;
}

void
ob_chart_view_queue_describe (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  gint64 passed = (g_get_monotonic_time () - priv->described_at) / G_TIME_SPAN_MILLISECOND;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->stale = TRUE;
  if (priv->stale || priv->description_id != 0)
    return;

  if (priv->described_at == 0 || passed >= DESCRIPTION_INTERVAL)
    describe (self);
  else
    priv->description_id = g_timeout_add (DESCRIPTION_INTERVAL - (guint) passed, describe_cb, self);
}

static void
update_label (ObChartView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ob_chart_kind_get_title (ob_chart_view_get_kind (self)), -1);
}

static void
update_quarter (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  ob_chart_set_quarter (priv->chart,
                        priv->session != NULL ? (int) ob_session_get_quarter (priv->session) : -1);
  ob_chart_view_queue_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What the document has kept, as the document is now: only one kind of chart shows it. */
static void
update_discovery (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  ObScenario *scenario = priv->session != NULL ? ob_session_get_scenario (priv->session) : NULL;

  if (ob_chart_view_get_kind (self) != OB_CHART_FRONTIER)
    return;

  ob_chart_set_discovery (priv->chart,
                          scenario != NULL ? ob_scenario_get_discovery (scenario) : NULL,
                          scenario != NULL && ob_scenario_is_discovery_outdated (scenario));
  ob_chart_view_queue_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_scenario (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  g_signal_group_set_target (
    priv->scenario_signals, priv->session != NULL ? ob_session_get_scenario (priv->session) : NULL);
  update_discovery (self);
}

static void
catch_up (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  ObSession *session = priv->session;

  priv->stale = FALSE;
  ob_chart_set_held (priv->chart, session != NULL && ob_session_get_dragging (session));
  ob_chart_set_ghosts (priv->chart, session != NULL ? ob_session_get_ghosts (session) : NULL);
  ob_chart_set_comparison (priv->chart,
                           session != NULL ? ob_session_get_comparison (session) : NULL);
  update_discovery (self);
  ob_chart_set_trail (priv->chart, session != NULL ? ob_session_get_trail (session) : NULL);
  ob_chart_set_results (priv->chart, session != NULL ? ob_session_get_results (session) : NULL);
  ob_chart_view_queue_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_results (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  priv->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    catch_up (self);
}

/* Only one kind of chart shows it; the others need not draw again. */
static void
comparison_cb (ObChartView *self)
{
  if (ob_chart_view_get_kind (self) == OB_CHART_WATERFALL)
    update_results (self);
}

static void
update_range (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  double from = 0;
  double to = 0;

  if (priv->session != NULL)
    ob_session_get_range (priv->session, &from, &to);
  ob_chart_set_range (priv->chart, from, to);
  ob_chart_view_queue_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_theme (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  ob_chart_set_theme (priv->chart, ob_chart_view_get_theme_of_desktop ());
  /* That of the window shows. */
  ob_chart_set_background (priv->chart, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_font (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const char *family = pango_font_description_get_family (font);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;

  size = MAX (size, MIN_FONT_SIZE);

  if (family == NULL)
    family = "sans";

  if (g_strcmp0 (family, priv->font_family) == 0 && size == priv->font_size)
    return;

  g_free (priv->font_family);
  priv->font_family = g_strdup (family);
  priv->font_size = size;
  ob_chart_set_font (priv->chart, family, size);
}

static cairo_surface_t *
acquire_picture (cairo_pattern_t *pattern,
                 void *data,
                 cairo_surface_t *target,
                 const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (data);
}

static void
release_picture (cairo_pattern_t *pattern, void *data, cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

/* Takes the picture over. As the source of a node by itself it would be copied when it
 * goes, which costs as much as to compose it. */
static void
append_picture (GtkSnapshot *snapshot, cairo_surface_t *picture, int width, int height, int scale)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (picture, CAIRO_CONTENT_COLOR_ALPHA,
                                                                 width * scale, height * scale);
  cairo_matrix_t matrix;

  cairo_raster_source_pattern_set_acquire (pattern, acquire_picture, release_picture);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_surface_set_user_data (cairo_get_target (cr), &picture_key, picture,
                               (cairo_destroy_func_t) cairo_surface_destroy);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
}

static void
ob_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ObChartView *self = OB_CHART_VIEW (widget);
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (width <= 0 || height <= 0)
    return;

  update_font (self);

  /* A Cairo node keeps what is drawn for the renderer: one new picture, as
   * recording strokes and letters takes twice as long. */
  append_picture (snapshot, ob_chart_draw_to_image (priv->chart, width, height, scale), width,
                  height, scale);
}

static void
ob_chart_view_map (GtkWidget *widget)
{
  ObChartView *self = OB_CHART_VIEW (widget);
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  GTK_WIDGET_CLASS (ob_chart_view_parent_class)->map (widget);

  if (priv->stale)
    catch_up (self);
}

static void
ob_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (OB_CHART_VIEW (widget));
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  update_font (OB_CHART_VIEW (widget));

  *minimum = (int) ceil ((across ? MIN_WIDTH : MIN_HEIGHT) * priv->font_size);
  *natural = (int) ceil ((across ? NAT_WIDTH : NAT_HEIGHT) * priv->font_size);
}

/* All that a chart has inside is its menu while that is open. */
static void
ob_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_popover_present (GTK_POPOVER (child));
}

static void
ob_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ob_chart_view_parent_class)->css_changed (widget, change);

  /* The font may be another; it is looked up when it is needed. */
  gtk_widget_queue_resize (widget);
}

static void
ob_chart_view_dispose (GObject *object)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (OB_CHART_VIEW (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  g_clear_handle_id (&priv->description_id, g_source_remove);
  g_clear_object (&priv->session_signals);
  g_clear_object (&priv->scenario_signals);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (ob_chart_view_parent_class)->dispose (object);
}

static void
ob_chart_view_finalize (GObject *object)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (OB_CHART_VIEW (object));

  g_clear_pointer (&priv->chart, ob_chart_free);
  g_free (priv->description);
  g_free (priv->font_family);

  G_OBJECT_CLASS (ob_chart_view_parent_class)->finalize (object);
}

static void
ob_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObChartView *self = OB_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, ob_chart_view_get_kind (self));
      break;
    case PROP_SESSION:
      g_value_set_object (value, ob_chart_view_get_session (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_chart_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObChartView *self = OB_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      ob_chart_view_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_SESSION:
      ob_chart_view_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_chart_view_class_init (ObChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_chart_view_dispose;
  object_class->finalize = ob_chart_view_finalize;
  object_class->get_property = ob_chart_view_get_property;
  object_class->set_property = ob_chart_view_set_property;

  widget_class->map = ob_chart_view_map;
  widget_class->snapshot = ob_chart_view_snapshot;
  widget_class->measure = ob_chart_view_measure;
  widget_class->size_allocate = ob_chart_view_size_allocate;
  widget_class->css_changed = ob_chart_view_css_changed;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, OB_TYPE_CHART_KIND, OB_CHART_RISK,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "obchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  ob_chart_view_class_init_input (widget_class);
  ob_chart_view_class_init_menu (widget_class);
}

static void
ob_chart_view_init (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  priv->chart = ob_chart_new (OB_CHART_RISK);

  priv->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  priv->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (priv->scenario_signals, "view-changed",
                                  G_CALLBACK (update_discovery), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::scenario",
                                  G_CALLBACK (update_scenario), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::results",
                                  G_CALLBACK (update_results), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::trail",
                                  G_CALLBACK (update_results), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::ghosts",
                                  G_CALLBACK (update_results), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::comparison",
                                  G_CALLBACK (comparison_cb), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::dragging",
                                  G_CALLBACK (update_results), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::quarter",
                                  G_CALLBACK (update_quarter), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::zoomed",
                                  G_CALLBACK (update_range), self);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  ob_chart_view_init_input (self);
  ob_chart_view_init_menu (self);

  update_theme (self);
  update_label (self);
}

GtkWidget *
ob_chart_view_new (ObChartKind kind)
{
  return g_object_new (OB_TYPE_CHART_VIEW, "kind", kind, NULL);
}

/* The theme that charts have on this desktop now. */
ObThemeKind
ob_chart_view_get_theme_of_desktop (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? OB_THEME_HIGH_CONTRAST_DARK
                                              : OB_THEME_HIGH_CONTRAST;

  return adw_style_manager_get_dark (style) ? OB_THEME_DARK : OB_THEME_LIGHT;
}

ObChartKind
ob_chart_view_get_kind (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  g_return_val_if_fail (OB_IS_CHART_VIEW (self), OB_CHART_RISK);

  return ob_chart_get_kind (priv->chart);
}

void
ob_chart_view_set_kind (ObChartView *self, ObChartKind kind)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  g_return_if_fail (OB_IS_CHART_VIEW (self));
  g_return_if_fail (kind < OB_N_CHARTS);

  if (ob_chart_get_kind (priv->chart) == kind)
    return;

  ob_chart_free (priv->chart);
  priv->chart = ob_chart_new (kind);
  g_clear_pointer (&priv->font_family, g_free);

  update_font (self);
  update_theme (self);
  update_label (self);
  update_range (self);
  update_results (self);
  update_quarter (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

ObSession *
ob_chart_view_get_session (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  g_return_val_if_fail (OB_IS_CHART_VIEW (self), NULL);

  return priv->session;
}

void
ob_chart_view_set_session (ObChartView *self, ObSession *session)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  g_return_if_fail (OB_IS_CHART_VIEW (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&priv->session, session))
    return;

  g_signal_group_set_target (priv->session_signals, session);
  update_scenario (self);
  update_range (self);
  update_results (self);
  update_quarter (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

ObChart *
ob_chart_view_get_chart (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  g_return_val_if_fail (OB_IS_CHART_VIEW (self), NULL);

  if (priv->stale)
    catch_up (self);

  return priv->chart;
}

const char *
ob_chart_view_get_description (ObChartView *self)
{
  ObChartViewPrivate *priv = ob_chart_view_get_instance_private (self);

  g_return_val_if_fail (OB_IS_CHART_VIEW (self), NULL);

  return priv->description != NULL ? priv->description : "";
}
