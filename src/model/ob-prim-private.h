/* ob-prim-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-prim.h"

G_BEGIN_DECLS

/* The cases that take part in a search. */
typedef struct
{
  const double *const *x;
  const gboolean *hit;
  guint d;
  const guint32 *rows;
  gsize n;
  gsize n_hits;
  const ObPrimOptions *options;
  GCancellable *cancellable;
} ObPrimCases;

/* Whether a case lies within all limits. */
gboolean ob_prim_is_inside (const ObPrimCases *cases, const ObPrimLimit *limit, guint32 row);
void ob_prim_count (const ObPrimCases *cases, const ObPrimLimit *limit, gsize *n, gsize *n_hits);

/* Everything but the quasi-p-values. */
void ob_prim_box_init (ObPrimBox *box, const ObPrimCases *cases, const ObPrimLimit *limit);
/* A GDestroyNotify of what is in a box. */
void ob_prim_box_clear (gpointer box);
/* Adds the box with these limits, whole. */
void ob_prim_add_box (GArray *boxes, const ObPrimCases *cases, const ObPrimLimit *limit);

G_END_DECLS
