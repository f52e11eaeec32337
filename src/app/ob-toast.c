/* ob-toast.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-toast.h"

/* A toast takes up to half a second to come up, µs; the rest is for frames that are late. */
#define SETTLE_TIME (700 * G_TIME_SPAN_MILLISECOND)

#define CHANGED_KEY "ob-toast-changed"
#define LATE_KEY    "ob-toast-late"

/* When a toast may have begun to come up last: one was added, or made way for the next. */
static gint64 *
get_changed (AdwToastOverlay *overlay)
{
  gint64 *changed = g_object_get_data (G_OBJECT (overlay), CHANGED_KEY);

  if (changed == NULL)
    {
      changed = g_new0 (gint64, 1);
      g_object_set_data_full (G_OBJECT (overlay), CHANGED_KEY, changed, g_free);
    }

  return changed;
}

static gboolean
late_cb (gpointer data)
{
  g_object_set_data (G_OBJECT (data), LATE_KEY, NULL);
  /* For adw_toast_dismiss() it is dismissed already. */
  g_signal_emit_by_name (data, "dismissed");

  return G_SOURCE_REMOVE;
}

/* Comes before the overlay's own, whoever dismisses: a key, a button or the time. */
static void
dismissed_cb (AdwToast *toast, AdwToastOverlay *overlay)
{
  const gint64 now = g_get_monotonic_time ();
  const gint64 left = *get_changed (overlay) + SETTLE_TIME - now;

  if (left <= 0)
    {
      *get_changed (overlay) = now;
      return;
    }

  g_signal_stop_emission_by_name (toast, "dismissed");
  /* It stays a moment longer, but its button counts once. */
  adw_toast_set_action_name (toast, NULL);
  if (g_object_get_data (G_OBJECT (toast), LATE_KEY) != NULL)
    return;

  g_object_set_data (G_OBJECT (toast), LATE_KEY, toast);
  g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) (left / G_TIME_SPAN_MILLISECOND) + 1, late_cb,
                      g_object_ref (toast), g_object_unref);
}

void
ob_toast_add (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (ADW_IS_TOAST (toast));

  *get_changed (overlay) = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}
