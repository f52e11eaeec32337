/* ob-cli-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-analyst.h"
#include "ob-chart-export.h"
#include "ob-cli-error.h"
#include "ob-cli-file.h"
#include "ob-cli-options.h"
#include "ob-cli-suggest.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_WIDTH  1200
#define DEFAULT_HEIGHT 750
/* Grid points along each axis of the map that is drawn. */
#define MAP_SIZE 192
/* Of a scenario with ranges. */
#define N_DRAWS 10000
/* Of the bands on its map, see ob_odds_map_new(). */
#define ODDS_SIZE  16
#define ODDS_DRAWS 1024

static gboolean
parse_chart (const char *text, ObChartKind *kind, GError **error)
{
  const char *ids[OB_N_CHARTS];
  g_autofree char *list = NULL;
  g_autofree char *hint = NULL;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < OB_N_CHARTS; i++)
    {
      ids[i] = ob_chart_kind_get_id (i);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ids[i]);
    }
  list = g_string_free (names, FALSE);

  if (text == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("The option --chart NAME is missing; the charts are %s"), list);
      return FALSE;
    }

  if (ob_chart_kind_from_id (text, kind))
    return TRUE;

  hint = ob_cli_suggest (text, ids, OB_N_CHARTS);
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--chart: there is no chart “%s”%s; the charts are %s"), text, hint, list);
  return FALSE;
}

static gboolean
parse_output (const char *path, ObExportFormat *format, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *suffix = NULL;
  const char *dot;

  if (path == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("The option --output F is missing"));
      return FALSE;
    }

  name = g_path_get_basename (path);
  dot = strrchr (name, '.');
  if (dot != NULL)
    {
      suffix = g_ascii_strdown (dot + 1, -1);
      if (ob_export_format_from_id (suffix, format))
        return TRUE;
    }

  {
    g_autofree char *shown = g_filename_display_name (path);

    g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                 _ ("--output: “%s” ends in none of .png, .svg, .pdf and .csv"), shown);
  }
  return FALSE;
}

static gboolean
parse_side (const char *option, const char *text, int *side, GError **error)
{
  guint64 number;

  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (text, 10, OB_EXPORT_MIN_SIZE, OB_EXPORT_MAX_SIZE, &number, NULL))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("%s: “%s” is not a whole number from %d to %d"), option, text,
                   OB_EXPORT_MIN_SIZE, OB_EXPORT_MAX_SIZE);
      return FALSE;
    }

  *side = (int) number;
  return TRUE;
}

static gboolean
parse_scale (const char *scale_text, const char *dpi_text, double *scale, GError **error)
{
  const char *option = scale_text != NULL ? "--scale" : "--dpi";
  const char *text = scale_text != NULL ? scale_text : dpi_text;
  double unit = scale_text != NULL ? 1 : OB_EXPORT_PX_PER_INCH;
  double number;

  if (text == NULL)
    return TRUE;

  if (scale_text != NULL && dpi_text != NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("--scale and --dpi say the same thing; only one of them can be given"));
      return FALSE;
    }

  if (!ob_cli_parse_number (option, text, &number, error))
    return FALSE;
  if (!(number >= OB_EXPORT_MIN_SCALE * unit && number <= OB_EXPORT_MAX_SCALE * unit))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   /* Translators: an option, what was given and the range of numbers. */
                   _ ("%s: %s is not from %g to %g"), option, text, OB_EXPORT_MIN_SCALE * unit,
                   OB_EXPORT_MAX_SCALE * unit);
      return FALSE;
    }

  *scale = number / unit;
  return TRUE;
}

static gboolean
parse_theme (const char *text, ObThemeKind *theme, GError **error)
{
  static const char *const themes[] = { "light", "dark", "high-contrast", "high-contrast-dark" };
  g_autofree char *hint = NULL;

  if (text == NULL || ob_theme_kind_from_id (text, theme))
    return TRUE;

  hint = ob_cli_suggest (text, themes, G_N_ELEMENTS (themes));
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--theme: “%s” is none of light, dark, high-contrast and high-contrast-dark%s"),
               text, hint);
  return FALSE;
}

/* Fills in the size that goes by a name. */
static gboolean
parse_preset (const char *text, ObExportOptions *page, GError **error)
{
  const char *ids[OB_EXPORT_N_PRESETS + 1] = { NULL };
  g_autofree char *list = NULL;

  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < OB_EXPORT_N_PRESETS; i++)
    {
      const ObExportPreset *preset = &ob_export_presets[i];

      ids[i] = preset->id;
      if (!g_str_equal (preset->id, text))
        continue;

      page->width = preset->width;
      page->height = preset->height;
      page->scale = page->format == OB_EXPORT_PDF ? OB_EXPORT_POINT_SCALE : preset->scale;
      return TRUE;
    }

  list = g_strjoinv (", ", (char **) ids);
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--preset: there is no size “%s”; the sizes are %s"), text, list);
  return FALSE;
}

/* The quarter of a run that starts in @start_year, "2029Q1". */
static gboolean
parse_quarter (const char *text, int start_year, int *quarter, GError **error)
{
  const int last_year = start_year + OB_N_QUARTERS / 4 - 1;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = NULL;

  if (text == NULL)
    return TRUE;

  regex = g_regex_new ("^([0-9]{4})Q([1-4])$", 0, 0, NULL);
  if (g_regex_match (regex, text, 0, &match))
    {
      g_autofree char *year = g_match_info_fetch (match, 1);
      g_autofree char *number = g_match_info_fetch (match, 2);
      int found = 4 * (atoi (year) - start_year) + atoi (number) - 1;

      if (found >= 0 && found < OB_N_QUARTERS)
        {
          *quarter = found;
          return TRUE;
        }
    }

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--quarter: “%s” is not a quarter from %dQ1 to %dQ4"), text, start_year,
               last_year);
  return FALSE;
}

static void
write_list (ObCliOutput *output)
{
  for (guint i = 0; i < OB_N_CHARTS; i++)
    {
      ob_cli_output_append (output, ob_chart_kind_get_id (i));
      ob_cli_output_append (output, "\n");
    }
}

/* The options of this command as they are given. */
typedef struct
{
  char *chart;
  char *path;
  char *preset;
  char *width;
  char *height;
  char *scale;
  char *dpi;
  char *theme;
  gboolean transparent;
  char *title;
  char *source;
  char *quarter;
  gboolean no_pins;
  gboolean all_years;
  gboolean single_draws;
  char *risk_level;
  gboolean list;
} Given;

static void
given_clear (Given *given)
{
  g_free (given->chart);
  g_free (given->path);
  g_free (given->preset);
  g_free (given->width);
  g_free (given->height);
  g_free (given->scale);
  g_free (given->dpi);
  g_free (given->theme);
  g_free (given->title);
  g_free (given->source);
  g_free (given->quarter);
  g_free (given->risk_level);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

/* What they say; the scale is that of pictures only. */
static gboolean
parse_page (const Given *given, ObExportOptions *page, GError **error)
{
  double scale;

  *page = (ObExportOptions){
    .width = DEFAULT_WIDTH,
    .height = DEFAULT_HEIGHT,
    .scale = 1,
    .transparent = given->transparent,
    .title = given->title,
    .source = given->source,
  };

  if (!parse_output (given->path, &page->format, error)
      || !parse_preset (given->preset, page, error)
      || !parse_side ("--width", given->width, &page->width, error)
      || !parse_side ("--height", given->height, &page->height, error))
    return FALSE;

  scale = page->scale;
  if (!parse_scale (given->scale, given->dpi, &scale, error))
    return FALSE;
  if (page->format == OB_EXPORT_PNG)
    page->scale = scale;

  return TRUE;
}

/* What the pins of a scenario come to, NULL if it has none. */
static ObGhosts *
make_ghosts (ObScenario *scenario, const ObPlane *plane)
{
  return ob_scenario_get_n_pins (scenario) > 0
           ? ob_ghosts_new (ob_scenario_get_pins (scenario), plane, MAP_SIZE, NULL, NULL)
           : NULL;
}

/* From the first pin, or from what the scenario started from. */
static ObComparison *
make_comparison (ObScenario *scenario)
{
  const ObInputs *from = ob_scenario_get_origin (scenario);
  const char *id = ob_scenario_get_template_id (scenario);
  g_autofree char *name =
    g_strdup (id != NULL && ob_template_exists (id) ? ob_template_get_title (id)
                                                    : C_ ("comparison", "Start"));

  for (guint i = OB_N_PINS; i > 0; i--)
    {
      const ObPin *pin = ob_scenario_get_pin (scenario, i - 1);

      if (pin == NULL)
        continue;
      from = &pin->inputs;
      g_free (name);
      name = ob_pin_format_title (pin, i - 1);
    }

  return ob_comparison_new (name, from, ob_scenario_get_inputs (scenario), OB_METRIC_NPV, NULL);
}

static ObChart *
make_chart (ObScenario *scenario, ObChartKind kind, ObThemeKind theme, ObResults *results)
{
  ObChart *chart = ob_chart_new (kind);

  ob_chart_set_theme (chart, theme);
  ob_chart_set_framed (chart, TRUE, ob_scenario_get_title (scenario));
  ob_chart_set_results (chart, results);

  return chart;
}

/* Takes @results. NULL if nothing varies, which only a program without its evidence meets. */
static ObResults *
add_findings (ObResults *results, ObScenario *scenario, GError **error)
{
  g_autoptr (ObResults) without = results;
  g_autoptr (ObFindings) findings = NULL;
  ObUncertainty ranges;

  ob_analyst_get_ranges (ob_scenario_get_uncertainty (scenario), &ranges);
  if (ob_uncertainty_get_levers (&ranges, NULL) == 0)
    {
      g_set_error (
        error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
        _ ("Nothing varies: the scenario has no ranges, and there are no published ones"));
      return NULL;
    }

  findings = ob_findings_new (&results->inputs, &ranges, OB_STUDY_SENSITIVITY_DRAWS,
                              OB_STUDY_DISCOVERY_DRAWS, NULL);
  g_assert (findings != NULL);

  return ob_results_new_with_findings (without, findings);
}

/* What is carried shows what is drawn. */
static gboolean
apply_view (const Given *given, const ObPlane *plane, ObScenario *scenario, GError **error)
{
  ObOverlay overlay = *ob_scenario_get_overlay (scenario);

  if (given->all_years)
    ob_scenario_set_range (scenario, 0, 0);
  overlay.single_draws |= given->single_draws;
  if (given->risk_level != NULL)
    {
      if (!ob_cli_parse_number ("--risk-level", given->risk_level, &overlay.risk_level, error))
        return FALSE;
      overlay.risk_band = TRUE;
    }

  return (plane == NULL || ob_scenario_set_plane (scenario, plane, error))
         && ob_scenario_set_overlay (scenario, &overlay, error);
}

gboolean
ob_cli_export (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_auto (Given) given = { NULL };
  const GOptionEntry entries[] = {
    { "chart", 0, 0, G_OPTION_ARG_STRING, &given.chart, N_ ("Which chart"), N_ ("NAME") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &given.list, N_ ("List the names of the charts and end"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.path,
      N_ ("Where to; .png, .svg, .pdf or .csv says the format"), N_ ("F") },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &given.preset,
      N_ ("A size by name: screen, slide or column, 89 mm wide"), N_ ("SIZE") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &given.width,
      N_ ("Width in pixels, in PDF points; 1200 unless given"), N_ ("W") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &given.height, N_ ("Height; 750 unless given"),
      N_ ("H") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &given.scale,
      N_ ("Pixels of a PNG for each pixel of its size; 1 unless given"), N_ ("S") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &given.dpi,
      N_ ("The same as pixels an inch: 96 is a scale of 1"), N_ ("N") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &given.theme,
      N_ ("light, dark, high-contrast or high-contrast-dark"), N_ ("THEME") },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &given.transparent, N_ ("Leave the background out"),
      NULL },
    { "quarter", 0, 0, G_OPTION_ARG_STRING, &given.quarter,
      N_ ("The quarter that is marked, or whose year is shown, such as 2029Q1"), N_ ("QUARTER") },
    { "no-pins", 0, 0, G_OPTION_ARG_NONE, &given.no_pins,
      N_ ("Leave out the pinned scenarios of the file"), NULL },
    { "all-years", 0, 0, G_OPTION_ARG_NONE, &given.all_years,
      N_ ("Show all years over time, also where the file shows a part"), NULL },
    { "single-draws", 0, 0, G_OPTION_ARG_NONE, &given.single_draws,
      N_ ("Draw the lines of single draws over time, where inputs have ranges"), NULL },
    { "risk-level", 0, 0, G_OPTION_ARG_STRING, &given.risk_level,
      N_ ("Draw a band on the frontier where a bubble risk above V is likely or not"), N_ ("V") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &given.title,
      N_ ("Title above the chart, instead of its own"), N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &given.source,
      N_ ("Line below the chart, instead of the one that names the versions"), N_ ("TEXT") },
    {}
  };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObResults) results = NULL;
  g_autoptr (ObGhosts) ghosts = NULL;
  g_autoptr (ObComparison) comparison = NULL;
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (ObChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ObExportOptions page;
  ObChartKind kind = OB_CHART_FRONTIER;
  ObThemeKind theme = OB_THEME_LIGHT;
  ObPlane plane;
  int quarter = -1;
  double from, to;

  if (!ob_cli_options_parse (&options, arguments,
                             OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS | OB_CLI_TAKES_PLANE, entries,
                             error))
    return FALSE;

  if (given.list)
    {
      write_list (output);
      return TRUE;
    }

  if (!parse_chart (given.chart, &kind, error) || !parse_page (&given, &page, error)
      || !parse_theme (given.theme, &theme, error))
    return FALSE;

  now = ob_provenance_get_now (error);
  if (now == NULL)
    return FALSE;

  if (ob_cli_options_has_plane (&options) && !ob_cli_options_get_plane (&options, &plane, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL)
    return FALSE;

  if (!apply_view (&given, ob_cli_options_has_plane (&options) ? &plane : NULL, scenario, error))
    return FALSE;

  if (!parse_quarter (given.quarter, ob_inputs_get_start_year (ob_scenario_get_inputs (scenario)),
                      &quarter, error))
    return FALSE;

  results = ob_results_new_with_overlay (
    ob_scenario_get_inputs (scenario),
    kind == OB_CHART_FRONTIER ? ob_scenario_get_plane (scenario) : NULL,
    ob_scenario_get_overlay (scenario), MAP_SIZE, 1, NULL);
  results = ob_results_add_sample (results, ob_scenario_get_uncertainty (scenario), N_DRAWS, NULL);
  results = ob_results_add_odds (results, ob_scenario_get_uncertainty (scenario), ODDS_SIZE,
                                 ODDS_DRAWS, NULL);
  g_assert (results != NULL);

  if (kind == OB_CHART_INDICES)
    {
      results = add_findings (results, scenario, error);
      if (results == NULL)
        return FALSE;
    }

  page.provenance = provenance = ob_provenance_new (scenario, &results->run, now);
  chart = make_chart (scenario, kind, theme, results);
  if (!given.no_pins)
    ghosts =
      make_ghosts (scenario, kind == OB_CHART_FRONTIER ? ob_scenario_get_plane (scenario) : NULL);
  ob_chart_set_ghosts (chart, ghosts);
  if (kind == OB_CHART_WATERFALL)
    comparison = make_comparison (scenario);
  ob_chart_set_comparison (chart, comparison);
  ob_chart_set_discovery (chart, ob_scenario_get_discovery (scenario),
                          ob_scenario_is_discovery_outdated (scenario));
  ob_chart_set_quarter (chart, quarter);
  ob_scenario_get_range (scenario, &from, &to);
  ob_chart_set_range (chart, from, to);
  bytes = ob_chart_export_full (chart, &page, error);
  return bytes != NULL && ob_cli_write_file (given.path, bytes, error);
}
