/* test-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-report.h"
#include "ob-scenario-file.h"
#include "ob-template.h"
#include "ob-test-picture.h"
#include "ob-verdict.h"

#include <string.h>

static ObReport *
make_report (ObScenario *scenario, ObPaper paper, const char *verdict)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1790000000);
  g_autoptr (ObResults) results = ob_results_new (ob_scenario_get_inputs (scenario),
                                                  ob_scenario_get_plane (scenario), 24, 1, NULL);
  g_autoptr (ObProvenance) provenance = ob_provenance_new (scenario, &results->run, date);
  g_autoptr (GError) error = NULL;
  double width;
  double height;
  ObReport *report;

  ob_paper_get_size (paper, &width, &height);
  report = ob_report_new (provenance, results, NULL, verdict, width, height, &error);
  g_assert_no_error (error);

  return report;
}

static GBytes *
make_pdf (ObScenario *scenario, ObPaper paper)
{
  g_autoptr (ObReport) report = make_report (scenario, paper, "It pays back.");
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ob_report_to_pdf (report, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (ObScenario) scenario = ob_test_picture_draw_scenario (rand);
      g_autoptr (GBytes) pdf = make_pdf (scenario, i % OB_N_PAPERS);
      g_autoptr (GBytes) again = make_pdf (scenario, i % OB_N_PAPERS);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) carried = ob_picture_extract (pdf, "x", &error);
      g_autoptr (GBytes) expected = ob_scenario_to_bytes (scenario, NULL);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (carried, expected));
      g_assert_true (g_bytes_equal (pdf, again));
    }
}

static void
test_paper (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GBytes) a4 = make_pdf (scenario, OB_PAPER_A4);
  g_autoptr (GBytes) letter = make_pdf (scenario, OB_PAPER_LETTER);
  ObPaper paper;

  g_assert_cmpuint (ob_test_picture_find (a4, "[ 0 0 595.276 841.89 ]"), >, 0);
  g_assert_cmpuint (ob_test_picture_find (letter, "[ 0 0 612 792 ]"), >, 0);
  g_assert_false (ob_paper_from_id ("a5", &paper));
  for (guint i = 0; i < OB_N_PAPERS; i++)
    {
      g_assert_true (ob_paper_from_id (ob_paper_get_id (i), &paper));
      g_assert_cmpint (paper, ==, i);
    }
}

static char *
get_text (GBytes *pdf)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, program, "-layout", "-", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &text, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

/* Without ligatures and without the spaces, which stand where a program that reads
 * a page thinks so. */
static char *
squeeze (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (squeezed, g_utf8_get_char (p));
    }

  return g_string_free (squeezed, FALSE);
}

static void
assert_says (const char *squeezed, const char *text)
{
  g_autofree char *wanted = squeeze (text);

  if (strstr (squeezed, wanted) == NULL)
    g_error ("The report does not say “%s”", text);
}

/* What has to be in it can be read out of the document. */
static void
test_content (void)
{
  /* All that one run is enough for. */
  static const ObChartKind charts[] = {
    OB_CHART_FRONTIER, OB_CHART_RISK,    OB_CHART_MONEY,        OB_CHART_POWER,
    OB_CHART_PRICE,    OB_CHART_CASH,    OB_CHART_FLOW,         OB_CHART_VINTAGES,
    OB_CHART_DRIVERS,  OB_CHART_TORNADO, OB_CHART_TORNADO_RISK, OB_CHART_DISAGREEMENT,
    OB_CHART_BOOMS,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = ob_template_load ("price-war", &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (ObReport) report = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *hash_text = NULL;
  g_autofree char *hash = NULL;

  g_assert_no_error (error);
  ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 1400, NULL);
  ob_scenario_set_note (scenario, OB_PARAMETER_TAX, "A note of mine");
  pdf = make_pdf (scenario, OB_PAPER_A4);
  report = make_report (scenario, OB_PAPER_A4, "It pays back.");
  text = get_text (pdf);
  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }

  squeezed = squeeze (text);
  assert_says (squeezed, "It pays back.");
  assert_says (squeezed, ob_scenario_get_title (scenario));
  assert_says (squeezed, "Note: A note of mine");
  assert_says (squeezed, "is outside the published range");
  assert_says (squeezed, "Capex of $1.40 tn/yr cannot be paid for");
  assert_says (squeezed, "What the model leaves out");
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      g_autofree char *value = ob_quantity_format (info->unit, ob_scenario_get_value (scenario, i));

      assert_says (squeezed, ob_parameter_get_label (i));
      assert_says (squeezed, value);
    }
  for (guint i = 0; i < OB_N_METRICS; i++)
    assert_says (squeezed, ob_metric_get_label (i));
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    assert_says (squeezed, ob_chart_kind_get_title (charts[i]));

  for (guint i = 1; i <= ob_report_get_n_pages (report); i++)
    {
      g_autofree char *number =
        g_strdup_printf ("Page %u of %u", i, ob_report_get_n_pages (report));

      assert_says (squeezed, number);
    }
  hash_text = ob_provenance_get_inputs_text (ob_scenario_get_inputs (scenario));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, hash_text, -1);
  assert_says (squeezed, hash);
  assert_says (squeezed, "2026-09-21T14:13:20Z");
}

/* Pins are on the charts, and beside the scenario in a table; without them nothing is
 * said of any. */
static void
test_pins (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  ObInputs inputs = *ob_scenario_get_inputs (scenario);
  g_autoptr (ObPin) same = ob_pin_new ("The same", &inputs);
  g_autoptr (ObPin) other = NULL;
  g_autoptr (GBytes) without = make_pdf (scenario, OB_PAPER_A4);
  g_autoptr (GBytes) with = NULL;
  g_autofree char *before = get_text (without);
  g_autofree char *after = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *capex = NULL;
  g_autofree char *npv = NULL;
  ObRun run;

  inputs.value[OB_PARAMETER_CAPEX] = 503;
  inputs.history.capex[inputs.history.n_years - 1] = 611;
  other = ob_pin_new ("Other", &inputs);
  ob_run (&inputs, &run);
  ob_scenario_set_pin (scenario, 1, same);
  ob_scenario_set_pin (scenario, 3, other);
  with = make_pdf (scenario, OB_PAPER_A4);
  after = get_text (with);
  if (after == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }

  g_assert_null (strstr (before, "inned"));
  squeezed = squeeze (after);
  assert_says (squeezed, "Dashed on the charts, pinned scenarios: B: The same; D: Other");
  assert_says (squeezed, "Inputs that differ");
  npv = ob_metric_format (&run, OB_METRIC_NPV);
  assert_says (squeezed, npv);
  capex = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, 503);
  assert_says (squeezed, capex);
  assert_says (squeezed, "to 2026: $611");
}

/* Texts of any length neither hang it nor run off the page. */
static void
test_long_texts (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (ObReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append (lines, "line\n");
      g_string_append (word, "泡沫");
    }
  ob_scenario_set_title (scenario, word->str);
  ob_scenario_set_description (scenario, lines->str);
  ob_scenario_set_author (scenario, word->str);
  ob_scenario_set_note (scenario, OB_PARAMETER_CAPEX, lines->str);
  ob_scenario_set_note (scenario, OB_PARAMETER_SUBSIDY, word->str);
  for (guint i = 0; i < OB_N_PINS; i++)
    {
      g_autoptr (ObPin) pin = NULL;
      ObInputs inputs;

      /* Each input differs. */
      ob_inputs_init (&inputs);
      for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
        inputs.value[p] = ob_parameter_get_info (p)->minimum;
      pin = ob_pin_new (i % 2 == 0 ? word->str : lines->str, &inputs);
      ob_scenario_set_pin (scenario, i, pin);
    }

  report = make_report (scenario, OB_PAPER_LETTER, lines->str);
  pdf = ob_report_to_pdf (report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ob_report_get_n_pages (report), <, 12);
}

/* What pins come to is taken from who knows it. */
static void
test_known (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1790000000);
  g_autoptr (ObResults) results = ob_results_new (ob_scenario_get_inputs (scenario),
                                                  ob_scenario_get_plane (scenario), 24, 1, NULL);
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (ObGhosts) known = NULL;
  g_autoptr (ObPin) pin = NULL;
  g_autoptr (GBytes) plain = NULL;
  ObInputs inputs = *ob_scenario_get_inputs (scenario);

  inputs.value[OB_PARAMETER_CAPEX] = 500;
  pin = ob_pin_new ("P", &inputs);
  ob_scenario_set_pin (scenario, 0, pin);
  provenance = ob_provenance_new (scenario, &results->run, date);
  known = ob_ghosts_new (ob_scenario_get_pins (scenario), ob_scenario_get_plane (scenario), 24,
                         NULL, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ObReport) report =
        ob_report_new (provenance, results, known, "Verdict", 600, 800, NULL);
      g_autoptr (GBytes) pdf = ob_report_to_pdf (report, NULL);

      g_assert_nonnull (pdf);
      if (i == 0)
        plain = g_steal_pointer (&pdf);
      else
        g_assert_false (g_bytes_equal (pdf, plain));

      /* Only who looks here can tell that this is what it comes to. */
      known->results[0]->run.metric[OB_METRIC_NPV] = 4567;
    }
}

/* The number of pages is that of the pages, on any paper. */
static void
test_sizes (void)
{
  static const struct
  {
    double width;
    double height;
  } sizes[] = { { 300, 400 }, { 842, 595 }, { 420, 595 }, { 2384, 3370 } };
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1790000000);
  g_autoptr (ObResults) results = ob_results_new (ob_scenario_get_inputs (scenario),
                                                  ob_scenario_get_plane (scenario), 24, 1, NULL);
  g_autoptr (ObProvenance) provenance = ob_provenance_new (scenario, &results->run, date);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ObReport) report =
        ob_report_new (provenance, results, NULL, "Verdict", sizes[i].width, sizes[i].height, NULL);
      cairo_surface_t *surface = cairo_image_surface_create (
        CAIRO_FORMAT_RGB24, (int) sizes[i].width, (int) sizes[i].height);
      guint n_pages = ob_report_get_n_pages (report);

      for (guint page = 0; page < n_pages; page++)
        {
          cairo_t *cr = cairo_create (surface);
          gboolean ink = FALSE;
          const guint32 *pixels;

          cairo_set_source_rgb (cr, 1, 1, 1);
          cairo_paint (cr);
          ob_report_draw_page (report, cr, page);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_destroy (cr);

          cairo_surface_flush (surface);
          pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
          /* Something stands in the upper half of every page, not only a footer. */
          for (int p = 0; p < (int) sizes[i].width * (int) sizes[i].height / 2; p++)
            ink = ink || (pixels[p] & 0xffffff) != 0xffffff;
          g_assert_true (ink);
        }
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/round-trip", test_round_trip);
  g_test_add_func ("/report/paper", test_paper);
  g_test_add_func ("/report/content", test_content);
  g_test_add_func ("/report/pins", test_pins);
  g_test_add_func ("/report/long-texts", test_long_texts);
  g_test_add_func ("/report/known", test_known);
  g_test_add_func ("/report/sizes", test_sizes);

  return g_test_run ();
}
