/* test-lever-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lever-group.h"
#include "ob-lever-pane.h"
#include "ob-lever-scale.h"
#include "ob-test-pointer.h"
#include "ob-test-session.h"

#include <adwaita.h>

typedef struct
{
  ObSession *session;
  ObScenario *scenario;
  GtkWindow *window;
  ObLeverPane *pane;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ob_session_new ();
  fixture->scenario = ob_session_get_scenario (fixture->session);
  fixture->pane = OB_LEVER_PANE (ob_lever_pane_new ());
  ob_lever_pane_set_session (fixture->pane, fixture->session);
  fixture->window = ob_test_window_new (GTK_WIDGET (fixture->pane), 340, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ob_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
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

static ObLeverGroup *
get_group (Fixture *fixture, ObParameter parameter)
{
  return ob_lever_pane_get_group (fixture->pane, ob_parameter_get_info (parameter)->group);
}

static gboolean
is_shown (Fixture *fixture, ObParameter parameter)
{
  GtkWidget *row = GTK_WIDGET (ob_lever_pane_get_row (fixture->pane, parameter));

  if (ob_parameter_is_headline (parameter))
    return gtk_widget_get_mapped (row);

  return gtk_widget_get_visible (row)
         && gtk_widget_get_visible (GTK_WIDGET (get_group (fixture, parameter)));
}

/* What changes in the pane does not move what stands beside it. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  int before;
  int after;
  int least;

  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, &least, &before, NULL, NULL);
  g_assert_cmpint (least, <, before);
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      g_assert_true (ob_scenario_set_value (fixture->scenario, p, info->maximum, NULL));
      if (ob_parameter_is_headline (p))
        ob_scenario_set_note (fixture->scenario, p, "Because");
    }
  ob_lever_group_set_expanded (get_group (fixture, OB_PARAMETER_WACC), TRUE);
  ob_test_settle ();
  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, ==, before);
}

static void
test_new (void)
{
  GtkWidget *pane = g_object_ref_sink (ob_lever_pane_new ());

  g_assert_null (ob_lever_pane_get_session (OB_LEVER_PANE (pane)));
  g_assert_finalize_object (pane);
}

/* Only inputs that differ from the start, or from the pin that is compared with. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  ObInputs inputs = *ob_scenario_get_inputs (fixture->scenario);
  g_autoptr (ObPin) pin = NULL;

  g_assert_true (ob_scenario_set_value (fixture->scenario, OB_PARAMETER_TAX, 0.1, NULL));
  ob_lever_pane_set_only_changed (fixture->pane, TRUE);
  g_assert_cmpuint (ob_lever_pane_get_n_shown (fixture->pane), ==, 1);
  g_assert_true (is_shown (fixture, OB_PARAMETER_TAX));
  g_assert_false (is_shown (fixture, OB_PARAMETER_CAPEX));

  inputs.value[OB_PARAMETER_CAPEX] = 500;
  inputs.value[OB_PARAMETER_TAX] = 0.1;
  pin = ob_pin_new ("", &inputs);
  ob_scenario_set_pin (fixture->scenario, 0, pin);
  ob_lever_pane_set_only_changed (fixture->pane, FALSE);
  g_assert_cmpuint (ob_lever_pane_get_n_shown (fixture->pane), ==, OB_N_PARAMETERS);
  ob_lever_pane_set_only_changed (fixture->pane, TRUE);
  g_assert_cmpuint (ob_lever_pane_get_n_shown (fixture->pane), ==, 1);
  g_assert_false (is_shown (fixture, OB_PARAMETER_TAX));

  /* Who is led to an input finds it. */
  ob_lever_pane_reveal (fixture->pane, OB_PARAMETER_TAX);
  g_assert_true (is_shown (fixture, OB_PARAMETER_TAX));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  for (ObParameter i = 0; i < OB_N_PARAMETERS; i++)
    {
      ObLeverRow *row = ob_lever_pane_get_row (fixture->pane, i);

      g_assert_cmpuint (ob_lever_row_get_parameter (row), ==, i);
      g_assert_true (is_shown (fixture, i));
      /* Once only. */
      g_assert_true ((ob_lever_group_get_row (get_group (fixture, i), i) == NULL)
                     == ob_parameter_is_headline (i));
    }

  /* The headline levers stand apart from the groups, in sight. */
  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      GtkWidget *row =
        GTK_WIDGET (ob_lever_pane_get_row (fixture->pane, ob_headline_parameters[i]));

      g_assert_null (gtk_widget_get_ancestor (row, OB_TYPE_LEVER_GROUP));
      g_assert_true (gtk_widget_get_mapped (row));
      g_assert_true (ob_lever_row_get_use_mnemonic (OB_LEVER_ROW (row)));
    }
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  ObLeverGroup *group = get_group (fixture, OB_PARAMETER_TAX);

  g_assert_cmpuint (ob_lever_pane_get_n_shown (fixture->pane), ==, OB_N_PARAMETERS);
  g_assert_false (ob_lever_group_get_expanded (group));

  /* By name: and the group opens. */
  ob_lever_pane_set_search (fixture->pane, "Tax");
  g_assert_true (is_shown (fixture, OB_PARAMETER_TAX));
  g_assert_true (ob_lever_group_get_expanded (group));
  g_assert_false (is_shown (fixture, OB_PARAMETER_CAPEX));
  g_assert_false (is_shown (fixture, OB_PARAMETER_WACC));

  /* By id. */
  ob_lever_pane_set_search (fixture->pane, "debt_rate");
  g_assert_cmpuint (ob_lever_pane_get_n_shown (fixture->pane), ==, 1);
  g_assert_true (is_shown (fixture, OB_PARAMETER_DEBT_RATE));

  /* By what the description says, in any order. */
  ob_lever_pane_set_search (fixture->pane, " RETURNS   spending ");
  g_assert_true (is_shown (fixture, OB_PARAMETER_FOMO));

  ob_lever_pane_set_search (fixture->pane, "no such thing");
  g_assert_cmpuint (ob_lever_pane_get_n_shown (fixture->pane), ==, 0);

  /* All is as it was. */
  ob_lever_pane_set_search (fixture->pane, "");
  g_assert_cmpuint (ob_lever_pane_get_n_shown (fixture->pane), ==, OB_N_PARAMETERS);
  g_assert_false (ob_lever_group_get_expanded (group));
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  ObLeverGroup *group = get_group (fixture, OB_PARAMETER_WACC);

  g_assert_cmpuint (ob_lever_group_get_n_changed (group), ==, 0);
  ob_scenario_set_value (fixture->scenario, OB_PARAMETER_WACC, 0.12, NULL);
  ob_scenario_set_value (fixture->scenario, OB_PARAMETER_HORIZON, 15, NULL);
  /* Not of this group. */
  ob_scenario_set_value (fixture->scenario, OB_PARAMETER_TAX, 0.3, NULL);
  g_assert_cmpuint (ob_lever_group_get_n_changed (group), ==, 2);

  ob_scenario_undo (fixture->scenario);
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpuint (ob_lever_group_get_n_changed (group), ==, 1);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (ob_lever_pane_get_row (fixture->pane, OB_PARAMETER_PATIENCE));
  GtkWidget *focus;

  ob_lever_pane_set_search (fixture->pane, "tax");
  ob_lever_pane_reveal (fixture->pane, OB_PARAMETER_PATIENCE);
  g_assert_true (gtk_widget_get_mapped (row));

  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, row));
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  ObLeverGroup *group = get_group (fixture, OB_PARAMETER_BUILD_YEARS);
  GtkWidget *row;
  GtkWidget *scale;
  GtkAdjustment *adjustment;
  double before;
  int x;
  int y;
  gboolean modified;

  if (!ob_test_pointer_available ())
    return;

  ob_lever_group_set_expanded (group, TRUE);
  ob_test_pointer_run ("mousemove 10 10");

  row = GTK_WIDGET (ob_lever_pane_get_row (fixture->pane, OB_PARAMETER_BUILD_YEARS));
  scale = find (row, OB_TYPE_LEVER_SCALE);
  adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW)));
  before = gtk_adjustment_get_value (adjustment);

  ob_test_pointer_locate (scale, 0.7, 0.5, &x, &y);
  ob_test_pointer_run ("mousemove %d %d click 5 click 5 click 5", x, y);

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, before);
  for (ObParameter i = 0; i < OB_N_PARAMETERS; i++)
    g_assert_cmpfloat (ob_scenario_get_value (fixture->scenario, i), ==,
                       ob_parameter_get_info (i)->value);
  g_object_get (fixture->scenario, "modified", &modified, NULL);
  g_assert_false (modified);
}

#define ADD(path, func) g_test_add ("/lever-pane/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/lever-pane/new", test_new);
  ADD ("width", test_width);
  ADD ("rows", test_rows);
  ADD ("changed", test_changed);
  ADD ("search", test_search);
  ADD ("count", test_count);
  ADD ("reveal", test_reveal);
  ADD ("wheel", test_wheel);

  return g_test_run ();
}
