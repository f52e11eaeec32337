/* ob-warning-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-warning-bar.h"

#include "ob-warning.h"

#include <glib/gi18n-lib.h>

/* Between two looks at the results: words that change faster cannot be read. */
#define INTERVAL_MS 500

struct _ObWarningBar
{
  AdwBin parent_instance;

  ObSession *session;
  GSignalGroup *session_signals;
  GPtrArray *warnings;
  guint interval_id;
  gboolean stale;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkBox *rows;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObWarningBar, ob_warning_bar, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const ObWarning *one = a->pdata[i];
      const ObWarning *other = b->pdata[i];

      if (!g_str_equal (one->sentence, other->sentence) || one->has_fix != other->has_fix
          || one->fix != other->fix || one->fix_value != other->fix_value)
        return FALSE;
    }

  return TRUE;
}

static void
fix_cb (ObWarningBar *self, GtkButton *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ob-index"));
  const ObWarning *warning = self->warnings->pdata[index];
  ObScenario *scenario = ob_session_get_scenario (self->session);
  ObInputs inputs = *ob_scenario_get_inputs (scenario);
  g_autofree char *name = ob_warning_name_fix (warning, &inputs);
  g_autoptr (GError) error = NULL;

  inputs.value[warning->fix] = warning->fix_value;
  if (!ob_scenario_set_inputs (scenario, &inputs, name, &error))
    g_warning ("%s", error->message);
}

static GtkWidget *
create_row (ObWarningBar *self, guint index)
{
  const ObWarning *warning = self->warnings->pdata[index];
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (warning->sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_box_append (GTK_BOX (row), label);

  if (warning->has_fix)
    {
      g_autofree char *text = ob_warning_describe_fix (warning);
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data (G_OBJECT (button), "ob-index", GUINT_TO_POINTER (index));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      warning->sentence, -1);
      if (ob_scenario_get_locked (ob_session_get_scenario (self->session), warning->fix))
        {
          gtk_widget_set_sensitive (button, FALSE);
          gtk_widget_set_tooltip_text (button, _ ("Locked"));
        }
      g_signal_connect_object (button, "clicked", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), button);
    }

  return row;
}

static void
fill (ObWarningBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < self->warnings->len; i++)
    gtk_box_append (self->rows, create_row (self, i));
}

static void
show_warnings (ObWarningBar *self)
{
  guint n = self->warnings->len;
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (self->button));
  gboolean open = gtk_widget_get_visible (popover);

  /* While it is closed levers may be locked; it is filled when it opens. */
  if (open)
    fill (self);

  if (n > 0)
    {
      g_autofree char *text =
        /* Translators: how many pairs of inputs do not go together. */
        g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n);

      gtk_label_set_label (self->label, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text, -1);
    }

  /* The button that was pressed has gone; the keyboard goes on to the next. */
  if (open && n > 0)
    gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  else if (open)
    gtk_menu_button_popdown (self->button);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
update (ObWarningBar *self)
{
  ObResults *results = self->session != NULL ? ob_session_get_results (self->session) : NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  self->stale = FALSE;
  warnings =
    results != NULL ? ob_warnings_find (&results->inputs, &results->run) : g_ptr_array_new ();
  if (is_same (warnings, self->warnings))
    return;

  g_ptr_array_unref (self->warnings);
  self->warnings = g_steal_pointer (&warnings);
  show_warnings (self);
}

static gboolean
interval_cb (gpointer data)
{
  ObWarningBar *self = data;

  if (!self->stale)
    {
      self->interval_id = 0;
      return G_SOURCE_REMOVE;
    }

  update (self);

  return G_SOURCE_CONTINUE;
}

static void
results_cb (ObWarningBar *self)
{
  self->stale = TRUE;
  if (self->interval_id != 0)
    return;

  update (self);
  self->interval_id = g_timeout_add (INTERVAL_MS, interval_cb, self);
}

static void
ob_warning_bar_dispose (GObject *object)
{
  ObWarningBar *self = OB_WARNING_BAR (object);

  g_clear_handle_id (&self->interval_id, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_warning_bar_parent_class)->dispose (object);
}

static void
ob_warning_bar_finalize (GObject *object)
{
  ObWarningBar *self = OB_WARNING_BAR (object);

  g_clear_pointer (&self->warnings, g_ptr_array_unref);

  G_OBJECT_CLASS (ob_warning_bar_parent_class)->finalize (object);
}

static void
ob_warning_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObWarningBar *self = OB_WARNING_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_warning_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObWarningBar *self = OB_WARNING_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_warning_bar_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_warning_bar_class_init (ObWarningBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_warning_bar_dispose;
  object_class->finalize = ob_warning_bar_finalize;
  object_class->get_property = ob_warning_bar_get_property;
  object_class->set_property = ob_warning_bar_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-warning-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ObWarningBar, button);
  gtk_widget_class_bind_template_child (widget_class, ObWarningBar, label);
  gtk_widget_class_bind_template_child (widget_class, ObWarningBar, rows);
  gtk_widget_class_bind_template_callback (widget_class, fill);

  gtk_widget_class_set_css_name (widget_class, "warningbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ob_warning_bar_init (ObWarningBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->warnings = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::results", G_CALLBACK (results_cb),
                                  self);
}

GtkWidget *
ob_warning_bar_new (void)
{
  return g_object_new (OB_TYPE_WARNING_BAR, NULL);
}

ObSession *
ob_warning_bar_get_session (ObWarningBar *self)
{
  g_return_val_if_fail (OB_IS_WARNING_BAR (self), NULL);

  return self->session;
}

void
ob_warning_bar_set_session (ObWarningBar *self, ObSession *session)
{
  g_return_if_fail (OB_IS_WARNING_BAR (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

guint
ob_warning_bar_get_n_warnings (ObWarningBar *self)
{
  g_return_val_if_fail (OB_IS_WARNING_BAR (self), 0);

  return self->warnings->len;
}
