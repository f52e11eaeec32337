/* ob-quantity.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-inputs.h"

G_BEGIN_DECLS

/**
 * ob_quantity_format:
 * @value: in the model unit
 *
 * A number with its unit for people, in the locale: "$770 bn/yr", "40 %",
 * "16 GW/yr", "5 years", "1.1×", "$0.9 tn"; three significant digits or what
 * the unit needs; NaN and infinity become words, never "inf".
 */
char *ob_quantity_format (ObUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;

/* As above, with an explicit sign also when positive, for differences. */
char *ob_quantity_format_signed (ObUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;

/* The number alone as it stands in an entry, in display units (percent for a
 * share), locale decimal point, enough digits to give the value back. */
char *ob_quantity_format_entry (ObUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;
/* What stands behind the entry, "$bn/yr", "%", "GW/yr"; translated, never freed. */
const char *ob_quantity_get_unit_label (ObUnit unit);
/* Model value x factor = display value: 100 for shares and rates, else 1. */
double ob_quantity_get_display_factor (ObUnit unit);

/* "Q3 2027" in the locale's words; "never" for a negative @quarter. */
char *ob_quarter_format (int start_year, int quarter) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_quantity_parse:
 * @text: what the person typed: "1.5", "1,5" where that is the locale's comma,
 *   "150%", "+10%" (relative), "-5 %", "2x", "=default", with or without unit
 * @current: the value now, which relative entries start from
 * @value: (out): in the model unit
 *
 * The range is checked: %OB_MODEL_ERROR_OUT_OF_RANGE, or
 * %OB_MODEL_ERROR_UNKNOWN_ID when the text cannot be understood, with a message
 * that says what is accepted.
 */
gboolean ob_quantity_parse (ObParameter parameter,
                            const char *text,
                            double current,
                            double *value,
                            GError **error);

G_END_DECLS
