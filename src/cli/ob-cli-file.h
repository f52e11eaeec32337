/* ob-cli-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Replaces the file at once or not at all: %OB_CLI_ERROR_IO. A device or a pipe is
 * not replaced by a file, and a link stays a link. */
gboolean ob_cli_write_file (const char *path, GBytes *bytes, GError **error);

/* Says on stderr if the results in a scenario file are not those of today's model.
 * @file: (nullable): as given; a template, or what cannot be read, says nothing */
void ob_cli_tell_frozen (const char *file);

G_END_DECLS
