/* test-export-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-export-dialog-private.h"
#include "ob-scenario-file.h"
#include "ob-test-session.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  ObSession *session;
  ObExportDialog *dialog;
  char *directory;
  GFile *exported;
} Fixture;

static void
exported_cb (ObExportDialog *dialog, GFile *file, Fixture *fixture)
{
  g_assert_null (fixture->exported);
  fixture->exported = g_object_ref (file);
}

static void
gone_cb (gpointer data, GObject *where_it_was)
{
  ObExportDialog **dialog = data;

  *dialog = NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ob_session_new ();
  ob_test_session_wait (fixture->session);
  fixture->dialog = OB_EXPORT_DIALOG (ob_export_dialog_new (fixture->session, OB_CHART_FRONTIER));
  g_signal_connect (fixture->dialog, "exported", G_CALLBACK (exported_cb), fixture);
  g_object_weak_ref (G_OBJECT (fixture->dialog), gone_cb, &fixture->dialog);
  fixture->directory = g_dir_make_tmp ("overbuild-XXXXXX", NULL);
  g_assert_nonnull (fixture->directory);
}

static gboolean
is_gone (gpointer data)
{
  Fixture *fixture = data;

  return fixture->dialog == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ob_test_wait (is_gone, fixture);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_remove (path);
    }

  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_clear_object (&fixture->exported);
  g_assert_finalize_object (fixture->session);
}

static GFile *
get_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

  return g_file_new_for_path (path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_auto (ObExportSettings) settings = { 0 };

  g_assert_true (ob_export_dialog_get_session (fixture->dialog) == fixture->session);
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (fixture->dialog)));

  ob_export_dialog_get_settings (fixture->dialog, &settings);
  g_assert_cmpint (settings.kind, ==, OB_CHART_FRONTIER);
  g_assert_cmpint (settings.format, ==, OB_EXPORT_PNG);
  g_assert_cmpint (settings.width, >=, OB_EXPORT_MIN_SIZE);
}

/* What is set is what is read back, also sizes that no preset has. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 24; i++)
    {
      const ObExportSettings settings = {
        .kind = i % OB_N_CHARTS,
        .format = i % 4,
        .theme = i % 3,
        .width = i % 2 == 0 ? 1920 : 100 + (int) i,
        .height = i % 2 == 0 ? 1080 : OB_EXPORT_MAX_SIZE,
        .scale = 0.25 + 0.25 * (i % 8),
        .transparent = i % 5 == 0,
        .title = (char *) (i % 3 == 0 ? "A <title>" : NULL),
        .source = (char *) (i % 4 == 0 ? "Us & them" : NULL),
      };
      g_auto (ObExportSettings) read = { 0 };
      g_autofree char *name = NULL;

      ob_export_dialog_set_settings (fixture->dialog, &settings);
      ob_export_dialog_get_settings (fixture->dialog, &read);
      g_assert_cmpint (read.kind, ==, settings.kind);
      g_assert_cmpint (read.format, ==, settings.format);
      g_assert_cmpint (read.theme, ==, settings.theme);
      g_assert_cmpint (read.width, ==, settings.width);
      g_assert_cmpint (read.height, ==, settings.height);
      g_assert_cmpfloat (read.scale, ==, settings.scale);
      g_assert_cmpint (read.transparent, ==, settings.transparent);
      g_assert_cmpstr (read.title, ==, settings.title);
      g_assert_cmpstr (read.source, ==, settings.source);

      name = ob_export_dialog_make_name (fixture->dialog);
      g_assert_true (g_str_has_suffix (name, ob_export_format_get_id (settings.format)));
    }
}

/* A title may hold anything, a file name may not. */
static void
test_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;

  g_object_set (ob_session_get_scenario (fixture->session), "title", "a/b\\c: \"?\"\n", NULL);
  name = ob_export_dialog_make_name (fixture->dialog);
  g_assert_null (strpbrk (name, "/\\:\"?\n"));
  g_assert_true (g_str_has_prefix (name, "a-b-c"));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  const ObExportFormat format = GPOINTER_TO_UINT (data);
  static const char *const beginnings[] = { "\x89PNG", "<?xml", "%PDF", NULL };
  g_autoptr (GFile) file = get_file (fixture, "chart");
  g_auto (ObExportSettings) settings = { 0 };
  g_autofree char *contents = NULL;
  gsize length;

  ob_export_dialog_get_settings (fixture->dialog, &settings);
  settings.format = format;
  ob_export_dialog_set_settings (fixture->dialog, &settings);

  /* What was there before is replaced. */
  g_assert_true (g_file_replace_contents (file, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));

  ob_export_dialog_save_to (fixture->dialog, file);
  ob_test_wait (is_gone, fixture);
  g_assert_true (g_file_equal (fixture->exported, file));

  g_assert_true (g_file_load_contents (file, NULL, &contents, &length, NULL, NULL));
  g_assert_cmpuint (length, >, 100);
  /* What leaves the program carries the scenario. */
  if (format != OB_EXPORT_CSV)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ObScenario) opened = ob_scenario_load_file (file, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (
        ob_inputs_equal (ob_scenario_get_inputs (opened),
                         ob_scenario_get_inputs (ob_session_get_scenario (fixture->session))));
    }

  if (beginnings[format] != NULL)
    g_assert_true (strncmp (contents, beginnings[format], strlen (beginnings[format])) == 0);
  else
    g_assert_nonnull (strchr (contents, ','));
}

static gboolean
can_save (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)));
}

/* It says so and stays, and leaves what is there alone. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "missing/chart.png");
  g_autoptr (GFile) kept = get_file (fixture, "kept.png");
  g_auto (ObExportSettings) settings = { 0 };
  g_autofree char *contents = NULL;

  ob_export_dialog_save_to (fixture->dialog, file);
  g_assert_false (can_save (fixture));
  ob_test_wait (can_save, fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_null (fixture->exported);

  /* More pixels than a picture can have. */
  g_assert_true (g_file_replace_contents (kept, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));
  ob_export_dialog_get_settings (fixture->dialog, &settings);
  settings.width = OB_EXPORT_MAX_SIZE;
  settings.height = OB_EXPORT_MAX_SIZE;
  settings.scale = 8;
  ob_export_dialog_set_settings (fixture->dialog, &settings);
  ob_export_dialog_save_to (fixture->dialog, kept);
  ob_test_wait (can_save, fixture);
  g_assert_null (fixture->exported);
  g_assert_true (g_file_load_contents (kept, NULL, &contents, NULL, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* Closed while it is writing. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "chart.png");

  gtk_window_present (GTK_WINDOW (fixture->dialog));
  ob_export_dialog_save_to (fixture->dialog, file);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  ob_test_wait (is_gone, fixture);
}

static gboolean
is_button_of (GtkWidget *focus, const char *label)
{
  return GTK_IS_BUTTON (focus) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), label) == 0;
}

/* Without exact results there is nothing to save; once there are, Enter saves. */
static void
test_busy (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  Fixture fixture = { .session = session };

  fixture.dialog = OB_EXPORT_DIALOG (ob_export_dialog_new (session, OB_CHART_RISK));
  g_assert_false (can_save (&fixture));
  gtk_window_present (GTK_WINDOW (fixture.dialog));
  g_assert_false (is_button_of (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)), "_Save…"));
  ob_test_session_wait (session);
  ob_test_wait (can_save, &fixture);
  g_assert_true (is_button_of (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)), "_Save…"));
  gtk_window_destroy (GTK_WINDOW (fixture.dialog));
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  const ObExportFormat format = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("export-dialog-%s", ob_export_format_get_id (format));
  g_auto (ObExportSettings) settings = { 0 };

  gtk_window_present (GTK_WINDOW (fixture->dialog));
  ob_export_dialog_get_settings (fixture->dialog, &settings);
  settings.format = format;
  ob_export_dialog_set_settings (fixture->dialog, &settings);
  ob_test_save_picture (GTK_WIDGET (fixture->dialog), name);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/export-dialog/new", NULL, test_new);
  ADD ("/export-dialog/settings", NULL, test_settings);
  ADD ("/export-dialog/name", NULL, test_name);
  ADD ("/export-dialog/save/png", GUINT_TO_POINTER (OB_EXPORT_PNG), test_save);
  ADD ("/export-dialog/save/svg", GUINT_TO_POINTER (OB_EXPORT_SVG), test_save);
  ADD ("/export-dialog/save/pdf", GUINT_TO_POINTER (OB_EXPORT_PDF), test_save);
  ADD ("/export-dialog/save/csv", GUINT_TO_POINTER (OB_EXPORT_CSV), test_save);
  ADD ("/export-dialog/failure", NULL, test_failure);
  ADD ("/export-dialog/close", NULL, test_close);
  g_test_add_func ("/export-dialog/busy", test_busy);
  ADD ("/export-dialog/look/png", GUINT_TO_POINTER (OB_EXPORT_PNG), test_look);
  ADD ("/export-dialog/look/csv", GUINT_TO_POINTER (OB_EXPORT_CSV), test_look);

  return g_test_run ();
}
