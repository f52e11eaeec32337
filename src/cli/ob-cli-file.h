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

G_END_DECLS
