/* ob-history-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-history-popover.h"

#include <glib/gi18n-lib.h>

struct _ObHistoryPopover
{
  GtkPopover parent_instance;

  ObSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *scenario_signals;
  gboolean updating;

  GtkListView *list;
  GtkStringList *labels;
  GtkSingleSelection *selection;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObHistoryPopover, ob_history_popover, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];

static ObScenario *
get_scenario (ObHistoryPopover *self)
{
  return self->session != NULL ? ob_session_get_scenario (self->session) : NULL;
}

static void
select_current (ObHistoryPopover *self)
{
  ObScenario *scenario = get_scenario (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));

  if (scenario == NULL || n != ob_scenario_get_n_steps (scenario) + 1)
    return;

  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, n - 1 - ob_scenario_get_step (scenario));
  self->updating = FALSE;
}

/* There may be thousands of steps, which nobody looks at while it is closed. */
static void
fill (ObHistoryPopover *self)
{
  ObScenario *scenario = get_scenario (self);
  g_autoptr (GPtrArray) labels = NULL;
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->labels));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = scenario != NULL ? ob_scenario_get_n_steps (scenario) + 1 : 0; i > 0; i--)
    g_ptr_array_add (labels, ob_scenario_describe_step (scenario, i - 1));
  g_ptr_array_add (labels, NULL);

  self->updating = TRUE;
  gtk_string_list_splice (self->labels, 0, n_old, (const char *const *) labels->pdata);
  self->updating = FALSE;

  select_current (self);
}

/* A new step in place of those that were undone may leave their number as it was. */
static void
step_cb (ObHistoryPopover *self)
{
  ObScenario *scenario = get_scenario (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));

  if (scenario != NULL && n == ob_scenario_get_n_steps (scenario) + 1
      && ob_scenario_get_step (scenario) < n - 1)
    select_current (self);
  else
    fill (self);
}

static void
scenario_cb (ObHistoryPopover *self)
{
  g_signal_group_set_target (self->scenario_signals, get_scenario (self));
  fill (self);
}

static void
selected_cb (ObHistoryPopover *self)
{
  ObScenario *scenario = get_scenario (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (self->updating || scenario == NULL || selected >= n
      || n != ob_scenario_get_n_steps (scenario) + 1)
    return;

  ob_scenario_go_to_step (scenario, n - 1 - selected);
  /* While a lever is being dragged nothing can be undone. */
  select_current (self);
}

static void
activate_cb (ObHistoryPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
  g_object_bind_property (item, "selected", mark, "visible", G_BINDING_SYNC_CREATE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
ob_history_popover_show (GtkWidget *widget)
{
  ObHistoryPopover *self = OB_HISTORY_POPOVER (widget);

  GTK_WIDGET_CLASS (ob_history_popover_parent_class)->show (widget);

  fill (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
}

static void
ob_history_popover_dispose (GObject *object)
{
  ObHistoryPopover *self = OB_HISTORY_POPOVER (object);

  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_history_popover_parent_class)->dispose (object);
}

static void
ob_history_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObHistoryPopover *self = OB_HISTORY_POPOVER (object);

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
ob_history_popover_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  ObHistoryPopover *self = OB_HISTORY_POPOVER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_history_popover_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_history_popover_class_init (ObHistoryPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_history_popover_dispose;
  object_class->get_property = ob_history_popover_get_property;
  object_class->set_property = ob_history_popover_set_property;

  widget_class->show = ob_history_popover_show;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-history-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ObHistoryPopover, list);
  gtk_widget_class_bind_template_child (widget_class, ObHistoryPopover, labels);
  gtk_widget_class_bind_template_child (widget_class, ObHistoryPopover, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
ob_history_popover_init (ObHistoryPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_cb), self);

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "notify::step", G_CALLBACK (step_cb),
                                  self);
  g_signal_group_connect_swapped (self->scenario_signals, "notify::n-steps", G_CALLBACK (fill),
                                  self);
  g_signal_group_connect_swapped (self->scenario_signals, "notify::undo-label",
                                  G_CALLBACK (step_cb), self);
}

GtkWidget *
ob_history_popover_new (void)
{
  return g_object_new (OB_TYPE_HISTORY_POPOVER, NULL);
}

ObSession *
ob_history_popover_get_session (ObHistoryPopover *self)
{
  g_return_val_if_fail (OB_IS_HISTORY_POPOVER (self), NULL);

  return self->session;
}

void
ob_history_popover_set_session (ObHistoryPopover *self, ObSession *session)
{
  g_return_if_fail (OB_IS_HISTORY_POPOVER (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  scenario_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

GtkSingleSelection *
ob_history_popover_get_model (ObHistoryPopover *self)
{
  g_return_val_if_fail (OB_IS_HISTORY_POPOVER (self), NULL);

  return self->selection;
}
