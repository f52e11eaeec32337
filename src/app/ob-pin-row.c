/* ob-pin-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pin-row.h"

#include "ob-chart-view-private.h"
#include "ob-quantity.h"
#include "ob-theme.h"

#include <glib/gi18n-lib.h>

struct _ObPinRow
{
  GtkWidget parent_instance;

  /* Weak: the popover that has it holds the session. */
  ObSession *session;
  guint index;

  GtkToggleButton *letter_button;
  GtkLabel *letter_label;
  GtkEditable *name_entry;
  GtkLabel *detail_label;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (ObPinRow, ob_pin_row, GTK_TYPE_WIDGET)

static ObScenario *
get_scenario (ObPinRow *self)
{
  return ob_session_get_scenario (self->session);
}

static void
show_letter (ObPinRow *self)
{
  const char *letter = ob_pin_get_letter (self->index);
  const ObColor *color = &ob_theme_get (ob_chart_view_get_theme_of_desktop ())->pin[self->index];
  g_autofree char *markup = g_strdup_printf (
    "<span weight=\"bold\" color=\"#%02x%02x%02x\">%s</span>", (guint) (color->red * 255 + 0.5),
    (guint) (color->green * 255 + 0.5), (guint) (color->blue * 255 + 0.5), letter);
  /* Translators: what a button does; %s is the letter of a pinned scenario. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Show differences to pin %s"), letter);
  /* Translators: %s is the letter of a pinned scenario. */
  g_autofree char *name = g_strdup_printf (_ ("Name of pin %s"), letter);

  gtk_label_set_markup (self->letter_label, markup);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->letter_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->letter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_detail (ObPinRow *self)
{
  ObGhosts *ghosts = ob_session_get_ghosts (self->session);
  const ObResults *results = ghosts != NULL ? ghosts->results[self->index] : NULL;
  g_autofree char *npv = NULL;
  g_autofree char *risk = NULL;
  g_autofree char *text = NULL;

  if (results == NULL)
    {
      gtk_label_set_text (self->detail_label, "");
      return;
    }

  npv = ob_quantity_format (OB_UNIT_BILLION, results->run.metric[OB_METRIC_NPV]);
  risk = ob_quantity_format (OB_UNIT_SHARE, results->run.metric[OB_METRIC_BUBBLE_RISK]);
  /* Translators: the net present value and the bubble risk of a scenario. */
  text = g_strdup_printf (C_ ("pin", "NPV %s, risk %s"), npv, risk);
  gtk_label_set_text (self->detail_label, text);
}

void
ob_pin_row_update (ObPinRow *self)
{
  const ObPin *pin;

  g_return_if_fail (OB_IS_PIN_ROW (self));

  pin = ob_scenario_get_pin (get_scenario (self), self->index);
  gtk_widget_set_visible (GTK_WIDGET (self), pin != NULL);
  if (pin == NULL)
    return;

  self->updating = TRUE;
  if (!g_str_equal (gtk_editable_get_text (self->name_entry), pin->name))
    gtk_editable_set_text (self->name_entry, pin->name);
  gtk_toggle_button_set_active (self->letter_button,
                                ob_session_get_reference (self->session) == (int) self->index);
  self->updating = FALSE;
  show_letter (self);
  show_detail (self);
}

void
ob_pin_row_commit (ObPinRow *self)
{
  g_return_if_fail (OB_IS_PIN_ROW (self));

  if (!self->updating && ob_scenario_get_pin (get_scenario (self), self->index) != NULL)
    ob_scenario_rename_pin (get_scenario (self), self->index,
                            gtk_editable_get_text (self->name_entry));
}

static void
letter_cb (ObPinRow *self)
{
  if (self->updating)
    return;

  ob_session_set_reference (self->session, (int) self->index);
  /* It stays down: another one brings it up. */
  ob_pin_row_update (self);
}

static void
go_to_cb (ObPinRow *self)
{
  ob_scenario_go_to_pin (get_scenario (self), self->index);
}

static void
swap_cb (ObPinRow *self)
{
  ob_scenario_swap_with_pin (get_scenario (self), self->index);
}

static void
replace_cb (ObPinRow *self)
{
  ObScenario *scenario = get_scenario (self);
  g_autofree char *name = ob_scenario_suggest_pin_name (scenario);
  g_autoptr (ObPin) pin = ob_scenario_create_pin (scenario, name);

  ob_scenario_set_pin (scenario, self->index, pin);
}

static void
remove_cb (ObPinRow *self)
{
  ob_scenario_set_pin (get_scenario (self), self->index, NULL);
}

static void
ob_pin_row_dispose (GObject *object)
{
  ObPinRow *self = OB_PIN_ROW (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_pin_row_parent_class)->dispose (object);
}

static void
ob_pin_row_class_init (ObPinRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ob_pin_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-pin-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ObPinRow, letter_button);
  gtk_widget_class_bind_template_child (widget_class, ObPinRow, letter_label);
  gtk_widget_class_bind_template_child (widget_class, ObPinRow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, ObPinRow, detail_label);
  gtk_widget_class_bind_template_callback (widget_class, letter_cb);
  gtk_widget_class_bind_template_callback (widget_class, ob_pin_row_commit);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pinrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ob_pin_row_init (ObPinRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ob_pin_row_new (ObSession *session, guint index)
{
  ObPinRow *self;

  g_return_val_if_fail (OB_IS_SESSION (session), NULL);
  g_return_val_if_fail (index < OB_N_PINS, NULL);

  self = g_object_new (OB_TYPE_PIN_ROW, NULL);
  self->session = session;
  self->index = index;
  ob_pin_row_update (self);

  return GTK_WIDGET (self);
}
