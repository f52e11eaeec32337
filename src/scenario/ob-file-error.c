/* ob-file-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-file-error.h"

#include <errno.h>

const char *
ob_file_error_get_reason (const GError *error)
{
  static const int known[] = {
    ENOENT, EACCES, EPERM,  EROFS,  ENOTDIR,      EISDIR, ENOSPC,
    EIO,    ELOOP,  EMFILE, ENFILE, ENAMETOOLONG, ENOMEM,
  };

  g_return_val_if_fail (error != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_error_matches (error, G_FILE_ERROR, (int) g_file_error_from_errno (known[i])))
        return g_strerror (known[i]);
    }

  return error->message;
}
