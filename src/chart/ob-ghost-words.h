/* ob-ghost-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* What a chart draws of pinned scenarios, with their key figures, in sentences; NULL
 * if nothing. */
char *ob_ghost_words_describe (ObChart *self) G_GNUC_WARN_UNUSED_RESULT;

/* Which letter is which, below the title of a chart: @subtitle (nullable) and then the
 * names of what is drawn; NULL if there is neither. */
char *
ob_ghost_words_format_subtitle (ObChart *self, const char *subtitle) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
