/* ob-template-picture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ob_template_picture_async:
 * @id: a template
 * @width: of the picture, px
 * @scale: pixels for each px
 *
 * Runs a template and draws its frontier on a worker thread.
 */
void ob_template_picture_async (const char *id,
                                ObThemeKind theme,
                                int width,
                                int height,
                                int scale,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);

/**
 * ob_template_picture_finish:
 * @description: (out): a sentence that says what the picture shows
 *
 * Returns: NULL with an error in %OB_SCENARIO_ERROR, or %G_IO_ERROR_CANCELLED
 */
GdkTexture *ob_template_picture_finish (GAsyncResult *result, char **description, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
