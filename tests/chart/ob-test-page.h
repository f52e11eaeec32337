/* ob-test-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/**
 * ObTestPage:
 *
 * A white picture in memory, and a page on it to draw marks with.
 */
typedef struct
{
  cairo_surface_t *surface;
  ObPage page;
} ObTestPage;

void ob_test_page_init (ObTestPage *self, ObThemeKind theme, int width, int height);
void ob_test_page_clear (ObTestPage *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObTestPage, ob_test_page_clear)

/* 0xrrggbb */
guint32 ob_test_page_get_pixel (ObTestPage *self, int x, int y);
/* How many pixels of a rectangle are not white. */
guint ob_test_page_count_ink (ObTestPage *self, int x, int y, int width, int height);
/* The share of pixels in which two pictures of one size differ clearly. */
double ob_test_page_compare (ObTestPage *self, ObTestPage *other);

G_END_DECLS
