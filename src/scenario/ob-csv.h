/* ob-csv.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cells of comma-separated values as RFC 4180 has them, whatever the locale. */

/* Appends all digits of @value; nothing if it is not finite. Zero has no sign. */
void ob_csv_append_number (GString *csv, double value);
/* The same as a further cell of a row, behind a comma. */
void ob_csv_append_cell (GString *csv, double value);
/* Appends @text, in quotes if it has to be. */
void ob_csv_append_text (GString *csv, const char *text);

G_END_DECLS
