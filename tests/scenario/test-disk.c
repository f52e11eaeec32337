/* test-disk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving to real disks that cannot take it: one of 1 MiB that is full, one that may
 * only be read, and folders and files of somebody else. Each test runs in a process of
 * its own, which mounts what it needs where nobody else sees it. */

#define _GNU_SOURCE

#include "config.h"

#include "ob-recovery.h"
#include "ob-scenario-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a process ends with that may not do what its test needs. */
#define SKIPPED 77
/* Any user but the superuser. */
#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  ObScenario *scenario;
} Fixture;

static void
write_text (const char *path, const char *text)
{
  const int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (fd < 0 || write (fd, text, strlen (text)) != (gssize) strlen (text))
    _exit (SKIPPED);
  close (fd);
}

/* Mounts of this process are its own from now on. */
static void
leave_mounts (void)
{
  const uid_t user = getuid ();
  const gid_t group = getgid ();
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) user);
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) group);

  /* The superuser needs no name space of users, and others get the right with one. */
  if (user != 0 || unshare (CLONE_NEWNS) != 0)
    {
      if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
        _exit (SKIPPED);
      write_text ("/proc/self/setgroups", "deny");
      write_text ("/proc/self/uid_map", users);
      write_text ("/proc/self/gid_map", groups);
    }
  if (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    _exit (SKIPPED);
}

static void
mount_small (Fixture *fixture)
{
  leave_mounts ();
  if (mount ("tmpfs", fixture->folder, "tmpfs", 0, "size=1m,mode=0700") != 0)
    _exit (SKIPPED);
}

/* From now on this process may no more than anybody. */
static void
become_nobody (Fixture *fixture)
{
  if (getuid () != 0)
    return;
  if (chown (fixture->folder, NOBODY, NOBODY) != 0 || setgroups (0, NULL) != 0
      || setgid (NOBODY) != 0 || setuid (NOBODY) != 0)
    _exit (SKIPPED);
}

/* Takes up all room but @spare bytes. */
static void
fill (Fixture *fixture, gsize spare)
{
  g_autofree char *path = g_build_filename (fixture->folder, "filler", NULL);
  const int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  char block[512] = { 1 };
  off_t size = 0;
  gssize n;

  g_assert_cmpint (fd, >=, 0);
  while ((n = write (fd, block, sizeof block)) > 0)
    size += n;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_cmpint (size, >, (off_t) spare);
  g_assert_cmpint (ftruncate (fd, size - (off_t) spare), ==, 0);
  close (fd);
}

static void
make_room (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "filler", NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ob_scenario_get_modified (fixture->scenario));
}

/* It says why, the document is as it was, and so is the file, with nothing beside it. */
static void
assert_fails (Fixture *fixture, int reason, const char *title)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ObScenario) loaded = NULL;
  g_autoptr (GError) error = NULL;
  const guint n_files = count_files (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  g_assert_false (ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  if (strstr (error->message, g_strerror (reason)) == NULL)
    g_error ("“%s” does not say “%s”", error->message, g_strerror (reason));
  g_assert_true (ob_scenario_get_modified (fixture->scenario));

  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  loaded = ob_scenario_load_file (fixture->file, NULL, NULL);
  g_assert_nonnull (loaded);
  g_assert_cmpstr (ob_scenario_get_title (loaded), ==, title);
}

/* With no room at all, and with less than it takes. */
static void
save_to_full (Fixture *fixture)
{
  mount_small (fixture);
  ob_scenario_set_title (fixture->scenario, "Old");
  save (fixture);
  ob_scenario_set_title (fixture->scenario, "New");
  for (gsize spare = 0; spare < 3 * 4096; spare += 4096)
    {
      fill (fixture, spare);
      if (spare == 0)
        assert_fails (fixture, ENOSPC, "Old");
      else
        {
          g_autoptr (ObScenario) loaded = NULL;
          gboolean saved =
            ob_scenario_save_file (fixture->scenario, fixture->file, NULL, NULL, NULL);

          loaded = ob_scenario_load_file (fixture->file, NULL, NULL);
          g_assert_nonnull (loaded);
          g_assert_cmpstr (ob_scenario_get_title (loaded), ==, saved ? "New" : "Old");
          g_assert_cmpuint (count_files (fixture), ==, 2);
        }
      make_room (fixture);
    }
  save (fixture);
}

/* One that the disk holds once, but not twice: old and new beside each other. */
static void
save_large (Fixture *fixture)
{
  g_autofree char *text = g_strnfill (600 * 1024, 'x');

  mount_small (fixture);
  ob_scenario_set_title (fixture->scenario, "Old");
  ob_scenario_set_description (fixture->scenario, text);
  save (fixture);
  ob_scenario_set_title (fixture->scenario, "New");
  assert_fails (fixture, ENOSPC, "Old");

  /* Less of it has room. */
  ob_scenario_set_description (fixture->scenario, "short");
  save (fixture);
}

/* The copy of what is not saved: it says that there is none, until there is again. */
static void
recover_on_full (Fixture *fixture)
{
  g_autoptr (ObRecovery) recovery = NULL;

  mount_small (fixture);
  recovery = ob_recovery_new (fixture->folder);
  ob_recovery_set_scenario (recovery, fixture->scenario);
  fill (fixture, 0);
  ob_scenario_set_title (fixture->scenario, "Lost");
  ob_recovery_flush (recovery);
  g_assert_nonnull (ob_recovery_get_message (recovery));

  make_room (fixture);
  ob_scenario_set_title (fixture->scenario, "Kept");
  ob_recovery_flush (recovery);
  g_assert_null (ob_recovery_get_message (recovery));
}

static void
save_to_read_only (Fixture *fixture)
{
  mount_small (fixture);
  ob_scenario_set_title (fixture->scenario, "Old");
  save (fixture);
  ob_scenario_set_title (fixture->scenario, "New");
  if (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL) != 0)
    _exit (SKIPPED);
  assert_fails (fixture, EROFS, "Old");
  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT, "size=1m"), ==, 0);
  save (fixture);
}

static void
save_to_folder_of_others (Fixture *fixture)
{
  become_nobody (fixture);
  ob_scenario_set_title (fixture->scenario, "Old");
  save (fixture);
  ob_scenario_set_title (fixture->scenario, "New");
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_fails (fixture, EACCES, "Old");

  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_fails (fixture, EACCES, "Old");
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  save (fixture);
}

typedef void (*Story) (Fixture *fixture);

static const struct
{
  const char *path;
  Story story;
} stories[] = {
  { "/disk/full", save_to_full },
  { "/disk/large", save_large },
  { "/disk/recovery", recover_on_full },
  { "/disk/read-only", save_to_read_only },
  { "/disk/others", save_to_folder_of_others },
};

static void
run_story (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  Fixture fixture = { NULL };
  pid_t child;
  int status;

  fixture.folder = g_dir_make_tmp ("overbuild-XXXXXX", NULL);
  g_assert_nonnull (fixture.folder);
  /* Before anything has started a thread, which a child would not have. */
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      fixture.path = g_build_filename (fixture.folder, "a.overbuild", NULL);
      fixture.file = g_file_new_for_path (fixture.path);
      fixture.scenario = ob_scenario_new ();
      stories[index].story (&fixture);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == SKIPPED)
    g_test_skip ("nothing can be mounted here");
  else
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  fixture.path = g_build_filename (fixture.folder, "a.overbuild", NULL);
  g_unlink (fixture.path);
  g_assert_cmpint (g_rmdir (fixture.folder), ==, 0);
  g_free (fixture.path);
  g_free (fixture.folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    g_test_add_data_func (stories[i].path, GUINT_TO_POINTER (i), run_story);

  return g_test_run ();
}
