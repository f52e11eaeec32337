/* ob-fuzz-replay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs over files and folders instead of what a fuzzer makes up, so that whatever
 * a fuzzer has found once is tested in every build. */

#include "config.h"

#include "ob-fuzz.h"

#include <string.h>

static guint n_files;

static void
replay_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autofree guint8 *exact = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  /* Without the NUL that GLib puts behind it, so that a sanitizer sees a read
   * beyond the end. */
  exact = g_memdup2 (data, size);
  g_test_message ("%s", path);
  ob_fuzz_one (exact, size);
  n_files++;
}

static void
replay_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      replay_file (file);
    }
}

static void
test_replay (gconstpointer data)
{
  const char *const *folders = data;

  for (guint i = 0; folders[i] != NULL; i++)
    replay_folder (folders[i]);
  g_assert_cmpuint (n_files, >, 0);

  ob_fuzz_one ((const guint8 *) "", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/fuzz/corpus", argv + 1, test_replay);

  return g_test_run ();
}
