/* ob-philox.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ob_philox:
 * @counter: which number is wanted
 * @key: which sequence
 * @out: (out): 128 random bits
 *
 * Philox4x32-10, a random number generator without state: the same counter and
 * key give the same bits whatever was asked for before (J. K. Salmon,
 * M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel Random Numbers: As Easy as
 * 1, 2, 3", 2011).
 */
void ob_philox (const guint32 counter[4], const guint32 key[2], guint32 out[4]);

/**
 * ob_philox_uniform:
 * @seed: which sequence
 * @stream: which of the sequences of that seed
 * @index: which number of it
 *
 * Returns: a number between 0 and 1 and neither of them, the middle of one of 2^52
 *   equal steps
 */
double ob_philox_uniform (guint32 seed, guint32 stream, guint64 index);

G_END_DECLS
