/* ob-cli-params.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-options.h"
#include "ob-cli-table.h"
#include "ob-cli-value.h"
#include "ob-cli.h"

#include <glib/gi18n-lib.h>

/* Ids and labels are not translated in csv and json, which scripts read. */

static void
write_csv (ObCliOutput *output)
{
  ob_cli_output_append (output, "id,group,unit,default,min,max,label\n");

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      const char *const texts[] = { info->id, ob_group_get_id (info->group),
                                    ob_unit_get_symbol (info->unit) };
      const double numbers[] = { info->value, info->minimum, info->maximum };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          ob_cli_output_append_field (output, texts[j]);
          ob_cli_output_append (output, ",");
        }
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          ob_cli_output_append_number (output, numbers[j]);
          ob_cli_output_append (output, ",");
        }
      ob_cli_output_append_field (output, info->label);
      ob_cli_output_append (output, "\n");
    }
}

static void
write_json (ObCliOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, info->id);
      json_builder_set_member_name (builder, "group");
      json_builder_add_string_value (builder, ob_group_get_id (info->group));
      json_builder_set_member_name (builder, "unit");
      json_builder_add_string_value (builder, ob_unit_get_symbol (info->unit));
      json_builder_set_member_name (builder, "default");
      ob_cli_json_add_number (builder, info->value);
      json_builder_set_member_name (builder, "min");
      ob_cli_json_add_number (builder, info->minimum);
      json_builder_set_member_name (builder, "max");
      ob_cli_json_add_number (builder, info->maximum);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, info->label);
      json_builder_set_member_name (builder, "description");
      json_builder_add_string_value (builder, info->description);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  ob_cli_output_append_json (output, json_builder_get_root (builder));
}

static void
write_table (ObCliOutput *output)
{
  const gboolean right[] = { FALSE, FALSE, FALSE, TRUE, TRUE, TRUE, FALSE };
  g_autoptr (ObCliTable) table = ob_cli_table_new (G_N_ELEMENTS (right), right);

  ob_cli_table_add_row (table, C_ ("column", "id"), C_ ("column", "group"), C_ ("column", "unit"),
                        C_ ("column", "default"), C_ ("column", "min"), C_ ("column", "max"),
                        C_ ("column", "label"));

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      char value[G_ASCII_DTOSTR_BUF_SIZE];
      char low[G_ASCII_DTOSTR_BUF_SIZE];
      char high[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (value, sizeof value, "%.10g", info->value);
      g_ascii_formatd (low, sizeof low, "%.10g", info->minimum);
      g_ascii_formatd (high, sizeof high, "%.10g", info->maximum);
      ob_cli_table_add_row (table, info->id, ob_group_get_id (info->group),
                            ob_unit_get_symbol (info->unit), value, low, high,
                            ob_parameter_get_label (i));
    }

  ob_cli_table_write (table, output);
}

gboolean
ob_cli_params (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *format_id = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format_id,
                                     N_ ("How to print: table, csv or json"), N_ ("FORMAT") },
                                   {} };
  ObCliFormat format;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_NOTHING, entries, error)
      || !ob_cli_parse_format (format_id, &format, error))
    return FALSE;

  switch (format)
    {
    case OB_CLI_FORMAT_CSV:
      write_csv (output);
      break;
    case OB_CLI_FORMAT_JSON:
      write_json (output);
      break;
    case OB_CLI_FORMAT_TABLE:
    default:
      write_table (output);
      break;
    }

  return TRUE;
}
