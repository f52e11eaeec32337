/* test-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A picture gives back the scenario it was made from, or says why not. */

#include "config.h"

#include "ob-scenario-file.h"
#include "ob-test-picture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_SCENARIOS 20

static const ObExportFormat formats[] = { OB_EXPORT_PNG, OB_EXPORT_SVG, OB_EXPORT_PDF };

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

static GFile *
write_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("overbuild-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), &error));
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
test_round_trip (gconstpointer data)
{
  ObExportFormat format = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (ObScenario) scenario = ob_test_picture_draw_scenario (rand);
      g_autoptr (ObProvenance) provenance = NULL;
      g_autoptr (GBytes) bytes = ob_test_picture_export (scenario, format, &provenance);
      g_autoptr (GFile) file = write_file (bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (ObScenario) opened = ob_scenario_load_file (file, NULL, &error);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      for (guint p = 0; p < OB_N_PARAMETERS; p++)
        {
          double before = ob_scenario_get_value (scenario, p);
          double after = ob_scenario_get_value (opened, p);

          g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
          g_assert_cmpstr (ob_scenario_get_note (scenario, p), ==,
                           ob_scenario_get_note (opened, p));
        }
      g_assert_true (
        ob_inputs_equal (ob_scenario_get_inputs (scenario), ob_scenario_get_inputs (opened)));
      g_assert_true (
        ob_plane_equal (ob_scenario_get_plane (scenario), ob_scenario_get_plane (opened)));
      g_assert_cmpuint (ob_scenario_get_quarter (scenario), ==, ob_scenario_get_quarter (opened));
      g_assert_cmpstr (ob_scenario_get_title (scenario), ==, ob_scenario_get_title (opened));
      again = ob_scenario_to_bytes (opened, NULL);
      assert_same_bytes (again, provenance->scenario);

      /* It is a document of its own, and the picture stays a picture. */
      g_assert_null (ob_scenario_get_file (opened));
      g_assert_false (ob_scenario_get_modified (opened));
      faults = ob_scenario_check_file (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, 0);

      g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
    }
}

/* The same scenario and date give the same file. */
static void
test_reproducible (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (ObScenario) scenario = ob_test_picture_draw_scenario (rand);
  g_autoptr (GBytes) first = ob_test_picture_export (scenario, GPOINTER_TO_INT (data), NULL);
  g_autoptr (GBytes) second = ob_test_picture_export (scenario, GPOINTER_TO_INT (data), NULL);

  assert_same_bytes (first, second);
}

/* Counts what is refused; whatever is not must be what was put in. */
static guint
try_changed (GBytes *changed, const ObProvenance *provenance)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) scenario = ob_picture_extract (changed, "x", &error);

  if (scenario != NULL)
    {
      g_assert_no_error (error);
      assert_same_bytes (scenario, provenance->scenario);
      return 0;
    }

  g_assert_true (error->domain == OB_SCENARIO_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "x:"));

  return 1;
}

/* Where the part of a picture that carries something begins and ends. */
static void
find_payload (GBytes *bytes, ObExportFormat format, gsize *start, gsize *end)
{
  switch (format)
    {
    case OB_EXPORT_PNG:
      *start = ob_test_picture_find (bytes, "Overbuild Scenario") - 8;
      *end = ob_test_picture_find (bytes, "IDAT");
      break;
    case OB_EXPORT_SVG:
      *start = ob_test_picture_find (bytes, "<metadata>");
      *end = ob_test_picture_find (bytes, "</metadata>");
      break;
    case OB_EXPORT_PDF:
    default:
      *start = ob_test_picture_find (bytes, "/Type /EmbeddedFile") - 16;
      *end = g_bytes_get_size (bytes);
    }
}

static void
test_tampered (gconstpointer data)
{
  static const guint8 masks[] = { 0x01, 0x20, 0x80 };
  ObExportFormat format = GPOINTER_TO_INT (data);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (GBytes) bytes = ob_test_picture_export (scenario, format, &provenance);
  guint n_refused = 0;
  gsize start;
  gsize end;
  gsize size;
  const guint8 *picture = g_bytes_get_data (bytes, &size);

  find_payload (bytes, format, &start, &end);
  g_assert_cmpuint (try_changed (bytes, provenance), ==, 0);
  for (gsize at = start; at < end; at++)
    {
      g_autofree guint8 *copy = g_memdup2 (picture, size);
      g_autoptr (GBytes) changed = g_bytes_new_static (copy, size);

      copy[at] ^= masks[at % G_N_ELEMENTS (masks)];
      n_refused += try_changed (changed, provenance);
    }

  g_test_message ("%u of %u changes refused", n_refused, (guint) (end - start));
  g_assert_cmpuint (n_refused, >, (guint) (end - start) / 3);
}

/* Somebody who sets the checksum of the chunk right, too. */
static void
test_tampered_chunk (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (GBytes) bytes = ob_test_picture_export (scenario, OB_EXPORT_PNG, &provenance);
  gsize size;
  const guint8 *picture = g_bytes_get_data (bytes, &size);
  gsize start = ob_test_picture_find (bytes, "Overbuild Scenario");
  gsize length = (gsize) picture[start - 6] << 8 | picture[start - 5];
  guint n_refused = 0;

  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (picture, size);
      g_autoptr (GBytes) changed = g_bytes_new_static (copy, size);
      guint32 crc;

      copy[start + i] ^= 1 << i % 8;
      crc = GUINT32_TO_BE (ob_test_picture_get_crc (copy + start - 4, length + 4));
      memcpy (copy + start + length, &crc, sizeof crc);
      n_refused += try_changed (changed, provenance);
    }

  g_assert_cmpuint (n_refused, >, (guint) length * 9 / 10);
}

static void
test_cut_short (gconstpointer data)
{
  ObExportFormat format = GPOINTER_TO_INT (data);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (GBytes) bytes = ob_test_picture_export (scenario, format, &provenance);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 8; length < size - 8; length += 1 + length / 200)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);

      g_assert_cmpuint (try_changed (part, provenance), ==, 1);
    }
}

/* A scenario with another in its place: the message says what is wrong. */
static void
test_message (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GBytes) bytes = ob_test_picture_export (scenario, OB_EXPORT_SVG, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *hash = strstr (text, "sha256=\"");
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GError) error = NULL;

  hash = strstr (hash + 1, " sha256=\"") + strlen (" sha256=\"");
  *hash = *hash == '0' ? '1' : '0';
  changed = g_bytes_new (text, strlen (text));
  g_assert_null (ob_picture_extract (changed, "x", &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "checksum"));
}

/* What an editor needs is there to be read without this program. */
static void
test_record (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) png = NULL;

  ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 654.25, NULL);
  svg = ob_test_picture_export (scenario, OB_EXPORT_SVG, &provenance);
  pdf = ob_test_picture_export (scenario, OB_EXPORT_PDF, NULL);
  png = ob_test_picture_export (scenario, OB_EXPORT_PNG, NULL);

  g_assert_cmpuint (ob_test_picture_find (svg, "- capex (Capex): 654.25 $B/yr"), >, 0);
  g_assert_cmpuint (ob_test_picture_find (svg, provenance->inputs_hash), >, 0);
  g_assert_cmpuint (ob_test_picture_find (svg, "date=\"2026-09-21T14:13:20Z\""), >, 0);
  g_assert_cmpuint (ob_test_picture_find (png, "2026-09-21T14:13:20Z"), >, 0);
  g_assert_cmpuint (ob_test_picture_find (png, "- capex (Capex): 654.25 $B/yr"), >, 0);
  g_assert_cmpuint (ob_test_picture_find (pdf, "(D:20260921141320Z)"), >, 0);
  g_assert_cmpuint (ob_test_picture_find (pdf, "(scenario.overbuild)"), >, 0);
  g_assert_cmpuint (ob_test_picture_find (pdf, provenance->scenario_hash), >, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (gconstpointer data);
  } tests[] = {
    { "round-trip", test_round_trip },
    { "reproducible", test_reproducible },
    { "tampered", test_tampered },
    { "cut-short", test_cut_short },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
        {
          g_autofree char *path =
            g_strdup_printf ("/picture/%s/%s", tests[i].name, ob_export_format_get_id (formats[f]));

          g_test_add_data_func (path, GINT_TO_POINTER (formats[f]), tests[i].test);
        }
    }
  g_test_add_func ("/picture/tampered-chunk", test_tampered_chunk);
  g_test_add_func ("/picture/message", test_message);
  g_test_add_func ("/picture/record", test_record);

  return g_test_run ();
}
