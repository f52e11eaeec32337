/* test-recovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The copies that outlive the program. Run with "--session FOLDER", this program is
 * a person at work, who is killed. */

#include "config.h"

#include "ob-recovery-file.h"
#include "ob-recovery.h"
#include "ob-scenario-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SAVED_NAME "saved.overbuild"

/* How old the newest state on disk may be, µs. */
#define MAX_AGE (2 * G_USEC_PER_SEC)

static const char *program;

/* What the session tells of itself, in shared memory: its last edit. */
typedef struct
{
  gint64 started;
  gint64 count;
  gint64 time;
} Progress;

typedef struct
{
  char *folder;
} Fixture;

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("overbuild-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
get_saved_file (const char *folder)
{
  return g_file_new_build_filename (folder, SAVED_NAME, NULL);
}

static guint
count_copies (Fixture *fixture)
{
  g_autoptr (GPtrArray) ids = ob_recovery_file_list (fixture->folder);

  return ids->len;
}

static guint
count_found (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = ob_recovery_find (fixture->folder);

  return found->len;
}

static void
set_capex (ObScenario *scenario, double value)
{
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, value, NULL));
}

/* Only what is not stored is kept, for as long as it is not. */
static void
test_life (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObRecovery) recovery = ob_recovery_new (fixture->folder);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GFile) file = get_saved_file (fixture->folder);

  ob_recovery_set_scenario (recovery, scenario);
  ob_recovery_flush (recovery);
  g_assert_cmpuint (count_copies (fixture), ==, 0);

  set_capex (scenario, 700);
  ob_recovery_flush (recovery);
  g_assert_null (ob_recovery_get_message (recovery));
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  ob_scenario_undo (scenario);
  g_assert_cmpuint (count_copies (fixture), ==, 0);

  ob_scenario_redo (scenario);
  ob_recovery_flush (recovery);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  g_assert_true (ob_scenario_save_file (scenario, file, NULL, NULL, NULL));
  g_assert_cmpuint (count_copies (fixture), ==, 0);

  ob_scenario_set_title (scenario, "x");
  ob_recovery_flush (recovery);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  ob_recovery_discard (recovery);
  g_assert_cmpuint (count_copies (fixture), ==, 0);
  set_capex (scenario, 600);
  ob_recovery_flush (recovery);
  g_assert_cmpuint (count_copies (fixture), ==, 0);
}

static gboolean
has_copy (Fixture *fixture)
{
  return count_copies (fixture) > 0;
}

/* Without being told to, it writes what has changed. */
static void
test_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObRecovery) recovery = ob_recovery_new (fixture->folder);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();

  ob_recovery_set_scenario (recovery, scenario);
  set_capex (scenario, 700);
  while (!has_copy (fixture))
    g_main_context_iteration (NULL, TRUE);
  ob_recovery_discard (recovery);
  g_assert_cmpuint (count_copies (fixture), ==, 0);
}

/* A copy in use is nobody else's; one left behind comes back as it was. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObRecovery) recovery = ob_recovery_new (fixture->folder);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObScenario) restored = NULL;
  g_autoptr (GFile) file = get_saved_file (fixture->folder);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GDateTime) time = NULL;
  ObRecovery *copy;

  g_assert_true (ob_scenario_save_file (scenario, file, NULL, NULL, NULL));
  ob_recovery_set_scenario (recovery, scenario);
  ob_scenario_set_note (scenario, OB_PARAMETER_TAX, "why\n\nnot");
  ob_scenario_set_title (scenario, "电力");
  ob_recovery_flush (recovery);
  before = ob_scenario_to_bytes (scenario, NULL);
  g_assert_cmpuint (count_found (fixture), ==, 0);

  /* As if the process had ended. */
  g_object_run_dispose (G_OBJECT (recovery));
  found = ob_recovery_find (fixture->folder);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (count_found (fixture), ==, 0);

  copy = g_ptr_array_index (found, 0);
  time = ob_recovery_get_time (copy);
  g_assert_nonnull (time);
  restored = ob_recovery_restore (copy, &error);
  g_assert_no_error (error);
  after = ob_scenario_to_bytes (restored, NULL);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_file_equal (ob_scenario_get_file (restored), file));
  g_assert_true (ob_scenario_get_modified (restored));

  /* It is kept until the document is saved. */
  ob_recovery_set_scenario (copy, restored);
  ob_recovery_flush (copy);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  g_assert_true (ob_scenario_save_file (restored, file, NULL, NULL, NULL));
  g_assert_false (ob_scenario_get_modified (restored));
  g_assert_cmpuint (count_copies (fixture), ==, 0);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "overbuild-recovery 1\n",
    "overbuild-recovery 1\n\n",
    "overbuild-recovery 1\nsha256 0\n\n<scenario/>",
    "overbuild-recovery 2\n\n<scenario/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = ob_recovery_file_get_path (fixture->folder, "one");
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (ObScenario) scenario = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      found = ob_recovery_find (fixture->folder);
      g_assert_cmpuint (found->len, ==, 1);
      scenario = ob_recovery_restore (g_ptr_array_index (found, 0), &error);
      g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_DAMAGED);
      g_assert_null (scenario);
      g_assert_cmpuint (count_copies (fixture), ==, 0);
    }
}

/* Where nothing can be kept the person is told, and the work goes on. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (path, "folder", NULL);
  g_autoptr (ObRecovery) recovery = ob_recovery_new (below);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  ob_recovery_set_scenario (recovery, scenario);
  set_capex (scenario, 700);
  ob_recovery_flush (recovery);
  g_assert_nonnull (ob_recovery_get_message (recovery));
  g_assert_nonnull (strstr (ob_recovery_get_message (recovery), below));

  g_unlink (path);
  set_capex (scenario, 600);
  ob_recovery_flush (recovery);
  g_assert_null (ob_recovery_get_message (recovery));
}

/* The state that a title tells of. */
static gboolean
parse_state (ObScenario *scenario, gint64 *count, gint64 *time)
{
  const char *title = ob_scenario_get_title (scenario);
  char *end;

  if (*title == '\0')
    return FALSE;
  *count = g_ascii_strtoll (title, &end, 10);
  *time = g_ascii_strtoll (end, NULL, 10);
  /* All of a state or nothing of it. */
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==,
                     (double) (*count % 1000));
  return TRUE;
}

static Progress *
map_progress (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "progress", NULL);
  int fd = g_open (path, O_RDWR | O_CREAT, 0600);
  Progress *progress;

  g_assert_cmpint (ftruncate (fd, sizeof (Progress)), ==, 0);
  progress = mmap (NULL, sizeof (Progress), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  g_assert_true (progress != MAP_FAILED);
  close (fd);

  return progress;
}

typedef struct
{
  const char *folder;
  ObScenario *scenario;
  Progress *progress;
} Session;

static gboolean
work_cb (gpointer data)
{
  Session *session = data;
  gint64 count = session->progress->count + 1;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *title = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, count, now);

  ob_scenario_begin_gesture (session->scenario);
  set_capex (session->scenario, (double) (count % 1000));
  ob_scenario_set_title (session->scenario, title);
  ob_scenario_end_gesture (session->scenario);
  session->progress->time = now;
  session->progress->count = count;

  if (g_random_int_range (0, 200) == 0)
    {
      g_autoptr (GFile) file = get_saved_file (session->folder);

      g_assert_true (ob_scenario_save_file (session->scenario, file, NULL, NULL, NULL));
    }

  return G_SOURCE_CONTINUE;
}

static int
run_session (const char *folder)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (ObRecovery) recovery = ob_recovery_new (folder);
  Session session = { folder, ob_scenario_new (), map_progress (folder) };

  ob_recovery_set_scenario (recovery, session.scenario);
  session.progress->started = g_get_monotonic_time ();
  g_timeout_add (5, work_cb, &session);
  g_main_loop_run (loop);

  return 1;
}

/* One session, killed somewhere; returns how old the newest state is, µs. */
static gint64
kill_session (Fixture *fixture, GRand *rand)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "session", NULL);
  g_autoptr (GFile) file = get_saved_file (folder);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  volatile Progress *progress;
  gint64 count = 0;
  gint64 last = 0;
  gint64 time;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  progress = map_progress (folder);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--session", folder, NULL);
  g_assert_no_error (error);
  while (progress->count == 0)
    g_usleep (1000);
  g_usleep ((gulong) g_rand_int_range (rand, 0, 3500) * 1000);
  g_subprocess_send_signal (process, SIGKILL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));

  time = progress->started;
  if (g_file_query_exists (file, NULL))
    {
      g_autoptr (ObScenario) saved = ob_scenario_load_file (file, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (parse_state (saved, &last, &time));
    }

  found = ob_recovery_find (folder);
  g_assert_cmpuint (found->len, <=, 1);
  if (found->len > 0)
    {
      g_autoptr (ObScenario) restored = ob_recovery_restore (g_ptr_array_index (found, 0), &error);
      gint64 copy_time;

      g_assert_no_error (error);
      g_assert_true (parse_state (restored, &count, &copy_time));
      time = MAX (time, copy_time);
    }
  g_assert_cmpint (MAX (count, last), <=, progress->count + 1);
  g_test_message ("%d edits, newest state %d, copy %s, %.0f ms old", (int) progress->count,
                  (int) MAX (count, last), found->len > 0 ? "found" : "none",
                  (double) (progress->time - time) / 1000);

  time = progress->time - time;
  g_ptr_array_set_size (found, 0);
  munmap ((gpointer) progress, sizeof (Progress));
  remove_all (folder);

  return time;
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260719);
  int n = g_test_slow () ? 100 : 3;
  gint64 oldest = 0;

  for (int i = 0; i < n; i++)
    oldest = MAX (oldest, kill_session (fixture, rand));

  g_test_message ("%d kills, the oldest state was %.0f ms old", n, (double) oldest / 1000);
  /* How fast a machine writes while it does other things is not for every run. */
  if (g_test_slow ())
    g_assert_cmpint (oldest, <=, MAX_AGE);
}

#define ADD(path, func) g_test_add ("/recovery/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--session"))
    return run_session (argv[2]);

  g_test_init (&argc, &argv, NULL);

  ADD ("life", test_life);
  ADD ("by-itself", test_by_itself);
  ADD ("restore", test_restore);
  ADD ("damaged", test_damaged);
  ADD ("no-room", test_no_room);
  ADD ("kill", test_kill);

  return g_test_run ();
}
