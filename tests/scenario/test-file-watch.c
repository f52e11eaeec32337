/* test-file-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that others write while they are open here. */

#include "config.h"

#include "ob-file-watch.h"
#include "ob-scenario-file.h"
#include "ob-scenario-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

/* A test that waits longer than this hangs, s. */
#define PATIENCE 120
/* Longer than anything that an event could still start, ms. */
#define QUIET (3 * OB_FILE_WATCH_DELAY)

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  ObScenario *scenario;
  ObFileWatch *watch;
  guint n_notified;
} Fixture;

static void
notified_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static gboolean
late_cb (gpointer data)
{
  g_assert_not_reached ();
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for_state (Fixture *fixture, ObFileState state)
{
  const guint id = g_timeout_add_seconds (PATIENCE, late_cb, NULL);

  while (ob_file_watch_get_state (fixture->watch) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

/* Whatever has happened to the file has been seen by then. */
static void
wait_for_quiet (void)
{
  gboolean over = FALSE;

  g_timeout_add (QUIET, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_capex (ObScenario *scenario, double value)
{
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, value, NULL));
}

/* What a colleague saves under the same name. */
static GBytes *
create_theirs (double capex)
{
  g_autoptr (ObScenario) theirs = ob_scenario_new ();

  set_capex (theirs, capex);
  ob_scenario_set_title (theirs, "Theirs");
  ob_scenario_set_note (theirs, OB_PARAMETER_CAPEX, "why");
  ob_scenario_set_locked (theirs, OB_PARAMETER_LIFESPAN, TRUE);

  return ob_scenario_to_bytes (theirs, NULL);
}

static void
write_in_place (const char *path, GBytes *bytes)
{
  FILE *stream = g_fopen (path, "wb");

  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stream),
                    ==, g_bytes_get_size (bytes));
  g_assert_cmpint (fclose (stream), ==, 0);
}

/* By way of a file beside it, as most programs save. */
static void
replace (const char *path, GBytes *bytes)
{
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("overbuild-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.overbuild", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->scenario = ob_scenario_new ();
  ob_scenario_set_title (fixture->scenario, "Mine");
  g_assert_true (ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, NULL));

  fixture->watch = ob_file_watch_new ();
  g_signal_connect_swapped (fixture->watch, "notify::state", G_CALLBACK (notified_cb), fixture);
  ob_file_watch_set_scenario (fixture->watch, fixture->scenario);
  wait_for_quiet ();
  g_assert_cmpuint (fixture->n_notified, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  /* One that is still looked at goes when that has ended. */
  ob_file_watch_set_scenario (fixture->watch, NULL);
  wait_for_quiet ();
  g_assert_finalize_object (fixture->watch);
  g_assert_finalize_object (fixture->scenario);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* However it is written, and once for each; with the old content it is the same. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) theirs = create_theirs (700);
  g_autoptr (GBytes) junk = g_bytes_new_static ("junk", 4);
  g_autoptr (GBytes) mine = NULL;
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &text, &size, NULL));
  mine = g_bytes_new_take (text, size);

  write_in_place (fixture->path, theirs);
  wait_for_state (fixture, OB_FILE_STATE_CHANGED);
  write_in_place (fixture->path, mine);
  wait_for_state (fixture, OB_FILE_STATE_SAME);
  replace (fixture->path, theirs);
  wait_for_state (fixture, OB_FILE_STATE_CHANGED);
  replace (fixture->path, junk);
  wait_for_quiet ();
  g_assert_cmpuint (fixture->n_notified, ==, 3);
  replace (fixture->path, mine);
  wait_for_state (fixture, OB_FILE_STATE_SAME);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));

  /* Written anew, or only touched, it is what it was. */
  replace (fixture->path, mine);
  g_assert_cmpint (g_utime (fixture->path, NULL), ==, 0);
  wait_for_quiet ();
  g_assert_cmpuint (fixture->n_notified, ==, 4);
}

/* What is stored nowhere is modified, until it is back. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);

  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  wait_for_state (fixture, OB_FILE_STATE_GONE);
  g_assert_true (ob_scenario_get_modified (fixture->scenario));
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  wait_for_state (fixture, OB_FILE_STATE_SAME);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  wait_for_state (fixture, OB_FILE_STATE_GONE);
  ob_file_watch_keep (fixture->watch);
  g_assert_cmpint (ob_file_watch_get_state (fixture->watch), ==, OB_FILE_STATE_SAME);
  g_assert_true (ob_scenario_get_modified (fixture->scenario));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean *saved = data;

  g_assert_true (ob_scenario_save_file_finish (OB_SCENARIO (source), result, &error));
  g_assert_no_error (error);
  *saved = TRUE;
}

static void
save (Fixture *fixture, GFile *file)
{
  gboolean saved = FALSE;

  ob_scenario_save_file_async (fixture->scenario, file, NULL, FALSE, NULL, saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  ob_file_watch_check (fixture->watch);
}

/* Our own work is no news, under a new name either; the old name is left alone then. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) other = g_file_new_build_filename (fixture->folder, "b.overbuild", NULL);
  g_autoptr (GBytes) theirs = create_theirs (700);

  for (guint i = 0; i < 20; i++)
    {
      set_capex (fixture->scenario, 800 + i);
      save (fixture, fixture->file);
    }
  wait_for_quiet ();
  save (fixture, other);
  replace (fixture->path, theirs);
  wait_for_quiet ();
  g_assert_cmpuint (fixture->n_notified, ==, 0);

  replace (g_file_peek_path (other), theirs);
  wait_for_state (fixture, OB_FILE_STATE_CHANGED);
}

/* What was seen may be written over; what came after it not. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) theirs = create_theirs (700);
  g_autoptr (GBytes) newer = create_theirs (600);
  g_autoptr (ObScenario) stored = NULL;

  replace (fixture->path, theirs);
  wait_for_state (fixture, OB_FILE_STATE_CHANGED);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
  ob_file_watch_keep (fixture->watch);
  g_assert_cmpint (ob_file_watch_get_state (fixture->watch), ==, OB_FILE_STATE_SAME);
  g_assert_true (ob_scenario_get_modified (fixture->scenario));
  ob_file_watch_check (fixture->watch);
  wait_for_quiet ();
  g_assert_cmpint (ob_file_watch_get_state (fixture->watch), ==, OB_FILE_STATE_SAME);

  replace (fixture->path, newer);
  wait_for_state (fixture, OB_FILE_STATE_CHANGED);
  ob_file_watch_keep (fixture->watch);
  save (fixture, fixture->file);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
  stored = ob_scenario_load_file (fixture->file, NULL, NULL);
  g_assert_cmpstr (ob_scenario_get_title (stored), ==, "Mine");
}

/* A link is followed, and watched where it leads to. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.overbuild", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (GBytes) theirs = create_theirs (700);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  scenario = ob_scenario_load_file (file, NULL, NULL);
  ob_file_watch_set_scenario (fixture->watch, scenario);
  wait_for_quiet ();
  write_in_place (fixture->path, theirs);
  wait_for_state (fixture, OB_FILE_STATE_CHANGED);
  g_assert_cmpint (g_unlink (link), ==, 0);
  wait_for_state (fixture, OB_FILE_STATE_GONE);
  ob_file_watch_set_scenario (fixture->watch, NULL);
}

/* All of the file is taken, in one step that brings all back that was there. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) theirs = create_theirs (700);
  g_autoptr (ObPin) pin = ob_pin_new ("P", ob_scenario_get_inputs (fixture->scenario));
  g_autoptr (ObScenario) loaded = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) again = NULL;
  guint n_steps;

  set_capex (fixture->scenario, 900);
  ob_scenario_set_note (fixture->scenario, OB_PARAMETER_LIFESPAN, "mine");
  ob_scenario_set_pin (fixture->scenario, 2, pin);
  ob_scenario_set_description (fixture->scenario, "Not saved");
  before = ob_scenario_to_bytes (fixture->scenario, NULL);
  n_steps = ob_scenario_get_n_steps (fixture->scenario);

  replace (fixture->path, theirs);
  wait_for_state (fixture, OB_FILE_STATE_CHANGED);
  loaded = ob_scenario_load_file (fixture->file, NULL, NULL);
  ob_scenario_reload (fixture->scenario, loaded);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
  g_assert_cmpuint (ob_scenario_get_n_steps (fixture->scenario), ==, n_steps + 1);
  ob_file_watch_check (fixture->watch);
  wait_for_state (fixture, OB_FILE_STATE_SAME);
  after = ob_scenario_to_bytes (fixture->scenario, NULL);
  g_assert_true (g_bytes_equal (after, theirs));

  ob_scenario_undo (fixture->scenario);
  g_assert_true (ob_scenario_get_modified (fixture->scenario));
  again = ob_scenario_to_bytes (fixture->scenario, NULL);
  g_assert_true (g_bytes_equal (again, before));
  g_assert_cmpfloat (ob_scenario_get_value (fixture->scenario, OB_PARAMETER_CAPEX), ==, 900);
  g_assert_cmpstr (ob_scenario_get_note (fixture->scenario, OB_PARAMETER_LIFESPAN), ==, "mine");
  g_assert_null (ob_scenario_get_note (fixture->scenario, OB_PARAMETER_CAPEX));
  g_assert_false (ob_scenario_get_locked (fixture->scenario, OB_PARAMETER_LIFESPAN));
  g_assert_true (ob_scenario_get_pin (fixture->scenario, 2) == pin);
  g_assert_cmpstr (ob_scenario_get_title (fixture->scenario), ==, "Mine");
  g_assert_cmpstr (ob_scenario_get_description (fixture->scenario), ==, "Not saved");
  g_assert_nonnull (strstr (g_bytes_get_data (again, NULL), "Not saved"));

  /* What was brought back can be saved over theirs, which it knows. */
  save (fixture, fixture->file);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
}

static GBytes *
create_described (const char *template, const char *created, const char *changed, const char *extra)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GBytes) bytes = ob_scenario_to_bytes (scenario, NULL);
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *history = strstr (text, "  <history");
  char *described;

  g_assert_nonnull (history);
  described = g_strdup_printf ("%.*s  <created>%s</created>\n  <modified>%s</modified>\n"
                               "  <origin template=\"%s\"/>\n%s",
                               (int) (history - text), text, created, changed, template, history);
  /* At the end, where what is not known is kept. */
  *strstr (described, "</scenario>") = '\0';
  text = g_strdup_printf ("%s  %s\n</scenario>\n", described, extra);
  g_free (described);

  return g_bytes_new_take ((char *) text, strlen (text));
}

/* Where a document comes from goes and comes with what is in it. */
static void
test_reload_lineage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) mine = create_described ("power-wall", "2021-01-01T00:00:00Z",
                                              "2022-01-01T00:00:00Z", "<mine xmlns=\"urn:x\"/>");
  g_autoptr (GBytes) theirs = create_described (
    "price-war", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "<theirs xmlns=\"urn:x\"/>");
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObScenario) loaded = NULL;
  g_autofree ObInputs *power_wall = NULL;
  g_autoptr (GBytes) now = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;

  write_in_place (fixture->path, mine);
  scenario = ob_scenario_load_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  power_wall = g_memdup2 (ob_scenario_get_origin (scenario), sizeof (ObInputs));
  replace (fixture->path, theirs);
  loaded = ob_scenario_load_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  ob_scenario_reload (scenario, loaded);
  g_assert_cmpstr (ob_scenario_get_template_id (scenario), ==, "price-war");
  g_assert_cmpstr (ob_scenario_get_created (scenario), ==, "2023-01-01T00:00:00Z");
  g_assert_false (ob_inputs_equal (ob_scenario_get_origin (scenario), power_wall));
  now = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (g_bytes_equal (now, theirs));

  ob_scenario_undo (scenario);
  g_assert_true (ob_scenario_get_modified (scenario));
  g_assert_cmpstr (ob_scenario_get_template_id (scenario), ==, "power-wall");
  g_assert_true (ob_inputs_equal (ob_scenario_get_origin (scenario), power_wall));
  again = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (g_bytes_equal (again, mine));

  /* Saved in between, it was changed when it was saved, by whatever way it comes back. */
  ob_scenario_redo (scenario);
  g_assert_false (ob_scenario_get_modified (scenario));
  set_capex (scenario, 901);
  g_assert_true (ob_scenario_save_file (scenario, fixture->file, NULL, NULL, &error));
  g_assert_no_error (error);
  changed = g_strdup (ob_scenario_get_changed (scenario));
  g_assert_cmpstr (changed, >, "2024-01-01T00:00:00Z");
  ob_scenario_go_to_step (scenario, 0);
  g_assert_cmpstr (ob_scenario_get_changed (scenario), ==, "2022-01-01T00:00:00Z");
  ob_scenario_go_to_step (scenario, 2);
  g_assert_false (ob_scenario_get_modified (scenario));
  g_assert_cmpstr (ob_scenario_get_created (scenario), ==, "2023-01-01T00:00:00Z");
  g_assert_cmpstr (ob_scenario_get_changed (scenario), ==, changed);
}

static gpointer
delete_after (gpointer data)
{
  Fixture *fixture = data;

  g_usleep (g_random_int_range (0, 200));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  return NULL;
}

/* A file that goes while it is looked at is there or is gone, and not changed. */
static void
test_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "theirs", -1);

  for (guint k = 0; k < 400; k++)
    {
      g_autofree char *seen = NULL;
      GThread *thread;

      g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
      thread = g_thread_new ("delete", delete_after, fixture);
      do
        {
          g_clear_pointer (&seen, g_free);
          seen = ob_scenario_fingerprint (fixture->file, NULL);
          if (!g_str_equal (seen, OB_SCENARIO_GONE))
            g_assert_cmpstr (seen, ==, sum);
        }
      while (!g_str_equal (seen, OB_SCENARIO_GONE));
      g_thread_join (thread);
    }
}

#define ADD(path, func) g_test_add ("/file-watch/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("changed", test_changed);
  ADD ("gone", test_gone);
  ADD ("own", test_own);
  ADD ("keep", test_keep);
  ADD ("link", test_link);
  ADD ("reload", test_reload);
  ADD ("reload-lineage", test_reload_lineage);
  ADD ("goes", test_goes);

  return g_test_run ();
}
