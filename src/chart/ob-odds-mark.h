/* ob-odds-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-odds-map.h"
#include "ob-page.h"

G_BEGIN_DECLS

/* What the chance is of. */
typedef enum
{
  OB_ODDS_PAYBACK,
  OB_ODDS_RISK
} ObOddsKind;

/**
 * ObOddsMark:
 *
 * The band on a map in which something is neither certain nor ruled out: from a chance
 * of 10 to one of 90 percent, with a line at each of these and at one half. Found once
 * per map of chances and drawn at any size. The bands of the two kinds differ in their
 * dashes as well as in their colours.
 */
typedef struct _ObOddsMark ObOddsMark;

ObOddsMark *ob_odds_mark_new (const ObOddsMap *odds, ObOddsKind kind) G_GNUC_WARN_UNUSED_RESULT;
void ob_odds_mark_free (ObOddsMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObOddsMark, ob_odds_mark_free)

/* Whether any of it is to be seen. */
gboolean ob_odds_mark_is_visible (ObOddsMark *self);
/* What the band is, for a legend, or @brief: what its lines are of. */
char *ob_odds_mark_format_name (ObOddsMark *self, gboolean brief) G_GNUC_WARN_UNUSED_RESULT;
/* Fills the band, or @rect as a sample of it. */
void ob_odds_mark_draw_band (ObOddsMark *self, const ObPage *page, const ObPlot *plot);
void ob_odds_mark_draw_sample (ObOddsMark *self, const ObPage *page, const ObRect *rect);
/* Sets labels on the lines where there is room, and adds their places to @gaps
 * (element-type ObRect). Later labels are kept off the lines. */
void
ob_odds_mark_put_labels (ObOddsMark *self, const ObPage *page, const ObPlot *plot, GArray *gaps);
/* Draws the lines, broken at @gaps. */
void ob_odds_mark_draw_lines (ObOddsMark *self,
                              const ObPage *page,
                              const ObPlot *plot,
                              const GArray *gaps);

G_END_DECLS
