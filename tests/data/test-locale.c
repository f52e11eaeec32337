/* test-locale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-locale.h"
#include "ob-parameter.h"

/* The environment is that of meson.build: Chinese, from the build tree. */
static void
test_translated (void)
{
  g_assert_cmpstr (ob_parameter_get_label (OB_PARAMETER_CAPEX), ==, "资本开支");
  g_assert_cmpstr (ob_group_get_label (OB_GROUP_HARDWARE), ==, "硬件");
}

/* Ids are for files and scripts. */
static void
test_ids (void)
{
  g_assert_cmpstr (ob_parameter_get_id (OB_PARAMETER_CAPEX), ==, "capex");
  g_assert_cmpstr (ob_group_get_id (OB_GROUP_HARDWARE), ==, "hardware");
}

/* Every label and every sentence of the table has a translation of its own. */
static void
test_complete (void)
{
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);

      g_assert_cmpstr (ob_parameter_get_label (i), !=, info->label);
      g_assert_cmpstr (ob_parameter_get_description (i), !=, info->description);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ob_locale_init ();

  g_test_add_func ("/locale/translated", test_translated);
  g_test_add_func ("/locale/ids", test_ids);
  g_test_add_func ("/locale/complete", test_complete);

  return g_test_run ();
}
