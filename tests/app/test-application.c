/* test-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-application.h"
#include "ob-test-session.h"
#include "ob-window.h"

typedef struct
{
  const char *arguments[3];
  guint n_windows;
  const char *titles[2];
  gboolean done;
} Case;

static GtkApplication *
get_application (void)
{
  return GTK_APPLICATION (g_application_get_default ());
}

static gboolean
has_title (const char *title)
{
  for (GList *item = gtk_application_get_windows (get_application ()); item != NULL;
       item = item->next)
    {
      if (g_strcmp0 (gtk_window_get_title (item->data), title) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_cb (gpointer data)
{
  Case *test = data;
  GList *windows = gtk_application_get_windows (get_application ());

  if (g_list_length (windows) != test->n_windows)
    return G_SOURCE_CONTINUE;

  for (guint i = 0; i < G_N_ELEMENTS (test->titles); i++)
    {
      if (test->titles[i] != NULL && !has_title (test->titles[i]))
        return G_SOURCE_CONTINUE;
    }

  test->done = TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
run (Case *test)
{
  ObApplication *application = ob_application_new ();
  char *argv[] = { (char *) "overbuild", (char *) test->arguments[0], (char *) test->arguments[1],
                   (char *) test->arguments[2], NULL };

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                             | G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_timeout_add (20, check_cb, test);

  /* It ends when the last window has closed. */
  g_assert_cmpint (
    g_application_run (G_APPLICATION (application), (int) g_strv_length (argv), argv), ==, 0);
  g_assert_true (test->done);
  g_object_unref (application);
}

static char *
get_template (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".overbuild", NULL);

  return g_build_filename (g_getenv ("OVERBUILD_DATA_DIR"), "templates", name, NULL);
}

static void
test_activate (void)
{
  Case test = { .n_windows = 1, .titles = { "Base case" } };

  run (&test);
}

static void
test_open (void)
{
  g_autofree char *war = get_template ("price-war");
  g_autofree char *wall = get_template ("power-wall");
  Case test = { .arguments = { war, wall },
                .n_windows = 2,
                .titles = { "The price war", "The power wall" } };

  run (&test);
}

static void
test_keys (void)
{
  ObApplication *application = ob_application_new ();
  g_auto (GStrv) described = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  described = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  /* No key does two things. */
  for (guint i = 0; described[i] != NULL; i++)
    {
      g_auto (GStrv) keys =
        gtk_application_get_accels_for_action (GTK_APPLICATION (application), described[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_auto (GStrv) actions =
            gtk_application_get_actions_for_accel (GTK_APPLICATION (application), keys[j]);

          g_assert_cmpuint (g_strv_length (actions), ==, 1);
        }
    }

  g_object_unref (application);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("overbuild-XXXXXX", NULL);

  /* What other tests leave behind is not offered here. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/application/activate", test_activate);
  g_test_add_func ("/application/open", test_open);
  g_test_add_func ("/application/keys", test_keys);

  return g_test_run ();
}
