/* ob-scenario-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-file.h"

#include "ob-picture.h"
#include "ob-scenario-private.h"
#include "ob-scenario-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* clang-format off */
G_DEFINE_QUARK (ob-scenario-error-quark, ob_scenario_error)
/* clang-format on */

static void
set_read_error (GError **error, const char *name, const char *reason)
{
  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_READ, _ ("%s: cannot be read: %s"), name,
               reason);
}

/* What an error calls a file. */
static char *
get_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

/* Opens a local file for reading if it is a regular one. Opening a FIFO or a
 * device must not wait for whoever is at its other end. */
static GInputStream *
open_local (const char *path, const char *name, GError **error)
{
  struct stat status;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      set_read_error (error, name, g_strerror (errno));
      return NULL;
    }

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      set_read_error (error, name,
                      S_ISDIR (status.st_mode) ? _ ("it is a folder, expected a file")
                                               : _ ("it is not a regular file"));
      close (fd);
      return NULL;
    }

  return g_unix_input_stream_new (fd, TRUE);
}

static GInputStream *
open_remote (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  GInputStream *stream = NULL;

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      set_read_error (error, name, _ ("it is not a regular file"));
      return NULL;
    }

  if (info != NULL)
    stream = G_INPUT_STREAM (g_file_read (file, cancellable, &cause));
  if (stream == NULL)
    set_read_error (error, name, cause->message);
  return stream;
}

/* Reads up to @limit bytes in all and one more, which tells that there is more. */
static gboolean
read_up_to (GInputStream *stream,
            GByteArray *data,
            gsize limit,
            const char *name,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  guint start = data->len;
  gsize size;
  gboolean read;

  g_byte_array_set_size (data, (guint) limit + 1);
  read = g_input_stream_read_all (stream, data->data + start, data->len - start, &size, cancellable,
                                  &cause);
  g_byte_array_set_size (data, start + (guint) size);
  if (!read)
    set_read_error (error, name, cause->message);

  return read;
}

GBytes *
ob_scenario_read_file (GFile *file,
                       const char *name,
                       gboolean *is_picture,
                       GCancellable *cancellable,
                       GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GInputStream) stream =
    path != NULL ? open_local (path, name, error) : open_remote (file, name, cancellable, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize limit = OB_SCENARIO_MAX_SIZE;
  gboolean picture;

  if (stream == NULL || !read_up_to (stream, data, limit, name, cancellable, error))
    return NULL;

  /* A picture may be larger than what it carries. */
  picture = ob_picture_get_kind ((const char *) data->data, data->len) != OB_PICTURE_NONE;
  if (picture && data->len > limit)
    {
      limit = OB_PICTURE_MAX_SIZE;
      if (!read_up_to (stream, data, limit, name, cancellable, error))
        return NULL;
    }

  if (data->len > limit)
    {
      g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_TOO_LARGE,
                   _ ("%s: larger than %d bytes, the most that is read"), name, (int) limit);
      return NULL;
    }

  if (is_picture != NULL)
    *is_picture = picture;
  bytes = g_bytes_new (data->data, data->len);

  return picture ? ob_picture_extract (bytes, name, error) : g_steal_pointer (&bytes);
}

ObScenario *
ob_scenario_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  ObScenario *scenario;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  scenario = ob_scenario_read (bytes, name, TRUE, faults);
  if (scenario == NULL)
    g_propagate_error (error, g_ptr_array_steal_index (faults, 0));
  return scenario;
}

ObScenario *
ob_scenario_load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ObScenario *scenario;
  gboolean is_picture;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = get_name (file);
  bytes = ob_scenario_read_file (file, name, &is_picture, cancellable, error);
  if (bytes == NULL)
    return NULL;

  scenario = ob_scenario_load_bytes (bytes, name, error);
  if (scenario != NULL && !is_picture)
    {
      ObScenarioRecord *record = ob_scenario_get_record (scenario);

      g_set_object (&record->file, file);
      record->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  return scenario;
}

GFile *
ob_scenario_get_file (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_record (self)->file;
}

GPtrArray *
ob_scenario_check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (ObScenario) scenario = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *messages;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = get_name (file);
  bytes = ob_scenario_read_file (file, name, NULL, cancellable, error);
  if (bytes == NULL)
    return NULL;

  messages = g_ptr_array_new_with_free_func (g_free);
  scenario = ob_scenario_read (bytes, name, FALSE, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const GError *fault = g_ptr_array_index (faults, i);

      g_ptr_array_add (messages, g_strdup (fault->message));
    }

  return messages;
}
