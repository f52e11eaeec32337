/* ob-test-results.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-ghosts.h"

G_BEGIN_DECLS

/* Results of the base case over capex and subsidy. A test may change what is in
 * them before a chart sees them. */
ObResults *ob_test_results_new_base (void) G_GNUC_WARN_UNUSED_RESULT;

/* The same with curves for a hardware lifespan of 3, 4, 5, 6 and 8 years and
 * lines of risk. */
ObResults *ob_test_results_new_family (void) G_GNUC_WARN_UNUSED_RESULT;

/* Results of random inputs, anywhere in their ranges, over two random levers. */
ObResults *ob_test_results_new_random (GRand *rand) G_GNUC_WARN_UNUSED_RESULT;

/* The same of inputs some of which are at an end of their range. */
ObResults *ob_test_results_new_corner (GRand *rand) G_GNUC_WARN_UNUSED_RESULT;

/* Pins of random inputs, one to four of them, in the plane of @results. */
ObGhosts *
ob_test_results_new_ghosts (GRand *rand, const ObResults *results) G_GNUC_WARN_UNUSED_RESULT;

/* @results: (transfer full)
 *
 * The same with a sample: wide ranges of five levers, 200 draws. */
ObResults *ob_test_results_add_sample (ObResults *results) G_GNUC_WARN_UNUSED_RESULT;
/* The base case with such a sample, of which charts over time draw single draws; without a
 * map. */
ObResults *ob_test_results_new_draws (void) G_GNUC_WARN_UNUSED_RESULT;
/* Sets every series to one value and the map to another. */
void ob_test_results_flatten (ObResults *results, double value, double npv);

G_END_DECLS
