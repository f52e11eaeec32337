/* ob-chart-view-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-view-private.h"
#include "ob-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The page that is copied: as on screen, but not smaller than this, px. */
#define MIN_COPY_WIDTH  480
#define MIN_COPY_HEIGHT 300
/* Pixels of a copied picture for each px. */
#define COPY_SCALE 2

static const struct
{
  const char *action;
  ObExportFormat format;
  const char *mime_types[3];
  const char *message;
} copies[] = {
  { "chart.copy-png", OB_EXPORT_PNG, { "image/png" }, N_ ("Chart copied as PNG") },
  { "chart.copy-svg", OB_EXPORT_SVG, { "image/svg+xml", "image/svg" }, N_ ("Chart copied as SVG") },
};

static void
say (ObChartView *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", text);
}

typedef struct
{
  ObChartView *view;
  guint copy;
} Copying;

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Copying *copying = data;
  g_autoptr (ObChartView) self = copying->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ob_export_finish (result, &error);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *providers[G_N_ELEMENTS (copies[0].mime_types)];
  gsize n = 0;

  if (bytes == NULL)
    {
      say (self, error->message);
      return;
    }

  for (; copies[copying->copy].mime_types[n] != NULL; n++)
    providers[n] = gdk_content_provider_new_for_bytes (copies[copying->copy].mime_types[n], bytes);
  provider = gdk_content_provider_new_union (providers, n);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  say (self, _ (copies[copying->copy].message));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ObChartView *self = OB_CHART_VIEW (widget);
  ObSession *session = ob_chart_view_get_session (self);
  ObResults *results = session != NULL ? ob_session_get_results (session) : NULL;
  g_autoptr (ObProvenance) provenance = NULL;
  ObScenario *scenario;
  Copying *copying;
  guint copy = 0;
  ObExportSettings settings = {
    .kind = ob_chart_view_get_kind (self),
    .format = g_str_equal (action_name, copies[0].action) ? copies[0].format : copies[1].format,
    .theme = ob_chart_view_get_theme_of_desktop (),
    .width = CLAMP (gtk_widget_get_width (widget), MIN_COPY_WIDTH, OB_EXPORT_MAX_SIZE),
    .height = CLAMP (gtk_widget_get_height (widget), MIN_COPY_HEIGHT, OB_EXPORT_MAX_SIZE),
    .scale = COPY_SCALE,
    .quarter = session != NULL ? (int) ob_session_get_quarter (session) : -1,
  };

  if (session != NULL)
    {
      ob_session_get_range (session, &settings.from, &settings.to);
      settings.ghosts = ob_session_get_ghosts (session);
      settings.comparison = ob_session_get_comparison (session);
      ob_export_settings_set_discovery (&settings, ob_session_get_scenario (session));
    }

  /* What is copied has to show what it carries. */
  scenario = session != NULL ? ob_session_get_scenario (session) : NULL;
  if (results != NULL && !ob_session_get_busy (session))
    provenance = ob_export_make_provenance (scenario, results);
  if (provenance == NULL)
    {
      gtk_widget_error_bell (widget);
      say (self, _ ("The results are still being computed"));
      return;
    }

  while (!g_str_equal (action_name, copies[copy].action))
    copy++;
  copying = g_new0 (Copying, 1);
  copying->view = g_object_ref (self);
  copying->copy = copy;
  ob_export_async (&settings, results, ob_scenario_get_title (scenario), provenance, NULL, NULL,
                   drawn_cb, copying);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ObChartKind kind = ob_chart_view_get_kind (OB_CHART_VIEW (widget));

  gtk_widget_activate_action (widget, "win.export-chart", "s", ob_chart_kind_get_id (kind));
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  /* Later: the action of the item that closed it is still to come. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static gboolean
has_ranges (ObChartView *self)
{
  ObSession *session = ob_chart_view_get_session (self);

  return session != NULL
         && ob_uncertainty_get_levers (
              ob_scenario_get_uncertainty (ob_session_get_scenario (session)), NULL)
              > 0;
}

static void
popup_at (ObChartView *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) export = g_menu_new ();
  g_autoptr (GMenu) zoom = g_menu_new ();
  g_autoptr (GMenu) draws = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (copy, _ ("_Copy as PNG"), "chart.copy-png");
  g_menu_append (copy, _ ("Copy as _SVG"), "chart.copy-svg");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append (export, _ ("_Export Chart…"), "chart.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (export));
  if (ob_chart_kind_is_over_time (ob_chart_view_get_kind (self)))
    {
      g_menu_append (zoom, _ ("Show _Less Time"), "chart.zoom-in");
      g_menu_append (zoom, _ ("Show _More Time"), "chart.zoom-out");
      g_menu_append (zoom, _ ("Show _All Years"), "chart.zoom-reset");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (zoom));
      /* Without ranges there are no draws. */
      if (has_ranges (self))
        g_menu_append (draws, _ ("Show Sin_gle Draws"), "win.single-draws");
      else
        g_menu_append (draws, _ ("_Use Published Ranges"), "win.use-published-ranges");
      g_menu_append_section (menu, _ ("Odds, from the Ranges of Inputs"), G_MENU_MODEL (draws));
    }

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int) lround (x), (int) lround (y), 1, 1 });
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* From the keyboard: in the middle, since nothing points anywhere. */
static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  popup_at (OB_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.,
            gtk_widget_get_height (widget) / 2.);
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, gpointer data)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (OB_CHART_VIEW (data), x, y);
}

void
ob_chart_view_class_init_menu (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    gtk_widget_class_install_action (widget_class, copies[i].action, NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy-png",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "chart.copy-svg", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
}

void
ob_chart_view_init_menu (ObChartView *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}
