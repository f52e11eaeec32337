/* ob-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-application.h"

#include "ob-window.h"

#include <glib/gi18n-lib.h>

struct _ObApplication
{
  AdwApplication parent_instance;

  gboolean recovery_offered;
};

G_DEFINE_FINAL_TYPE (ObApplication, ob_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL },
};

/* clang-format off */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.help", { "F1" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.properties", { "<Alt>Return" } },
  { "win.export", { "<Control>e" } },
  { "win.pin", { "<Control>d" } },
  { "win.compare", { "<Control><Shift>d" } },
  { "win.print", { "<Control>p" } },
  { "win.find", { "<Control>f" } },
  { "win.solve", { "<Control>k" } },
  { "win.show-pane", { "F9" } },
  { "win.next-region", { "F6" } },
  { "win.previous-region", { "<Shift>F6" } },
  { "win.fullscreen", { "F11" } },
  { "win.view::frontier", { "<Alt>1" } },
  { "win.view::timeline", { "<Alt>2" } },
  { "win.view::money", { "<Alt>3" } },
  { "win.view::drivers", { "<Alt>4" } },
  { "win.view::table", { "<Alt>5" } },
};
/* clang-format on */

static ObWindow *
open_window (ObApplication *self)
{
  GtkWidget *window = ob_window_new (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));

  return OB_WINDOW (window);
}

/* The one with a scenario that was used last, if only by way of a window of its own. */
static GtkWindow *
get_window (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  while (window != NULL && !OB_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  return window;
}

/* Once, with the first window. */
static void
offer_recovery (ObApplication *self)
{
  GtkWindow *window = get_window (self);

  if (self->recovery_offered || window == NULL)
    return;

  self->recovery_offered = TRUE;
  ob_window_offer_recovery (OB_WINDOW (window));
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_window (OB_APPLICATION (data));
}

/* Each window asks for itself; the program ends with the last one. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (OB_IS_WINDOW (item->data))
        gtk_window_close (GTK_WINDOW (item->data));
    }
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "quit", quit_action },
};

static void
ob_application_startup (GApplication *application)
{
  /* By this the desktop knows whose a window is; until here the name is what is typed. */
  g_set_prgname (APPLICATION_ID);

  G_APPLICATION_CLASS (ob_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].keys);
}

static void
ob_application_activate (GApplication *application)
{
  GtkWindow *window = get_window (application);

  if (window != NULL)
    gtk_window_present (window);
  else
    open_window (OB_APPLICATION (application));
  offer_recovery (OB_APPLICATION (application));
}

static void
ob_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      GtkWindow *active = get_window (application);
      ObWindow *window = ob_window_find (files[i]);

      if (window != NULL)
        {
          gtk_window_present (GTK_WINDOW (window));
          continue;
        }

      if (i == 0 && active != NULL && ob_window_is_pristine (OB_WINDOW (active)))
        window = OB_WINDOW (active);
      else
        window = open_window (OB_APPLICATION (application));

      ob_window_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
  offer_recovery (OB_APPLICATION (application));
}

static int
ob_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("overbuild %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }

  /* GTK would end the program with a warning that helps nobody. */
  if (!gtk_init_check ())
    {
      g_printerr ("overbuild: %s\n%s\n",
                  _ ("there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY)."),
                  _ ("To work without one, use overbuild-cli."));
      return EXIT_FAILURE;
    }

  return -1;
}

static void
ob_application_class_init (ObApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ob_application_startup;
  application_class->activate = ob_application_activate;
  application_class->open = ob_application_open;
  application_class->handle_local_options = ob_application_handle_local_options;
}

static void
ob_application_init (ObApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (
    G_APPLICATION (self),
    _ ("Shows live whether the AI build-out pays back and how likely a crash is."));
}

ObApplication *
ob_application_new (void)
{
  return g_object_new (OB_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/overbuild/Overbuild",
                       NULL);
}
