/* test-warning-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-session.h"
#include "ob-warning-bar.h"

typedef struct
{
  ObSession *session;
  ObScenario *scenario;
  GtkWindow *window;
  ObWarningBar *bar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = ob_session_new ();
  fixture->scenario = ob_session_get_scenario (fixture->session);
  fixture->bar = OB_WARNING_BAR (ob_warning_bar_new ());
  ob_warning_bar_set_session (fixture->bar, fixture->session);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bar));
  fixture->window = ob_test_window_new (box, 340, 500);
  ob_test_session_wait (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ob_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static void
set_value (Fixture *fixture, ObParameter parameter, double value)
{
  g_assert_true (ob_scenario_set_value (fixture->scenario, parameter, value, NULL));
}

static gboolean
has_none (gpointer data)
{
  return ob_warning_bar_get_n_warnings (data) == 0;
}

static gboolean
has_one (gpointer data)
{
  return ob_warning_bar_get_n_warnings (data) == 1;
}

static gboolean
has_two (gpointer data)
{
  return ob_warning_bar_get_n_warnings (data) == 2;
}

static gpointer
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkMenuButton *
get_menu_button (Fixture *fixture)
{
  return GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (fixture->bar)));
}

static void
test_property (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *bar = g_object_ref_sink (ob_warning_bar_new ());

  ob_test_property_object (bar, "session", session);
  g_assert_false (gtk_widget_get_visible (bar));

  g_assert_finalize_object (bar);
}

/* It comes with the first warning, counts them and goes with the last. */
static void
test_count (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = get_menu_button (fixture);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));

  set_value (fixture, OB_PARAMETER_LIFESPAN, 3);
  ob_test_wait (has_one, fixture->bar);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 warning");

  set_value (fixture, OB_PARAMETER_DEBT_RATE, 0.18);
  ob_test_wait (has_two, fixture->bar);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 warnings");

  ob_scenario_undo (fixture->scenario);
  ob_scenario_undo (fixture->scenario);
  ob_test_wait (has_none, fixture->bar);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
}

/* A click mends what its sentence says, as one step with a name. */
static void
test_fix (Fixture *fixture, gconstpointer data)
{
  GtkPopover *popover = gtk_menu_button_get_popover (get_menu_button (fixture));
  GtkButton *fix;
  g_autofree char *step = NULL;

  set_value (fixture, OB_PARAMETER_LIFESPAN, 3);
  ob_test_wait (has_one, fixture->bar);

  gtk_menu_button_popup (get_menu_button (fixture));
  ob_test_settle ();
  ob_test_save_picture (GTK_WIDGET (popover), "warnings.png");

  fix = find (GTK_WIDGET (popover), GTK_TYPE_BUTTON);
  g_assert_nonnull (fix);
  g_assert_cmpstr (gtk_button_get_label (fix), ==, "Set Accounting life to 3\302\240years");
  /* Not one that the person has locked. */
  gtk_menu_button_popdown (get_menu_button (fixture));
  ob_scenario_set_locked (fixture->scenario, OB_PARAMETER_BOOK_LIFE, TRUE);
  gtk_menu_button_popup (get_menu_button (fixture));
  fix = find (GTK_WIDGET (popover), GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fix)));
  gtk_menu_button_popdown (get_menu_button (fixture));
  ob_scenario_set_locked (fixture->scenario, OB_PARAMETER_BOOK_LIFE, FALSE);

  gtk_menu_button_popup (get_menu_button (fixture));
  fix = find (GTK_WIDGET (popover), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fix)));
  g_signal_emit_by_name (fix, "clicked");

  g_assert_cmpfloat (ob_scenario_get_value (fixture->scenario, OB_PARAMETER_BOOK_LIFE), ==, 3);
  g_object_get (fixture->scenario, "undo-label", &step, NULL);
  g_assert_cmpstr (step, ==, "Fix: Accounting life 6\302\240years → 3\302\240years");

  ob_test_wait (has_none, fixture->bar);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));

  ob_scenario_undo (fixture->scenario);
  ob_test_wait (has_one, fixture->bar);
  g_assert_cmpfloat (ob_scenario_get_value (fixture->scenario, OB_PARAMETER_BOOK_LIFE), ==, 6);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/warning-bar/property", test_property);
  g_test_add ("/warning-bar/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/warning-bar/fix", Fixture, NULL, set_up, test_fix, tear_down);

  return g_test_run ();
}
