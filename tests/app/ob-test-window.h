/* ob-test-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-test-session.h"
#include "ob-window.h"

G_BEGIN_DECLS

/* A whole window, and a folder for its files. */
typedef struct
{
  char *folder;
  ObWindow *window;
  ObSession *session;
} ObTestWindow;

void ob_test_window_set_up (ObTestWindow *fixture, gconstpointer data);
void ob_test_window_tear_down (ObTestWindow *fixture, gconstpointer data);
ObScenario *ob_test_window_get_scenario (ObTestWindow *fixture);
double ob_test_window_get_capex (ObTestWindow *fixture);
void ob_test_window_set_capex (ObTestWindow *fixture, double value);
GFile *ob_test_window_get_file (ObTestWindow *fixture, const char *name);
void ob_test_window_activate (ObTestWindow *fixture, const char *action, GVariant *target);
gboolean ob_test_window_get_enabled (ObTestWindow *fixture, const char *action);
gpointer ob_test_window_find_dialog (void);
AdwMessageDialog *ob_test_window_wait_for_dialog (void);
void ob_test_window_respond (const char *response);
gboolean ob_test_window_is_saved (gpointer data);
gboolean ob_test_window_has_file (gpointer data);
gboolean ob_test_window_has_other_capex (gpointer data);
void ob_test_window_write_text (ObTestWindow *fixture, const char *name, const char *text);
gboolean ob_test_window_is_gone (gpointer data);

G_END_DECLS
