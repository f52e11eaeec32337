/* ob-table-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

/* What the table of all series says. Column 0 is the quarter; the others are the
 * series in their order. Values stand in the unit of the header, shares as
 * percent. */
#define OB_TABLE_N_COLUMNS (OB_N_SERIES + 1)

/* "Capex\n$bn/yr", translated. */
char *ob_table_text_get_title (guint column) G_GNUC_WARN_UNUSED_RESULT;

/* The number alone in the locale, as many decimals in every row of a column;
 * "Q3 2027" in column 0. A value that is no number is a dash. */
char *
ob_table_text_format (const ObRun *run, guint quarter, guint column) G_GNUC_WARN_UNUSED_RESULT;

/* What stands in a cell for somebody who does not see its header:
 * "Capex: 770.0 $bn/yr". */
char *
ob_table_text_describe (const ObRun *run, guint quarter, guint column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_table_text_get_tsv:
 * @quarters: (array length=n): the rows, in their order
 *
 * Lines of fields parted by tabs, the first one the header, as spreadsheets
 * take them: quarters as "2027Q1", numbers with a decimal point whatever the
 * locale, to 15 digits, nothing where there is no number.
 */
char *
ob_table_text_get_tsv (const ObRun *run, const guint *quarters, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
