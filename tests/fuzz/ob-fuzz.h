/* ob-fuzz.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads what a stranger could have sent and aborts if what holds of any input
 * does not. Each fuzz-*.c has one. */
void ob_fuzz_one (const guint8 *data, gsize size);

G_END_DECLS
