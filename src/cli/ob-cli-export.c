/* ob-cli-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-suggest.h"
#include "ob-cli-value.h"
#include "ob-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define DEFAULT_WIDTH  1200
#define DEFAULT_HEIGHT 750
#define MIN_SCALE      0.25
#define MAX_SCALE      8.0
/* Grid points along each axis of the map that is drawn. */
#define MAP_SIZE 192

static gboolean
parse_chart (const char *text, ObChartKind *kind, GError **error)
{
  const char *ids[OB_N_CHARTS];
  g_autofree char *list = NULL;
  g_autofree char *hint = NULL;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < OB_N_CHARTS; i++)
    {
      ids[i] = ob_chart_kind_get_id (i);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ids[i]);
    }
  list = g_string_free (names, FALSE);

  if (text == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("The option --chart NAME is missing; the charts are %s"), list);
      return FALSE;
    }

  if (ob_chart_kind_from_id (text, kind))
    return TRUE;

  hint = ob_cli_suggest (text, ids, OB_N_CHARTS);
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--chart: there is no chart “%s”%s; the charts are %s"), text, hint, list);
  return FALSE;
}

static gboolean
parse_output (const char *path, ObExportFormat *format, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *suffix = NULL;
  const char *dot;

  if (path == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("The option --output F is missing"));
      return FALSE;
    }

  name = g_path_get_basename (path);
  dot = strrchr (name, '.');
  if (dot != NULL)
    {
      suffix = g_ascii_strdown (dot + 1, -1);
      if (ob_export_format_from_id (suffix, format))
        return TRUE;
    }

  {
    g_autofree char *shown = g_filename_display_name (path);

    g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                 _ ("--output: “%s” ends in none of .png, .svg, .pdf and .csv"), shown);
  }
  return FALSE;
}

static gboolean
parse_side (const char *option, const char *text, int *side, GError **error)
{
  guint64 number;

  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (text, 10, OB_EXPORT_MIN_SIZE, OB_EXPORT_MAX_SIZE, &number, NULL))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("%s: “%s” is not a whole number from %d to %d"), option, text,
                   OB_EXPORT_MIN_SIZE, OB_EXPORT_MAX_SIZE);
      return FALSE;
    }

  *side = (int) number;
  return TRUE;
}

static gboolean
parse_look (const char *scale_text,
            const char *theme_id,
            double *scale,
            ObThemeKind *theme,
            GError **error)
{
  static const char *const themes[] = { "light", "dark", "high-contrast" };

  if (scale_text != NULL)
    {
      if (!ob_cli_parse_number ("--scale", scale_text, scale, error))
        return FALSE;
      if (!(*scale >= MIN_SCALE && *scale <= MAX_SCALE))
        {
          g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                       _ ("--scale: %s is not from 0.25 to 8"), scale_text);
          return FALSE;
        }
    }

  if (theme_id != NULL && !ob_theme_kind_from_id (theme_id, theme))
    {
      g_autofree char *hint = ob_cli_suggest (theme_id, themes, G_N_ELEMENTS (themes));

      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("--theme: “%s” is none of light, dark and high-contrast%s"), theme_id, hint);
      return FALSE;
    }

  return TRUE;
}

/* Replaces the file at once or not at all. A device or a pipe is not replaced
 * by a file, and a link stays a link. */
static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *real = realpath (path, NULL);
  const char *target = real != NULL ? real : path;
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) local_error = NULL;
  GStatBuf info;

  if (g_stat (target, &info) == 0 && !S_ISREG (info.st_mode))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_IO,
                   _ ("“%s” cannot be written: it is not a regular file"), shown);
      return FALSE;
    }

  if (g_file_set_contents_full (target, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT,
                                0666, &local_error))
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_IO, _ ("“%s” cannot be written: %s"), shown,
               local_error->message);
  return FALSE;
}

static void
write_list (ObCliOutput *output)
{
  for (guint i = 0; i < OB_N_CHARTS; i++)
    {
      ob_cli_output_append (output, ob_chart_kind_get_id (i));
      ob_cli_output_append (output, "\n");
    }
}

gboolean
ob_cli_export (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *chart_id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *width_text = NULL;
  g_autofree char *height_text = NULL;
  g_autofree char *scale_text = NULL;
  g_autofree char *theme_id = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "chart", 0, 0, G_OPTION_ARG_STRING, &chart_id, N_ ("Which chart"), N_ ("NAME") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("List the names of the charts and end"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("Where to; .png, .svg, .pdf or .csv says the format"), N_ ("F") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &width_text,
      N_ ("Width in pixels, in PDF points; 1200 unless given"), N_ ("W") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &height_text, N_ ("Height; 750 unless given"),
      N_ ("H") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &scale_text,
      N_ ("Pixels of a PNG for each pixel of its size; 1 unless given"), N_ ("S") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_id, N_ ("light, dark or high-contrast"),
      N_ ("THEME") },
    {}
  };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObResults) results = NULL;
  g_autoptr (ObChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = NULL;
  ObChartKind kind = OB_CHART_FRONTIER;
  ObExportFormat format = OB_EXPORT_PNG;
  ObThemeKind theme = OB_THEME_LIGHT;
  ObPlane plane;
  int width = DEFAULT_WIDTH;
  int height = DEFAULT_HEIGHT;
  double scale = 1;

  if (!ob_cli_options_parse (&options, arguments,
                             OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS | OB_CLI_TAKES_PLANE, entries,
                             error))
    return FALSE;

  if (list)
    {
      write_list (output);
      return TRUE;
    }

  if (!parse_chart (chart_id, &kind, error) || !parse_output (path, &format, error)
      || !parse_side ("--width", width_text, &width, error)
      || !parse_side ("--height", height_text, &height, error)
      || !parse_look (scale_text, theme_id, &scale, &theme, error))
    return FALSE;

  if (ob_cli_options_has_plane (&options) && !ob_cli_options_get_plane (&options, &plane, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL)
    return FALSE;

  if (!ob_cli_options_has_plane (&options))
    plane = *ob_scenario_get_plane (scenario);

  results = ob_results_new (ob_scenario_get_inputs (scenario),
                            kind == OB_CHART_FRONTIER ? &plane : NULL, MAP_SIZE, 1, NULL);
  g_assert (results != NULL);

  g_object_get (scenario, "title", &title, NULL);
  chart = ob_chart_new (kind);
  ob_chart_set_theme (chart, theme);
  ob_chart_set_background (chart, TRUE);
  ob_chart_set_framed (chart, TRUE, title);
  ob_chart_set_results (chart, results);

  bytes = ob_chart_export (chart, format, width, height, scale, error);
  return bytes != NULL && write_file (path, bytes, error);
}
