/* test-lever-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evidence.h"
#include "ob-lever-row.h"
#include "ob-lever-scale.h"
#include "ob-quantity-entry.h"
#include "ob-source-popover.h"
#include "ob-test-pointer.h"
#include "ob-test-session.h"

#include <adwaita.h>

typedef struct
{
  ObSession *session;
  ObScenario *scenario;
  GtkWindow *window;
  ObLeverRow *row;
  ObQuantityEntry *entry;
  ObLeverScale *scale;
  GtkSwitch *toggle;
} Fixture;

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

static void
create_row (Fixture *fixture, ObParameter parameter)
{
  GtkWidget *row = ob_lever_row_new (parameter);

  fixture->session = ob_session_new ();
  fixture->scenario = ob_session_get_scenario (fixture->session);
  fixture->row = OB_LEVER_ROW (row);
  ob_lever_row_set_session (fixture->row, fixture->session);
  fixture->entry = find (row, OB_TYPE_QUANTITY_ENTRY);
  fixture->scale = find (row, OB_TYPE_LEVER_SCALE);
  fixture->toggle = find (row, GTK_TYPE_SWITCH);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  create_row (fixture, GPOINTER_TO_UINT (data));
  gtk_widget_set_valign (GTK_WIDGET (fixture->row), GTK_ALIGN_START);
  fixture->window = ob_test_window_new (GTK_WIDGET (fixture->row), 400, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ob_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
  g_signal_emit_by_name (fixture->entry, "activate");
}

static double
get_value (Fixture *fixture)
{
  return ob_scenario_get_value (fixture->scenario, ob_lever_row_get_parameter (fixture->row));
}

static gboolean
can_undo (Fixture *fixture)
{
  gboolean possible;

  g_object_get (fixture->scenario, "can-undo", &possible, NULL);

  return possible;
}

static void
move (Fixture *fixture, GtkScrollType scroll, double position)
{
  gboolean handled;

  g_signal_emit_by_name (fixture->scale, "change-value", scroll, position, &handled);
  g_assert_true (handled);
}

/* Locked, a row shows its value and takes no other. */
static void
test_lock (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (fixture->row);

  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (fixture->entry)));
  g_assert_true (gtk_widget_activate_action (row, "lever.lock", NULL));
  g_assert_true (ob_scenario_get_locked (fixture->scenario, OB_PARAMETER_CAPEX));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (fixture->entry)));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fixture->scale)));

  ob_scenario_undo (fixture->scenario);
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (fixture->entry)));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fixture->scale)));

  /* What was changed before stays so until it is unlocked. */
  g_assert_true (ob_scenario_set_value (fixture->scenario, OB_PARAMETER_CAPEX, 500, NULL));
  g_assert_true (gtk_widget_activate_action (row, "lever.lock", NULL));
  gtk_widget_activate_action (row, "lever.reset", NULL);
  g_assert_cmpfloat (ob_scenario_get_value (fixture->scenario, OB_PARAMETER_CAPEX), ==, 500);
  g_assert_true (gtk_widget_activate_action (row, "lever.lock", NULL));
  gtk_widget_activate_action (row, "lever.reset", NULL);
  g_assert_cmpfloat (ob_scenario_get_value (fixture->scenario, OB_PARAMETER_CAPEX), ==, 770);
}

static void
test_new (void)
{
  for (ObParameter i = 0; i < OB_N_PARAMETERS; i++)
    {
      GtkWidget *row = g_object_ref_sink (ob_lever_row_new (i));

      g_assert_cmpuint (ob_lever_row_get_parameter (OB_LEVER_ROW (row)), ==, i);
      g_assert_false (ob_lever_row_get_changed (OB_LEVER_ROW (row)));
      gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_GROUP);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           ob_parameter_get_label (i));
      g_assert_finalize_object (row);
    }
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObSession) other = ob_session_new ();

  ob_test_property_object (fixture->row, "session", other);
  g_assert_true (ob_lever_row_get_session (fixture->row) == other);
  ob_lever_row_set_session (fixture->row, fixture->session);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  type (fixture, "900");
  g_assert_cmpfloat (get_value (fixture), ==, 900);
  g_assert_cmpfloat (ob_lever_scale_get_value (fixture->scale), ==, 900);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (fixture->scale)), ==, 900);
  g_assert_true (ob_lever_row_get_changed (fixture->row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "changed"));

  /* Refused: the old value stays in force, and the row says the range. */
  type (fixture, "99999");
  g_assert_cmpfloat (get_value (fixture), ==, 900);
  g_assert_nonnull (
    strstr (ob_quantity_entry_get_error_message (fixture->entry), ob_parameter_get_label (0)));

  ob_scenario_undo (fixture->scenario);
  g_assert_cmpfloat (ob_quantity_entry_get_value (fixture->entry), ==, 770);
  g_assert_null (ob_quantity_entry_get_error_message (fixture->entry));
  g_assert_false (ob_lever_row_get_changed (fixture->row));
  g_assert_false (can_undo (fixture));
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  ob_scenario_set_value (fixture->scenario, OB_PARAMETER_CAPEX, 1000, NULL);
  g_assert_true (ob_lever_row_get_changed (fixture->row));

  gtk_widget_activate_action (GTK_WIDGET (fixture->row), "lever.reset", NULL);
  g_assert_cmpfloat (get_value (fixture), ==, 770);
  g_assert_false (ob_lever_row_get_changed (fixture->row));

  /* Nothing to reset any more, and so no step. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->row), "lever.reset", NULL);
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpfloat (get_value (fixture), ==, 1000);
}

static void
test_axes (Fixture *fixture, gconstpointer data)
{
  const ObPlane *plane;
  ObPlane start;

  ob_plane_init (&start, OB_PARAMETER_WACC, OB_PARAMETER_LIFESPAN);
  ob_scenario_set_plane (fixture->scenario, &start, NULL);

  gtk_widget_activate_action (GTK_WIDGET (fixture->row), "lever.use-as-x", NULL);
  plane = ob_scenario_get_plane (fixture->scenario);
  g_assert_cmpuint (plane->x, ==, OB_PARAMETER_CAPEX);
  g_assert_cmpuint (plane->y, ==, OB_PARAMETER_LIFESPAN);

  /* Already across: asking for upright makes them change places. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->row), "lever.use-as-y", NULL);
  plane = ob_scenario_get_plane (fixture->scenario);
  g_assert_cmpuint (plane->x, ==, OB_PARAMETER_LIFESPAN);
  g_assert_cmpuint (plane->y, ==, OB_PARAMETER_CAPEX);
}

static gint64 now;

static gint64
get_now (void)
{
  return now * 1000;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  ob_lever_row_set_clock (fixture->row, get_now);

  move (fixture, GTK_SCROLL_STEP_FORWARD, 780);
  g_assert_cmpfloat (get_value (fixture), ==, 780);
  now += OB_SCENARIO_NUDGE_WINDOW + 1;
  move (fixture, GTK_SCROLL_PAGE_BACKWARD, 670);
  g_assert_cmpfloat (get_value (fixture), ==, 680);
  now += OB_SCENARIO_NUDGE_WINDOW + 1;
  move (fixture, GTK_SCROLL_STEP_FORWARD, 690);
  now += OB_SCENARIO_NUDGE_WINDOW;
  move (fixture, GTK_SCROLL_STEP_FORWARD, 700);
  now += OB_SCENARIO_NUDGE_WINDOW;
  move (fixture, GTK_SCROLL_END, 1500);
  g_assert_cmpfloat (get_value (fixture), ==, 1500);

  /* What comes in a row is one step. */
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpfloat (get_value (fixture), ==, 680);
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpfloat (get_value (fixture), ==, 780);
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpfloat (get_value (fixture), ==, 770);
  g_assert_false (can_undo (fixture));
}

/* Whatever is dragged to lies on the grid of steps, so that no entry ever shows
 * 0.30000000000000004. */
static void
test_steps (void)
{
  for (ObParameter i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      Fixture fixture = { 0 };

      if (info->unit == OB_UNIT_SWITCH)
        continue;

      create_row (&fixture, i);
      g_object_ref_sink (fixture.row);

      for (int k = 0; k <= 7; k++)
        {
          GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (fixture.scale));
          double lower = gtk_adjustment_get_lower (adjustment);
          double upper = gtk_adjustment_get_upper (adjustment);
          char text[G_ASCII_DTOSTR_BUF_SIZE];
          double value;

          move (&fixture, GTK_SCROLL_JUMP, lower + (upper - lower) * k / 7);
          value = get_value (&fixture);
          g_assert_cmpfloat (value, >=, info->minimum);
          g_assert_cmpfloat (value, <=, info->maximum);
          g_ascii_formatd (text, sizeof text, "%.6g", value);
          g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
        }

      g_assert_cmpfloat (get_value (&fixture), ==, info->maximum);
      g_assert_finalize_object (fixture.row);
      g_assert_finalize_object (fixture.session);
    }
}

static void
test_share (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->scale, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       ob_parameter_get_label (OB_PARAMETER_SUBSIDY));

  /* Percent, as the entry has it. */
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 40.0);
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 90.0);

  /* As assistive technology moves it. */
  gtk_range_set_value (GTK_RANGE (fixture->scale), 55);
  g_assert_cmpfloat_with_epsilon (get_value (fixture), 0.55, 1e-12);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "55 %");
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (fixture->scale));
  double middle =
    (gtk_adjustment_get_lower (adjustment) + gtk_adjustment_get_upper (adjustment)) / 2;

  /* Half-way between 0.25 and 100 years, in the logarithm, are 5 years. */
  move (fixture, GTK_SCROLL_JUMP, middle);
  g_assert_cmpfloat (get_value (fixture), ==, 5);
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 5.0);
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  g_assert_null (fixture->entry);
  g_assert_null (fixture->scale);
  g_assert_true (gtk_switch_get_active (fixture->toggle));

  gtk_switch_set_active (fixture->toggle, FALSE);
  g_assert_cmpfloat (get_value (fixture), ==, 0);
  g_assert_true (ob_lever_row_get_changed (fixture->row));

  ob_scenario_undo (fixture->scenario);
  g_assert_true (gtk_switch_get_active (fixture->toggle));
  g_assert_false (can_undo (fixture));

  /* It is no axis. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->row), "lever.use-as-x", NULL);
  g_assert_cmpuint (ob_scenario_get_plane (fixture->scenario)->x, !=, OB_PARAMETER_SUNK);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  int x;
  int y;

  if (!ob_test_pointer_available ())
    return;

  ob_test_pointer_locate (GTK_WIDGET (fixture->scale), 0.3, 0.5, &x, &y);
  ob_test_pointer_run ("mousemove %d %d mousedown 1", x, y);
  g_assert_true (ob_session_get_dragging (fixture->session));
  ob_test_pointer_run ("mousemove %d %d sleep 0.05 mousemove %d %d", x + 30, y, x + 60, y);
  g_assert_cmpfloat (get_value (fixture), !=, 770);
  ob_test_pointer_run ("mousemove %d %d mouseup 1", x + 90, y);
  g_assert_false (ob_session_get_dragging (fixture->session));
  g_assert_cmpfloat (get_value (fixture), !=, 770);

  /* All of it is one step. */
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpfloat (get_value (fixture), ==, 770);
  g_assert_false (can_undo (fixture));

  /* Escape takes a drag back. */
  ob_test_pointer_run ("mousemove %d %d mousedown 1 mousemove %d %d", x, y, x + 40, y);
  g_assert_cmpfloat (get_value (fixture), !=, 770);
  ob_test_pointer_run ("key Escape");
  g_assert_cmpfloat (get_value (fixture), ==, 770);
  ob_test_pointer_run ("mousemove %d %d mouseup 1", x + 80, y);
  g_assert_cmpfloat (get_value (fixture), ==, 770);
  g_assert_false (can_undo (fixture));
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  int x;
  int y;

  if (!ob_test_pointer_available ())
    return;

  ob_test_pointer_locate (GTK_WIDGET (fixture->scale), 0.5, 0.5, &x, &y);
  ob_test_pointer_run ("mousemove %d %d click 4 click 4 click 5 click 6 click 7 click 5", x, y);
  g_assert_cmpfloat (get_value (fixture), ==, 770);
  g_assert_false (can_undo (fixture));

  /* Nor over the entry, with the keyboard in it. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->entry));
  ob_test_pointer_locate (GTK_WIDGET (fixture->entry), 0.5, 0.5, &x, &y);
  ob_test_pointer_run ("mousemove %d %d click 4 click 4 click 5", x, y);
  g_assert_cmpfloat (get_value (fixture), ==, 770);
}

static void
test_matches (Fixture *fixture, gconstpointer data)
{
  const char *const label[] = { "capex", NULL };
  const char *const two[] = { "growth", "first year", NULL };
  const char *const other[] = { "capex", "subsidy", NULL };
  const char *const none[] = { NULL };

  g_assert_true (ob_lever_row_matches (fixture->row, label));
  g_assert_true (ob_lever_row_matches (fixture->row, two));
  g_assert_true (ob_lever_row_matches (fixture->row, none));
  g_assert_false (ob_lever_row_matches (fixture->row, other));
}

/* A row follows the document of its session when that is replaced. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) other = ob_scenario_new ();
  g_autoptr (ObScenario) old = g_object_ref (fixture->scenario);

  ob_scenario_set_value (other, OB_PARAMETER_CAPEX, 500, NULL);
  ob_session_set_scenario (fixture->session, other);
  g_assert_cmpfloat (ob_quantity_entry_get_value (fixture->entry), ==, 500);
  g_assert_true (ob_lever_row_get_changed (fixture->row));

  ob_scenario_set_value (old, OB_PARAMETER_CAPEX, 100, NULL);
  g_assert_cmpfloat (ob_quantity_entry_get_value (fixture->entry), ==, 500);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_asks (Fixture *fixture, gboolean unusual, gboolean asks, gboolean noted)
{
  GtkWidget *row = GTK_WIDGET (fixture->row);

  g_assert_true (gtk_widget_has_css_class (row, "unusual") == unusual);
  g_assert_true (gtk_widget_get_mapped (find_button (row, "lever.explain")) == asks);
  g_assert_true (gtk_widget_get_mapped (find_button (row, "lever.source")) == noted);
}

/* Beyond what is published a row asks why, and is content with any answer. */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  const double high = ob_evidence_get (OB_PARAMETER_CAPEX)->high;
  GtkWidget *note = find_button (GTK_WIDGET (fixture->row), "lever.source");
  GtkWidget *popover;

  assert_asks (fixture, FALSE, FALSE, FALSE);
  ob_scenario_set_value (fixture->scenario, OB_PARAMETER_CAPEX, high, NULL);
  assert_asks (fixture, FALSE, FALSE, FALSE);
  ob_scenario_set_value (fixture->scenario, OB_PARAMETER_CAPEX, high + 1, NULL);
  ob_test_settle ();
  assert_asks (fixture, TRUE, TRUE, FALSE);
  ob_test_save_picture (GTK_WIDGET (fixture->row), "lever-row-why");

  gtk_widget_activate_action (GTK_WIDGET (fixture->row), "lever.explain", NULL);
  ob_test_settle ();
  popover = find (GTK_WIDGET (fixture->row), OB_TYPE_SOURCE_POPOVER);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  gtk_editable_set_text (GTK_EDITABLE (find (popover, GTK_TYPE_ENTRY)), "Their guidance");
  gtk_popover_popdown (GTK_POPOVER (popover));
  ob_test_settle ();
  assert_asks (fixture, TRUE, FALSE, TRUE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (note), ==, "Their guidance");

  ob_scenario_undo (fixture->scenario);
  assert_asks (fixture, TRUE, TRUE, FALSE);
  ob_scenario_undo (fixture->scenario);
  assert_asks (fixture, FALSE, FALSE, FALSE);
}

#define ADD(path, parameter, func)                                                                 \
  g_test_add ("/lever-row/" path, Fixture, GUINT_TO_POINTER (parameter), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/lever-row/new", test_new);
  ADD ("properties", OB_PARAMETER_CAPEX, test_properties);
  ADD ("entry", OB_PARAMETER_CAPEX, test_entry);
  ADD ("reset", OB_PARAMETER_CAPEX, test_reset);
  ADD ("lock", OB_PARAMETER_CAPEX, test_lock);
  ADD ("axes", OB_PARAMETER_CAPEX, test_axes);
  ADD ("keys", OB_PARAMETER_CAPEX, test_keys);
  g_test_add_func ("/lever-row/steps", test_steps);
  ADD ("share", OB_PARAMETER_SUBSIDY, test_share);
  ADD ("log", OB_PARAMETER_SUBSIDY_HALF_LIFE, test_log);
  ADD ("switch", OB_PARAMETER_SUNK, test_switch);
  ADD ("drag", OB_PARAMETER_CAPEX, test_drag);
  ADD ("wheel", OB_PARAMETER_CAPEX, test_wheel);
  ADD ("matches", OB_PARAMETER_CAPEX, test_matches);
  ADD ("reason", OB_PARAMETER_CAPEX, test_reason);
  ADD ("replace", OB_PARAMETER_CAPEX, test_replace);

  return g_test_run ();
}
