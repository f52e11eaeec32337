/* ob-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
ob_about_show (GtkWindow *parent)
{
  g_autofree char *details = NULL;
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  /* Translators: in the about window; %s is the version of the model, "1" */
  details = g_strdup_printf (_ ("Model version %s"), OB_MODEL_VERSION);

  window = adw_about_window_new ();
  g_object_set (window, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                "application-name", _ ("Overbuild"), "application-icon", APPLICATION_ID, "version",
                PACKAGE_VERSION, "developer-name", _ ("The Overbuild project"), "license-type",
                GTK_LICENSE_GPL_3_0, "comments",
                _ ("Does the AI build-out pay back, and how likely is it to end in a crash?"),
                "debug-info", details, "debug-info-filename", "overbuild-debug-info.txt",
                /* Translators: your names, one a line; they are shown in the about window */
                "translator-credits", _ ("translator-credits"), NULL);

  gtk_window_present (GTK_WINDOW (window));
}
