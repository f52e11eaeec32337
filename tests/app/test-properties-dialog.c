/* test-properties-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-properties-dialog.h"
#include "ob-scenario-file.h"
#include "ob-test-session.h"

typedef struct
{
  ObScenario *scenario;
  GtkWidget *dialog;
  GtkWidget *rows[2]; /* of the title and of the author */
  GtkTextView *view;
} Fixture;

static void
find_fields (Fixture *fixture, GtkWidget *widget)
{
  if (ADW_IS_ENTRY_ROW (widget))
    fixture->rows[fixture->rows[0] != NULL] = widget;
  if (GTK_IS_TEXT_VIEW (widget))
    fixture->view = GTK_TEXT_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_fields (fixture, child);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scenario = ob_scenario_new ();
  ob_scenario_set_title (fixture->scenario, "Old");
  ob_scenario_set_description (fixture->scenario, "One line");
  ob_scenario_mark_saved (fixture->scenario);

  fixture->dialog = ob_properties_dialog_new (NULL, fixture->scenario);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  find_fields (fixture, fixture->dialog);
  ob_test_wait (is_active, fixture->dialog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    ob_test_window_destroy (GTK_WINDOW (fixture->dialog));
  g_assert_finalize_object (fixture->scenario);
}

static void
type (GtkEditable *editable, const char *text)
{
  int position = -1;

  /* As keys do: one after the other. */
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_editable_insert_text (editable, p, (int) (g_utf8_next_char (p) - p), &position);
      position = -1;
    }
}

/* Opening it changes nothing; each field that is changed is one step with a name, and
 * what is typed is in the scenario before the dialog is closed. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture->view);
  const guint before = ob_scenario_get_step (fixture->scenario);
  const char *const names[] = { "Title “Old and new”", "Author “Ada”", "Description" };
  GtkTextIter end;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->rows[0])), ==, "Old");
  g_assert_false (ob_scenario_get_modified (fixture->scenario));

  gtk_widget_grab_focus (fixture->rows[0]);
  type (GTK_EDITABLE (fixture->rows[0]), " and new ");
  g_assert_cmpstr (ob_scenario_get_title (fixture->scenario), ==, "Old and new");
  gtk_widget_grab_focus (fixture->rows[1]);
  type (GTK_EDITABLE (fixture->rows[1]), "Ada");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  for (guint i = 0; i < 3; i++)
    {
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert (buffer, &end, "\nmore", -1);
    }
  g_assert_cmpstr (ob_scenario_get_author (fixture->scenario), ==, "Ada");
  g_assert_cmpstr (ob_scenario_get_description (fixture->scenario), ==,
                   "One line\nmore\nmore\nmore");

  ob_test_window_destroy (GTK_WINDOW (fixture->dialog));
  fixture->dialog = NULL;
  g_assert_false (ob_scenario_in_gesture (fixture->scenario));
  g_assert_cmpuint (ob_scenario_get_n_steps (fixture->scenario), ==, before + 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = ob_scenario_describe_step (fixture->scenario, before + 1 + i);

      g_assert_cmpstr (name, ==, names[i]);
    }

  ob_scenario_go_to_step (fixture->scenario, before);
  g_assert_cmpstr (ob_scenario_get_title (fixture->scenario), ==, "Old");
  g_assert_cmpstr (ob_scenario_get_author (fixture->scenario), ==, "");
  g_assert_cmpstr (ob_scenario_get_description (fixture->scenario), ==, "One line");
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
}

/* A field that was only visited leaves no step, nor does one that is as it was. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  const guint before = ob_scenario_get_n_steps (fixture->scenario);

  gtk_widget_grab_focus (fixture->rows[1]);
  gtk_widget_grab_focus (fixture->rows[0]);
  type (GTK_EDITABLE (fixture->rows[0]), "x");
  gtk_editable_set_text (GTK_EDITABLE (fixture->rows[0]), "Old");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  ob_test_window_destroy (GTK_WINDOW (fixture->dialog));
  fixture->dialog = NULL;

  g_assert_cmpuint (ob_scenario_get_n_steps (fixture->scenario), ==, before);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
}

/* A title is one line, whatever is pasted; what was typed comes back from a file. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ObScenario) copy = NULL;
  g_autoptr (GError) error = NULL;
  const char *text = "<b>&\n\tü]]>“\x01\n\n";

  gtk_editable_set_text (GTK_EDITABLE (fixture->rows[0]), "a\nb\tc <&>");
  g_assert_cmpstr (ob_scenario_get_title (fixture->scenario), ==, "a b c <&>");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fixture->view), text, -1);

  bytes = ob_scenario_to_bytes (fixture->scenario, NULL);
  copy = ob_scenario_load_bytes (bytes, "copy", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ob_scenario_get_title (copy), ==, "a b c <&>");
  g_assert_cmpstr (ob_scenario_get_description (copy), ==, "<b>&\n\tü]]>“\n\n");
}

/* Each field says what it is. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->rows[0])));
  g_assert_true (adw_preferences_row_get_use_underline (ADW_PREFERENCES_ROW (fixture->rows[0])));
  gtk_test_accessible_assert_relation (
    GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
    gtk_widget_list_mnemonic_labels (GTK_WIDGET (fixture->view))->data, NULL);
  /* The Tab key goes on. */
  g_assert_false (gtk_text_view_get_accepts_tab (fixture->view));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/properties-dialog/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("steps", test_steps);
  ADD ("nothing", test_nothing);
  ADD ("hostile", test_hostile);
  ADD ("names", test_names);

  return g_test_run ();
}
