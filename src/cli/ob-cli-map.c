/* ob-cli-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli.h"
#include "ob-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_SIZE 64
#define MIN_SIZE     2
#define MAX_SIZE     2048

static gboolean
parse_size (const char *text, guint *nx, guint *ny, GError **error)
{
  g_auto (GStrv) parts = NULL;
  guint64 sizes[2];

  *nx = DEFAULT_SIZE;
  *ny = DEFAULT_SIZE;
  if (text == NULL)
    return TRUE;

  parts = g_strsplit (text, "x", -1);
  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, MIN_SIZE, MAX_SIZE, &sizes[0], NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, MIN_SIZE, MAX_SIZE, &sizes[1], NULL))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("--size: “%s” is not of the form NXxNY with numbers from %d to %d, as in "
                      "64x64"),
                   text, MIN_SIZE, MAX_SIZE);
      return FALSE;
    }

  *nx = (guint) sizes[0];
  *ny = (guint) sizes[1];
  return TRUE;
}

gboolean
ob_cli_map (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *size = NULL;
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &size,
      N_ ("Points along each axis, ends included; 64x64 unless given"), N_ ("NXxNY") },
    {}
  };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObMap) map = NULL;
  ObPlane plane;
  guint nx;
  guint ny;

  if (!ob_cli_options_parse (&options, arguments,
                             OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS | OB_CLI_TAKES_PLANE, entries,
                             error)
      || !ob_cli_options_get_plane (&options, &plane, error) || !parse_size (size, &nx, &ny, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL)
    return FALSE;

  map = ob_map_new (ob_scenario_get_inputs (scenario), &plane, nx, ny, NULL);
  g_assert (map != NULL);

  ob_cli_output_append (output, "x,y,npv,bubble_risk\n");
  for (guint j = 0; j < ny && !ob_cli_output_has_failed (output); j++)
    {
      double y = ob_plane_y_from_unit (&plane, j / (ny - 1.0));

      for (guint i = 0; i < nx; i++)
        {
          ob_cli_output_append_number (output, ob_plane_x_from_unit (&plane, i / (nx - 1.0)));
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, y);
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, map->npv[(gsize) j * nx + i]);
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, map->bubble_risk[(gsize) j * nx + i]);
          ob_cli_output_append (output, "\n");
        }
    }

  return TRUE;
}
