/* ob-export-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-export-dialog-private.h"

#include "ob-export-form.h"
#include "ob-export-preview.h"
#include "ob-toast.h"
#include "ob-wrap-box.h"

#include <glib/gi18n-lib.h>

/* Lines of a table shown in the preview. */
#define PREVIEW_LINES 40

struct _ObExportDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *preview_stack;
  ObExportPreview *preview;
  GtkTextBuffer *table_buffer;
  ObExportForm *form;
  GtkWidget *cancel_button;
  GtkButton *save_button;
  GtkSpinner *spinner;

  ObSession *session;
  GSignalGroup *session_signals;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  /* What is being written, or NULL. */
  GFile *file;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ObExportDialog, ob_export_dialog, ADW_TYPE_WINDOW)

void
ob_export_dialog_get_settings (ObExportDialog *self, ObExportSettings *settings)
{
  ObGhosts *ghosts = ob_session_get_ghosts (self->session);
  ObComparison *comparison = ob_session_get_comparison (self->session);

  ob_export_form_get_settings (self->form, settings);
  settings->quarter = (int) ob_session_get_quarter (self->session);
  ob_session_get_range (self->session, &settings->from, &settings->to);
  ob_export_settings_set_discovery (settings, ob_session_get_scenario (self->session));
  g_clear_pointer (&settings->ghosts, ob_ghosts_unref);
  if (ghosts != NULL && ob_export_form_get_pins (self->form))
    settings->ghosts = ob_ghosts_ref (ghosts);
  g_clear_pointer (&settings->comparison, ob_comparison_unref);
  if (comparison != NULL)
    settings->comparison = ob_comparison_ref (comparison);
}

/* NULL for a scenario without a title. */
static char *
dup_subtitle (ObExportDialog *self)
{
  g_autofree char *title = NULL;

  g_object_get (ob_session_get_scenario (self->session), "title", &title, NULL);

  return title != NULL && *title != '\0' ? g_steal_pointer (&title) : NULL;
}

static void
show_table (ObExportDialog *self, const ObExportSettings *settings, ObResults *results)
{
  g_autofree char *subtitle = dup_subtitle (self);
  g_autoptr (ObChart) chart = ob_export_make_chart (settings, results, subtitle);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;

  bytes = ob_chart_export (chart, OB_EXPORT_CSV, settings->width, settings->height, settings->scale,
                           &error);
  if (bytes == NULL)
    {
      gtk_text_buffer_set_text (self->table_buffer, error->message, -1);
      return;
    }

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", PREVIEW_LINES + 1);

  if (g_strv_length (lines) > PREVIEW_LINES)
    {
      g_free (lines[PREVIEW_LINES]);
      lines[PREVIEW_LINES] = g_strdup ("…");
    }

  head = g_strjoinv ("\n", lines);
  gtk_text_buffer_set_text (self->table_buffer, head, -1);
}

/* While it cannot be used the button cannot have the keyboard, which then falls to the
 * first one: Enter would cancel. */
static void
set_ready (ObExportDialog *self, gboolean ready)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const gboolean fell = focus == NULL || focus == self->cancel_button;

  if (ready == gtk_widget_get_sensitive (GTK_WIDGET (self->save_button)))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), ready);
  if (ready && fell)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
}

static void
update (ObExportDialog *self)
{
  ObResults *results = ob_session_get_results (self->session);
  g_auto (ObExportSettings) settings = { 0 };
  g_autofree char *subtitle = dup_subtitle (self);
  gboolean table;

  ob_export_form_set_has_pins (self->form, ob_session_get_ghosts (self->session) != NULL);
  ob_export_dialog_get_settings (self, &settings);
  table = settings.format == OB_EXPORT_CSV;

  if (table)
    show_table (self, &settings, results);
  else
    ob_export_preview_show (self->preview, &settings, results, subtitle);

  gtk_stack_set_visible_child_name (self->preview_stack, table ? "table" : "picture");

  /* Only what is exact goes into a file. */
  set_ready (self, results != NULL && !ob_session_get_busy (self->session) && self->file == NULL);
  gtk_spinner_set_spinning (self->spinner, self->file != NULL);
}

static void
changed_cb (ObExportDialog *self)
{
  if (self->session != NULL)
    update (self);
}

void
ob_export_dialog_set_settings (ObExportDialog *self, const ObExportSettings *settings)
{
  ob_export_form_set_settings (self->form, settings);
}

char *
ob_export_dialog_make_name (ObExportDialog *self)
{
  g_autofree char *title = dup_subtitle (self);
  g_auto (ObExportSettings) settings = { 0 };
  g_autofree char *name = NULL;

  ob_export_dialog_get_settings (self, &settings);
  name = g_strdup (title != NULL ? title : _ ("Untitled"));
  /* A title is free text, a file name is not. */
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');

  return g_strdup_printf ("%s, %s.%s", name, ob_chart_kind_get_id (settings.kind),
                          ob_export_format_get_id (settings.format));
}

static void
show_failure (ObExportDialog *self, const char *reason)
{
  /* Translators: %s is what went wrong */
  g_autofree char *message = g_strdup_printf (_ ("Not saved: %s"), reason);
  g_autofree char *markup = g_markup_escape_text (message, -1);

  ob_toast_add (self->toast_overlay, adw_toast_new (markup));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ObExportDialog) self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ob_export_finish (result, &error);

  if (bytes != NULL)
    {
      g_signal_emit (self, signals[EXPORTED], 0, file);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  show_failure (self, error->message);
  update (self);
}

void
ob_export_dialog_save_to (ObExportDialog *self, GFile *file)
{
  ObResults *results = ob_session_get_results (self->session);
  g_autoptr (ObProvenance) provenance = NULL;
  g_autofree char *subtitle = dup_subtitle (self);
  g_auto (ObExportSettings) settings = { 0 };

  if (results == NULL || self->file != NULL)
    return;

  provenance = ob_export_make_provenance (ob_session_get_scenario (self->session), results);
  if (provenance == NULL)
    {
      show_failure (self, _ ("the results are still being computed"));
      return;
    }

  ob_export_dialog_get_settings (self, &settings);
  self->file = g_object_ref (file);
  update (self);

  ob_export_async (&settings, results, subtitle, provenance, file, self->cancellable, saved_cb,
                   g_object_ref (self));
}

static void
chooser_response_cb (ObExportDialog *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    ob_export_dialog_save_to (self, file);
}

static void
save_cb (ObExportDialog *self)
{
  g_autofree char *name = ob_export_dialog_make_name (self);

  if (self->chooser != NULL)
    return;

  self->chooser =
    gtk_file_chooser_native_new (_ ("Export Chart"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
ob_export_dialog_close_request (GtkWindow *window)
{
  ObExportDialog *self = OB_EXPORT_DIALOG (window);

  /* What is being written is left as it was. */
  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (ob_export_dialog_parent_class)->close_request (window);
}

static void
ob_export_dialog_constructed (GObject *object)
{
  ObExportDialog *self = OB_EXPORT_DIALOG (object);

  G_OBJECT_CLASS (ob_export_dialog_parent_class)->constructed (object);

  /* Else the first button has it, and Enter cancels. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
  update (self);
}

static void
ob_export_dialog_dispose (GObject *object)
{
  ObExportDialog *self = OB_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_export_dialog_parent_class)->dispose (object);
}

static void
ob_export_dialog_finalize (GObject *object)
{
  ObExportDialog *self = OB_EXPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (ob_export_dialog_parent_class)->finalize (object);
}

static void
ob_export_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObExportDialog *self = OB_EXPORT_DIALOG (object);

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
ob_export_dialog_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  ObExportDialog *self = OB_EXPORT_DIALOG (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      g_signal_group_set_target (self->session_signals, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_export_dialog_class_init (ObExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ob_export_dialog_constructed;
  object_class->dispose = ob_export_dialog_dispose;
  object_class->finalize = ob_export_dialog_finalize;
  object_class->get_property = ob_export_dialog_get_property;
  object_class->set_property = ob_export_dialog_set_property;

  GTK_WINDOW_CLASS (klass)->close_request = ob_export_dialog_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EXPORTED] = g_signal_new ("exported", OB_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (OB_TYPE_EXPORT_FORM);
  g_type_ensure (OB_TYPE_EXPORT_PREVIEW);
  g_type_ensure (OB_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, table_buffer);
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ObExportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ob_export_dialog_init (ObExportDialog *self)
{
  self->cancellable = g_cancellable_new ();

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::results", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::ghosts", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::comparison",
                                  G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::busy", G_CALLBACK (changed_cb),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ob_export_dialog_new:
 * @kind: the chart chosen first
 */
GtkWidget *
ob_export_dialog_new (ObSession *session, ObChartKind kind)
{
  ObExportDialog *self;
  g_auto (ObExportSettings) settings = { 0 };

  g_return_val_if_fail (OB_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind < OB_N_CHARTS, NULL);

  self = g_object_new (OB_TYPE_EXPORT_DIALOG, "session", session, NULL);
  ob_export_dialog_get_settings (self, &settings);
  settings.kind = kind;
  ob_export_dialog_set_settings (self, &settings);

  return GTK_WIDGET (self);
}

ObSession *
ob_export_dialog_get_session (ObExportDialog *self)
{
  g_return_val_if_fail (OB_IS_EXPORT_DIALOG (self), NULL);

  return self->session;
}
