/* ob-cli-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OB_CLI_ERROR (ob_cli_error_quark ())
GQuark ob_cli_error_quark (void);

/**
 * ObCliError:
 * @OB_CLI_ERROR_HELP: no fault: help was asked for and is the message
 * @OB_CLI_ERROR_INVALID: an input is wrong: which, and what was expected
 * @OB_CLI_ERROR_USAGE: the command line cannot be understood
 * @OB_CLI_ERROR_NO_SOLUTION: nothing in the range gives what was asked for
 * @OB_CLI_ERROR_IO: something could not be read or written
 *
 * Why a command ended; the values are the exit codes of the program.
 */
typedef enum
{
  OB_CLI_ERROR_HELP,
  OB_CLI_ERROR_INVALID,
  OB_CLI_ERROR_USAGE,
  OB_CLI_ERROR_NO_SOLUTION,
  OB_CLI_ERROR_IO,
} ObCliError;

/* The exit code for any error a command can give. */
int ob_cli_error_get_exit_code (const GError *error);

G_END_DECLS
