/* ob-disagreement.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-tornado.h"

G_BEGIN_DECLS

/**
 * ObDisagreement:
 * @range: from the least that any source says to the most, within the range of the
 *   parameter; the middle is the median of the sources, each of them counted
 *   by the middle of what it says, or NaN if they speak with one voice
 * @low_source: who says the least; translated, never freed
 * @high_source: who says the most
 *
 * How far published values of a parameter are apart.
 */
typedef struct
{
  ObTornadoRange range;
  const char *low_source;
  const char *high_source;
} ObDisagreement;

/* What the sources say of @parameter. FALSE if there are none, or none that differ;
 * our judgement is no source. */
gboolean ob_disagreement_init (ObDisagreement *self, ObParameter parameter);

/**
 * ob_disagreement_get_all:
 * @all: (out) (array fixed-size=OB_N_PARAMETERS): in the order of the parameter table
 *
 * Returns: how many there are
 */
guint ob_disagreement_get_all (ObDisagreement *all);

/**
 * ob_disagreement_get_own_ranges:
 * @ranges: (out) (array fixed-size=OB_N_PARAMETERS): in the order of the parameter table
 *
 * The published range of each parameter that has one, or if it has none but single
 * sources say different things, theirs: how far each input can be thought to lie from
 * where it is, by what is known.
 *
 * Returns: how many there are
 */
guint ob_disagreement_get_own_ranges (ObTornadoRange *ranges);

G_END_DECLS
