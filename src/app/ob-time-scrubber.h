/* ob-time-scrubber.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_TIME_SCRUBBER (ob_time_scrubber_get_type ())
G_DECLARE_FINAL_TYPE (ObTimeScrubber, ob_time_scrubber, OB, TIME_SCRUBBER, GtkWidget)

/**
 * ObTimeScrubber:
 *
 * A slider over the projected quarters that shows and sets the selected quarter
 * of a session, with a button that plays through them. With animations switched
 * off there is nothing to play, and no button.
 *
 * Properties: "session" (ObSession or NULL), "playing" (boolean).
 */
GtkWidget *ob_time_scrubber_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_time_scrubber_get_session (ObTimeScrubber *self);
void ob_time_scrubber_set_session (ObTimeScrubber *self, ObSession *session);

gboolean ob_time_scrubber_get_playing (ObTimeScrubber *self);
/* Playing starts over when the last quarter is selected, and stops there. */
void ob_time_scrubber_set_playing (ObTimeScrubber *self, gboolean playing);

G_END_DECLS
