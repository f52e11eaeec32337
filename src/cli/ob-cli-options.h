/* ob-cli-options.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-map.h"
#include "ob-scenario.h"

G_BEGIN_DECLS

/**
 * ObCliTakes:
 * @OB_CLI_TAKES_FILE: a scenario file or the id of a template, once, may be missing
 * @OB_CLI_TAKES_FILES: any number of files, that are not scenarios
 * @OB_CLI_TAKES_INPUTS: --set and --history
 * @OB_CLI_TAKES_PLANE: --x, --y, --x-range and --y-range
 *
 * What a command takes besides its own options.
 */
typedef enum
{
  OB_CLI_TAKES_NOTHING = 0,
  OB_CLI_TAKES_FILE = 1 << 0,
  OB_CLI_TAKES_INPUTS = 1 << 1,
  OB_CLI_TAKES_PLANE = 1 << 2,
  OB_CLI_TAKES_FILES = 1 << 3,
} ObCliTakes;

/**
 * ObCliOptions:
 * @file: (nullable): FILE as given
 * @files: (nullable): all of them, where there may be several
 *
 * The part of a command line that commands share.
 */
typedef struct
{
  char *file;
  char **files;
  /*< private >*/
  char **set;
  char **history;
  char *x;
  char *y;
  char *x_range;
  char *y_range;
} ObCliOptions;

void ob_cli_options_clear (ObCliOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObCliOptions, ob_cli_options_clear)

/**
 * ob_cli_options_parse:
 * @arguments: (array zero-terminated=1): the command line, the command first
 * @entries: the options that only this command has
 *
 * Understands all of a command line. %OB_CLI_ERROR_HELP when help is asked for,
 * %OB_CLI_ERROR_USAGE when something is not understood.
 */
gboolean ob_cli_options_parse (ObCliOptions *self,
                               const char *const *arguments,
                               ObCliTakes takes,
                               const GOptionEntry *entries,
                               GError **error);

/* Whether --x or --y was given, or a range of one of them. */
gboolean ob_cli_options_has_plane (const ObCliOptions *self);
/* The plane asked for; all four of its ends are checked. */
gboolean ob_cli_options_get_plane (const ObCliOptions *self, ObPlane *plane, GError **error);

/* FILE, or else the base case, with --set and --history applied. */
ObScenario *
ob_cli_options_load (const ObCliOptions *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
