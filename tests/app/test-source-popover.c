/* test-source-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evidence.h"
#include "ob-published-ranges.h"
#include "ob-quantity.h"
#include "ob-source-popover.h"
#include "ob-test-session.h"

#include <adwaita.h>

static GtkWidget *
find (GtkWidget *widget, GType type, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (text == NULL || g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_note (GtkWidget *popover, const char *note)
{
  gtk_editable_set_text (GTK_EDITABLE (find (popover, GTK_TYPE_ENTRY, NULL)), note);
}

static void
test_new (void)
{
  g_autoptr (ObSession) session = ob_session_new ();

  /* For every assumption there is something to say. */
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      GtkWidget *popover = g_object_ref_sink (ob_source_popover_new (session, i));
      const ObEvidence *evidence = ob_evidence_get (i);

      g_assert_true (ob_source_popover_get_session (OB_SOURCE_POPOVER (popover)) == session);
      g_assert_cmpuint (ob_source_popover_get_parameter (OB_SOURCE_POPOVER (popover)), ==, i);
      g_assert_nonnull (find (popover, GTK_TYPE_LABEL, ob_parameter_get_label (i)));
      g_assert_nonnull (find (popover, GTK_TYPE_LABEL, ob_parameter_get_description (i)));
      g_assert_nonnull (find (popover, GTK_TYPE_LABEL, evidence->default_reason));
      g_assert_nonnull (find (popover, GTK_TYPE_LABEL, ob_grade_get_label (evidence->grade)));
      g_assert_nonnull (find (popover, GTK_TYPE_LABEL, evidence->source));

      g_assert_finalize_object (popover);
    }
}

static void
test_note (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  GtkWidget *popover = ob_source_popover_new (session, OB_PARAMETER_CAPEX);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWindow *window;
  gboolean can_undo;

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  window = ob_test_window_new (button, 600, 640);

  gtk_popover_popup (GTK_POPOVER (popover));
  ob_test_settle ();
  g_assert_true (gtk_widget_get_mapped (popover));
  ob_test_save_picture (popover, "source-popover");

  /* Looking is not changing. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_object_get (scenario, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_CAPEX));

  gtk_popover_popup (GTK_POPOVER (popover));
  set_note (popover, "  Their own guidance. ");
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_cmpstr (ob_scenario_get_note (scenario, OB_PARAMETER_CAPEX), ==, "Their own guidance.");

  ob_scenario_undo (scenario);
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_CAPEX));
  g_object_get (scenario, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  ob_scenario_redo (scenario);

  /* It shows what is there now, and an empty note is none. */
  gtk_popover_popup (GTK_POPOVER (popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (popover, GTK_TYPE_ENTRY, NULL))), ==,
                   "Their own guidance.");
  set_note (popover, " ");
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_CAPEX));

  ob_test_window_destroy (window);
}

/* Every label that is seen has all its words within the popover. */
static void
check_labels (GtkWidget *widget, GtkWidget *popover)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_LABEL (widget))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));

      g_assert_true (gtk_widget_compute_bounds (widget, popover, &bounds));
      if (*text == '\0' || pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)))
          || bounds.origin.x < 0
          || bounds.origin.x + bounds.size.width > gtk_widget_get_width (popover))
        g_error ("“%s” has no room", text);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_labels (child, popover);
}

static gboolean
has_room (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

/* In a small window, too, all of every popover can be read. */
static void
test_room (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWindow *window = ob_test_window_new (overlay, 600, 560);

  /* Each has a button of its own: GDK complains of surfaces that go while events of the
   * pointer are on their way to them. */
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      GtkWidget *popover = ob_source_popover_new (session, i);
      GtkWidget *button = gtk_menu_button_new ();
      g_autofree char *value = ob_quantity_format (info->unit, info->value);
      g_autofree char *published = ob_published_range_format (i);

      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), button);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
      gtk_popover_popup (GTK_POPOVER (popover));
      ob_test_wait (has_room, popover);
      g_test_message ("%s: %d × %d", info->id, gtk_widget_get_width (popover),
                      gtk_widget_get_height (popover));
      g_assert_cmpint (gtk_widget_get_width (popover), <=, 500);
      g_assert_cmpint (gtk_widget_get_height (popover), <=, 600);
      g_assert_nonnull (find (popover, GTK_TYPE_LABEL, value));
      if (published != NULL)
        g_assert_nonnull (find (popover, GTK_TYPE_LABEL, published));
      check_labels (gtk_popover_get_child (GTK_POPOVER (popover)), popover);
      gtk_popover_popdown (GTK_POPOVER (popover));
    }

  ob_test_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/source-popover/new", test_new);
  g_test_add_func ("/source-popover/note", test_note);
  g_test_add_func ("/source-popover/room", test_room);

  return g_test_run ();
}
