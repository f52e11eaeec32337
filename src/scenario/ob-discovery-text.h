/* ob-discovery-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-discovery.h"

G_BEGIN_DECLS

/**
 * ob_discovery_format:
 * @levers: (array length=prim->d): what the dimensions of @prim are
 *
 * What a search found, or that it found nothing, in a sentence or two for people in
 * the locale: "78 % of the draws that do not pay back have hardware lifespan below
 * 4.1 years and new power below 9 GW/yr. ..."
 */
char *
ob_discovery_format (const ObPrim *prim, const ObStudyTarget *target, const ObParameter *levers)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same of a box that was kept, and whether it is out of date. */
char *ob_discovery_format_kept (const ObDiscovery *discovery, gboolean outdated)
  G_GNUC_WARN_UNUSED_RESULT;
/* Its share alone, for a label: "78 % of the draws that do not pay back". */
char *ob_discovery_format_label (const ObDiscovery *discovery, gboolean outdated)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
