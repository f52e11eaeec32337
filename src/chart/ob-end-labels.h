/* ob-end-labels.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/**
 * ObEndLabel:
 * @y: where on the page what it names ends
 * @color: of the text
 * @part: the stacked part whose fill is shown before the text, or -1
 *
 * The name of a line or of a part, right of where it ends.
 */
typedef struct
{
  const char *text;
  double y;
  const ObColor *color;
  int part;
} ObEndLabel;

/* Room to leave right of a plot, px. */
double ob_end_labels_get_width (const ObPage *page, const ObEndLabel *labels, guint n);

/* Sets the labels right of @plot, moved apart so that they do not overlap, with a
 * thin line to what they name. Where there is no room, the last are dropped. */
void ob_end_labels_draw (const ObPage *page, const ObPlot *plot, const ObEndLabel *labels, guint n);

G_END_DECLS
