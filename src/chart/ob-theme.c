/* ob-theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-theme.h"

#include <math.h>

#define RGBA(hex, a)                                                                               \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255., (((hex) >> 8) & 0xff) / 255., ((hex) &0xff) / 255., (a)         \
  }
#define RGB(hex) RGBA (hex, 1.)

/* How much of a fill its tint has. */
#define TINT 0.3

static const char *const ids[OB_N_THEMES] = {
  [OB_THEME_LIGHT] = "light",
  [OB_THEME_DARK] = "dark",
  [OB_THEME_HIGH_CONTRAST] = "high-contrast",
  [OB_THEME_HIGH_CONTRAST_DARK] = "high-contrast-dark",
};

/* Categories after M. Okabe and K. Ito, "Color Universal Design", 2008. */
static const ObTheme themes[OB_N_THEMES] = {
  [OB_THEME_LIGHT] = {
    .kind = OB_THEME_LIGHT,
    .role = {
      [OB_ROLE_BACKGROUND] = RGB (0xffffff),
      [OB_ROLE_TEXT] = RGB (0x1f1f24),
      [OB_ROLE_MUTED] = RGB (0x5e5c64),
      [OB_ROLE_GRID] = RGB (0xe0dfe3),
      [OB_ROLE_AXIS] = RGB (0x77767b),
      [OB_ROLE_CURSOR] = RGB (0x5e5c64),
      [OB_ROLE_CARD] = RGBA (0xffffff, 0.96),
      [OB_ROLE_CARD_BORDER] = RGB (0xb5b3ba),
      [OB_ROLE_LOSS] = RGBA (0xd55e00, 0.14),
      [OB_ROLE_GAIN] = RGBA (0x0072b2, 0.14),
      [OB_ROLE_MAP_TEXT] = RGB (0x1a1a1e),
      [OB_ROLE_MAP_HALO] = RGB (0xffffff),
      [OB_ROLE_MAP_LINE] = RGBA (0x26262b, 0.62),
      [OB_ROLE_MAP_RISK] = RGB (0x4b1d86),
      [OB_ROLE_MAP_TRAIL] = RGBA (0x26262b, 0.5),
    },
    .category = { RGB (0x0072b2), RGB (0xd55e00), RGB (0x009e73), RGB (0x1a1a1e) },
    .category_text = { RGB (0x00649c), RGB (0xb04c00), RGB (0x007a58), RGB (0x1a1a1e) },
    .part = { RGB (0x0072b2), RGB (0xe69f00), RGB (0x009e73), RGB (0xcc79a7), RGB (0xd55e00),
              RGB (0x56b4e9), RGB (0x8c8a92) },
    .pin = { RGB (0xb0238f), RGB (0x667300), RGB (0x00757a), RGB (0x6b6b78) },
    .line_width = 2.,
  },
  [OB_THEME_DARK] = {
    .kind = OB_THEME_DARK,
    .role = {
      [OB_ROLE_BACKGROUND] = RGB (0x1e1e1e),
      [OB_ROLE_TEXT] = RGB (0xf6f5f4),
      [OB_ROLE_MUTED] = RGB (0xb5b3ba),
      [OB_ROLE_GRID] = RGB (0x3a393d),
      [OB_ROLE_AXIS] = RGB (0x8c8a92),
      [OB_ROLE_CURSOR] = RGB (0xc0bfbc),
      [OB_ROLE_CARD] = RGBA (0x2b2b2e, 0.96),
      [OB_ROLE_CARD_BORDER] = RGB (0x5e5c64),
      [OB_ROLE_LOSS] = RGBA (0xe69f00, 0.18),
      [OB_ROLE_GAIN] = RGBA (0x56b4e9, 0.18),
      [OB_ROLE_MAP_TEXT] = RGB (0x1a1a1e),
      [OB_ROLE_MAP_HALO] = RGB (0xffffff),
      [OB_ROLE_MAP_LINE] = RGBA (0x26262b, 0.62),
      [OB_ROLE_MAP_RISK] = RGB (0x4b1d86),
      [OB_ROLE_MAP_TRAIL] = RGBA (0x26262b, 0.5),
    },
    .category = { RGB (0x56b4e9), RGB (0xe69f00), RGB (0xcc79a7), RGB (0xf0e442) },
    .category_text = { RGB (0x6fc0ee), RGB (0xeead1f), RGB (0xdb93bb), RGB (0xf0e442) },
    .part = { RGB (0x56b4e9), RGB (0xe69f00), RGB (0x2cc39a), RGB (0xcc79a7), RGB (0xe8743b),
              RGB (0xf0e442), RGB (0x9a99a0) },
    .pin = { RGB (0xc4a6ff), RGB (0xbfdc7a), RGB (0x5fd6c2), RGB (0xd0d0d8) },
    .line_width = 2.,
  },
  [OB_THEME_HIGH_CONTRAST] = {
    .kind = OB_THEME_HIGH_CONTRAST,
    .role = {
      [OB_ROLE_BACKGROUND] = RGB (0xffffff),
      [OB_ROLE_TEXT] = RGB (0x000000),
      [OB_ROLE_MUTED] = RGB (0x262626),
      [OB_ROLE_GRID] = RGB (0x9a9a9a),
      [OB_ROLE_AXIS] = RGB (0x000000),
      [OB_ROLE_CURSOR] = RGB (0x000000),
      [OB_ROLE_CARD] = RGB (0xffffff),
      [OB_ROLE_CARD_BORDER] = RGB (0x000000),
      [OB_ROLE_LOSS] = RGBA (0xa33d00, 0.25),
      [OB_ROLE_GAIN] = RGBA (0x00497a, 0.25),
      [OB_ROLE_MAP_TEXT] = RGB (0x000000),
      [OB_ROLE_MAP_HALO] = RGB (0xffffff),
      [OB_ROLE_MAP_LINE] = RGB (0x000000),
      [OB_ROLE_MAP_RISK] = RGB (0x3a0a6e),
      [OB_ROLE_MAP_TRAIL] = RGBA (0x000000, 0.7),
    },
    .category = { RGB (0x004b80), RGB (0x9c3a00), RGB (0x00573c), RGB (0x000000) },
    .category_text = { RGB (0x004b80), RGB (0x8a3300), RGB (0x00573c), RGB (0x000000) },
    .part = { RGB (0x004b80), RGB (0xc47f00), RGB (0x00704d), RGB (0xa04a7c), RGB (0xb04000),
              RGB (0x2e86c1), RGB (0x5a5a5a) },
    .pin = { RGB (0x8a006b), RGB (0x4a5400), RGB (0x00565c), RGB (0x3d3d48) },
    .line_width = 3.,
  },
  [OB_THEME_HIGH_CONTRAST_DARK] = {
    .kind = OB_THEME_HIGH_CONTRAST_DARK,
    .role = {
      [OB_ROLE_BACKGROUND] = RGB (0x1e1e1e),
      [OB_ROLE_TEXT] = RGB (0xffffff),
      [OB_ROLE_MUTED] = RGB (0xe6e6e6),
      [OB_ROLE_GRID] = RGB (0x808080),
      [OB_ROLE_AXIS] = RGB (0xffffff),
      [OB_ROLE_CURSOR] = RGB (0xffffff),
      [OB_ROLE_CARD] = RGB (0x000000),
      [OB_ROLE_CARD_BORDER] = RGB (0xffffff),
      [OB_ROLE_LOSS] = RGBA (0xffb52e, 0.3),
      [OB_ROLE_GAIN] = RGBA (0x7cc8f5, 0.3),
      [OB_ROLE_MAP_TEXT] = RGB (0x000000),
      [OB_ROLE_MAP_HALO] = RGB (0xffffff),
      [OB_ROLE_MAP_LINE] = RGB (0x000000),
      [OB_ROLE_MAP_RISK] = RGB (0x3a0a6e),
      [OB_ROLE_MAP_TRAIL] = RGBA (0x000000, 0.7),
    },
    .category = { RGB (0x7cc8f5), RGB (0xffb52e), RGB (0xf0b0d6), RGB (0xf6ec6a) },
    .category_text = { RGB (0x8fd1f7), RGB (0xffbf4a), RGB (0xf2bbdc), RGB (0xf6ec6a) },
    .part = { RGB (0x7cc8f5), RGB (0xffb52e), RGB (0x3fdcb0), RGB (0xe79cc6), RGB (0xff8f57),
              RGB (0xf6ec6a), RGB (0xb8b8b8) },
    .pin = { RGB (0xd2bbff), RGB (0xcfe98f), RGB (0x76e4d2), RGB (0xe0e0e8) },
    .line_width = 3.,
  },
};

/* From zero outwards. Dark enough at the ends to print in grey, light enough for
 * dark text. */
static const ObColor diverging_loss[] = { RGB (0xffffff), RGB (0xfee3c0), RGB (0xfdbd74),
                                          RGB (0xf09a3e), RGB (0xd97c1e) };
static const ObColor diverging_gain[] = { RGB (0xffffff), RGB (0xd4e6f1), RGB (0x9ccae3),
                                          RGB (0x6bb0d6), RGB (0x4590c4) };
static const ObColor sequential_light[] = { RGB (0xf7f4fa), RGB (0xdadaeb), RGB (0x9e9ac8),
                                            RGB (0x6a51a3), RGB (0x3f007d) };
static const ObColor sequential_dark[] = { RGB (0x2c2540), RGB (0x4f4185), RGB (0x7a68b8),
                                           RGB (0xae9fdc), RGB (0xe9e2f8) };

static const double dash_solid[] = { 0. };
static const double dash_long[] = { 4.5, 2. };
static const double dash_short[] = { 1.6, 1.6 };
static const double dash_mixed[] = { 6., 2., 1.2, 2. };

static const double pin_wide[] = { 8., 3. };
static const double pin_even[] = { 3., 3. };
static const double pin_dotted[] = { 8., 2.5, 1.2, 2.5, 1.2, 2.5 };
static const double pin_dots[] = { 1.2, 2.4 };

const char *
ob_theme_kind_get_id (ObThemeKind kind)
{
  g_return_val_if_fail (kind < OB_N_THEMES, NULL);

  return ids[kind];
}

gboolean
ob_theme_kind_from_id (const char *id, ObThemeKind *kind)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < OB_N_THEMES; i++)
    {
      if (g_str_equal (ids[i], id))
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
ob_theme_kind_is_dark (ObThemeKind kind)
{
  return kind == OB_THEME_DARK || kind == OB_THEME_HIGH_CONTRAST_DARK;
}

gboolean
ob_theme_kind_is_high_contrast (ObThemeKind kind)
{
  return kind == OB_THEME_HIGH_CONTRAST || kind == OB_THEME_HIGH_CONTRAST_DARK;
}

const ObTheme *
ob_theme_get (ObThemeKind kind)
{
  g_return_val_if_fail (kind < OB_N_THEMES, &themes[OB_THEME_LIGHT]);

  return &themes[kind];
}

ObColor
ob_theme_get_tint (const ObTheme *theme, guint part)
{
  const ObColor *ground = &theme->role[OB_ROLE_BACKGROUND];
  const ObColor *fill = &theme->part[part];

  g_return_val_if_fail (part < OB_N_PARTS, *ground);

  return (ObColor){
    ground->red + TINT * (fill->red - ground->red),
    ground->green + TINT * (fill->green - ground->green),
    ground->blue + TINT * (fill->blue - ground->blue),
    1.,
  };
}

const double *
ob_theme_get_dash (guint category, int *n)
{
  g_return_val_if_fail (n != NULL, dash_solid);

  switch (category % OB_N_CATEGORIES)
    {
    case 0:
      *n = 0;
      return dash_solid;
    case 1:
      *n = G_N_ELEMENTS (dash_long);
      return dash_long;
    case 2:
      *n = G_N_ELEMENTS (dash_short);
      return dash_short;
    default:
      *n = G_N_ELEMENTS (dash_mixed);
      return dash_mixed;
    }
}

const ObColor *
ob_theme_get_map_pin (const ObTheme *theme, guint pin)
{
  g_return_val_if_fail (theme != NULL, NULL);
  g_return_val_if_fail (pin < OB_N_PINS, NULL);

  switch (theme->kind)
    {
    case OB_THEME_DARK:
      return &themes[OB_THEME_LIGHT].pin[pin];
    case OB_THEME_HIGH_CONTRAST_DARK:
      return &themes[OB_THEME_HIGH_CONTRAST].pin[pin];
    default:
      return &theme->pin[pin];
    }
}

const double *
ob_theme_get_pin_dash (guint pin, int *n)
{
  static const struct
  {
    const double *dash;
    int n;
  } dashes[OB_N_PINS] = {
    { pin_wide, G_N_ELEMENTS (pin_wide) },
    { pin_even, G_N_ELEMENTS (pin_even) },
    { pin_dotted, G_N_ELEMENTS (pin_dotted) },
    { pin_dots, G_N_ELEMENTS (pin_dots) },
  };

  g_return_val_if_fail (n != NULL, dash_solid);
  g_return_val_if_fail (pin < OB_N_PINS, dash_solid);

  *n = dashes[pin].n;

  return dashes[pin].dash;
}

static ObColor
interpolate (const ObColor *stops, guint n_stops, double unit)
{
  double place = CLAMP (unit, 0., 1.) * (n_stops - 1);
  guint i = MIN ((guint) place, n_stops - 2);
  double f = place - i;
  const ObColor *a = &stops[i];
  const ObColor *b = &stops[i + 1];

  return (ObColor){
    a->red + f * (b->red - a->red),
    a->green + f * (b->green - a->green),
    a->blue + f * (b->blue - a->blue),
    1.,
  };
}

ObColor
ob_theme_get_diverging (const ObTheme *theme, double unit)
{
  g_return_val_if_fail (theme != NULL, diverging_loss[0]);

  if (unit < 0)
    return interpolate (diverging_loss, G_N_ELEMENTS (diverging_loss), -unit);

  return interpolate (diverging_gain, G_N_ELEMENTS (diverging_gain), unit);
}

ObColor
ob_theme_get_sequential (const ObTheme *theme, double unit)
{
  g_return_val_if_fail (theme != NULL, sequential_light[0]);

  if (ob_theme_kind_is_dark (theme->kind))
    return interpolate (sequential_dark, G_N_ELEMENTS (sequential_dark), unit);

  return interpolate (sequential_light, G_N_ELEMENTS (sequential_light), unit);
}

static double
get_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const ObColor *color)
{
  return 0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green)
         + 0.0722 * get_linear (color->blue);
}

double
ob_color_get_contrast (const ObColor *a, const ObColor *b)
{
  double la;
  double lb;

  g_return_val_if_fail (a != NULL, 1.);
  g_return_val_if_fail (b != NULL, 1.);

  la = get_luminance (a);
  lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
