/* ob-scenario.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-private.h"

struct _ObScenario
{
  GObject parent_instance;

  ObScenarioContent content;
  ObScenarioContent saved;
  gboolean unsaved; /* whatever @saved is, it is stored nowhere */
  ObEditHistory *history;
  guint quarter;
  double range[2];
  ObScenarioRecord record;

  /* As last notified. */
  gboolean modified;
  guint step;
  guint n_steps;
  char *undo_label;
  char *redo_label;
};

G_DEFINE_FINAL_TYPE (ObScenario, ob_scenario, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_AUTHOR,
  PROP_TEMPLATE_ID,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_STEP,
  PROP_N_STEPS,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  INPUTS_CHANGED,
  NOTES_CHANGED,
  VIEW_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_label (ObScenario *self, char **label, const ObEdit *edit, guint can, guint named)
{
  g_autofree char *text = edit != NULL ? ob_edit_describe (edit) : NULL;
  gboolean had = *label != NULL;

  if (g_strcmp0 (text, *label) == 0)
    return;

  g_free (*label);
  *label = g_steal_pointer (&text);

  if (had != (*label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[can]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[named]);
}

static void
update_count (ObScenario *self, guint *count, guint value, guint property)
{
  if (*count == value)
    return;

  *count = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Brings what is derived from the content and the steps up to date. */
static void
update_state (ObScenario *self)
{
  const gboolean saved = ob_scenario_content_equal (&self->content, &self->saved);
  const gboolean modified = self->unsaved || !saved;

  /* Whatever led back to what is stored, it was changed when that was. */
  if (saved && self->content.lineage != self->saved.lineage)
    {
      ob_lineage_unref (self->content.lineage);
      self->content.lineage = ob_lineage_ref (self->saved.lineage);
    }

  g_object_freeze_notify (G_OBJECT (self));

  update_label (self, &self->undo_label, ob_edit_history_peek_undo (self->history), PROP_CAN_UNDO,
                PROP_UNDO_LABEL);
  update_label (self, &self->redo_label, ob_edit_history_peek_redo (self->history), PROP_CAN_REDO,
                PROP_REDO_LABEL);
  update_count (self, &self->n_steps, ob_edit_history_get_n_steps (self->history), PROP_N_STEPS);
  update_count (self, &self->step, ob_edit_history_get_position (self->history), PROP_STEP);
  if (modified != self->modified)
    {
      self->modified = modified;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

static void
emit_touches (ObScenario *self, ObEditTouches touches)
{
  static const guint texts[] = { PROP_TITLE, PROP_DESCRIPTION, PROP_AUTHOR };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (touches & (OB_EDIT_TOUCHES_TITLE << i))
        g_object_notify_by_pspec (G_OBJECT (self), properties[texts[i]]);
    }
  if (touches & OB_EDIT_TOUCHES_LINEAGE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEMPLATE_ID]);
  if (touches & OB_EDIT_TOUCHES_INPUTS)
    g_signal_emit (self, signals[INPUTS_CHANGED], 0);
  if (touches & OB_EDIT_TOUCHES_NOTES)
    g_signal_emit (self, signals[NOTES_CHANGED], 0);
  if (touches & OB_EDIT_TOUCHES_VIEW)
    g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
ob_scenario_content_changed (ObScenario *self, ObEditTouches touches)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  update_state (self);
  emit_touches (self, touches);
}

void
ob_scenario_perform (ObScenario *self, ObEdit *edit)
{
  ObEditTouches touches;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (edit != NULL);

  touches = ob_edit_apply (edit, &self->content);
  ob_edit_history_push (self->history, edit);
  ob_scenario_content_changed (self, touches);
}

static void
ob_scenario_finalize (GObject *object)
{
  ObScenario *self = OB_SCENARIO (object);

  ob_scenario_content_clear (&self->content);
  ob_scenario_content_clear (&self->saved);
  ob_edit_history_free (self->history);
  ob_scenario_record_clear (&self->record);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (ob_scenario_parent_class)->finalize (object);
}

static void
ob_scenario_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObScenario *self = OB_SCENARIO (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->content.title);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->content.description);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->content.author);
      break;
    case PROP_TEMPLATE_ID:
      g_value_set_string (value, self->content.lineage->template_id);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_STEP:
      g_value_set_uint (value, self->step);
      break;
    case PROP_N_STEPS:
      g_value_set_uint (value, self->n_steps);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->record.read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_scenario_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObScenario *self = OB_SCENARIO (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      ob_scenario_set_title (self, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      ob_scenario_set_description (self, g_value_get_string (value));
      break;
    case PROP_AUTHOR:
      ob_scenario_set_author (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_scenario_class_init (ObScenarioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ob_scenario_finalize;
  object_class->get_property = ob_scenario_get_property;
  object_class->set_property = ob_scenario_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", writable);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", writable);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", writable);
  properties[PROP_TEMPLATE_ID] = g_param_spec_string ("template-id", NULL, NULL, NULL, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_STEPS] = g_param_spec_uint ("n-steps", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[INPUTS_CHANGED] = g_signal_new ("inputs-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTES_CHANGED] = g_signal_new ("notes-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ob_scenario_init (ObScenario *self)
{
  ob_scenario_content_init (&self->content);
  ob_scenario_content_copy (&self->content, &self->saved);
  self->history = ob_edit_history_new ();
}

ObScenario *
ob_scenario_new (void)
{
  return g_object_new (OB_TYPE_SCENARIO, NULL);
}

ObScenario *
ob_scenario_new_from_content (const ObScenarioContent *content)
{
  ObScenario *self;

  g_return_val_if_fail (content != NULL, NULL);

  self = ob_scenario_new ();
  ob_scenario_content_clear (&self->content);
  ob_scenario_content_copy (content, &self->content);
  ob_scenario_mark_saved (self);

  return self;
}

ObScenarioContent *
ob_scenario_get_content (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return &self->content;
}

ObEditHistory *
ob_scenario_get_steps (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return self->history;
}

ObScenarioRecord *
ob_scenario_get_record (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return &self->record;
}

const ObInputs *
ob_scenario_get_inputs (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return &self->content.inputs;
}

double
ob_scenario_get_value (ObScenario *self, ObParameter parameter)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), 0);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, 0);

  return self->content.inputs.value[parameter];
}

gboolean
ob_scenario_set_value (ObScenario *self, ObParameter parameter, double value, GError **error)
{
  ObEdit *edit;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ob_parameter_check_value (parameter, value, error)
      || !ob_scenario_check_locked (self, parameter, value, error))
    return FALSE;

  edit = ob_edit_new (NULL);
  ob_edit_add_value (edit, parameter, self->content.inputs.value[parameter], value);
  ob_scenario_perform (self, edit);

  return TRUE;
}

gboolean
ob_scenario_set_inputs (ObScenario *self, const ObInputs *inputs, const char *name, GError **error)
{
  ObEdit *edit;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (inputs != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ob_inputs_check (inputs, error))
    return FALSE;
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (!ob_scenario_check_locked (self, p, inputs->value[p], error))
        return FALSE;
    }

  edit = ob_edit_new (name);
  ob_edit_add_inputs (edit, &self->content.inputs, inputs);
  ob_scenario_perform (self, edit);

  return TRUE;
}

gboolean
ob_scenario_set_history (ObScenario *self, const ObHistory *history, GError **error)
{
  ObEdit *edit;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (history != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ob_history_check (history, error))
    return FALSE;

  edit = ob_edit_new (NULL);
  ob_edit_add_history (edit, &self->content.inputs.history, history);
  ob_scenario_perform (self, edit);

  return TRUE;
}

const char *
ob_scenario_get_note (ObScenario *self, ObParameter parameter)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return self->content.notes[parameter];
}

void
ob_scenario_set_note (ObScenario *self, ObParameter parameter, const char *note)
{
  g_autofree char *clean = ob_scenario_clean_text (note);
  ObEdit *edit;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  edit = ob_edit_new (NULL);
  ob_edit_add_note (edit, parameter, self->content.notes[parameter],
                    clean[0] != '\0' ? clean : NULL);
  ob_scenario_perform (self, edit);
}

const ObPlane *
ob_scenario_get_plane (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return &self->content.plane;
}

gboolean
ob_scenario_set_plane (ObScenario *self, const ObPlane *plane, GError **error)
{
  ObEdit *edit;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (plane != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ob_plane_check (plane, error))
    return FALSE;

  edit = ob_edit_new (NULL);
  ob_edit_add_plane (edit, &self->content.plane, plane);
  ob_scenario_perform (self, edit);

  return TRUE;
}

gboolean
ob_scenario_set_overlay (ObScenario *self, const ObOverlay *overlay, GError **error)
{
  ObEdit *edit;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (overlay != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ob_overlay_check (overlay, error))
    return FALSE;

  edit = ob_edit_new (NULL);
  ob_edit_add_overlay (edit, &self->content.overlay, overlay);
  ob_scenario_perform (self, edit);

  return TRUE;
}

gboolean
ob_scenario_get_range (ObScenario *self, double *from, double *to)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  *from = self->range[0];
  *to = self->range[1];

  return self->range[0] < self->range[1];
}

void
ob_scenario_set_range (ObScenario *self, double from, double to)
{
  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (!(from < to) || ob_scenario_check_range (from, to));

  if (!(from < to))
    from = to = 0;
  if (self->range[0] == from && self->range[1] == to)
    return;

  self->range[0] = from;
  self->range[1] = to;
  emit_touches (self, OB_EDIT_TOUCHES_VIEW);
}

guint
ob_scenario_get_quarter (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), 0);

  return self->quarter;
}

void
ob_scenario_set_quarter (ObScenario *self, guint quarter)
{
  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (quarter < OB_N_QUARTERS);

  if (self->quarter == quarter)
    return;

  self->quarter = quarter;
  emit_touches (self, OB_EDIT_TOUCHES_VIEW);
}

void
ob_scenario_mark_saved_as (ObScenario *self, const ObScenarioContent *content)
{
  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (content != NULL);

  ob_scenario_content_clear (&self->saved);
  ob_scenario_content_copy (content, &self->saved);
  self->unsaved = FALSE;
  ob_edit_history_seal (self->history);
  update_state (self);
}

void
ob_scenario_mark_saved (ObScenario *self)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  ob_scenario_mark_saved_as (self, &self->content);
}

void
ob_scenario_set_unsaved (ObScenario *self, gboolean unsaved)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  self->unsaved = unsaved;
  update_state (self);
}

gboolean
ob_scenario_get_unsaved (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);

  return self->unsaved;
}

gboolean
ob_scenario_get_modified (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);

  return self->modified;
}

void
ob_scenario_set_read_only (ObScenario *self, gboolean read_only)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  if (self->record.read_only == read_only)
    return;

  self->record.read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}
