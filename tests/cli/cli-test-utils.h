/* cli-test-utils.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CliResult:
 * @code: exit code; -1 when the program was killed by a signal
 * @output: what it wrote to stdout
 * @messages: what it wrote to stderr
 *
 * How a run of overbuild-cli ended.
 */
typedef struct
{
  int code;
  char *output;
  char *messages;
} CliResult;

void cli_result_clear (CliResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliResult, cli_result_clear)

/* Runs overbuild-cli with @line, split as a shell does; in @locale if not NULL. */
void cli_run (CliResult *result, const char *locale, const char *line);

/* Runs it and asserts the exit code, that messages come with a failure and only
 * then, and, if not NULL, that they contain @message. */
void cli_assert (int code, const char *line, const char *message);
/* What it writes to stdout when all is well. */
char *cli_get_output (const char *line);

/* The rows of CSV behind the asserted header; cells are numbers in @rows, as
 * many as there are columns each. */
GArray *cli_parse_csv (const char *text, const char *header);

/* Parses and asserts that it is JSON. */
JsonNode *cli_parse_json (const char *text);

/* A directory that is removed by cli_remove_directory(). */
char *cli_make_directory (void);
void cli_remove_directory (const char *path);

/* Whether a test locale can be used by the program. */
gboolean cli_has_locale (const char *name);

G_END_DECLS
