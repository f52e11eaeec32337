/* ob-file-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a file could not be written, "Permission denied", in the person's language.
 * GLib's messages name the file that it writes first, which nobody knows. Points into
 * @error or is never freed. */
const char *ob_file_error_get_reason (const GError *error);

G_END_DECLS
