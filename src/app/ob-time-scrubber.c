/* ob-time-scrubber.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-time-scrubber.h"

#include "ob-quantity.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* How long a quarter lasts while playing, microseconds: twelve seconds in all. */
#define QUARTER_DURATION (150 * G_TIME_SPAN_MILLISECOND)

struct _ObTimeScrubber
{
  GtkWidget parent_instance;

  ObSession *session;
  GSignalGroup *signals;
  guint tick_id;
  gint64 last_time;
  gboolean updating;

  GtkButton *play_button;
  GtkLabel *first_label;
  GtkScale *scale;
  GtkLabel *last_label;
  GtkLabel *quarter_label;
  GtkButton *all_button;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PLAYING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObTimeScrubber, ob_time_scrubber, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static int
get_start_year (ObTimeScrubber *self)
{
  return ob_inputs_get_start_year (
    ob_scenario_get_inputs (ob_session_get_scenario (self->session)));
}

static void
update (ObTimeScrubber *self)
{
  int start_year;
  guint quarter;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *now = NULL;

  if (self->session == NULL || ob_session_get_scenario (self->session) == NULL)
    return;

  start_year = get_start_year (self);
  quarter = ob_session_get_quarter (self->session);
  first = ob_quarter_format (start_year, 0);
  last = ob_quarter_format (start_year, OB_N_QUARTERS - 1);
  now = ob_quarter_format (start_year, quarter);

  gtk_label_set_text (self->first_label, first);
  gtk_label_set_text (self->last_label, last);
  gtk_label_set_text (self->quarter_label, now);

  self->updating = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), quarter);
  self->updating = FALSE;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  now, -1);
}

static void
value_changed_cb (ObTimeScrubber *self)
{
  if (self->updating || self->session == NULL)
    return;

  ob_session_set_quarter (self->session, lround (gtk_range_get_value (GTK_RANGE (self->scale))));
}

static void
all_clicked_cb (ObTimeScrubber *self)
{
  if (self->session != NULL)
    ob_session_set_range (self->session, 0, 0);
}

static void
zoomed_cb (ObTimeScrubber *self)
{
  double from;
  double to;

  gtk_widget_set_visible (GTK_WIDGET (self->all_button),
                          self->session != NULL
                            && ob_session_get_range (self->session, &from, &to));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ObTimeScrubber *self = OB_TIME_SCRUBBER (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  guint quarter;

  if (self->last_time == 0)
    self->last_time = now;
  if (now - self->last_time < QUARTER_DURATION)
    return G_SOURCE_CONTINUE;

  self->last_time = now;
  quarter = ob_session_get_quarter (self->session);

  if (quarter + 1 < OB_N_QUARTERS)
    ob_session_set_quarter (self->session, quarter + 1);
  else
    ob_time_scrubber_set_playing (self, FALSE);

  return G_SOURCE_CONTINUE;
}

static void
play_clicked_cb (ObTimeScrubber *self)
{
  ob_time_scrubber_set_playing (self, self->tick_id == 0);
}

static void
animations_cb (ObTimeScrubber *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->play_button), enabled);
  if (!enabled)
    ob_time_scrubber_set_playing (self, FALSE);
}

static void
ob_time_scrubber_unmap (GtkWidget *widget)
{
  ob_time_scrubber_set_playing (OB_TIME_SCRUBBER (widget), FALSE);

  GTK_WIDGET_CLASS (ob_time_scrubber_parent_class)->unmap (widget);
}

static void
ob_time_scrubber_dispose (GObject *object)
{
  ObTimeScrubber *self = OB_TIME_SCRUBBER (object);
  GtkWidget *child;

  ob_time_scrubber_set_playing (self, FALSE);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_time_scrubber_parent_class)->dispose (object);
}

static void
ob_time_scrubber_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObTimeScrubber *self = OB_TIME_SCRUBBER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, ob_time_scrubber_get_playing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_time_scrubber_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  ObTimeScrubber *self = OB_TIME_SCRUBBER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_time_scrubber_set_session (self, g_value_get_object (value));
      break;
    case PROP_PLAYING:
      ob_time_scrubber_set_playing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_time_scrubber_class_init (ObTimeScrubberClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_time_scrubber_dispose;
  object_class->get_property = ob_time_scrubber_get_property;
  object_class->set_property = ob_time_scrubber_set_property;

  widget_class->unmap = ob_time_scrubber_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAYING] =
    g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ADW_TYPE_SQUEEZER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-time-scrubber.ui");
  gtk_widget_class_bind_template_child (widget_class, ObTimeScrubber, play_button);
  gtk_widget_class_bind_template_child (widget_class, ObTimeScrubber, first_label);
  gtk_widget_class_bind_template_child (widget_class, ObTimeScrubber, scale);
  gtk_widget_class_bind_template_child (widget_class, ObTimeScrubber, last_label);
  gtk_widget_class_bind_template_child (widget_class, ObTimeScrubber, quarter_label);
  gtk_widget_class_bind_template_child (widget_class, ObTimeScrubber, all_button);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scrubber");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ob_time_scrubber_init (ObTimeScrubber *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_range_set_range (GTK_RANGE (self->scale), 0, OB_N_QUARTERS - 1);
  gtk_range_set_increments (GTK_RANGE (self->scale), 1, 4);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), 0);

  self->signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::scenario", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::results", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::quarter", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::zoomed", G_CALLBACK (zoomed_cb), self);

  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-enable-animations", G_CALLBACK (animations_cb), self,
                           G_CONNECT_SWAPPED);
  animations_cb (self);
}

GtkWidget *
ob_time_scrubber_new (void)
{
  return g_object_new (OB_TYPE_TIME_SCRUBBER, NULL);
}

ObSession *
ob_time_scrubber_get_session (ObTimeScrubber *self)
{
  g_return_val_if_fail (OB_IS_TIME_SCRUBBER (self), NULL);

  return self->session;
}

void
ob_time_scrubber_set_session (ObTimeScrubber *self, ObSession *session)
{
  g_return_if_fail (OB_IS_TIME_SCRUBBER (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (self->session == session)
    return;

  ob_time_scrubber_set_playing (self, FALSE);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->signals, session);
  update (self);
  zoomed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

gboolean
ob_time_scrubber_get_playing (ObTimeScrubber *self)
{
  g_return_val_if_fail (OB_IS_TIME_SCRUBBER (self), FALSE);

  return self->tick_id != 0;
}

void
ob_time_scrubber_set_playing (ObTimeScrubber *self, gboolean playing)
{
  const char *label;

  g_return_if_fail (OB_IS_TIME_SCRUBBER (self));

  playing = playing && self->session != NULL;
  if (playing == (self->tick_id != 0))
    return;

  if (playing)
    {
      if (ob_session_get_quarter (self->session) + 1 >= OB_N_QUARTERS)
        ob_session_set_quarter (self->session, 0);

      self->last_time = 0;
      self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    }
  else
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
      self->tick_id = 0;
    }

  label = playing ? _ ("Pause") : _ ("Play through the quarters");
  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}
