/* test-family-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-family-text.h"

#include "ob-inputs.h"

#include <locale.h>
#include <string.h>

static void
test_parse (void)
{
  static const struct
  {
    ObParameter family;
    const char *text;
    guint n_values;
    double values[OB_FAMILY_MAX];
  } good[] = {
    { OB_PARAMETER_LIFESPAN, "3; 4; 5", 3, { 3, 4, 5 } },
    { OB_PARAMETER_LIFESPAN, " 8;3 ;; 4.5 years;3;", 3, { 3, 4.5, 8 } },
    { OB_PARAMETER_SUBSIDY, "40;10 %", 2, { 0.1, 0.4 } },
    { OB_PARAMETER_LIFESPAN, "2x;=default", 2, { 5, 8 } },
    { OB_PARAMETER_LIFESPAN, "2;3;4;5;6;7;8;9", 8, { 2, 3, 4, 5, 6, 7, 8, 9 } },
  };
  static const struct
  {
    const char *text;
    const char *says;
  } bad[] = {
    { "", "At least one" }, { " ; ;", "At least one" },    { "3;x", "x" }, { "3;11", "10" },
    { "nan", "" },          { "2;3;4;5;6;7;8;9;10", "8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      ObOverlay overlay;
      ObOverlay again;

      ob_overlay_init (&overlay);
      overlay.family = good[i].family;
      ob_family_text_parse (good[i].text, 4, &overlay, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (overlay.values, overlay.n_values * sizeof (double), good[i].values,
                       good[i].n_values * sizeof (double));
      g_assert_true (ob_overlay_check (&overlay, NULL));

      /* What is written is read back. */
      text = ob_family_text_format (&overlay);
      again = overlay;
      again.n_values = 0;
      g_assert_true (ob_family_text_parse (text, 4, &again, NULL));
      g_assert_true (ob_overlay_equal (&overlay, &again));
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      ObOverlay before;
      ObOverlay overlay;

      ob_overlay_init (&before);
      ob_overlay_set_family (&before, OB_PARAMETER_LIFESPAN, 5);
      overlay = before;
      g_assert_false (ob_family_text_parse (bad[i].text, 4, &overlay, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, bad[i].says));
      g_assert_true (ob_overlay_equal (&overlay, &before));
    }
}

static void
test_none (void)
{
  g_autofree char *text = NULL;
  ObOverlay overlay;

  ob_overlay_init (&overlay);
  text = ob_family_text_format (&overlay);
  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/family-text/parse", test_parse);
  g_test_add_func ("/family-text/none", test_none);

  return g_test_run ();
}
