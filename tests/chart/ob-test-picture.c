/* ob-test-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-picture.h"

#include "ob-test-draw.h"

#include <string.h>

static ObParameter
draw_lever (GRand *rand)
{
  ObParameter lever;

  do
    lever = (ObParameter) g_rand_int_range (rand, 0, OB_N_PARAMETERS);
  while (ob_parameter_get_info (lever)->unit == OB_UNIT_SWITCH);

  return lever;
}

ObScenario *
ob_test_picture_draw_scenario (GRand *rand)
{
  ObScenario *scenario = ob_scenario_new ();
  g_autoptr (GError) error = NULL;
  ObInputs inputs;
  ObPlane plane;
  ObParameter x = draw_lever (rand);
  ObParameter y;

  do
    y = draw_lever (rand);
  while (y == x);

  ob_test_draw_anywhere (rand, &inputs);
  ob_scenario_set_inputs (scenario, &inputs, "Draw", &error);
  g_assert_no_error (error);

  ob_plane_init (&plane, x, y);
  plane.x_min += (plane.x_max - plane.x_min) / 3;
  ob_scenario_set_plane (scenario, &plane, &error);
  g_assert_no_error (error);

  ob_scenario_set_title (scenario, "  A & B <“x”> 泡沫 ]]> ");
  ob_scenario_set_author (scenario, "Ä (\\ >>");
  ob_scenario_set_description (scenario, "Two\nlines --> stream endstream endobj %%EOF");
  ob_scenario_set_note (scenario, x, "because of <that> & \"this\"\nand more");
  ob_scenario_set_quarter (scenario, (guint) g_rand_int_range (rand, 0, OB_N_QUARTERS));

  return scenario;
}

GBytes *
ob_test_picture_export (ObScenario *scenario, ObExportFormat format, ObProvenance **provenance)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1790000000);
  g_autoptr (ObResults) results =
    ob_results_new (ob_scenario_get_inputs (scenario), NULL, 16, 1, NULL);
  g_autoptr (ObProvenance) carried = ob_provenance_new (scenario, &results->run, date);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);
  g_autoptr (GError) error = NULL;
  const ObExportOptions options = {
    .format = format,
    .width = 120,
    .height = 90,
    .scale = 1,
    .provenance = carried,
  };
  GBytes *bytes;

  ob_chart_set_results (chart, results);
  bytes = ob_chart_export_full (chart, &options, &error);
  g_assert_no_error (error);
  if (provenance != NULL)
    *provenance = g_steal_pointer (&carried);

  return bytes;
}

gsize
ob_test_picture_find (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    {
      if (memcmp (data + i, text, length) == 0)
        return i;
    }

  g_assert_not_reached ();
}

guint32
ob_test_picture_get_crc (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }

  return ~crc;
}
