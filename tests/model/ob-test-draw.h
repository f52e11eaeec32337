/* ob-test-draw.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

/* Random inputs around the base case: every parameter but pop_year, sunk and
 * horizon a quarter of the way to the ends of its range at most. */
void ob_test_draw_near (GRand *rand, ObInputs *inputs);

/* Random inputs anywhere in the ranges, pop_year, sunk and horizon as well, and
 * a history of 1 to 8 years. */
void ob_test_draw_anywhere (GRand *rand, ObInputs *inputs);

/* The base case with a quarter of the inputs, any of them, at an end of its range. */
void ob_test_draw_corner (GRand *rand, ObInputs *inputs);

G_END_DECLS
