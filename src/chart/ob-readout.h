/* ob-readout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

#define OB_READOUT_MAX_ROWS 12

/**
 * ObReadoutRow:
 * @value: (transfer full): cleared with the readout
 * @category: whose colour is shown before the label, or -1
 */
typedef struct
{
  const char *label;
  char *value;
  int category;
} ObReadoutRow;

/**
 * ObReadout:
 * @title: (nullable) (transfer full)
 * @note: (nullable) (transfer full): small, below the rows
 *
 * A card with the values under the pointer.
 */
typedef struct
{
  char *title;
  char *note;
  guint n_rows;
  ObReadoutRow rows[OB_READOUT_MAX_ROWS];
} ObReadout;

/* Adds a row; takes @value, which may be NULL: then there is no such row. */
void ob_readout_add (ObReadout *self, const char *label, char *value, int category);
void ob_readout_clear (ObReadout *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObReadout, ob_readout_clear)

/* Draws the card beside (@x, @y), where it does not hide that place and stays on
 * the page; nothing if the page is too small for it. */
void ob_readout_draw (const ObReadout *self, const ObPage *page, double x, double y);

G_END_DECLS
