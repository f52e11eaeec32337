/* ob-lever-row-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-lever-row.h"
#include "ob-lever-scale.h"
#include "ob-quantity-entry.h"

G_BEGIN_DECLS

struct _ObLeverRow
{
  GtkWidget parent_instance;

  ObParameter parameter;
  double value; /* that is shown, and what it started with */
  double origin;
  gboolean changed;
  gboolean use_mnemonic;
  gboolean updating;
  ObSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *scenario_signals;
  char *haystack;
  gint64 (*clock) (void); /* µs */

  GtkBox *header;
  GtkLabel *label;
  GtkMenuButton *menu_button;
  GtkWidget *lock_icon;
  GtkLabel *message;
  /* Either a switch, or an entry and a scale. */
  GtkSwitch *toggle;
  ObQuantityEntry *entry;
  ObLeverScale *scale;
  GtkWidget *source_popover;
  /* See ob-lever-row-reason.c */
  GtkWidget *reason;
  GtkLabel *reason_label;
  GtkWidget *why_button;
  GtkWidget *note_button;
};

void ob_lever_row_class_init_actions (GtkWidgetClass *widget_class);
void ob_lever_row_init_menu (ObLeverRow *self);
/* Shows whether the value is held, and holds it. */
void ob_lever_row_update_lock (ObLeverRow *self);
/* The label can be dragged to an axis of the frontier. */
void ob_lever_row_init_drag (ObLeverRow *self);

/* The reason for a value, and whether one is asked for. */
void ob_lever_row_class_init_reason (GtkWidgetClass *widget_class);
void ob_lever_row_init_reason (ObLeverRow *self);
void ob_lever_row_update_reason (ObLeverRow *self);

/* (transfer none) (nullable) */
ObScenario *ob_lever_row_get_scenario (ObLeverRow *self);
/* As a person does: one undo step, or part of the open drag. */
void ob_lever_row_set_value (ObLeverRow *self, double value);
/* Below the row; NULL hides it. */
void ob_lever_row_show_message (ObLeverRow *self, const char *message);

G_END_DECLS
