/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-application.h"
#include "ob-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (ObApplication) application = NULL;

  setlocale (LC_ALL, "");
  ob_locale_init ();

  g_set_application_name (_ ("Overbuild"));
  g_set_prgname ("overbuild");

  application = ob_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
