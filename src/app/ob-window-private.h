/* ob-window-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-view.h"
#include "ob-file-bar.h"
#include "ob-frozen-bar.h"
#include "ob-lever-pane.h"
#include "ob-recovery.h"
#include "ob-window.h"

G_BEGIN_DECLS

struct _ObWindow
{
  AdwApplicationWindow parent_instance;

  ObSession *session;
  GFile *file;
  GSettings *settings;
  GCancellable *cancellable;
  GSignalGroup *scenario_signals;
  ObRecovery *recovery;
  ObFileWatch *watch;
  /* What is still to be written, one after the other; the first is at work. */
  GQueue saves;
  /* A question is open; there is never a second one. */
  GtkWidget *question;
  GtkFileChooserNative *chooser;
  GMenu *recent_menu;
  gulong recent_handler;
  guint fold_id;
  GSignalGroup *popover_signals; /* of that with the keyboard */
  guint focus_id;

  AdwToastOverlay *toast_overlay;
  AdwViewSwitcherTitle *switcher_title;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkWidget *history_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *pin_menu_button;
  ObFileBar *file_bar;
  ObFrozenBar *frozen_bar;
  AdwFlap *flap;
  ObLeverPane *pane;
  GtkWidget *summary;
  AdwViewStack *stack;
  GtkWidget *scrubber;
};

/* What to go on with once a question is answered or a file is written. */
typedef void (*ObWindowThen) (ObWindow *self, gpointer data);

void ob_window_init_actions (ObWindow *self);
void ob_window_class_init_actions (GtkWidgetClass *widget_class);
/* Sets which actions can be used now. */
void ob_window_update_actions (ObWindow *self);

void ob_window_init_files (ObWindow *self);
void ob_window_dispose_files (ObWindow *self);
/* The scenario takes the place of the one on screen; @file may be NULL. */
void ob_window_replace_scenario (ObWindow *self, ObScenario *scenario, GFile *file);
void ob_window_set_file (ObWindow *self, GFile *file);
void ob_window_update_title (ObWindow *self);
/* "Base case", or the name of the file, never empty. */
char *ob_window_get_display_title (ObWindow *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean ob_window_is_modified (ObWindow *self);

/**
 * ob_window_ask_to_save:
 * @then: called at once if nothing would be lost, or after Save or Discard, not
 *   after Cancel
 * @destroy: (nullable): frees @data in any case
 */
void
ob_window_ask_to_save (ObWindow *self, ObWindowThen then, gpointer data, GDestroyNotify destroy);

/* Sets self->chooser up; the caller connects to its response and shows it. */
void ob_window_prepare_chooser (ObWindow *self,
                                const char *title,
                                GtkFileChooserAction action,
                                const char *accept);
/* Lets self->chooser show scenarios only, and pictures that carry one where it opens. For
 * other files a chooser has no filters: GTK uses one that is removed again after it is
 * freed. */
void ob_window_add_filters (ObWindow *self);
/* For a task whose data is a GFile: reads the scenario in it. */
void
ob_window_load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable);
/* (transfer full) (nullable): what was chosen, if anything */
GFile *ob_window_finish_chooser (ObWindow *self, int response) G_GNUC_WARN_UNUSED_RESULT;
void ob_window_add_recent (GFile *file);
/* The name of a file for people. */
char *ob_window_get_file_name (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Actions that set all inputs at once, and the choice of a template. */
void ob_window_init_scenario (ObWindow *self);
/* Looks after the scenario on screen. */
void ob_window_init_recovery (ObWindow *self);
void ob_window_dispose_saves (ObWindow *self);
/* Watches its file. */
void ob_window_init_watch (ObWindow *self);

/* Takes the keyboard back from menus that have closed. */
void ob_window_init_focus (ObWindow *self);
void ob_window_dispose_focus (ObWindow *self);
/* What is typed into the entry of a lever counts, as if the keyboard had left it. */
void ob_window_commit_typed (ObWindow *self);

void ob_window_init_pins (ObWindow *self);
/* Any file that holds a scenario becomes a pin, read on a worker thread. */
void ob_window_pin_file (ObWindow *self, GFile *file);

void ob_window_init_report (ObWindow *self);
/* Writes a report on a worker thread. */
void ob_window_save_report_to (ObWindow *self, GFile *file);

void ob_window_choose_and_open (ObWindow *self);
void ob_window_save (ObWindow *self);
void ob_window_save_as (ObWindow *self);
void ob_window_start_from (ObWindow *self, const char *template_id);
/* A dialog with one button that says what went wrong. */
void ob_window_show_error (ObWindow *self, const char *heading, const char *body);
void ob_window_show_toast (ObWindow *self, const char *text);

G_END_DECLS
