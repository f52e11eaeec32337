/* test-quantity-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity-entry.h"
#include "ob-quantity.h"
#include "ob-test-session.h"

#define LEVER OB_PARAMETER_SUBSIDY

typedef struct
{
  guint count;
  double value;
} Commits;

static void
committed_cb (ObQuantityEntry *entry, double value, Commits *commits)
{
  commits->count++;
  commits->value = value;
  ob_quantity_entry_set_value (entry, value);
}

/* (transfer floating) */
static ObQuantityEntry *
create (ObParameter parameter, Commits *commits)
{
  ObQuantityEntry *entry = OB_QUANTITY_ENTRY (ob_quantity_entry_new ());

  ob_quantity_entry_set_parameter (entry, parameter);
  g_signal_connect (entry, "committed", G_CALLBACK (committed_cb), commits);

  return entry;
}

static void
type (ObQuantityEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static const char *
get_text (ObQuantityEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
test_new (void)
{
  GtkWidget *entry = g_object_ref_sink (ob_quantity_entry_new ());

  g_assert_cmpfloat (ob_quantity_entry_get_value (OB_QUANTITY_ENTRY (entry)), ==,
                     ob_parameter_get_info (0)->value);
  g_assert_finalize_object (entry);
}

static void
test_commit (void)
{
  Commits commits = { 0 };
  g_autoptr (ObQuantityEntry) entry = g_object_ref_sink (create (LEVER, &commits));

  g_assert_cmpstr (get_text (entry), ==, "40 %");

  type (entry, "55");
  g_assert_cmpuint (commits.count, ==, 1);
  g_assert_cmpfloat_with_epsilon (commits.value, 0.55, 1e-12);
  g_assert_cmpstr (get_text (entry), ==, "55 %");

  /* Ten percent more than what is there. */
  type (entry, "+10%");
  g_assert_cmpfloat_with_epsilon (commits.value, 0.605, 1e-12);

  type (entry, "=default");
  g_assert_cmpfloat (commits.value, ==, 0.4);

  /* The same again is not a change. */
  type (entry, "40 %");
  type (entry, " 40%");
  g_assert_cmpuint (commits.count, ==, 3);
  g_assert_cmpstr (get_text (entry), ==, "40 %");
}

static void
test_errors (void)
{
  static const char *const texts[] = { "95", "-1", "", "abc", "1.2.3", "nan", "inf", "1e999", "%" };
  Commits commits = { 0 };
  g_autoptr (ObQuantityEntry) entry = g_object_ref_sink (create (LEVER, &commits));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type (entry, texts[i]);

      g_assert_nonnull (ob_quantity_entry_get_error_message (entry));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
      g_assert_cmpfloat (ob_quantity_entry_get_value (entry), ==, 0.4);
      gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
    }

  g_assert_cmpuint (commits.count, ==, 0);

  /* The message goes as soon as what is typed can be used. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "5");
  g_assert_null (ob_quantity_entry_get_error_message (entry));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpuint (commits.count, ==, 0);

  type (entry, "x");
  ob_quantity_entry_set_value (entry, 0.1);
  g_assert_null (ob_quantity_entry_get_error_message (entry));
  g_assert_cmpstr (get_text (entry), ==, "10 %");
}

/* What an entry shows can be entered, whatever the parameter, and is what it held, rounded. */
static void
test_round_trip (void)
{
  for (ObParameter i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      Commits commits = { 0 };
      g_autoptr (ObQuantityEntry) entry = NULL;
      double values[] = {
        info->minimum,
        info->minimum + (info->maximum - info->minimum) / 3,
        info->maximum,
      };

      if (info->unit == OB_UNIT_SWITCH)
        continue;

      entry = g_object_ref_sink (create (i, &commits));

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_autofree char *text = NULL;
          double value;

          ob_quantity_entry_set_value (entry, values[j]);
          text = g_strdup (get_text (entry));
          g_assert_true (ob_quantity_parse (i, text, info->value, &value, NULL));
          g_assert_cmpfloat_with_epsilon (value, values[j], 1e-4 * ABS (values[j]) + 1e-12);
        }
    }
}

/* All digits are there for who types, and only then; the value stays what it is. */
static void
test_focus (void)
{
  Commits commits = { 0 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  ObQuantityEntry *entry = create (LEVER, &commits);
  GtkWidget *other = gtk_button_new ();
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry));
  window = ob_test_window_new (box, 300, 200);
  gtk_widget_grab_focus (other);

  ob_quantity_entry_set_value (entry, 0.41234567891);
  g_assert_cmpstr (get_text (entry), ==, "41.235 %");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  g_assert_cmpstr (get_text (entry), ==, "41.234567891 %");
  g_signal_emit_by_name (entry, "activate");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (get_text (entry), ==, "41.235 %");
  g_assert_cmpuint (commits.count, ==, 0);
  g_assert_cmpfloat (ob_quantity_entry_get_value (entry), ==, 0.41234567891);

  /* What was entered without the keyboard is not lost. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "50");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  g_assert_cmpstr (get_text (entry), ==, "50");
  gtk_widget_grab_focus (other);
  g_assert_cmpuint (commits.count, ==, 1);
  g_assert_cmpstr (get_text (entry), ==, "50 %");

  /* Nor is what cannot be understood, until it is mended. */
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "5x");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (get_text (entry), ==, "5x");
  g_assert_nonnull (ob_quantity_entry_get_error_message (entry));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  g_assert_cmpstr (get_text (entry), ==, "5x");

  ob_test_window_destroy (window);
}

/* As a key does it: FALSE if it is left to the widgets around. */
static gboolean
takes (GtkWidget *text, const char *name)
{
  g_autoptr (GtkShortcutAction) action = gtk_named_action_new (name);

  return gtk_shortcut_action_activate (action, 0, text, NULL);
}

/* The keys of undo are left to the document, whatever has been typed. */
static void
test_undo (void)
{
  Commits commits = { 0 };
  GtkWidget *entry = g_object_ref_sink (GTK_WIDGET (create (LEVER, &commits)));
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  g_assert_false (takes (text, "text.undo"));
  type (OB_QUANTITY_ENTRY (entry), "41");
  type (OB_QUANTITY_ENTRY (entry), "4x1");
  g_assert_false (takes (text, "text.undo"));
  g_assert_false (takes (text, "text.redo"));
  g_assert_finalize_object (entry);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quantity-entry/new", test_new);
  g_test_add_func ("/quantity-entry/commit", test_commit);
  g_test_add_func ("/quantity-entry/errors", test_errors);
  g_test_add_func ("/quantity-entry/round-trip", test_round_trip);
  g_test_add_func ("/quantity-entry/focus", test_focus);
  g_test_add_func ("/quantity-entry/undo", test_undo);

  return g_test_run ();
}
