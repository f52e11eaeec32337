/* ob-locale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

void
ob_locale_init (void)
{
  const char *directory = g_getenv ("OVERBUILD_LOCALE_DIR");

  /* Where the locale is not installed, the program speaks English. */
  setlocale (LC_ALL, "");

  bindtextdomain (GETTEXT_PACKAGE, directory != NULL && *directory != '\0' ? directory : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
