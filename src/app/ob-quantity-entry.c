/* ob-quantity-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity-entry.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

/* Room for the longest usual text, "1,500 $bn/yr", in characters. */
#define MIN_WIDTH_CHARS 11
#define MAX_WIDTH_CHARS 17
/* Page Up and Page Down move this many steps. */
#define PAGE_STEPS 10

struct _ObQuantityEntry
{
  GtkEntry parent_instance;

  ObParameter parameter;
  double value;
  /* Whether somebody may type: then all digits of the value are there. */
  gboolean editing;
  char *shown;
  char *error_message;
};

enum
{
  PROP_0,
  PROP_PARAMETER,
  PROP_VALUE,
  PROP_ERROR_MESSAGE,
  N_PROPS
};

enum
{
  COMMITTED,
  NUDGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ObQuantityEntry, ob_quantity_entry, GTK_TYPE_ENTRY)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static ObUnit
get_unit (ObQuantityEntry *self)
{
  return ob_parameter_get_info (self->parameter)->unit;
}

static char *
format_value (ObQuantityEntry *self, double value)
{
  g_autofree char *number = self->editing ? ob_quantity_format_entry (get_unit (self), value)
                                          : ob_quantity_format_field (get_unit (self), value);
  const char *unit = ob_quantity_get_unit_label (get_unit (self));

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s %s", number, unit);
}

static void
set_error_message (ObQuantityEntry *self, const char *message)
{
  if (g_strcmp0 (self->error_message, message) == 0)
    return;

  g_free (self->error_message);
  self->error_message = g_strdup (message);

  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
    message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    message != NULL ? message : ob_parameter_get_description (self->parameter), -1);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
}

static void
show_value (ObQuantityEntry *self)
{
  g_free (self->shown);
  self->shown = format_value (self, self->value);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), self->shown);

  set_error_message (self, NULL);
}

/* What was typed, or is untouched: then there is nothing to do. */
static gboolean
is_touched (ObQuantityEntry *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) != 0;
}

static gboolean
parse (ObQuantityEntry *self, double *value, GError **error)
{
  return ob_quantity_parse (self->parameter, gtk_editable_get_text (GTK_EDITABLE (self)),
                            self->value, value, error);
}

static void
changed_cb (ObQuantityEntry *self)
{
  double value;

  if (self->error_message != NULL && parse (self, &value, NULL))
    set_error_message (self, NULL);
}

static void
activate_cb (ObQuantityEntry *self)
{
  ob_quantity_entry_commit (self);

  if (self->error_message == NULL)
    gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

static void
focus_enter_cb (ObQuantityEntry *self)
{
  self->editing = TRUE;
  if (!is_touched (self))
    show_value (self);
}

static void
focus_leave_cb (ObQuantityEntry *self)
{
  ob_quantity_entry_commit (self);
  self->editing = FALSE;
  /* What could not be understood stays. */
  if (!is_touched (self))
    show_value (self);
}

static void
step (ObQuantityEntry *self, int steps)
{
  const ObParameterInfo *info = ob_parameter_get_info (self->parameter);
  double value;

  ob_quantity_entry_commit (self);
  if (self->error_message != NULL)
    return;

  value = CLAMP (self->value + steps * info->step, info->minimum, info->maximum);
  if (value != self->value)
    g_signal_emit (self, signals[NUDGED], 0, value);
}

static gboolean
key_pressed_cb (ObQuantityEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      if (!is_touched (self) && self->error_message == NULL)
        return GDK_EVENT_PROPAGATE;
      show_value (self);
      gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      step (self, PAGE_STEPS);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      step (self, -PAGE_STEPS);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
ob_quantity_entry_finalize (GObject *object)
{
  ObQuantityEntry *self = OB_QUANTITY_ENTRY (object);

  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->error_message, g_free);

  G_OBJECT_CLASS (ob_quantity_entry_parent_class)->finalize (object);
}

static void
ob_quantity_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObQuantityEntry *self = OB_QUANTITY_ENTRY (object);

  switch (prop_id)
    {
    case PROP_PARAMETER:
      g_value_set_uint (value, self->parameter);
      break;
    case PROP_VALUE:
      g_value_set_double (value, self->value);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_quantity_entry_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  ObQuantityEntry *self = OB_QUANTITY_ENTRY (object);

  switch (prop_id)
    {
    case PROP_PARAMETER:
      ob_quantity_entry_set_parameter (self, g_value_get_uint (value));
      break;
    case PROP_VALUE:
      ob_quantity_entry_set_value (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_quantity_entry_class_init (ObQuantityEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ob_quantity_entry_finalize;
  object_class->get_property = ob_quantity_entry_get_property;
  object_class->set_property = ob_quantity_entry_set_property;

  properties[PROP_PARAMETER] =
    g_param_spec_uint ("parameter", NULL, NULL, 0, OB_N_PARAMETERS - 1, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] =
    g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[NUDGED] = g_signal_new ("nudged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
ob_quantity_entry_init (ObQuantityEntry *self)
{
  GtkEventController *controller;
  GtkEditable *text;

  ob_quantity_entry_set_parameter (self, 0);

  gtk_editable_set_alignment (GTK_EDITABLE (self), 1);
  /* What is typed here is undone by Escape; Ctrl+Z belongs to the document. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  /* GTK 4.8 leaves these actions as they are, which do nothing and take the keys. */
  text = gtk_editable_get_delegate (GTK_EDITABLE (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.redo", FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_entry_set_input_hints (GTK_ENTRY (self),
                             GTK_INPUT_HINT_NO_EMOJI | GTK_INPUT_HINT_NO_SPELLCHECK);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");

  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  /* Before the text itself, which moves its cursor with the arrow keys. */
  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

GtkWidget *
ob_quantity_entry_new (void)
{
  return g_object_new (OB_TYPE_QUANTITY_ENTRY, NULL);
}

ObParameter
ob_quantity_entry_get_parameter (ObQuantityEntry *self)
{
  g_return_val_if_fail (OB_IS_QUANTITY_ENTRY (self), 0);

  return self->parameter;
}

/* In characters of the width of a digit, two of which a Chinese one takes. */
static int
get_columns (const char *text)
{
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return n;
}

void
ob_quantity_entry_set_parameter (ObQuantityEntry *self, ObParameter parameter)
{
  const ObParameterInfo *info;
  g_autofree char *longest = NULL;
  g_autofree char *other = NULL;
  int width;

  g_return_if_fail (OB_IS_QUANTITY_ENTRY (self));
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  self->parameter = parameter;
  info = ob_parameter_get_info (parameter);
  self->value = info->value;

  longest = format_value (self, info->maximum - info->step);
  other = format_value (self, info->minimum + info->step);
  width = MAX (get_columns (longest), get_columns (other)) + 1;
  width = CLAMP (width, MIN_WIDTH_CHARS, MAX_WIDTH_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), width);

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ob_parameter_get_label (parameter),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ob_parameter_get_description (parameter), -1);

  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARAMETER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

double
ob_quantity_entry_get_value (ObQuantityEntry *self)
{
  g_return_val_if_fail (OB_IS_QUANTITY_ENTRY (self), 0);

  return self->value;
}

void
ob_quantity_entry_set_value (ObQuantityEntry *self, double value)
{
  gboolean changed;

  g_return_if_fail (OB_IS_QUANTITY_ENTRY (self));

  changed = self->value != value;
  self->value = value;
  show_value (self);

  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

const char *
ob_quantity_entry_get_error_message (ObQuantityEntry *self)
{
  g_return_val_if_fail (OB_IS_QUANTITY_ENTRY (self), NULL);

  return self->error_message;
}

void
ob_quantity_entry_commit (ObQuantityEntry *self)
{
  g_autoptr (GError) error = NULL;
  double value;

  g_return_if_fail (OB_IS_QUANTITY_ENTRY (self));

  if (!is_touched (self))
    {
      set_error_message (self, NULL);
      return;
    }

  if (!parse (self, &value, &error))
    {
      set_error_message (self, error->message);
      return;
    }

  if (value != self->value)
    g_signal_emit (self, signals[COMMITTED], 0, value);

  /* Also when the owner kept the old value: what is shown is in force. */
  show_value (self);
}
