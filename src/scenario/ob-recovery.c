/* ob-recovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-recovery.h"

#include "ob-recovery-file.h"
#include "ob-scenario-private.h"

#include <glib/gstdio.h>

struct _ObRecovery
{
  GObject parent_instance;

  char *folder;
  char *id; /* NULL until there is something to keep */
  int lock; /* a file descriptor, or -1 */
  ObScenario *scenario;
  GSignalGroup *signals;
  char *message;

  gboolean dirty;
  guint timeout_id;
  GTask *writing;
};

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObRecovery, ob_recovery, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void schedule (ObRecovery *self);

static void
set_message (ObRecovery *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static char *
get_path (ObRecovery *self)
{
  return ob_recovery_file_get_path (self->folder, self->id);
}

/* Also gives up the lock, so that nothing is left of a document that is saved. */
static void
remove_copy (ObRecovery *self)
{
  g_autofree char *path = NULL;

  if (self->id == NULL)
    return;

  path = get_path (self);
  (void) g_unlink (path);
  ob_recovery_file_unlock (self->folder, self->id, self->lock);
  self->lock = -1;
  g_clear_pointer (&self->id, g_free);
}

typedef struct
{
  char *path;
  GBytes *bytes;
} Copy;

static void
copy_free (Copy *copy)
{
  g_free (copy->path);
  g_bytes_unref (copy->bytes);
  g_free (copy);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;

  if (ob_recovery_file_write (copy->path, copy->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written (ObRecovery *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->writing);
  g_autoptr (GError) error = NULL;

  (void) g_task_propagate_boolean (task, &error);
  set_message (self, error != NULL ? error->message : NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ObRecovery *self = OB_RECOVERY (source);

  /* Whoever waited for it has dealt with it. */
  if (self->writing != G_TASK (result))
    return;

  written (self);
  if (self->scenario != NULL && !ob_scenario_get_modified (self->scenario))
    remove_copy (self);
  if (self->dirty)
    schedule (self);
}

/* What is to be written, or NULL if nothing is or it cannot be. */
static GTask *
prepare (ObRecovery *self)
{
  GTask *task;
  Copy *copy;

  self->dirty = FALSE;
  if (self->scenario == NULL)
    return NULL;

  if (!ob_scenario_get_modified (self->scenario))
    {
      remove_copy (self);
      set_message (self, NULL);
      return NULL;
    }

  if (self->id == NULL)
    {
      g_autoptr (GError) error = NULL;

      self->id = g_uuid_string_random ();
      self->lock = ob_recovery_file_lock (self->folder, self->id, &error);
      if (self->lock < 0)
        {
          g_clear_pointer (&self->id, g_free);
          set_message (self, error->message);
          return NULL;
        }
    }

  copy = g_new0 (Copy, 1);
  copy->path = get_path (self);
  copy->bytes = ob_recovery_file_pack (self->scenario);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, copy, (GDestroyNotify) copy_free);

  return task;
}

static gboolean
timeout_cb (gpointer data)
{
  ObRecovery *self = data;

  self->timeout_id = 0;
  self->writing = prepare (self);
  if (self->writing != NULL)
    g_task_run_in_thread (self->writing, write_thread);

  return G_SOURCE_REMOVE;
}

static void
schedule (ObRecovery *self)
{
  if (self->timeout_id == 0 && self->writing == NULL)
    self->timeout_id = g_timeout_add (OB_RECOVERY_DELAY, timeout_cb, self);
}

static void
changed_cb (ObRecovery *self)
{
  self->dirty = TRUE;
  schedule (self);
}

static void
notify_cb (ObRecovery *self, GParamSpec *pspec)
{
  /* Once saved it is gone at once, so that the next start does not ask. */
  if (g_str_equal (pspec->name, "modified") && !ob_scenario_get_modified (self->scenario)
      && self->writing == NULL)
    remove_copy (self);
  else
    changed_cb (self);
}

/* A write in flight has the lock and the name. */
static void
wait (ObRecovery *self)
{
  GTask *task = self->writing;

  while (self->writing == task && task != NULL && !g_task_get_completed (task))
    g_main_context_iteration (g_task_get_context (task), TRUE);
}

static void
ob_recovery_dispose (GObject *object)
{
  ObRecovery *self = OB_RECOVERY (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->scenario != NULL && !ob_scenario_get_modified (self->scenario))
    remove_copy (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->scenario);
  if (self->id != NULL)
    ob_recovery_file_unlock (self->folder, self->id, self->lock);
  self->lock = -1;
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (ob_recovery_parent_class)->dispose (object);
}

static void
ob_recovery_finalize (GObject *object)
{
  ObRecovery *self = OB_RECOVERY (object);

  g_free (self->folder);
  g_free (self->message);

  G_OBJECT_CLASS (ob_recovery_parent_class)->finalize (object);
}

static void
ob_recovery_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObRecovery *self = OB_RECOVERY (object);

  switch (prop_id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_recovery_class_init (ObRecoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ob_recovery_dispose;
  object_class->finalize = ob_recovery_finalize;
  object_class->get_property = ob_recovery_get_property;

  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_recovery_init (ObRecovery *self)
{
  static const char *const signals[] = { "inputs-changed", "notes-changed", "view-changed" };

  self->lock = -1;
  self->signals = g_signal_group_new (OB_TYPE_SCENARIO);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_group_connect_swapped (self->signals, signals[i], G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (notify_cb), self);
}

ObRecovery *
ob_recovery_new (const char *folder)
{
  ObRecovery *self = g_object_new (OB_TYPE_RECOVERY, NULL);

  self->folder = folder != NULL ? g_strdup (folder) : ob_recovery_file_get_folder ();

  return self;
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  g_autoptr (GDateTime) time_a = ob_recovery_get_time (*(ObRecovery *const *) a);
  g_autoptr (GDateTime) time_b = ob_recovery_get_time (*(ObRecovery *const *) b);

  if (time_a == NULL || time_b == NULL)
    return (time_a == NULL) - (time_b == NULL);
  return g_date_time_compare (time_b, time_a);
}

GPtrArray *
ob_recovery_find (const char *folder)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *own = folder != NULL ? g_strdup (folder) : ob_recovery_file_get_folder ();
  g_autoptr (GPtrArray) ids = ob_recovery_file_list (own);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      int lock = ob_recovery_file_lock (own, id, NULL);
      g_autofree char *path = ob_recovery_file_get_path (own, id);
      ObRecovery *self;

      if (lock < 0)
        continue;

      /* Its owner may have removed it since the folder was read. */
      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          ob_recovery_file_unlock (own, id, lock);
          continue;
        }

      self = ob_recovery_new (own);
      self->id = g_strdup (id);
      self->lock = lock;
      g_ptr_array_add (found, self);
    }

  g_ptr_array_sort (found, compare_time);

  return found;
}

ObScenario *
ob_recovery_restore (ObRecovery *self, GError **error)
{
  g_autofree char *path = NULL;
  ObScenario *scenario;

  g_return_val_if_fail (OB_IS_RECOVERY (self), NULL);
  g_return_val_if_fail (self->id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = get_path (self);
  scenario = ob_recovery_file_read (path, error);
  if (scenario == NULL)
    ob_recovery_file_set_aside (path);

  return scenario;
}

GDateTime *
ob_recovery_get_time (ObRecovery *self)
{
  g_autofree char *path = NULL;
  GStatBuf status;

  g_return_val_if_fail (OB_IS_RECOVERY (self), NULL);

  if (self->id == NULL)
    return NULL;

  path = get_path (self);
  return g_stat (path, &status) == 0 ? g_date_time_new_from_unix_local (status.st_mtime) : NULL;
}

void
ob_recovery_set_scenario (ObRecovery *self, ObScenario *scenario)
{
  g_return_if_fail (OB_IS_RECOVERY (self));
  g_return_if_fail (scenario == NULL || OB_IS_SCENARIO (scenario));

  if (!g_set_object (&self->scenario, scenario))
    return;

  g_signal_group_set_target (self->signals, scenario);
  if (scenario != NULL)
    changed_cb (self);
}

const char *
ob_recovery_get_message (ObRecovery *self)
{
  g_return_val_if_fail (OB_IS_RECOVERY (self), NULL);

  return self->message;
}

void
ob_recovery_flush (ObRecovery *self)
{
  g_return_if_fail (OB_IS_RECOVERY (self));

  wait (self);
  if (!self->dirty)
    return;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->writing = prepare (self);
  if (self->writing != NULL)
    {
      g_task_run_in_thread_sync (self->writing, write_thread);
      written (self);
    }
}

void
ob_recovery_discard (ObRecovery *self)
{
  g_return_if_fail (OB_IS_RECOVERY (self));

  g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->scenario);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->dirty = FALSE;
  wait (self);
  remove_copy (self);
}
