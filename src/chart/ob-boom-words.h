/* ob-boom-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"
#include "ob-past.h"
#include "ob-readout.h"

G_BEGIN_DECLS

/* What the chart of booms says. */

/* Whether capex at the peak is known. */
gboolean ob_boom_has_range (const ObBoom *boom);
/* "UK railways, 1840s" */
char *ob_boom_words_get_name (const ObBoom *boom) G_GNUC_WARN_UNUSED_RESULT;
/* Fills an empty card with what is known of a boom. */
void ob_boom_words_fill_readout (const ObBoom *boom, ObReadout *readout);

/* See ObChartClass. */
char *ob_boom_words_describe (ObChart *self) G_GNUC_WARN_UNUSED_RESULT;
char *ob_boom_words_get_note (ObChart *self) G_GNUC_WARN_UNUSED_RESULT;
void ob_boom_words_write_csv (ObChart *self, GString *csv);

G_END_DECLS
