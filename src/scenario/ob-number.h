/* ob-number.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as they stand in files, whatever the locale. */

/* The shortest decimal that reads back as the same bits. @value is finite. */
char *ob_number_to_string (double value) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a whole token: decimal digits with an optional sign, point and exponent.
 * Spaces, hexadecimal, "nan" and "inf" are not numbers, nor is one too large. */
gboolean ob_number_from_string (const char *text, double *value);

/* The same for a whole number without sign, point or exponent. */
gboolean ob_number_int_from_string (const char *text, int *value);

G_END_DECLS
