/* ob-scenario-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-file-error.h"
#include "ob-scenario-file.h"
#include "ob-scenario-private.h"
#include "ob-scenario-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_write_error (GError **error, const char *name, const char *reason)
{
  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE, _ ("%s: cannot be written: %s"),
               name, reason);
}

/* Replaces a local file by way of a new one beside it, so that whatever goes
 * wrong the old one stays. A link stays a link. */
static gboolean
replace_local (const char *path, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *target = NULL;
  g_autoptr (GError) cause = NULL;
  char *resolved = realpath (path, NULL);
  struct stat status;
  gboolean exists;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  target = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);

  exists = stat (target, &status) == 0;
  if (exists && !S_ISREG (status.st_mode))
    {
      set_write_error (error, name,
                       S_ISDIR (status.st_mode) ? _ ("it is a folder, expected a file")
                                                : _ ("it is not a regular file"));
      return FALSE;
    }
  /* The folder may let a file be replaced that itself is protected. */
  if (exists && access (target, W_OK) != 0)
    {
      set_write_error (error, name, g_strerror (errno));
      return FALSE;
    }

  if (!g_file_set_contents_full (target, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 exists ? (int) (status.st_mode & 0777) : 0666, &cause))
    {
      set_write_error (error, name, ob_file_error_get_reason (cause));
      return FALSE;
    }

  /* The mode of a new file is cut by the mask of the process. */
  if (exists)
    (void) g_chmod (target, (int) (status.st_mode & 07777));

  return TRUE;
}

static gboolean
replace_file (GFile *file,
              const char *name,
              GBytes *bytes,
              GCancellable *cancellable,
              GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (path != NULL)
    return replace_local (path, name, bytes, error);

  if (g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable,
                               &cause))
    return TRUE;

  set_write_error (error, name, cause->message);
  return FALSE;
}

static void
set_lineage (ObScenario *self, ObLineage *lineage)
{
  ObScenarioContent *content = ob_scenario_get_content (self);

  ob_lineage_ref (lineage);
  ob_lineage_unref (content->lineage);
  content->lineage = lineage;
}

/* The dates of a document as it is saved now. One that was opened and not
 * changed keeps what its file says. */
static void
update_dates (ObScenario *self)
{
  const ObLineage *lineage = ob_scenario_get_content (self)->lineage;
  g_autoptr (ObLineage) dated = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = NULL;

  if (ob_scenario_get_file (self) != NULL && !ob_scenario_get_modified (self))
    return;

  text = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  dated =
    ob_lineage_new (lineage->template_id, &lineage->origin,
                    lineage->created != NULL ? lineage->created : text, text, lineage->extras);
  set_lineage (self, dated);
}

/* One act of saving: what is written, and what the document was then. */
typedef struct
{
  GFile *file;
  char *name;
  GBytes *bytes;
  char *checksum;
  char *expected;    /* what the file must hold, or NULL */
  ObLineage *before; /* without the dates of saving */
  ObScenarioContent content;
} Save;

static void
save_free (Save *save)
{
  if (save == NULL)
    return;

  g_clear_object (&save->file);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_free (save->name);
  g_free (save->checksum);
  g_free (save->expected);
  ob_lineage_unref (save->before);
  ob_scenario_content_clear (&save->content);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static Save *
save_new (ObScenario *self, GFile *file, const ObRun *run, gboolean replace)
{
  ObScenarioRecord *record = ob_scenario_get_record (self);
  Save *save = g_new0 (Save, 1);

  save->file = g_object_ref (file);
  save->name = g_file_get_parse_name (file);
  if (!replace && record->file != NULL && g_file_equal (record->file, file))
    save->expected = g_strdup (record->checksum);

  save->before = ob_lineage_ref (ob_scenario_get_content (self)->lineage);
  update_dates (self);
  save->bytes = ob_scenario_to_bytes (self, run);
  save->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, save->bytes);
  ob_scenario_content_copy (ob_scenario_get_content (self), &save->content);

  return save;
}

char *
ob_scenario_fingerprint (GFile *file, GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_parse_name (file);

  /* It may go before it is read, and be there again when that has failed. */
  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (GBytes) bytes = ob_scenario_read_file (file, name, NULL, cancellable, NULL);

      if (bytes != NULL)
        return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (!g_file_query_exists (file, cancellable))
        return g_strdup (OB_SCENARIO_GONE);
    }

  return g_strdup (OB_SCENARIO_UNREADABLE);
}

/* Whether the file still holds what this document knows it to hold: anything else
 * is somebody's work, too. */
static gboolean
check_unchanged (const Save *save, GCancellable *cancellable, GError **error)
{
  g_autofree char *now = NULL;

  if (save->expected == NULL)
    return TRUE;

  now = ob_scenario_fingerprint (save->file, cancellable);
  if (g_str_equal (now, save->expected))
    return TRUE;

  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_CONFLICT,
               g_str_equal (now, OB_SCENARIO_GONE)
                 ? _ ("%s: the file is not there any more; it was moved or deleted")
                 : _ ("%s: another program has changed the file since it was opened"),
               save->name);
  return FALSE;
}

static gboolean
save_write (const Save *save, GCancellable *cancellable, GError **error)
{
  if (g_bytes_get_size (save->bytes) > OB_SCENARIO_MAX_SIZE)
    {
      set_write_error (error, save->name, _ ("its notes and texts are too long to be read back"));
      return FALSE;
    }

  return check_unchanged (save, cancellable, error)
         && replace_file (save->file, save->name, save->bytes, cancellable, error);
}

static void
save_finish (ObScenario *self, Save *save, gboolean saved)
{
  ObScenarioRecord *record = ob_scenario_get_record (self);

  if (saved)
    {
      g_set_object (&record->file, save->file);
      g_free (record->checksum);
      record->checksum = g_steal_pointer (&save->checksum);
      ob_scenario_set_read_only (self, FALSE);
      /* What was changed while the file was being written is not in it. */
      ob_scenario_mark_saved_as (self, &save->content);
      return;
    }

  if (ob_scenario_get_content (self)->lineage == save->content.lineage)
    set_lineage (self, save->before);
}

/* A newer format holds what would be lost. */
static gboolean
check_read_only (ObScenario *self, GFile *file, GError **error)
{
  const ObScenarioRecord *record = ob_scenario_get_record (self);
  g_autofree char *name = NULL;

  if (!record->read_only || record->file == NULL || !g_file_equal (record->file, file))
    return TRUE;

  name = g_file_get_parse_name (file);
  set_write_error (error, name,
                   _ ("it was made by a newer version of the program; "
                      "save under another name"));
  return FALSE;
}

gboolean
ob_scenario_save_file (ObScenario *self,
                       GFile *file,
                       const ObRun *run,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (Save) save = NULL;
  gboolean saved;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_read_only (self, file, error))
    return FALSE;

  save = save_new (self, file, run, TRUE);
  saved = save_write (save, cancellable, error);
  save_finish (self, save, saved);

  return saved;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (save_write (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ob_scenario_save_file_async (ObScenario *self,
                             GFile *file,
                             const ObRun *run,
                             gboolean replace,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (G_IS_FILE (file));

  ob_scenario_get_record (self)->n_saving++;
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, ob_scenario_save_file_async);
  /* Once it is written it is written, and has to be known. */
  g_task_set_check_cancellable (task, FALSE);
  if (!check_read_only (self, file, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, save_new (self, file, run, replace), (GDestroyNotify) save_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
ob_scenario_save_file_finish (ObScenario *self, GAsyncResult *result, GError **error)
{
  Save *save;
  gboolean saved;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  ob_scenario_get_record (self)->n_saving--;
  save = g_task_get_task_data (G_TASK (result));
  saved = g_task_propagate_boolean (G_TASK (result), error);
  if (save != NULL)
    save_finish (self, save, saved);

  return saved;
}

void
ob_scenario_keep (ObScenario *self, const char *fingerprint)
{
  ObScenarioRecord *record;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (fingerprint != NULL);

  record = ob_scenario_get_record (self);
  g_free (record->checksum);
  record->checksum = g_strdup (fingerprint);
  ob_scenario_set_unsaved (self, TRUE);
}

static ObEdit *
create_reload (ObScenarioContent *mine, ObScenarioContent *theirs)
{
  ObEdit *edit = ob_edit_new (C_ ("undo step", "Reload the file"));

  ob_edit_add_inputs (edit, &mine->inputs, &theirs->inputs);
  ob_edit_add_uncertainty (edit, &mine->uncertainty, &theirs->uncertainty);
  ob_edit_add_discovery (edit, &mine->discovery, &theirs->discovery);
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      ob_edit_add_note (edit, p, mine->notes[p], theirs->notes[p]);
      ob_edit_add_lock (edit, p, mine->locked[p], theirs->locked[p]);
    }
  ob_edit_add_plane (edit, &mine->plane, &theirs->plane);
  ob_edit_add_overlay (edit, &mine->overlay, &theirs->overlay);
  for (guint i = 0; i < OB_N_PINS; i++)
    ob_edit_add_pin (edit, i, mine->pins[i], theirs->pins[i]);
  ob_edit_add_text (edit, OB_SCENARIO_TITLE, mine->title, theirs->title);
  ob_edit_add_text (edit, OB_SCENARIO_DESCRIPTION, mine->description, theirs->description);
  ob_edit_add_text (edit, OB_SCENARIO_AUTHOR, mine->author, theirs->author);
  ob_edit_add_sources (edit, mine->sources, theirs->sources);
  ob_edit_add_lineage (edit, mine->lineage, theirs->lineage);

  return edit;
}

void
ob_scenario_reload (ObScenario *self, ObScenario *loaded)
{
  ObScenarioRecord *mine;
  ObScenarioRecord *theirs;
  ObScenarioRecord record;
  ObScenarioContent *content;
  g_autoptr (ObEdit) edit = NULL;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (OB_IS_SCENARIO (loaded));
  g_return_if_fail (!ob_scenario_in_gesture (self));

  mine = ob_scenario_get_record (self);
  theirs = ob_scenario_get_record (loaded);
  ob_scenario_set_read_only (self, theirs->read_only);
  /* Saving under way counts for whom it was begun. */
  theirs->n_saving = mine->n_saving;
  record = *mine;
  *mine = *theirs;
  *theirs = record;

  content = ob_scenario_get_content (loaded);
  edit = create_reload (ob_scenario_get_content (self), content);
  if (!ob_edit_is_empty (edit))
    ob_scenario_perform (self, g_steal_pointer (&edit));
  ob_scenario_mark_saved_as (self, content);
}
