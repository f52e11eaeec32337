/* ob-family-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-family-dialog.h"

#include "ob-family-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ObScenario *scenario;
  ObParameter family;
  GtkWidget *entry;
  GtkWidget *message;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->scenario);
  g_free (form);
}

static Form *
get_form (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "ob-form");
}

/* What is typed as an overlay, if it can be used. */
static gboolean
read_form (const Form *form, ObOverlay *overlay, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (form->entry));

  *overlay = *ob_scenario_get_overlay (form->scenario);
  overlay->family = form->family;

  return ob_family_text_parse (text, ob_scenario_get_value (form->scenario, form->family), overlay,
                               error);
}

static void
changed_cb (GtkWidget *dialog)
{
  const Form *form = get_form (dialog);
  g_autoptr (GError) error = NULL;
  ObOverlay overlay;
  gboolean usable = read_form (form, &overlay, &error);

  gtk_label_set_text (GTK_LABEL (form->message), usable ? "" : error->message);
  gtk_widget_set_visible (form->message, !usable);
  gtk_accessible_update_state (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               usable ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (usable)
    gtk_widget_remove_css_class (form->entry, "error");
  else
    gtk_widget_add_css_class (form->entry, "error");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply", usable);
}

static void
response_cb (GtkWidget *dialog, const char *response)
{
  const Form *form = get_form (dialog);
  g_autoptr (GError) error = NULL;
  ObOverlay overlay;

  if (!g_str_equal (response, "apply") || !read_form (form, &overlay, NULL))
    return;

  if (!ob_scenario_set_overlay (form->scenario, &overlay, &error))
    g_warning ("%s", error->message);
}

GtkWidget *
ob_family_dialog_new (GtkWindow *parent, ObScenario *scenario)
{
  const ObOverlay *overlay = ob_scenario_get_overlay (scenario);
  const char *label = ob_parameter_get_label (overlay->family);
  g_autofree char *values = ob_family_text_format (overlay);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;
  GtkWidget *box;
  Form *form;

  g_return_val_if_fail (overlay->family < OB_N_PARAMETERS, NULL);

  /* Translators: %s is the name of a lever. */
  heading = g_strdup_printf (_ ("Curves for %s"), label);
  dialog = adw_message_dialog_new (parent, heading,
                                   _ ("A break-even curve is drawn for each value. Put semicolons "
                                      "between them."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "apply",
                                    _ ("_Apply"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "apply",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  form = g_new0 (Form, 1);
  form->scenario = g_object_ref (scenario);
  form->family = overlay->family;
  form->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (form->entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (form->entry), values);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  form->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (form->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (form->message), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (form->message), 40);
  gtk_widget_set_visible (form->message, FALSE);
  gtk_widget_add_css_class (form->message, "caption");
  gtk_widget_add_css_class (form->message, "error");

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), form->entry);
  gtk_box_append (GTK_BOX (box), form->message);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);

  g_object_set_data_full (G_OBJECT (dialog), "ob-form", form, form_free);
  g_signal_connect_object (form->entry, "changed", G_CALLBACK (changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  changed_cb (dialog);

  return dialog;
}

GtkEditable *
ob_family_dialog_get_entry (GtkWidget *dialog)
{
  g_return_val_if_fail (ADW_IS_MESSAGE_DIALOG (dialog), NULL);

  return GTK_EDITABLE (get_form (dialog)->entry);
}
