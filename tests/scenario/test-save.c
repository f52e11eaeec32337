/* test-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving where it goes wrong: the old file is whole, the message says what the
 * matter is, and the document is as it was. The system calls that saving makes are
 * replaced here by ones that fail when told to. */

#define _GNU_SOURCE

#include "config.h"

#include "ob-scenario-file.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum
{
  FAULT_NONE,
  FAULT_FULL,  /* no room after some bytes */
  FAULT_SHORT, /* each write takes a few bytes only, which is no fault */
  FAULT_SYNC,
  FAULT_RENAME
} Fault;

static Fault fault;
static gsize room;
static guint n_faults;

static gboolean
strike (Fault kind)
{
  if (fault != kind)
    return FALSE;
  n_faults++;
  return TRUE;
}

ssize_t
write (int fd, const void *data, size_t size)
{
  static ssize_t (*real) (int, const void *, size_t);

  if (real == NULL)
    real = (ssize_t (*) (int, const void *, size_t)) dlsym (RTLD_NEXT, "write");

  /* Of files only: tests talk through pipes. */
  if (fault == FAULT_FULL || fault == FAULT_SHORT)
    {
      struct stat status;

      if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && fd > STDERR_FILENO)
        {
          if (fault == FAULT_FULL && room == 0)
            {
              n_faults++;
              errno = ENOSPC;
              return -1;
            }
          if (fault == FAULT_SHORT)
            n_faults++;
          size = MIN (size, fault == FAULT_FULL ? room : 100);
          room -= MIN (room, size);
        }
    }

  return real (fd, data, size);
}

int
fsync (int fd)
{
  static int (*real) (int);

  if (real == NULL)
    real = (int (*) (int)) dlsym (RTLD_NEXT, "fsync");

  if (strike (FAULT_SYNC))
    {
      errno = EIO;
      return -1;
    }

  return real (fd);
}

int
rename (const char *from, const char *to)
{
  static int (*real) (const char *, const char *);

  if (real == NULL)
    real = (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "rename");

  if (strike (FAULT_RENAME))
    {
      errno = EXDEV;
      return -1;
    }

  return real (from, to);
}

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  ObScenario *scenario;
  char *old;
  gsize old_size;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("overbuild-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.overbuild", NULL);
  fixture->file = g_file_new_for_path (fixture->path);

  fixture->scenario = ob_scenario_new ();
  g_assert_true (ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &fixture->old, &fixture->old_size, NULL));
  ob_scenario_set_title (fixture->scenario, "New");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_object_unref (fixture->scenario);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->old);
}

/* One file in the folder, which holds what it held. */
static void
assert_old (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autofree char *now = NULL;
  gsize size;

  g_assert_cmpstr (g_dir_read_name (dir), ==, "a.overbuild");
  g_assert_null (g_dir_read_name (dir));
  g_assert_true (g_file_get_contents (fixture->path, &now, &size, NULL));
  g_assert_cmpmem (now, size, fixture->old, fixture->old_size);
}

static void
assert_fails (Fixture *fixture, Fault kind, gsize space, const char *reason)
{
  g_autoptr (GError) error = NULL;
  gboolean saved;

  fault = kind;
  room = space;
  n_faults = 0;
  saved = ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, &error);
  fault = FAULT_NONE;

  g_assert_cmpuint (n_faults, >, 0);
  g_assert_false (saved);
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, reason));
  assert_old (fixture);
  g_assert_true (ob_scenario_get_modified (fixture->scenario));
  g_assert_cmpstr (ob_scenario_get_title (fixture->scenario), ==, "New");
  g_assert_true (g_file_equal (ob_scenario_get_file (fixture->scenario), fixture->file));
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) loaded = NULL;

  for (gsize space = 0; space < fixture->old_size; space += 997)
    assert_fails (fixture, FAULT_FULL, space, g_strerror (ENOSPC));
  assert_fails (fixture, FAULT_SYNC, 0, g_strerror (EIO));
  assert_fails (fixture, FAULT_RENAME, 0, g_strerror (EXDEV));

  /* A write that takes less than it was given goes on where it stopped. */
  fault = FAULT_SHORT;
  n_faults = 0;
  g_assert_true (ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, &error));
  fault = FAULT_NONE;
  g_assert_cmpuint (n_faults, >, 10);
  g_assert_no_error (error);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
  loaded = ob_scenario_load_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ob_scenario_get_title (loaded), ==, "New");
}

static void
test_protected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (getuid () == 0)
    {
      g_test_skip ("the superuser can write to anything");
      return;
    }

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (EACCES)));
  assert_old (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
save_async (Fixture *fixture, gboolean replace, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ob_scenario_save_file_async (fixture->scenario, fixture->file, NULL, replace, NULL, saved_cb,
                               &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ob_scenario_save_file_finish (fixture->scenario, result, error);
}

/* What somebody else wrote, and that a file has gone, is seen; a file that was only
 * touched is not. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  g_assert_true (
    g_file_set_contents (fixture->path, fixture->old, (gssize) fixture->old_size, NULL));
  g_assert_true (save_async (fixture, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));

  ob_scenario_set_title (fixture->scenario, "Newer");
  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_false (save_async (fixture, FALSE, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "changed"));
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (fixture->path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, "theirs");
  g_assert_true (ob_scenario_get_modified (fixture->scenario));

  g_assert_true (save_async (fixture, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));

  ob_scenario_set_title (fixture->scenario, "Newest");
  g_unlink (fixture->path);
  g_assert_false (save_async (fixture, FALSE, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "not there"));
  g_clear_error (&error);
  g_assert_true (save_async (fixture, TRUE, &error));
  g_assert_no_error (error);
}

/* What is changed while a file is being written is not in it. */
static void
test_edit_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) loaded = NULL;

  ob_scenario_save_file_async (fixture->scenario, fixture->file, NULL, FALSE, NULL, saved_cb,
                               &result);
  ob_scenario_set_title (fixture->scenario, "Later");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ob_scenario_save_file_finish (fixture->scenario, result, &error));
  g_assert_true (ob_scenario_get_modified (fixture->scenario));
  loaded = ob_scenario_load_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ob_scenario_get_title (loaded), ==, "New");

  ob_scenario_undo (fixture->scenario);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
}

#define ADD(path, func) g_test_add ("/save/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("faults", test_faults);
  ADD ("protected", test_protected);
  ADD ("conflict", test_conflict);
  ADD ("edit-meanwhile", test_edit_meanwhile);

  return g_test_run ();
}
