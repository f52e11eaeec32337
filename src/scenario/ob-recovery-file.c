/* ob-recovery-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-recovery-file.h"

#include "ob-scenario-file.h"
#include "ob-scenario-private.h"
#include "ob-scenario-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_LINE   "overbuild-recovery 1\n"
#define SUFFIX       ".recovery"
#define KEY_URI      "uri "
#define KEY_CHECKSUM "file-sha256 "
#define KEY_CONTENT  "sha256 "

char *
ob_recovery_file_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "overbuild", "recovery", NULL);
}

char *
ob_recovery_file_get_path (const char *folder, const char *id)
{
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

GPtrArray *
ob_recovery_file_list (const char *folder)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, SUFFIX))
        g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (SUFFIX)));
    }

  return ids;
}

static char *
get_lock_path (const char *folder, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".lock", NULL);

  return g_build_filename (folder, name, NULL);
}

int
ob_recovery_file_lock (const char *folder, const char *id, GError **error)
{
  g_autofree char *path = get_lock_path (folder, id);
  struct stat opened;
  struct stat named;
  int lock = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0
      && fstat (lock, &opened) == 0
      /* Its last owner may have removed it between opening and locking. */
      && stat (path, &named) == 0 && opened.st_ino == named.st_ino)
    return lock;

  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE, _ ("%s: cannot be written: %s"),
               path, g_strerror (errno));
  if (lock >= 0)
    close (lock);
  return -1;
}

void
ob_recovery_file_unlock (const char *folder, const char *id, int lock)
{
  g_autofree char *path = get_lock_path (folder, id);

  if (lock < 0)
    return;

  (void) g_unlink (path);
  close (lock);
}

GBytes *
ob_recovery_file_pack (ObScenario *scenario)
{
  const ObScenarioRecord *record = ob_scenario_get_record (scenario);
  g_autoptr (GBytes) content = ob_scenario_to_bytes (scenario, NULL);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  GString *text = g_string_new (FIRST_LINE);

  /* What a newer program made is a copy that needs a name of its own. */
  if (record->file != NULL && !record->read_only)
    {
      g_autofree char *uri = g_file_get_uri (record->file);

      g_string_append_printf (text, KEY_URI "%s\n", uri);
      if (record->checksum != NULL)
        g_string_append_printf (text, KEY_CHECKSUM "%s\n", record->checksum);
    }
  g_string_append_printf (text, KEY_CONTENT "%s\n\n", sha256);
  g_string_append_len (text, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content));

  return g_string_free_to_bytes (text);
}

gboolean
ob_recovery_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_set_contents_full (path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &cause))
    return TRUE;

  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE, _ ("%s: cannot be written: %s"),
               path, cause->message);
  return FALSE;
}

/* The value of a line of the head, or NULL. */
static char *
get_value (const char *const *lines, const char *key)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], key))
        return g_strdup (lines[i] + strlen (key));
    }

  return NULL;
}

ObScenario *
ob_recovery_file_read (const char *path, GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *head = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *uri = NULL;
  g_auto (GStrv) lines = NULL;
  ObScenario *scenario;
  ObScenarioRecord *record;
  const char *data;
  const char *body;
  gsize size;

  bytes = ob_scenario_read_file (place, path, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  body = size > 0 ? g_strstr_len (data, (gssize) size, "\n\n") : NULL;
  if (body != NULL && size > strlen (FIRST_LINE)
      && memcmp (data, FIRST_LINE, strlen (FIRST_LINE)) == 0)
    {
      head = g_strndup (data, (gsize) (body - data));
      lines = g_strsplit (head, "\n", -1);
      expected = get_value ((const char *const *) lines, KEY_CONTENT);
      content =
        g_bytes_new_from_bytes (bytes, (gsize) (body + 2 - data), size - (gsize) (body + 2 - data));
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
    }

  if (content == NULL || g_strcmp0 (expected, sha256) != 0)
    {
      g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_DAMAGED,
                   _ ("%s: the copy is damaged"), path);
      return NULL;
    }

  scenario = ob_scenario_load_bytes (content, path, error);
  if (scenario == NULL)
    return NULL;

  record = ob_scenario_get_record (scenario);
  uri = get_value ((const char *const *) lines, KEY_URI);
  if (uri != NULL)
    record->file = g_file_new_for_uri (uri);
  record->checksum = get_value ((const char *const *) lines, KEY_CHECKSUM);
  ob_scenario_set_unsaved (scenario, TRUE);

  return scenario;
}

void
ob_recovery_file_set_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);

  (void) g_rename (path, aside);
}
