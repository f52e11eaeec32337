/* ob-deflate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The zlib format (RFC 1950), as PNG and PDF hold it. */

/* The same bytes give the same bytes. */
GBytes *ob_deflate (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_inflate:
 * @limit: the most bytes that are let out, however many there are
 *
 * Returns: (nullable): NULL if @data is not one whole stream and nothing else
 *   (%G_IO_ERROR_INVALID_DATA, %G_IO_ERROR_PARTIAL_INPUT) or holds more than
 *   @limit (%G_IO_ERROR_NO_SPACE)
 */
GBytes *
ob_inflate (const guint8 *data, gsize size, gsize limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
