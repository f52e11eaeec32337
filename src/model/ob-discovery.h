/* ob-discovery.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-findings.h"

G_BEGIN_DECLS

/* Hexadecimal digits of SHA-256. */
#define OB_DISCOVERY_DIGEST_LENGTH 64

/**
 * ObDiscoveryLimit:
 * @lever: which input
 * @low: the least value in the box, in its unit; -INFINITY if it is open below
 * @high: the greatest; INFINITY if it is open above
 */
typedef struct
{
  ObParameter lever;
  double low;
  double high;
} ObDiscoveryLimit;

/**
 * ObDiscovery:
 * @n_limits: 0 if nothing is kept
 * @limits: (array length=n_limits): in the order of the parameter table
 * @target: which draws were sought
 * @coverage: the part of the draws sought that lie in the box, 0 to 1
 * @density: the part of the draws in the box that are sought
 * @share: the part of all draws that are sought
 * @n_draws: how many draws there were
 * @seed: which
 * @digest: what they were drawn from, as hexadecimal digits; see
 *   ob_discovery_is_of()
 *
 * A box that was found among draws and kept. A plain value: copy it by assignment.
 */
typedef struct
{
  guint n_limits;
  ObDiscoveryLimit limits[OB_PRIM_MAX_LIMITS];
  ObStudyTarget target;
  double coverage;
  double density;
  double share;
  guint32 n_draws;
  guint32 seed;
  char digest[OB_DISCOVERY_DIGEST_LENGTH + 1];
} ObDiscovery;

/* Nothing is kept. */
void ob_discovery_init (ObDiscovery *discovery);
gboolean ob_discovery_equal (const ObDiscovery *a, const ObDiscovery *b);

/**
 * ob_discovery_check:
 *
 * Whether it could have been found: limits of different inputs in order and within
 * their ranges, low below high, at least one of them finite; shares that are shares.
 * The error says what is wrong: %OB_MODEL_ERROR_OUT_OF_RANGE.
 */
gboolean ob_discovery_check (const ObDiscovery *discovery, GError **error);

/* What @findings found; FALSE, and nothing, if that was nothing. */
gboolean ob_discovery_set_findings (ObDiscovery *discovery, const ObFindings *findings);

/**
 * ob_discovery_is_of:
 * @uncertainty: what @inputs would be drawn from now
 *
 * Whether the same draws would be made and run the same way: an input that varies may
 * have another value unless its range follows it. Another version of the model, other
 * ranges, correlations or another seed make it out of date.
 */
gboolean ob_discovery_is_of (const ObDiscovery *discovery,
                             const ObInputs *inputs,
                             const ObUncertainty *uncertainty);

/* (nullable) (transfer none): the limit of an input */
const ObDiscoveryLimit *ob_discovery_get_limit (const ObDiscovery *discovery, ObParameter lever);

G_END_DECLS
