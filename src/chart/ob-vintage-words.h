/* ob-vintage-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* What is said of a gigawatt ordered in one year. */

/* Its rate of return, "none" or "several". */
char *ob_vintage_words_format_rate (const ObVintage *vintage) G_GNUC_WARN_UNUSED_RESULT;
/* A card of it beside a place on the page. */
void ob_vintage_words_read (const ObVintage *vintage, const ObPage *page, double x, double y);
/* A sentence about the one at @item, of those that the chart has. */
char *ob_vintage_words_describe_item (ObChart *self, guint item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
