/* ob-cli.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-cli-output.h"

G_BEGIN_DECLS

/* Runs the program; returns its exit code, see ObCliError. */
int ob_cli_main (int argc, char **argv);

/* The commands. @arguments is the command line, the command first. */
gboolean ob_cli_params (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_run (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_frontier (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_map (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_solve (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_sample (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_merge (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_compare (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_sensitivity (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_discover (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_export (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_report (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_check (const char *const *arguments, ObCliOutput *output, GError **error);
gboolean ob_cli_bench (const char *const *arguments, ObCliOutput *output, GError **error);

G_END_DECLS
