/* ob-cli-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-file.h"
#include "ob-cli-options.h"
#include "ob-cli.h"
#include "ob-report.h"
#include "ob-results.h"
#include "ob-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".pdf"

/* Grid points along each axis of the map that is drawn. */
#define MAP_SIZE 192
/* Of a scenario with ranges. */
#define N_DRAWS 10000

static gboolean
parse_paper (const char *text, ObPaper *paper, GError **error)
{
  if (text == NULL || ob_paper_from_id (text, paper))
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--paper: “%s” is neither a4 nor letter"), text);
  return FALSE;
}

static GBytes *
make_report (ObScenario *scenario, ObPaper paper, GDateTime *date, GError **error)
{
  const ObInputs *inputs = ob_scenario_get_inputs (scenario);
  g_autoptr (ObResults) results = ob_results_add_sample (
    ob_results_new_with_overlay (inputs, ob_scenario_get_plane (scenario),
                                 ob_scenario_get_overlay (scenario), MAP_SIZE, 1, NULL),
    ob_scenario_get_uncertainty (scenario), N_DRAWS, NULL);
  g_autoptr (ObProvenance) provenance = ob_provenance_new (scenario, &results->run, date);
  g_autoptr (ObReport) report = NULL;
  g_autofree char *verdict = NULL;
  ObWayOut ways[OB_N_HEADLINE];
  double width;
  double height;

  ob_verdict_find_ways_out (inputs, ways, NULL);
  verdict = ob_verdict_format (inputs, &results->run, ways);
  ob_paper_get_size (paper, &width, &height);
  report = ob_report_new (provenance, results, NULL, verdict, width, height, error);

  return report != NULL ? ob_report_to_pdf (report, error) : NULL;
}

gboolean
ob_cli_report (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *paper_id = NULL;
  const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
                                     N_ ("Where to, a PDF document"), N_ ("F") },
                                   { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_id,
                                     N_ ("a4 or letter; a4 unless given"), N_ ("SIZE") },
                                   {} };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ObPaper paper = OB_PAPER_A4;
  ObPlane plane;

  if (!ob_cli_options_parse (&options, arguments,
                             OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS | OB_CLI_TAKES_PLANE, entries,
                             error)
      || !parse_paper (paper_id, &paper, error))
    return FALSE;

  if (path == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("The option --output F is missing"));
      return FALSE;
    }

  if (strlen (path) < strlen (SUFFIX)
      || g_ascii_strcasecmp (path + strlen (path) - strlen (SUFFIX), SUFFIX) != 0)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   /* Translators: --output is an option; %s is a file name */
                   _ ("--output: “%s” does not end in .pdf"), shown);
      return FALSE;
    }

  now = ob_provenance_get_now (error);
  if (now == NULL)
    return FALSE;

  if (ob_cli_options_has_plane (&options) && !ob_cli_options_get_plane (&options, &plane, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL
      || (ob_cli_options_has_plane (&options) && !ob_scenario_set_plane (scenario, &plane, error)))
    return FALSE;

  bytes = make_report (scenario, paper, now, error);
  return bytes != NULL && ob_cli_write_file (path, bytes, error);
}
