/* ob-cli-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-file.h"

#include "ob-cli-error.h"
#include "ob-cli-output.h"
#include "ob-frozen.h"
#include "ob-quantity.h"
#include "ob-scenario-file.h"
#include "ob-file-error.h"
#include "ob-template.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

gboolean
ob_cli_write_file (const char *path, GBytes *bytes, GError **error)
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
               ob_file_error_get_reason (local_error));
  return FALSE;
}

void
ob_cli_tell_frozen (const char *file)
{
  g_autoptr (GFile) location = NULL;
  g_autoptr (ObScenario) scenario = NULL;
  g_autofree ObFrozen *frozen = NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (file == NULL || ob_template_exists (file))
    return;

  location = g_file_new_for_path (file);
  scenario = ob_scenario_load_file (location, NULL, NULL);
  if (scenario == NULL)
    return;

  frozen = ob_frozen_new (scenario);
  text = ob_frozen_describe (frozen);
  if (text == NULL)
    return;

  shown = g_filename_display_name (file);
  message = g_strdup_printf ("overbuild-cli: %s: %s", shown, text);
  ob_cli_print_message (message);
  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      g_autofree char *then = NULL;
      g_autofree char *now = NULL;
      g_autofree char *line = NULL;

      if (!frozen->differs[i])
        continue;

      then = ob_metric_format (&frozen->then, i);
      now = ob_metric_format (&frozen->now, i);
      /* Translators: a result, what a file says of it and what it is now */
      line =
        g_strdup_printf (_ ("  %s: %s in the file, %s now"), ob_metric_get_label (i), then, now);
      ob_cli_print_message (line);
    }
}
