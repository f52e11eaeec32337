/* ob-quantity.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

/* Numbers as people read and type them. Everything here follows LC_NUMERIC as
 * it is at the call: decimal point and thousands separator. All strings are
 * UTF-8. */

/**
 * ob_quantity_format:
 * @value: in the model unit
 *
 * A number with its unit for people, in the locale: "$770 bn/yr", "40 %",
 * "16 GW/yr", "5 years", "1.1×", "$0.58 tn"; three significant digits or what
 * the unit needs; NaN and infinity become words, never "inf", and zero has no
 * sign. Stocks of money from $500 bn and flows from $1000 bn on are shown in
 * trillions. A language may count billions and millions in a unit of its own:
 * in Chinese $500 bn are 5000 hundred millions, and trillions begin at 1000 bn. A
 * quarter is "never" or a number counted from 1; with a calendar it is written by
 * ob_quarter_format(). The spaces inside are no-break spaces, U+00A0, so that a
 * number is never parted from its unit; a minus is U+2212.
 */
char *ob_quantity_format (ObUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it writes an amount of money in trillions. */
gboolean ob_quantity_is_trillions (ObUnit unit, double value);

/* As above, with an explicit sign also when positive, for differences. */
char *ob_quantity_format_signed (ObUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;

/* A number without a unit, with its sign and @decimals, for differences: "+0.12". */
char *ob_quantity_format_difference (double value, int decimals) G_GNUC_WARN_UNUSED_RESULT;
/* A difference of two shares, in percentage points: 0.076 is "+7.6 points". */
char *ob_quantity_format_points (double value) G_GNUC_WARN_UNUSED_RESULT;

/* The number alone as it stands in an entry, in display units (percent for a
 * share), locale decimal point, the shortest that ob_quantity_parse() reads
 * back as exactly @value: 0.4 is "40", never "40.00000000000001". No thousands
 * separators. Empty when @value is not finite. */
char *ob_quantity_format_entry (ObUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;
/* The same where nobody is typing: rounded to five significant digits and all of those
 * before the decimal point, with thousands separators. */
char *ob_quantity_format_field (ObUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;

/* What stands behind the entry, "$bn/yr", "%", "GW/yr"; translated, never freed. */
const char *ob_quantity_get_unit_label (ObUnit unit);
/* Model value x factor = display value: 100 for what is shown as percent
 * (shares, rates, shares per tenfold), what the language needs for billions and
 * millions, else 1. */
double ob_quantity_get_display_factor (ObUnit unit);

/* "Q3 2027" in the locale's words; "never" for a negative @quarter. */
char *ob_quarter_format (int start_year, int quarter) G_GNUC_WARN_UNUSED_RESULT;

/* A metric of a run, with its unit: "$0.58 tn", "Q2 2044", "no rate". */
char *ob_metric_format (const ObRun *run, ObMetric metric) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_quantity_parse:
 * @text: what the person typed
 * @current: the value now, in the model unit, which relative entries start from
 * @value: (out): in the model unit; untouched on failure
 *
 * What is accepted, with or without the unit and in any of the spellings in
 * which ob_quantity_format() writes it:
 *
 * - "1.5", or "1,5" where the locale has a decimal comma; "1,500" or "1 500"
 *   grouped in threes. In a comma locale "1.500" is fifteen hundred and "1.5",
 *   which cannot be a group, is one and a half. "1,5" in a point locale is
 *   refused rather than guessed at.
 * - "40" or "40%" where the unit is shown as percent: the value 0.4; "150%" is
 *   the value 1.5.
 * - "150%" in any other unit: 150 % of @current.
 * - "+10%", in every unit: 10 % more than @current; a share of 40 % becomes 44 %,
 *   not 50 %. "-5 %" likewise 5 % less; only where the unit is shown as percent
 *   and the range goes below zero is "-5 %" the value itself.
 * - "2x": twice @current; where the unit is itself a multiple, the value 2.
 * - "=default": the default of the parameter.
 * - "yes", "no", "on", "off", "1", "0" for a switch.
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

/**
 * ob_metric_parse:
 * @metric: not one that is counted in quarters
 * @current: what relative entries start from
 * @value: (out): in the unit of the metric; untouched on failure
 *
 * What is typed for a result, in the ways of ob_quantity_parse():
 * %OB_MODEL_ERROR_UNKNOWN_ID when it cannot be understood.
 */
gboolean
ob_metric_parse (ObMetric metric, const char *text, double current, double *value, GError **error);

G_END_DECLS
