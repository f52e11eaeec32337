/* ob-theme.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OB_THEME_LIGHT,
  OB_THEME_DARK,
  OB_THEME_HIGH_CONTRAST
} ObThemeKind;

/* "light", "dark", "high-contrast" */
const char *ob_theme_kind_get_id (ObThemeKind kind);
gboolean ob_theme_kind_from_id (const char *id, ObThemeKind *kind);

G_END_DECLS
