/* test-axis-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis-chooser.h"
#include "ob-test-session.h"

static void
activate (GtkWidget *chooser, const char *action, ObParameter parameter)
{
  g_assert_true (
    gtk_widget_activate_action (chooser, action, "s", ob_parameter_get_id (parameter)));
}

static void
assert_plane (ObSession *session, ObParameter x, ObParameter y)
{
  const ObPlane *plane = ob_scenario_get_plane (ob_session_get_scenario (session));
  ObPlane whole;

  ob_plane_init (&whole, x, y);
  g_assert_true (ob_plane_equal (plane, &whole));
}

/* Every button of the widget, in order. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static guint
count_targets (GMenuModel *menu, GHashTable *targets)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GVariant) target =
        g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autoptr (GMenuLinkIter) links = g_menu_model_iterate_item_links (menu, i);

      if (target != NULL)
        {
          ObParameter parameter;

          g_assert_true (ob_parameter_from_id (g_variant_get_string (target, NULL), &parameter));
          g_assert_true (g_hash_table_add (targets, GUINT_TO_POINTER (parameter + 1)));
          n++;
        }

      while (g_menu_link_iter_next (links))
        {
          g_autoptr (GMenuModel) link = g_menu_link_iter_get_value (links);

          n += count_targets (link, targets);
        }
    }

  return n;
}

static void
test_new (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_axis_chooser_new ());

  g_assert_null (ob_axis_chooser_get_session (OB_AXIS_CHOOSER (chooser)));
  gtk_widget_activate_action (chooser, "axes.swap", NULL);
  g_assert_finalize_object (chooser);
}

static void
test_properties (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_axis_chooser_new ());
  ObSession *session = ob_session_new ();

  ob_test_property_object (chooser, "session", session);
  ob_axis_chooser_set_session (OB_AXIS_CHOOSER (chooser), NULL);
  gtk_widget_activate_action (chooser, "axes.swap", NULL);
  ob_axis_chooser_set_session (OB_AXIS_CHOOSER (chooser), session);

  g_assert_finalize_object (chooser);
  g_assert_finalize_object (session);
}

static void
test_choose (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_axis_chooser_new ());
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  ObPlane before = *ob_scenario_get_plane (scenario);

  ob_axis_chooser_set_session (OB_AXIS_CHOOSER (chooser), session);

  activate (chooser, "axes.x", OB_PARAMETER_WACC);
  assert_plane (session, OB_PARAMETER_WACC, before.y);
  activate (chooser, "axes.y", OB_PARAMETER_TAX);
  assert_plane (session, OB_PARAMETER_WACC, OB_PARAMETER_TAX);

  g_assert_true (gtk_widget_activate_action (chooser, "axes.swap", NULL));
  assert_plane (session, OB_PARAMETER_TAX, OB_PARAMETER_WACC);

  /* The lever of the other axis: they change places. */
  activate (chooser, "axes.x", OB_PARAMETER_WACC);
  assert_plane (session, OB_PARAMETER_WACC, OB_PARAMETER_TAX);
  activate (chooser, "axes.y", OB_PARAMETER_WACC);
  assert_plane (session, OB_PARAMETER_TAX, OB_PARAMETER_WACC);

  /* Nothing new, a switch, and no parameter at all: nothing happens. */
  activate (chooser, "axes.x", OB_PARAMETER_TAX);
  activate (chooser, "axes.x", OB_PARAMETER_SUNK);
  gtk_widget_activate_action (chooser, "axes.x", "s", "nonsense");
  assert_plane (session, OB_PARAMETER_TAX, OB_PARAMETER_WACC);

  /* Each was a step. */
  for (guint i = 0; i < 5; i++)
    ob_scenario_undo (scenario);
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (scenario), &before));

  g_assert_finalize_object (chooser);
}

/* Both menus offer every lever but the switches, each once. */
static void
test_menus (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_axis_chooser_new ());
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  guint n_levers = 0;

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    n_levers += ob_parameter_get_info (i)->unit != OB_UNIT_SWITCH;

  collect (chooser, GTK_TYPE_MENU_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, ==, 2);

  for (guint i = 0; i < buttons->len; i++)
    {
      g_autoptr (GHashTable) targets = g_hash_table_new (NULL, NULL);
      GMenuModel *menu = gtk_menu_button_get_menu_model (g_ptr_array_index (buttons, i));
      g_autoptr (GMenuModel) first = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);

      g_assert_cmpuint (count_targets (menu, targets), ==, n_levers);
      g_assert_cmpint (g_menu_model_get_n_items (first), ==, OB_N_HEADLINE);
    }

  g_assert_finalize_object (chooser);
}

/* What it says follows the document, whoever changed it. */
static void
test_follows (void)
{
  GtkWidget *chooser = ob_axis_chooser_new ();
  GtkWindow *window = ob_test_window_new (chooser, 400, 60);
  g_autoptr (ObSession) session = ob_session_new ();
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  g_autoptr (GPtrArray) swap = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *name = NULL;
  ObPlane plane;

  collect (chooser, GTK_TYPE_MENU_BUTTON, buttons);
  collect (chooser, GTK_TYPE_BUTTON, swap);
  ob_axis_chooser_set_session (OB_AXIS_CHOOSER (chooser), session);
  for (guint i = 0; i < swap->len; i++)
    g_assert_true (gtk_widget_is_sensitive (g_ptr_array_index (swap, i)));

  ob_plane_init (&plane, OB_PARAMETER_SCALING, OB_PARAMETER_DEFER);
  g_assert_true (ob_scenario_set_plane (ob_session_get_scenario (session), &plane, NULL));
  collect (g_ptr_array_index (buttons, 0), GTK_TYPE_LABEL, labels);
  g_assert_cmpstr (gtk_label_get_label (g_ptr_array_index (labels, 0)), ==,
                   ob_parameter_get_label (OB_PARAMETER_SCALING));
  gtk_test_accessible_assert_property (g_ptr_array_index (buttons, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Vertical axis: Deferred orders");
  ob_test_save_picture (chooser, "axis-chooser");

  ob_session_set_scenario (session, scenario);
  name = g_strdup_printf ("Horizontal axis: %s",
                          ob_parameter_get_label (ob_scenario_get_plane (scenario)->x));
  gtk_test_accessible_assert_property (g_ptr_array_index (buttons, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  ob_test_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/axis-chooser/new", test_new);
  g_test_add_func ("/axis-chooser/properties", test_properties);
  g_test_add_func ("/axis-chooser/choose", test_choose);
  g_test_add_func ("/axis-chooser/menus", test_menus);
  g_test_add_func ("/axis-chooser/follows", test_follows);

  return g_test_run ();
}
