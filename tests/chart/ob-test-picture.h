/* ob-test-picture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-export.h"
#include "ob-picture.h"

G_BEGIN_DECLS

/* A document with random inputs, axes and quarter, a title and notes. */
ObScenario *ob_test_picture_draw_scenario (GRand *rand) G_GNUC_WARN_UNUSED_RESULT;

/* A small chart of @scenario that carries it; *provenance (nullable) is what. */
GBytes *
ob_test_picture_export (ObScenario *scenario, ObExportFormat format, ObProvenance **provenance)
  G_GNUC_WARN_UNUSED_RESULT;

/* Where @text stands in @bytes; it must. */
gsize ob_test_picture_find (GBytes *bytes, const char *text);

/* CRC-32 as PNG defines it. */
guint32 ob_test_picture_get_crc (const guint8 *data, gsize size);

G_END_DECLS
