/* test-template-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-template-chooser.h"
#include "ob-template.h"
#include "ob-test-session.h"

typedef struct
{
  GtkWindow *parent;
  GtkWidget *chooser;
  char *chosen;
} Fixture;

static void
start_from_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->chosen);
  fixture->chosen = g_variant_dup_string (target, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "start-from", start_from_cb, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->parent = ob_test_window_new (gtk_label_new ("x"), 800, 600);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->parent), "win", G_ACTION_GROUP (group));

  fixture->chooser = ob_template_chooser_new (fixture->parent);
  g_object_add_weak_pointer (G_OBJECT (fixture->chooser), (gpointer *) &fixture->chooser);
  gtk_window_present (GTK_WINDOW (fixture->chooser));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->chooser != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->chooser));
  ob_test_wait (is_gone, &fixture->chooser);
  ob_test_window_destroy (fixture->parent);
  g_clear_pointer (&fixture->chosen, g_free);
}

static void
find_all (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static gboolean
has_all_pictures (gpointer data)
{
  return ob_template_chooser_get_n_pictures (data)
         == g_strv_length ((char **) ob_template_get_ids ());
}

/* Every template gets a picture that says what it shows. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();

  ob_test_wait (has_all_pictures, fixture->chooser);
  find_all (fixture->chooser, GTK_TYPE_PICTURE, pictures);
  g_assert_cmpuint (pictures->len, ==, g_strv_length ((char **) ob_template_get_ids ()));

  for (guint i = 0; i < pictures->len; i++)
    {
      g_assert_nonnull (gtk_picture_get_paintable (pictures->pdata[i]));
      g_assert_nonnull (gtk_picture_get_alternative_text (pictures->pdata[i]));
    }
  /* They differ, as their stories do. */
  g_assert_cmpstr (gtk_picture_get_alternative_text (pictures->pdata[0]), !=,
                   gtk_picture_get_alternative_text (pictures->pdata[1]));
}

/* A choice closes it, also before the pictures are there. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  find_all (fixture->chooser, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      if (gtk_widget_has_css_class (buttons->pdata[i], "template"))
        {
          g_signal_emit_by_name (buttons->pdata[i + 1], "clicked");
          break;
        }
    }

  g_assert_cmpstr (fixture->chosen, ==, ob_template_get_ids ()[1]);
  ob_test_wait (is_gone, &fixture->chooser);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/template-chooser/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
  g_test_add ("/template-chooser/choose", Fixture, NULL, set_up, test_choose, tear_down);

  return g_test_run ();
}
