/* ob-frontier-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* What the frontier chart shows, in sentences. There are results. */
char *ob_frontier_words_describe (ObChart *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
