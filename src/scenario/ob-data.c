/* ob-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-data.h"

#include <glib/gi18n-lib.h>

GFile *
ob_data_get_file (const char *folder, const char *name)
{
  const char *override = g_getenv ("OVERBUILD_DATA_DIR");
  const char *directory = override != NULL && *override != '\0' ? override : PKGDATADIR;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_file_new_build_filename (directory, folder, name, NULL);
}

const char *
ob_data_translate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  /* The translation of "" is the header of the catalogue. */
  return *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : text;
}
