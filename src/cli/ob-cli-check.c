/* ob-cli-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-file.h"
#include "ob-cli-options.h"
#include "ob-cli.h"
#include "ob-scenario-file.h"
#include "ob-template.h"

#include <glib/gi18n-lib.h>

gboolean
ob_cli_check (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *shown = NULL;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE, NULL, error))
    return FALSE;

  if (options.file == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("Which file is to be checked?"));
      return FALSE;
    }

  /* A template is a file too, but one that is found by its id. */
  if (ob_template_exists (options.file))
    {
      g_autoptr (ObScenario) scenario = ob_template_load (options.file, error);

      return scenario != NULL;
    }

  file = g_file_new_for_path (options.file);
  faults = ob_scenario_check_file (file, NULL, error);
  if (faults == NULL)
    return FALSE;

  if (faults->len == 0)
    {
      ob_cli_tell_frozen (options.file);
      return TRUE;
    }

  for (guint i = 0; i < faults->len; i++)
    ob_cli_print_message (faults->pdata[i]);

  shown = g_filename_display_name (options.file);
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
               /* Translators: name of a file and a number. */
               g_dngettext (GETTEXT_PACKAGE, "“%s” is not a valid scenario: %u fault",
                            "“%s” is not a valid scenario: %u faults", faults->len),
               shown, faults->len);
  return FALSE;
}
