/* ob-tornado-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"
#include "ob-tornado.h"

G_BEGIN_DECLS

/* What a tornado is made of, and what it says. */

/* (transfer none) Made when it is first asked for: a chart that is not in sight
 * costs nothing. Bars without any length are left out. */
const ObTornado *ob_tornado_words_get (ObChart *self);

/* Whether its ends are what sources say. */
gboolean ob_tornado_words_has_sources (ObChart *self);
/* "2 years", and with its source "2 years, Michael Burry". */
char *ob_tornado_words_get_end (const ObTornadoBar *bar, gboolean high, gboolean sourced);
/* Who says what, or NULL on a chart without sources. */
char *ob_tornado_words_get_sources (ObChart *self, const ObTornadoBar *bar);

char *ob_tornado_words_describe (ObChart *self);
char *ob_tornado_words_describe_item (ObChart *self, guint item);
char *ob_tornado_words_get_note (ObChart *self);
void ob_tornado_words_write_csv (ObChart *self, GString *csv);

G_END_DECLS
