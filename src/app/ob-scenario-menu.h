/* ob-scenario-menu.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_SCENARIO_MENU (ob_scenario_menu_get_type ())
G_DECLARE_FINAL_TYPE (ObScenarioMenu, ob_scenario_menu, OB, SCENARIO_MENU, GtkPopover)

/**
 * ObScenarioMenu:
 *
 * What is called by the name of the scenario: an entry for its title and the
 * templates to start from, each with its story. Choosing one activates the
 * window's action "win.start-from" with the template's id.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_scenario_menu_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_scenario_menu_get_session (ObScenarioMenu *self);
void ob_scenario_menu_set_session (ObScenarioMenu *self, ObSession *session);

G_END_DECLS
