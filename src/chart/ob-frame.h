/* ob-frame.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/* Draws what stands around an exported chart: margins, @title, @subtitle (may be
 * NULL) above and @source below, without which it says what made the chart and, if
 * there is one and room for it, @note. On
 * small pages the lesser ones are left out. @area is reduced to what is left for
 * the chart. */
void ob_frame_draw (const ObPage *page,
                    const char *title,
                    const char *subtitle,
                    const char *source,
                    const char *note,
                    ObRect *area);

G_END_DECLS
