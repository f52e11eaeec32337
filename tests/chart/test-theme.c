/* test-theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-theme.h"

#include <math.h>

static void
test_ids (void)
{
  for (int kind = 0; kind < OB_N_THEMES; kind++)
    {
      ObThemeKind found = OB_N_THEMES;

      g_assert_true (ob_theme_kind_from_id (ob_theme_kind_get_id (kind), &found));
      g_assert_cmpint (found, ==, kind);
      g_assert_cmpint (ob_theme_get (kind)->kind, ==, kind);
    }

  {
    ObThemeKind untouched = OB_THEME_DARK;

    g_assert_false (ob_theme_kind_from_id ("sepia", &untouched));
    g_assert_cmpint (untouched, ==, OB_THEME_DARK);
  }
}

static void
assert_contrast (const ObColor *a, const ObColor *b, double least)
{
  g_assert_cmpfloat (ob_color_get_contrast (a, b), >=, least);
}

/* WCAG 2: text 4.5, in high contrast 7; lines and fills 3 where they carry
 * meaning alone. */
static void
test_contrast (void)
{
  for (int kind = 0; kind < OB_N_THEMES; kind++)
    {
      const ObTheme *theme = ob_theme_get (kind);
      const ObColor *ground = &theme->role[OB_ROLE_BACKGROUND];
      double text = ob_theme_kind_is_high_contrast (kind) ? 7. : 4.5;

      assert_contrast (&theme->role[OB_ROLE_TEXT], ground, 7.);
      assert_contrast (&theme->role[OB_ROLE_MUTED], ground, text);
      assert_contrast (&theme->role[OB_ROLE_AXIS], ground, 3.);
      assert_contrast (&theme->role[OB_ROLE_CURSOR], ground, 3.);
      assert_contrast (&theme->role[OB_ROLE_TEXT], &theme->role[OB_ROLE_CARD], 7.);
      assert_contrast (&theme->role[OB_ROLE_MUTED], &theme->role[OB_ROLE_CARD], text);
      for (guint k = 0; k < OB_N_CATEGORIES; k++)
        {
          assert_contrast (&theme->category_text[k], ground, text);
          assert_contrast (&theme->category[k], ground, 3.);
        }
      for (guint k = 0; k < OB_N_PINS; k++)
        {
          const ObColor white = ob_theme_get_diverging (theme, 0);

          assert_contrast (&theme->pin[k], ground, text);
          assert_contrast (ob_theme_get_map_pin (theme, k), &white, text);
        }
      for (double unit = -1; unit <= 1; unit += 0.05)
        {
          ObColor color = ob_theme_get_diverging (theme, unit);

          assert_contrast (&theme->role[OB_ROLE_MAP_TEXT], &color, 4.5);
        }
    }
}

static void
test_diverging (void)
{
  const ObTheme *theme = ob_theme_get (OB_THEME_LIGHT);
  ObColor zero = ob_theme_get_diverging (theme, 0.);
  ObColor low = ob_theme_get_diverging (theme, -1.);
  ObColor high = ob_theme_get_diverging (theme, 1.);
  ObColor beyond = ob_theme_get_diverging (theme, 17.);
  double last = 1;

  g_assert_cmpfloat (zero.red, ==, 1.);
  g_assert_cmpfloat (zero.green, ==, 1.);
  g_assert_cmpfloat (zero.blue, ==, 1.);
  g_assert_cmpfloat (low.red, >, low.blue);
  g_assert_cmpfloat (high.blue, >, high.red);
  g_assert_cmpfloat (beyond.blue, ==, high.blue);

  /* Further from zero is never nearer to white. */
  for (double unit = 0.01; unit <= 1; unit += 0.01)
    {
      ObColor color = ob_theme_get_diverging (theme, unit);

      g_assert_cmpfloat (color.red, <=, last);
      last = color.red;
    }
}

static void
test_sequential (void)
{
  for (int kind = 0; kind < OB_N_THEMES; kind++)
    {
      const ObTheme *theme = ob_theme_get (kind);
      ObColor none = ob_theme_get_sequential (theme, 0.);
      ObColor all = ob_theme_get_sequential (theme, 1.);

      assert_contrast (&none, &all, 7.);
      g_assert_cmpfloat (ob_color_get_contrast (&all, &theme->role[OB_ROLE_BACKGROUND]), >,
                         ob_color_get_contrast (&none, &theme->role[OB_ROLE_BACKGROUND]));
    }
}

/* Text is set on tints, in every theme. */
static void
test_tints (void)
{
  for (int kind = 0; kind < OB_N_THEMES; kind++)
    {
      const ObTheme *theme = ob_theme_get (kind);

      for (guint part = 0; part < OB_N_PARTS; part++)
        {
          ObColor tint = ob_theme_get_tint (theme, part);

          assert_contrast (&theme->role[OB_ROLE_TEXT], &tint, 4.5);
          g_assert_cmpfloat (ob_color_get_contrast (&tint, &theme->role[OB_ROLE_BACKGROUND]), >,
                             1.1);
        }
    }
}

/* Without colour, categories still differ by their dashes. */
static void
test_dashes (void)
{
  for (guint a = 0; a < OB_N_CATEGORIES; a++)
    {
      for (guint b = a + 1; b < OB_N_CATEGORIES; b++)
        {
          int n_a;
          int n_b;
          const double *dash_a = ob_theme_get_dash (a, &n_a);
          const double *dash_b = ob_theme_get_dash (b, &n_b);

          g_assert_true (n_a != n_b || dash_a[0] != dash_b[0]);
        }
    }
}

static void
test_known_contrast (void)
{
  ObColor black = { 0, 0, 0, 1 };
  ObColor white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (ob_color_get_contrast (&black, &white), 21., 1e-9);
  g_assert_cmpfloat_with_epsilon (ob_color_get_contrast (&white, &white), 1., 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/ids", test_ids);
  g_test_add_func ("/theme/known-contrast", test_known_contrast);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/diverging", test_diverging);
  g_test_add_func ("/theme/sequential", test_sequential);
  g_test_add_func ("/theme/tints", test_tints);
  g_test_add_func ("/theme/dashes", test_dashes);

  return g_test_run ();
}
