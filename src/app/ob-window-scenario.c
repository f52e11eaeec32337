/* ob-window-scenario.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-properties-dialog.h"
#include "ob-published-set.h"
#include "ob-template-chooser.h"

#include <glib/gi18n-lib.h>

/* All inputs but the locked ones, as one step. */
static void
set_inputs (ObWindow *self, ObInputs *inputs, const char *name)
{
  ObScenario *scenario = ob_session_get_scenario (self->session);
  guint n_locked = ob_scenario_keep_locked (scenario, inputs);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ob_scenario_set_inputs (scenario, inputs, name, &error))
    {
      ob_window_show_toast (self, error->message);
      return;
    }

  if (n_locked == 0)
    return;

  text = g_strdup_printf (
    ngettext ("%u locked input stays as it is", "%u locked inputs stay as they are", n_locked),
    n_locked);
  ob_window_show_toast (self, text);
}

static void
use_published_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  ObInputs inputs = *ob_scenario_get_inputs (ob_session_get_scenario (self->session));
  ObPublishedSet set;

  if (!ob_published_set_from_id (g_variant_get_string (parameter, NULL), &set))
    return;

  ob_published_set_use (set, &inputs);
  set_inputs (self, &inputs, ob_published_set_get_step (set));
}

static void
revert_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  ObInputs inputs = *ob_scenario_get_origin (ob_session_get_scenario (self->session));

  set_inputs (self, &inputs, C_ ("undo step", "Revert to template"));
}

static void
choose_template_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (ob_template_chooser_new (GTK_WINDOW (data))));
}

static void
properties_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);

  gtk_window_present (GTK_WINDOW (
    ob_properties_dialog_new (GTK_WINDOW (self), ob_session_get_scenario (self->session))));
}

static const GActionEntry entries[] = {
  { "choose-template", choose_template_action },
  { "properties", properties_action },
  { "use-published", use_published_action, "s" },
  { "revert-to-template", revert_action },
};

void
ob_window_init_scenario (ObWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
