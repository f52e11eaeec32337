/* ob-beta-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OB_BETA_TABLE_N_PIECES 32
#define OB_BETA_TABLE_N_TERMS  10

/**
 * ObBetaTail:
 * @per_shape: one over the shape that rules this tail
 * @scale: pieces over the root of one half
 * @term: of the polynomial of each piece, lowest power first
 *
 * How far the shares below one half are from their end: a smooth function of the
 * root of the share, as the density near the end is a power of the distance from it.
 * Its range is cut into pieces of the same length, each with a polynomial in the
 * place within it, -1 to 1.
 */
typedef struct
{
  double per_shape;
  double scale;
  double term[OB_BETA_TABLE_N_PIECES][OB_BETA_TABLE_N_TERMS];
} ObBetaTail;

/**
 * ObBetaTable:
 *
 * The quantile function of a beta distribution, for many shares: some fifty times
 * as fast as ob_beta_get_quantile(), from which it is made. It never changes.
 */
typedef struct
{
  double a;
  double b;
  /*< private >*/
  ObBetaTail tail[2]; /* at 0 and at 1 */
} ObBetaTable;

/**
 * ob_beta_table_get:
 * @a: the first shape, 1 to 5
 * @b: the second, 1 to 5
 *
 * Tables of the last hundred shapes are kept, for a drag asks for the same ones again
 * in every frame. May be called by several threads at once.
 *
 * Returns: (transfer full): the table of these shapes
 */
ObBetaTable *ob_beta_table_get (double a, double b) G_GNUC_WARN_UNUSED_RESULT;
void ob_beta_table_unref (ObBetaTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObBetaTable, ob_beta_table_unref)

/**
 * ob_beta_table_fill:
 * @share: (array length=n): 0 to 1
 * @out: (out) (array length=n): within 1e-12 of ob_beta_get_quantile(); may be @share
 *
 * Each number depends on its own share only.
 */
void ob_beta_table_fill (const ObBetaTable *table, const double *share, gsize n, double *out);

G_END_DECLS
