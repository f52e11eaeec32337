/* ob-data.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that ships with the program, @folder/@name, in the directory named by
 * the environment variable OVERBUILD_DATA_DIR or else in the installed data
 * directory. */
GFile *ob_data_get_file (const char *folder, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* A text of such a file in the person's language. */
const char *ob_data_translate (const char *text);

G_END_DECLS
