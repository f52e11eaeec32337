/* ob-export-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-export-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define CUSTOM_PRESET OB_EXPORT_N_PRESETS
#define MM_PER_INCH   25.4

static const char *const formats[] = {
  [OB_EXPORT_PNG] = NC_ ("export format", "PNG picture"),
  [OB_EXPORT_SVG] = NC_ ("export format", "SVG drawing"),
  [OB_EXPORT_PDF] = NC_ ("export format", "PDF document"),
  [OB_EXPORT_CSV] = NC_ ("export format", "CSV table of the data"),
};

static const char *const themes[] = {
  [OB_THEME_LIGHT] = NC_ ("chart theme", "Light"),
  [OB_THEME_DARK] = NC_ ("chart theme", "Dark"),
  [OB_THEME_HIGH_CONTRAST] = NC_ ("chart theme", "High contrast"),
  [OB_THEME_HIGH_CONTRAST_DARK] = NC_ ("chart theme", "High contrast, dark"),
};

struct _ObExportForm
{
  GtkWidget parent_instance;

  AdwComboRow *chart_row;
  GtkWidget *pins_row;
  GtkSwitch *pins_switch;
  AdwComboRow *format_row;
  AdwComboRow *size_row;
  AdwActionRow *width_row;
  AdwActionRow *height_row;
  AdwActionRow *resolution_row;
  GtkAdjustment *width;
  GtkAdjustment *height;
  GtkAdjustment *resolution;
  GtkWidget *look_group;
  AdwComboRow *theme_row;
  GtkSwitch *transparent_switch;
  GtkEditable *title_row;
  GtkEditable *source_row;

  /* While the rows are set by us and not by a person. */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ObExportForm, ob_export_form, GTK_TYPE_WIDGET)

/* NULL for nothing. */
static char *
dup_text (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  return *text != '\0' ? g_strdup (text) : NULL;
}

void
ob_export_form_get_settings (ObExportForm *self, ObExportSettings *settings)
{
  g_return_if_fail (OB_IS_EXPORT_FORM (self));
  g_return_if_fail (settings != NULL);

  settings->kind = adw_combo_row_get_selected (self->chart_row);
  settings->format = adw_combo_row_get_selected (self->format_row);
  settings->theme = adw_combo_row_get_selected (self->theme_row);
  settings->width = (int) gtk_adjustment_get_value (self->width);
  settings->height = (int) gtk_adjustment_get_value (self->height);
  settings->scale = gtk_adjustment_get_value (self->resolution) / OB_EXPORT_PX_PER_INCH;
  settings->transparent = gtk_switch_get_active (self->transparent_switch);
  g_free (settings->title);
  settings->title = dup_text (self->title_row);
  g_free (settings->source);
  settings->source = dup_text (self->source_row);
}

static void
show_millimetres (AdwActionRow *row, int size)
{
  g_autofree char *text =
    /* Translators: length of the side of a page */
    g_strdup_printf (_ ("%.0f mm"), size / OB_EXPORT_PX_PER_INCH * MM_PER_INCH);

  adw_action_row_set_subtitle (row, text);
}

static void
update (ObExportForm *self)
{
  g_auto (ObExportSettings) settings = { 0 };
  g_autofree char *pixels = NULL;
  gboolean table;

  ob_export_form_get_settings (self, &settings);
  table = settings.format == OB_EXPORT_CSV;

  /* A table has neither size nor look, and only a PNG has pixels. */
  gtk_widget_set_visible (GTK_WIDGET (self->size_row), !table);
  gtk_widget_set_visible (GTK_WIDGET (self->width_row), !table);
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), !table);
  gtk_widget_set_visible (self->look_group, !table);
  gtk_widget_set_visible (GTK_WIDGET (self->resolution_row), settings.format == OB_EXPORT_PNG);

  show_millimetres (self->width_row, settings.width);
  show_millimetres (self->height_row, settings.height);
  /* Translators: size of a picture, width then height */
  pixels = g_strdup_printf (_ ("%d × %d pixels"), (int) lround (settings.width * settings.scale),
                            (int) lround (settings.height * settings.scale));
  adw_action_row_set_subtitle (self->resolution_row, pixels);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_changed_cb (ObExportForm *self)
{
  if (!self->filling)
    update (self);
}

static void
size_changed_cb (ObExportForm *self)
{
  guint preset = adw_combo_row_get_selected (self->size_row);

  if (self->filling)
    return;

  if (preset < CUSTOM_PRESET)
    {
      self->filling = TRUE;
      gtk_adjustment_set_value (self->width, ob_export_presets[preset].width);
      gtk_adjustment_set_value (self->height, ob_export_presets[preset].height);
      gtk_adjustment_set_value (self->resolution,
                                ob_export_presets[preset].scale * OB_EXPORT_PX_PER_INCH);
      self->filling = FALSE;
    }

  update (self);
}

static void
select_preset (ObExportForm *self)
{
  int width = (int) gtk_adjustment_get_value (self->width);
  int height = (int) gtk_adjustment_get_value (self->height);
  guint preset;

  for (preset = 0; preset < CUSTOM_PRESET; preset++)
    {
      if (ob_export_presets[preset].width == width && ob_export_presets[preset].height == height)
        break;
    }

  self->filling = TRUE;
  adw_combo_row_set_selected (self->size_row, preset);
  self->filling = FALSE;
}

static void
page_changed_cb (ObExportForm *self)
{
  if (self->filling)
    return;

  select_preset (self);
  update (self);
}

void
ob_export_form_set_settings (ObExportForm *self, const ObExportSettings *settings)
{
  g_return_if_fail (OB_IS_EXPORT_FORM (self));
  g_return_if_fail (settings != NULL);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->chart_row, settings->kind);
  adw_combo_row_set_selected (self->format_row, settings->format);
  adw_combo_row_set_selected (self->theme_row, settings->theme);
  gtk_adjustment_set_value (self->width, settings->width);
  gtk_adjustment_set_value (self->height, settings->height);
  gtk_adjustment_set_value (self->resolution, settings->scale * OB_EXPORT_PX_PER_INCH);
  gtk_switch_set_active (self->transparent_switch, settings->transparent);
  gtk_editable_set_text (self->title_row, settings->title != NULL ? settings->title : "");
  gtk_editable_set_text (self->source_row, settings->source != NULL ? settings->source : "");
  self->filling = FALSE;

  select_preset (self);
  update (self);
}

void
ob_export_form_set_has_pins (ObExportForm *self, gboolean has_pins)
{
  g_return_if_fail (OB_IS_EXPORT_FORM (self));

  gtk_widget_set_visible (self->pins_row, has_pins);
}

gboolean
ob_export_form_get_pins (ObExportForm *self)
{
  g_return_val_if_fail (OB_IS_EXPORT_FORM (self), FALSE);

  return gtk_widget_get_visible (self->pins_row) && gtk_switch_get_active (self->pins_switch);
}

static void
fill_row (AdwComboRow *row, const char *const *labels, guint n_labels, const char *context)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_labels; i++)
    gtk_string_list_append (
      list, context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, labels[i]) : labels[i]);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_rows (ObExportForm *self)
{
  const char *charts[OB_N_CHARTS];
  const char *sizes[OB_EXPORT_N_PRESETS + 1];

  for (guint i = 0; i < OB_N_CHARTS; i++)
    charts[i] = ob_chart_kind_get_title (i);
  for (guint i = 0; i < OB_EXPORT_N_PRESETS; i++)
    sizes[i] = ob_export_presets[i].label;
  sizes[CUSTOM_PRESET] = NC_ ("export size", "Custom");

  fill_row (self->chart_row, charts, OB_N_CHARTS, NULL);
  fill_row (self->format_row, formats, G_N_ELEMENTS (formats), "export format");
  fill_row (self->theme_row, themes, G_N_ELEMENTS (themes), "chart theme");
  fill_row (self->size_row, sizes, G_N_ELEMENTS (sizes), "export size");

  gtk_adjustment_configure (self->width, ob_export_presets[0].width, OB_EXPORT_MIN_SIZE,
                            OB_EXPORT_MAX_SIZE, 1, 100, 0);
  gtk_adjustment_configure (self->height, ob_export_presets[0].height, OB_EXPORT_MIN_SIZE,
                            OB_EXPORT_MAX_SIZE, 1, 100, 0);
  gtk_adjustment_configure (self->resolution, OB_EXPORT_PX_PER_INCH,
                            OB_EXPORT_MIN_SCALE * OB_EXPORT_PX_PER_INCH,
                            OB_EXPORT_MAX_SCALE * OB_EXPORT_PX_PER_INCH, 12, 96, 0);
}

static void
ob_export_form_dispose (GObject *object)
{
  ObExportForm *self = OB_EXPORT_FORM (object);
  GtkWidget *child;

  /* Rows that go away say goodbye with a change. */
  self->filling = TRUE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_export_form_parent_class)->dispose (object);
}

static void
ob_export_form_class_init (ObExportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ob_export_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-export-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, chart_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, pins_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, pins_switch);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, format_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, size_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, width_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, height_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, resolution_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, width);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, height);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, resolution);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, look_group);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, theme_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, transparent_switch);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, ObExportForm, source_row);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "exportform");
}

static void
ob_export_form_init (ObExportForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_rows (self);
  self->filling = FALSE;

  size_changed_cb (self);
}

GtkWidget *
ob_export_form_new (void)
{
  return g_object_new (OB_TYPE_EXPORT_FORM, NULL);
}
