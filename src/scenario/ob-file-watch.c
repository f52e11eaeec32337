/* ob-file-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-file-watch.h"

#include "ob-scenario-file.h"
#include "ob-scenario-private.h"

#include <stdlib.h>

struct _ObFileWatch
{
  GObject parent_instance;

  ObScenario *scenario;
  GFile *file;
  /* Of the name and, where that is a link, of what it leads to. */
  GFileMonitor *monitors[2];
  guint delay_id;
  /* Of the look under way, and what the document's file held as far as was known when
   * it began. */
  GCancellable *cancellable;
  char *known;
  ObFileState state;
  /* What the file held when it was last looked at. */
  char *seen;
  /* The document is modified because its file is gone, and for no other reason. */
  gboolean unsaved;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObFileWatch, ob_file_watch, G_TYPE_OBJECT)

GType
ob_file_state_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { OB_FILE_STATE_SAME, "OB_FILE_STATE_SAME", "same" },
        { OB_FILE_STATE_CHANGED, "OB_FILE_STATE_CHANGED", "changed" },
        { OB_FILE_STATE_GONE, "OB_FILE_STATE_GONE", "gone" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("ObFileState", values));
    }

  return type;
}

static void
set_state (ObFileWatch *self, ObFileState state)
{
  if (state == OB_FILE_STATE_GONE && !ob_scenario_get_unsaved (self->scenario))
    {
      self->unsaved = TRUE;
      ob_scenario_set_unsaved (self->scenario, TRUE);
    }
  else if (state == OB_FILE_STATE_SAME && self->unsaved)
    {
      self->unsaved = FALSE;
      ob_scenario_set_unsaved (self->scenario, FALSE);
    }

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ob_scenario_fingerprint (data, cancellable), g_free);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ObFileWatch *self = OB_FILE_WATCH (object);
  g_autofree char *seen = g_task_propagate_pointer (G_TASK (result), NULL);
  const ObScenarioRecord *record;

  if (seen == NULL)
    return;

  g_clear_object (&self->cancellable);
  record = ob_scenario_get_record (self->scenario);
  /* It may be our own work, which is known once saving has ended. */
  if (record->n_saving > 0)
    return;

  /* What was seen may be from before a save that has begun and ended since. */
  if (g_strcmp0 (record->checksum, self->known) != 0)
    {
      ob_file_watch_check (self);
      return;
    }

  g_free (self->seen);
  self->seen = g_steal_pointer (&seen);
  if (record->checksum == NULL || g_str_equal (record->checksum, self->seen))
    set_state (self, OB_FILE_STATE_SAME);
  else if (g_str_equal (self->seen, OB_SCENARIO_GONE))
    set_state (self, OB_FILE_STATE_GONE);
  else
    set_state (self, OB_FILE_STATE_CHANGED);
}

static void
stop_looking (ObFileWatch *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
delay_cb (gpointer data)
{
  ObFileWatch *self = data;

  self->delay_id = 0;
  ob_file_watch_check (self);

  return G_SOURCE_REMOVE;
}

static void
event_cb (ObFileWatch *self)
{
  if (self->delay_id == 0)
    self->delay_id = g_timeout_add (OB_FILE_WATCH_DELAY, delay_cb, self);
}

static void
stop_monitors (ObFileWatch *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      if (self->monitors[i] != NULL)
        g_file_monitor_cancel (self->monitors[i]);
      g_clear_object (&self->monitors[i]);
    }
}

/* Where a file cannot be watched it is still looked at when somebody asks. */
static GFileMonitor *
start_monitor (ObFileWatch *self, GFile *file)
{
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor != NULL)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);

  return monitor;
}

static void
follow_file (ObFileWatch *self)
{
  GFile *file = self->scenario != NULL ? ob_scenario_get_file (self->scenario) : NULL;
  const char *path;
  char *target;

  if (self->file == file || (self->file != NULL && file != NULL && g_file_equal (self->file, file)))
    return;

  stop_monitors (self);
  g_set_object (&self->file, file);
  if (file == NULL)
    return;

  self->monitors[0] = start_monitor (self, file);
  path = g_file_peek_path (file);
  target = path != NULL ? realpath (path, NULL) : NULL;
  if (target != NULL && !g_str_equal (target, path))
    {
      g_autoptr (GFile) other = g_file_new_for_path (target);

      self->monitors[1] = start_monitor (self, other);
    }
  free (target);
}

static void
ob_file_watch_dispose (GObject *object)
{
  ObFileWatch *self = OB_FILE_WATCH (object);

  stop_looking (self);
  stop_monitors (self);
  g_clear_object (&self->file);
  g_clear_object (&self->scenario);

  G_OBJECT_CLASS (ob_file_watch_parent_class)->dispose (object);
}

static void
ob_file_watch_finalize (GObject *object)
{
  ObFileWatch *self = OB_FILE_WATCH (object);

  g_free (self->seen);
  g_free (self->known);

  G_OBJECT_CLASS (ob_file_watch_parent_class)->finalize (object);
}

static void
ob_file_watch_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObFileWatch *self = OB_FILE_WATCH (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_file_watch_class_init (ObFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ob_file_watch_dispose;
  object_class->finalize = ob_file_watch_finalize;
  object_class->get_property = ob_file_watch_get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, OB_TYPE_FILE_STATE, OB_FILE_STATE_SAME,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_file_watch_init (ObFileWatch *self)
{
}

ObFileWatch *
ob_file_watch_new (void)
{
  return g_object_new (OB_TYPE_FILE_WATCH, NULL);
}

void
ob_file_watch_set_scenario (ObFileWatch *self, ObScenario *scenario)
{
  g_return_if_fail (OB_IS_FILE_WATCH (self));
  g_return_if_fail (scenario == NULL || OB_IS_SCENARIO (scenario));

  if (self->scenario == scenario)
    return;

  stop_looking (self);
  self->unsaved = FALSE;
  g_clear_pointer (&self->seen, g_free);
  g_set_object (&self->scenario, scenario);
  if (scenario != NULL)
    set_state (self, OB_FILE_STATE_SAME);
  ob_file_watch_check (self);
}

void
ob_file_watch_check (ObFileWatch *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OB_IS_FILE_WATCH (self));

  stop_looking (self);
  follow_file (self);
  if (self->file == NULL)
    return;

  g_free (self->known);
  self->known = g_strdup (ob_scenario_get_record (self->scenario)->checksum);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, ob_file_watch_check);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, look_thread);
}

ObFileState
ob_file_watch_get_state (ObFileWatch *self)
{
  g_return_val_if_fail (OB_IS_FILE_WATCH (self), OB_FILE_STATE_SAME);

  return self->state;
}

void
ob_file_watch_keep (ObFileWatch *self)
{
  g_return_if_fail (OB_IS_FILE_WATCH (self));

  if (self->state == OB_FILE_STATE_SAME)
    return;

  self->unsaved = FALSE;
  ob_scenario_keep (self->scenario, self->seen);
  set_state (self, OB_FILE_STATE_SAME);
}
