/* ob-lever-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lever-pane.h"

#include "ob-scenario-menu.h"
#include "ob-warning-bar.h"

#include <glib/gi18n-lib.h>

/* The width asked for, in digits, so that a name of some length stands in one line with
 * its entry. */
#define NAT_DIGITS 37

struct _ObLeverPane
{
  GtkWidget parent_instance;

  ObSession *session;
  ObLeverGroup *groups[OB_N_GROUPS];
  guint n_shown;

  GtkWidget *box;
  GtkMenuButton *scenario_button;
  GtkLabel *title_label;
  GtkSearchEntry *search_entry;
  GtkToggleButton *changed_button;
  GtkWidget *headline;
  GtkBox *headline_rows;
  GtkScrolledWindow *headline_scroller;
  GtkBox *group_box;
  GtkWidget *nothing_found;
  GBindingGroup *scenario_bindings;
  GSignalGroup *session_signals;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObLeverPane, ob_lever_pane, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
title_to_label (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *title = g_value_get_string (from);

  g_value_set_string (to, title != NULL && *title != '\0' ? title : _ ("Untitled Scenario"));

  return TRUE;
}

/* What there is to say of the scenario, or of the button. */
static gboolean
description_to_tooltip (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *description = g_value_get_string (from);

  g_value_set_string (to, description != NULL && *description != '\0' ? description
                                                                      : _ ("Title and Templates"));

  return TRUE;
}

static void
scenario_cb (ObLeverPane *self)
{
  g_binding_group_set_source (self->scenario_bindings, self->session != NULL
                                                         ? ob_session_get_scenario (self->session)
                                                         : NULL);
}

/* Casefolded words without the empty ones. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }

  return g_strv_builder_end (builder);
}

/* Those that differ from what the scenario is compared with; NULL for all. */
static gboolean *
get_wanted (ObLeverPane *self)
{
  const ObInputs *inputs;
  const ObInputs *reference;
  gboolean *wanted;

  if (self->session == NULL || !gtk_toggle_button_get_active (self->changed_button))
    return NULL;

  inputs = ob_scenario_get_inputs (ob_session_get_scenario (self->session));
  reference =
    ob_session_get_reference_inputs (self->session, ob_session_get_reference (self->session));
  wanted = g_new (gboolean, OB_N_PARAMETERS);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    wanted[i] = inputs->value[i] != reference->value[i];

  return wanted;
}

static void
filter (ObLeverPane *self)
{
  g_autofree gboolean *wanted = get_wanted (self);
  g_auto (GStrv) words = split_words (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  guint n_headline = 0;

  self->n_shown = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->headline_rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean matches =
        ob_lever_row_matches (OB_LEVER_ROW (row), (const char *const *) words)
        && (wanted == NULL || wanted[ob_lever_row_get_parameter (OB_LEVER_ROW (row))]);

      gtk_widget_set_visible (row, matches);
      n_headline += matches ? 1 : 0;
    }

  gtk_widget_set_visible (self->headline, n_headline > 0);
  self->n_shown = n_headline;

  for (ObGroup group = 0; group < OB_N_GROUPS; group++)
    self->n_shown +=
      ob_lever_group_filter (self->groups[group], (const char *const *) words, wanted);

  gtk_widget_set_visible (self->nothing_found, self->n_shown == 0);
}

/* A row does not go away under the hand that moves it. */
static void
refilter (ObLeverPane *self)
{
  if (!ob_session_get_dragging (self->session)
      && gtk_toggle_button_get_active (self->changed_button))
    filter (self);
}

static GtkWidget *
find_first_shown (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (OB_IS_LEVER_ROW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_first_shown (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Enter in the search field goes on to the first input found. */
static void
search_activate_cb (ObLeverPane *self)
{
  GtkWidget *row;

  filter (self);
  row = find_first_shown (GTK_WIDGET (self));
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (ObLeverPane *self)
{
  ob_lever_pane_set_search (self, "");
}

static void
add_rows (ObLeverPane *self)
{
  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      GtkWidget *row = ob_lever_row_new (ob_headline_parameters[i]);

      ob_lever_row_set_use_mnemonic (OB_LEVER_ROW (row), TRUE);
      g_object_bind_property (self, "session", row, "session", G_BINDING_SYNC_CREATE);
      gtk_box_append (self->headline_rows, row);
    }

  for (ObGroup group = 0; group < OB_N_GROUPS; group++)
    {
      GtkWidget *widget = ob_lever_group_new (group);

      self->groups[group] = OB_LEVER_GROUP (widget);
      g_object_bind_property (self, "session", widget, "session", G_BINDING_SYNC_CREATE);
      gtk_box_append (self->group_box, widget);
    }

  self->n_shown = OB_N_PARAMETERS;
}

static void
ob_lever_pane_dispose (GObject *object)
{
  ObLeverPane *self = OB_LEVER_PANE (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->scenario_bindings);
  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_lever_pane_parent_class)->dispose (object);
}

/* What is bold, has a note or is folded out needs more room than what is not; a width that
 * followed it would move the chart sideways under the pointer that drags on it. */
static void
ob_lever_pane_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ObLeverPane *self = OB_LEVER_PANE (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      PangoContext *context = gtk_widget_get_pango_context (widget);
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

      *natural =
        PANGO_PIXELS_CEIL (NAT_DIGITS * pango_font_metrics_get_approximate_digit_width (metrics));
      *natural = MAX (*minimum, *natural);
      pango_font_metrics_unref (metrics);
    }
}

static GtkSizeRequestMode
ob_lever_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ob_lever_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (OB_LEVER_PANE (widget)->box, width, height, baseline, NULL);
}

static void
ob_lever_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObLeverPane *self = OB_LEVER_PANE (object);

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
ob_lever_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObLeverPane *self = OB_LEVER_PANE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_lever_pane_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_lever_pane_class_init (ObLeverPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_lever_pane_dispose;
  object_class->get_property = ob_lever_pane_get_property;
  object_class->set_property = ob_lever_pane_set_property;

  widget_class->get_request_mode = ob_lever_pane_get_request_mode;
  widget_class->measure = ob_lever_pane_measure;
  widget_class->size_allocate = ob_lever_pane_size_allocate;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OB_TYPE_SCENARIO_MENU);
  g_type_ensure (OB_TYPE_WARNING_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-lever-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, box);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, scenario_button);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, changed_button);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, headline);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, headline_rows);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, headline_scroller);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, group_box);
  gtk_widget_class_bind_template_child (widget_class, ObLeverPane, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);

  gtk_widget_class_set_css_name (widget_class, "leverpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ob_lever_pane_init (ObLeverPane *self)
{
  GtkWidget *text;

  gtk_widget_init_template (GTK_WIDGET (self));

  /* As long as nothing has been typed, Ctrl+Z belongs to the document. */
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry)));
  gtk_widget_action_set_enabled (text, "text.undo", FALSE);
  gtk_widget_action_set_enabled (text, "text.redo", FALSE);

  add_rows (self);

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::reference", G_CALLBACK (refilter),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::comparison",
                                  G_CALLBACK (refilter), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_cb), self);

  self->scenario_bindings = g_binding_group_new ();
  g_binding_group_bind_full (self->scenario_bindings, "title", self->title_label, "label",
                             G_BINDING_SYNC_CREATE, title_to_label, NULL, NULL, NULL);
  g_binding_group_bind_full (self->scenario_bindings, "description", self->scenario_button,
                             "tooltip-text", G_BINDING_SYNC_CREATE, description_to_tooltip, NULL,
                             NULL, NULL);
}

GtkWidget *
ob_lever_pane_new (void)
{
  return g_object_new (OB_TYPE_LEVER_PANE, NULL);
}

ObSession *
ob_lever_pane_get_session (ObLeverPane *self)
{
  g_return_val_if_fail (OB_IS_LEVER_PANE (self), NULL);

  return self->session;
}

void
ob_lever_pane_set_session (ObLeverPane *self, ObSession *session)
{
  g_return_if_fail (OB_IS_LEVER_PANE (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  scenario_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
ob_lever_pane_start_search (ObLeverPane *self)
{
  g_return_if_fail (OB_IS_LEVER_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
ob_lever_pane_set_search (ObLeverPane *self, const char *text)
{
  g_return_if_fail (OB_IS_LEVER_PANE (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  /* At once, without the delay that typing has. */
  filter (self);
}

guint
ob_lever_pane_get_n_shown (ObLeverPane *self)
{
  g_return_val_if_fail (OB_IS_LEVER_PANE (self), 0);

  return self->n_shown;
}

void
ob_lever_pane_set_only_changed (ObLeverPane *self, gboolean only_changed)
{
  g_return_if_fail (OB_IS_LEVER_PANE (self));

  gtk_toggle_button_set_active (self->changed_button, only_changed);
}

ObLeverGroup *
ob_lever_pane_get_group (ObLeverPane *self, ObGroup group)
{
  g_return_val_if_fail (OB_IS_LEVER_PANE (self), NULL);
  g_return_val_if_fail (group < OB_N_GROUPS, NULL);

  return self->groups[group];
}

ObLeverRow *
ob_lever_pane_get_row (ObLeverPane *self, ObParameter parameter)
{
  g_return_val_if_fail (OB_IS_LEVER_PANE (self), NULL);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->headline_rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (ob_lever_row_get_parameter (OB_LEVER_ROW (row)) == parameter)
        return OB_LEVER_ROW (row);
    }

  return ob_lever_group_get_row (self->groups[ob_parameter_get_info (parameter)->group], parameter);
}

void
ob_lever_pane_reveal (ObLeverPane *self, ObParameter parameter)
{
  g_return_if_fail (OB_IS_LEVER_PANE (self));
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  ob_lever_pane_set_search (self, "");
  ob_lever_pane_set_only_changed (self, FALSE);
  if (!ob_parameter_is_headline (parameter))
    ob_lever_group_set_expanded (self->groups[ob_parameter_get_info (parameter)->group], TRUE);
  gtk_widget_child_focus (GTK_WIDGET (ob_lever_pane_get_row (self, parameter)),
                          GTK_DIR_TAB_FORWARD);
}
