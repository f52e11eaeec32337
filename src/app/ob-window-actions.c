/* ob-window-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-about.h"
#include "ob-correlation-dialog.h"
#include "ob-export-dialog.h"
#include "ob-guide-window.h"
#include "ob-published-ranges.h"
#include "ob-solve-dialog.h"

#include <glib/gi18n-lib.h>

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_window_choose_and_open (OB_WINDOW (data));
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ob_window_open (OB_WINDOW (data), file);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_window_save (OB_WINDOW (data));
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_window_save_as (OB_WINDOW (data));
}

static void
start_from_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_window_start_from (OB_WINDOW (data), g_variant_get_string (parameter, NULL));
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_scenario_undo (ob_session_get_scenario (OB_WINDOW (data)->session));
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_scenario_redo (ob_session_get_scenario (OB_WINDOW (data)->session));
}

static void
set_ranges (ObWindow *self, const ObUncertainty *uncertainty, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!ob_scenario_set_uncertainty (ob_session_get_scenario (self->session), uncertainty, name,
                                    &error))
    ob_window_show_toast (self, error->message);
}

static void
use_published_ranges_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = data;
  ObUncertainty uncertainty =
    *ob_scenario_get_uncertainty (ob_session_get_scenario (self->session));

  ob_published_ranges_use (&uncertainty);
  set_ranges (self, &uncertainty, C_ ("undo step", "Published ranges"));
}

static void
remove_ranges_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = data;
  ObUncertainty uncertainty =
    *ob_scenario_get_uncertainty (ob_session_get_scenario (self->session));

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    ob_distribution_init (&uncertainty.distributions[p]);
  set_ranges (self, &uncertainty, C_ ("undo step", "No ranges"));
}

static void
correlations_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = data;

  gtk_window_present (GTK_WINDOW (
    ob_correlation_dialog_new (GTK_WINDOW (self), ob_session_get_scenario (self->session))));
}

static void
exported_cb (ObWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), display_name);

  ob_window_show_toast (self, text);
}

/* What is exported first is what is looked at. */
static ObChartKind
get_current_chart (ObWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "timeline") == 0)
    return OB_CHART_POWER;
  if (g_strcmp0 (name, "money") == 0)
    return OB_CHART_FLOW;
  if (g_strcmp0 (name, "drivers") == 0)
    return OB_CHART_RISK;

  return OB_CHART_FRONTIER;
}

static void
show_export_dialog (ObWindow *self, ObChartKind kind)
{
  GtkWidget *dialog = ob_export_dialog_new (self->session, kind);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_window_commit_typed (OB_WINDOW (data));
  show_export_dialog (OB_WINDOW (data), get_current_chart (OB_WINDOW (data)));
}

static void
export_chart_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObChartKind kind;

  if (ob_chart_kind_from_id (g_variant_get_string (parameter, NULL), &kind))
    show_export_dialog (OB_WINDOW (data), kind);
}

static void
show_solve_dialog (ObWindow *self, ObParameter lever)
{
  GtkWidget *dialog = ob_solve_dialog_new (self->session, lever);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
solve_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_solve_dialog (OB_WINDOW (data), OB_N_PARAMETERS);
}

static void
solve_for_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObParameter lever;

  if (ob_parameter_from_id (g_variant_get_string (parameter, NULL), &lever))
    show_solve_dialog (OB_WINDOW (data), lever);
}

static void
show_message_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_window_show_toast (OB_WINDOW (data), g_variant_get_string (parameter, NULL));
}

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  ob_lever_pane_start_search (self->pane);
}

static void
show_lever_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  ObParameter lever;

  if (!ob_parameter_from_id (g_variant_get_string (parameter, NULL), &lever))
    return;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  ob_lever_pane_reveal (self->pane, lever);
}

static void
fullscreen_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);

  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_about_show (GTK_WINDOW (data));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_guide_show (GTK_WINDOW (data));
}

static void
main_menu_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (OB_WINDOW (data)->menu_button);
}

/* F6 goes round the pane, the summary, the charts and the time line. */
static void
move_region (ObWindow *self, int direction)
{
  GtkWidget *regions[] = {
    GTK_WIDGET (self->pane),
    self->summary,
    GTK_WIDGET (self->stack),
    self->scrubber,
  };
  int n = G_N_ELEMENTS (regions);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int now = direction > 0 ? -1 : n;

  for (int i = 0; i < n && focus != NULL; i++)
    {
      if (focus == regions[i] || gtk_widget_is_ancestor (focus, regions[i]))
        now = i;
    }

  for (int step = 1; step <= n; step++)
    {
      GtkWidget *region = regions[((now + step * direction) % n + n) % n];

      if (gtk_widget_get_mapped (region) && gtk_widget_child_focus (region, GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
next_region_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_region (OB_WINDOW (data), 1);
}

static void
previous_region_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_region (OB_WINDOW (data), -1);
}

static const GActionEntry entries[] = {
  { "open", open_action },
  { "open-recent", open_recent_action, "s" },
  { "save", save_action },
  { "save-as", save_as_action },
  { "start-from", start_from_action, "s" },
  { "undo", undo_action },
  { "redo", redo_action },
  { "export", export_action },
  { "export-chart", export_chart_action, "s" },
  { "solve", solve_action },
  { "solve-for", solve_for_action, "s" },
  { "show-message", show_message_action, "s" },
  { "show-lever", show_lever_action, "s" },
  { "find", find_action },
  { "use-published-ranges", use_published_ranges_action },
  { "remove-ranges", remove_ranges_action },
  { "correlations", correlations_action },
  { "fullscreen", fullscreen_action },
  { "about", about_action },
  { "help", help_action },
  { "main-menu", main_menu_action },
  { "next-region", next_region_action },
  { "previous-region", previous_region_action },
};

void
ob_window_class_init_actions (GtkWidgetClass *widget_class)
{
  /* Bound here and not as accelerators, so that a text being edited can undo
   * first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}

void
ob_window_init_actions (ObWindow *self)
{
  g_autoptr (GPropertyAction) view = NULL;
  g_autoptr (GPropertyAction) show_pane = NULL;
  g_autoptr (GPropertyAction) uncertainty = NULL;
  g_autoptr (GPropertyAction) single_draws = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  ob_window_init_scenario (self);

  view = g_property_action_new ("view", self->stack, "visible-child-name");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));

  show_pane = g_property_action_new ("show-pane", self->flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_pane));

  uncertainty = g_property_action_new ("uncertainty", self->session, "uncertainty");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (uncertainty));

  single_draws = g_property_action_new ("single-draws", self->session, "single-draws");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (single_draws));
}

static void
update_step (ObWindow *self,
             const char *action_name,
             GtkButton *button,
             gboolean enabled,
             const char *tooltip)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), action_name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
  /* GTK asks the display where the pointer is at every new tooltip, which is too
   * much for each step of a drag. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (button)), tooltip) == 0)
    return;

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
}

void
ob_window_update_actions (ObWindow *self)
{
  gboolean can_undo;
  gboolean can_redo;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  GAction *revert;
  ObScenario *scenario;

  g_return_if_fail (OB_IS_WINDOW (self));

  scenario = ob_session_get_scenario (self->session);
  g_object_get (scenario, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label,
                "redo-label", &redo_label, NULL);

  if (can_undo && undo_label != NULL)
    /* Translators: %s is what will be undone, the name of an input for instance */
    undo = g_strdup_printf (_ ("Undo: %s"), undo_label);
  if (can_redo && redo_label != NULL)
    /* Translators: %s is what will be done again, the name of an input for instance */
    redo = g_strdup_printf (_ ("Redo: %s"), redo_label);

  revert = g_action_map_lookup_action (G_ACTION_MAP (self), "revert-to-template");
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (revert),
    !ob_inputs_equal (ob_scenario_get_inputs (scenario), ob_scenario_get_origin (scenario)));
  update_step (self, "undo", self->undo_button, can_undo, undo != NULL ? undo : _ ("Undo"));
  update_step (self, "redo", self->redo_button, can_redo, redo != NULL ? redo : _ ("Redo"));
}
