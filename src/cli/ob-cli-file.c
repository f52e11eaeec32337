/* ob-cli-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-file.h"

#include "ob-cli-error.h"

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
               local_error->message);
  return FALSE;
}
