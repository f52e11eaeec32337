/* ob-theme.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-pin.h"

G_BEGIN_DECLS

typedef enum
{
  OB_THEME_LIGHT,
  OB_THEME_DARK,
  OB_THEME_HIGH_CONTRAST,
  OB_THEME_HIGH_CONTRAST_DARK,
  OB_N_THEMES
} ObThemeKind;

/* "light", "dark", "high-contrast", "high-contrast-dark" */
const char *ob_theme_kind_get_id (ObThemeKind kind);
gboolean ob_theme_kind_from_id (const char *id, ObThemeKind *kind);
/* Whether its background is dark. */
gboolean ob_theme_kind_is_dark (ObThemeKind kind);
gboolean ob_theme_kind_is_high_contrast (ObThemeKind kind);

/* sRGB, each part from 0 to 1, alpha not multiplied in. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} ObColor;

/**
 * ObRole:
 * @OB_ROLE_BACKGROUND: the page, and the halo of text on it
 * @OB_ROLE_TEXT: titles, labels that matter
 * @OB_ROLE_MUTED: tick labels, units, the source line
 * @OB_ROLE_GRID: grid lines
 * @OB_ROLE_AXIS: base lines, zero lines, the frame of a map
 * @OB_ROLE_CURSOR: the selected quarter, the start, the horizon
 * @OB_ROLE_CARD: ground of a readout
 * @OB_ROLE_CARD_BORDER: its edge
 * @OB_ROLE_LOSS: area below zero
 * @OB_ROLE_GAIN: area above zero
 * @OB_ROLE_MAP_TEXT: text, lines and markers on a map, whose middle is white
 *   in every theme
 * @OB_ROLE_MAP_HALO: what sets them off the map
 * @OB_ROLE_MAP_LINE: iso-lines
 * @OB_ROLE_MAP_RISK: lines of equal risk and their labels
 * @OB_ROLE_MAP_TRAIL: the break-even curve as it was
 *
 * What a colour is for. No chart names a colour otherwise.
 */
typedef enum
{
  OB_ROLE_BACKGROUND,
  OB_ROLE_TEXT,
  OB_ROLE_MUTED,
  OB_ROLE_GRID,
  OB_ROLE_AXIS,
  OB_ROLE_CURSOR,
  OB_ROLE_CARD,
  OB_ROLE_CARD_BORDER,
  OB_ROLE_LOSS,
  OB_ROLE_GAIN,
  OB_ROLE_MAP_TEXT,
  OB_ROLE_MAP_HALO,
  OB_ROLE_MAP_LINE,
  OB_ROLE_MAP_RISK,
  OB_ROLE_MAP_TRAIL,
  OB_N_ROLES
} ObRole;

/* Lines a chart can tell apart. */
#define OB_N_CATEGORIES 4
/* Parts a stacked bar can have. */
#define OB_N_PARTS 7

/**
 * ObTheme:
 * @role: a colour for each role
 * @category: colours of lines
 * @category_text: the same hues, dark or light enough to be read as text
 * @part: fills of stacked parts
 * @pin: lines, markers and letters of pinned scenarios
 * @line_width: width of a data line, px
 */
typedef struct
{
  ObThemeKind kind;
  ObColor role[OB_N_ROLES];
  ObColor category[OB_N_CATEGORIES];
  ObColor category_text[OB_N_CATEGORIES];
  ObColor part[OB_N_PARTS];
  ObColor pin[OB_N_PINS];
  double line_width;
} ObTheme;

const ObTheme *ob_theme_get (ObThemeKind kind);

/* The fill of a part, pale enough for text to be read on it; opaque. */
ObColor ob_theme_get_tint (const ObTheme *theme, guint part);

/* The dashes of a category's line, so that colour is not the only cue; in units
 * of the line width. *n is 0 for a solid line. */
const double *ob_theme_get_dash (guint category, int *n);

/* The colour of a pin on a map, which is light in every theme. */
const ObColor *ob_theme_get_map_pin (const ObTheme *theme, guint pin);
/* The dashes of a pin's line, of no category; in units of the line width. */
const double *ob_theme_get_pin_dash (guint pin, int *n);

/* The colour of @unit, -1 the worst to 1 the best, clipped; white at 0. */
ObColor ob_theme_get_diverging (const ObTheme *theme, double unit);
/* The colour of a risk, 0 pale to 1 dark, clipped. */
ObColor ob_theme_get_sequential (const ObTheme *theme, double unit);

/* Contrast of two opaque colours by WCAG 2, 1 to 21. */
double ob_color_get_contrast (const ObColor *a, const ObColor *b);

G_END_DECLS
