/* ob-cli-options.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-options.h"

#include "ob-cli-error.h"
#include "ob-cli-suggest.h"
#include "ob-cli-value.h"
#include "ob-scenario-file.h"
#include "ob-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More options than any command has. */
#define MAX_OPTIONS 32

void
ob_cli_options_clear (ObCliOptions *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->files, g_strfreev);
  g_clear_pointer (&self->set, g_strfreev);
  g_clear_pointer (&self->history, g_strfreev);
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->y, g_free);
  g_clear_pointer (&self->x_range, g_free);
  g_clear_pointer (&self->y_range, g_free);
}

/* The option on the command line that GOption did not know. */
static char *
describe_unknown_option (const char *const *arguments, const GOptionEntry *entries, guint n_entries)
{
  const char *names[MAX_OPTIONS];
  guint n = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      if (entries[i].long_name != NULL && *entries[i].long_name != '\0')
        names[n++] = entries[i].long_name;
    }

  for (guint i = 1; arguments[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      const char *similar;
      gboolean known = FALSE;

      if (!g_str_has_prefix (arguments[i], "--"))
        continue;

      name = g_strndup (arguments[i] + 2, strcspn (arguments[i] + 2, "="));
      for (guint j = 0; j < n; j++)
        known = known || g_str_equal (names[j], name);
      if (known || *name == '\0')
        continue;

      similar = ob_cli_find_similar (name, names, n);
      if (similar == NULL)
        return g_strdup_printf (_ ("There is no option --%s"), name);
      return g_strdup_printf (_ ("There is no option --%s; did you mean --%s?"), name, similar);
    }

  return NULL;
}

static gboolean
take_file (ObCliOptions *self, char **files, ObCliTakes takes, GError **error)
{
  if (files == NULL || files[0] == NULL)
    return TRUE;

  if (takes & OB_CLI_TAKES_FILES)
    {
      self->files = g_strdupv (files);
      return TRUE;
    }

  if (!(takes & OB_CLI_TAKES_FILE) || files[1] != NULL)
    {
      g_autofree char *shown =
        g_filename_display_name (takes & OB_CLI_TAKES_FILE ? files[1] : files[0]);

      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("“%s” is one argument too many"),
                   shown);
      return FALSE;
    }

  self->file = g_strdup (files[0]);
  return TRUE;
}

gboolean
ob_cli_options_parse (ObCliOptions *self,
                      const char *const *arguments,
                      ObCliTakes takes,
                      const GOptionEntry *entries,
                      GError **error)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *program = NULL;
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) left = NULL;
  gboolean help = FALSE;
  GOptionEntry all[MAX_OPTIONS] = { { NULL } };
  guint n = 0;
  const GOptionEntry shared[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->set,
      N_ ("Set a parameter, in the unit of the model; may be repeated"), N_ ("ID=VALUE") },
    { "history", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->history,
      N_ ("Capex of a year before the start, $B; once or more, replaces the whole table"),
      N_ ("YEAR=VALUE") },
    { "x", 0, 0, G_OPTION_ARG_STRING, &self->x, N_ ("Parameter along the horizontal axis"),
      N_ ("ID") },
    { "y", 0, 0, G_OPTION_ARG_STRING, &self->y, N_ ("Parameter along the vertical axis"),
      N_ ("ID") },
    { "x-range", 0, 0, G_OPTION_ARG_STRING, &self->x_range,
      N_ ("Part of the range of the horizontal axis, by default all"), N_ ("A:B") },
    { "y-range", 0, 0, G_OPTION_ARG_STRING, &self->y_range,
      N_ ("Part of the range of the vertical axis, by default all"), N_ ("A:B") },
  };
  const GOptionEntry always[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help and end"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL,
      takes & OB_CLI_TAKES_FILE    ? N_ ("[FILE]")
      : takes & OB_CLI_TAKES_FILES ? N_ ("FILE…")
                                   : NULL },
  };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (arguments != NULL && arguments[0] != NULL, FALSE);

  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    all[n++] = entries[i];
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      if (takes & (i < 2 ? OB_CLI_TAKES_INPUTS : OB_CLI_TAKES_PLANE))
        all[n++] = shared[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    all[n++] = always[i];
  g_assert (n < MAX_OPTIONS);

  context = g_option_context_new (NULL);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  /* Its own help leaves the program without a look at write errors. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, all, GETTEXT_PACKAGE);
  if (takes & OB_CLI_TAKES_FILE)
    g_option_context_set_description (
      context, _ ("FILE is a scenario file or the id of a template; without it the base case."));

  left = g_strdupv ((char **) arguments);
  if (!g_option_context_parse_strv (context, &left, &local_error))
    {
      g_autofree char *unknown = NULL;

      if (g_error_matches (local_error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        unknown = describe_unknown_option (arguments, all, n);
      g_set_error_literal (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                           unknown != NULL ? unknown : local_error->message);
      return FALSE;
    }

  if (help)
    {
      g_autofree char *text = NULL;

      program = g_strdup_printf ("overbuild-cli %s", arguments[0]);
      g_set_prgname (program);
      text = g_option_context_get_help (context, TRUE, NULL);
      g_set_error_literal (error, OB_CLI_ERROR, OB_CLI_ERROR_HELP, text);
      return FALSE;
    }

  return take_file (self, files, takes, error);
}

gboolean
ob_cli_options_has_plane (const ObCliOptions *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->x != NULL || self->y != NULL || self->x_range != NULL || self->y_range != NULL;
}

static gboolean
parse_axis (const char *option, const char *id, ObParameter *parameter, GError **error)
{
  if (id != NULL)
    return ob_cli_parse_lever (option, id, parameter, error);

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("The option %s ID is missing: which parameter stands on the axis?"), option);
  return FALSE;
}

static gboolean
parse_range (const char *option,
             const char *text,
             ObParameter parameter,
             double *low,
             double *high,
             GError **error)
{
  g_auto (GStrv) ends = NULL;

  if (text == NULL)
    return TRUE;

  ends = g_strsplit (text, ":", -1);
  if (g_strv_length (ends) != 2)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("%s: “%s” is not of the form A:B, as in 0.1:0.5"), option, text);
      return FALSE;
    }

  if (!ob_cli_parse_number (option, ends[0], low, error)
      || !ob_cli_parse_number (option, ends[1], high, error))
    return FALSE;

  if (!ob_parameter_check_value (parameter, *low, error)
      || !ob_parameter_check_value (parameter, *high, error))
    {
      g_prefix_error (error, "%s: ", option);
      return FALSE;
    }

  if (!(*low < *high))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                   _ ("%s: “%s” does not go from a smaller to a larger number"), option, text);
      return FALSE;
    }

  return TRUE;
}

gboolean
ob_cli_options_get_plane (const ObCliOptions *self, ObPlane *plane, GError **error)
{
  ObParameter x = 0;
  ObParameter y = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!parse_axis ("--x", self->x, &x, error) || !parse_axis ("--y", self->y, &y, error))
    return FALSE;

  if (x == y)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                   _ ("--y: %s is already on the other axis"), self->y);
      return FALSE;
    }

  ob_plane_init (plane, x, y);
  return parse_range ("--x-range", self->x_range, x, &plane->x_min, &plane->x_max, error)
         && parse_range ("--y-range", self->y_range, y, &plane->y_min, &plane->y_max, error)
         && ob_plane_check (plane, error);
}

/* Splits "ID=VALUE". */
static char **
split_assignment (const char *option, const char *text, const char *form, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  if (g_strv_length (parts) == 2 && *parts[0] != '\0')
    return g_steal_pointer (&parts);

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               /* Translators: an option, what was given, what was expected. */
               _ ("%s: “%s” is not of the form %s"), option, text, form);
  return NULL;
}

static gboolean
apply_settings (char **settings, ObInputs *inputs, GError **error)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      g_auto (GStrv) parts = split_assignment ("--set", settings[i], "ID=VALUE", error);
      ObParameter parameter;
      double value;

      if (parts == NULL || !ob_cli_parse_parameter ("--set", parts[0], &parameter, error))
        return FALSE;

      if (!ob_cli_parse_number (parts[0], parts[1], &value, error)
          || !ob_inputs_set (inputs, parameter, value, error))
        {
          g_prefix_error (error, "--set: ");
          return FALSE;
        }
    }

  return TRUE;
}

typedef struct
{
  int year;
  double capex;
} ObCliYear;

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const ObCliYear *first = a;
  const ObCliYear *second = b;

  return (first->year > second->year) - (first->year < second->year);
}

static gboolean
apply_history (char **settings, ObInputs *inputs, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (ObCliYear));
  ObHistory history = { 0 };

  if (settings == NULL || settings[0] == NULL)
    return TRUE;

  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_auto (GStrv) parts = split_assignment ("--history", settings[i], "YEAR=VALUE", error);
      ObCliYear year = { 0 };
      guint64 number = 0;

      if (parts == NULL)
        return FALSE;

      if (!g_ascii_string_to_unsigned (parts[0], 10, OB_HISTORY_MIN_YEAR, OB_HISTORY_MAX_YEAR,
                                       &number, NULL))
        {
          g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                       _ ("--history: “%s” is not a year from %d to %d"), parts[0],
                       OB_HISTORY_MIN_YEAR, OB_HISTORY_MAX_YEAR);
          return FALSE;
        }

      year.year = (int) number;
      if (!ob_cli_parse_number ("--history", parts[1], &year.capex, error))
        return FALSE;
      g_array_append_val (years, year);
    }

  if (years->len > OB_HISTORY_MAX_YEARS)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                   _ ("--history: %u years given, expected 1 to %d"), years->len,
                   OB_HISTORY_MAX_YEARS);
      return FALSE;
    }

  g_array_sort (years, compare_years);
  history.n_years = years->len;
  for (guint i = 0; i < years->len; i++)
    {
      const ObCliYear *year = &g_array_index (years, ObCliYear, i);

      if (i == 0)
        history.first_year = year->year;
      else if (year->year == year[-1].year)
        {
          g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                       _ ("--history: %d is given twice"), year->year);
          return FALSE;
        }
      else if (year->year != year[-1].year + 1)
        {
          g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                       _ ("--history: %d is missing; the years must follow each other"),
                       year[-1].year + 1);
          return FALSE;
        }
      history.capex[i] = year->capex;
    }

  if (!ob_history_check (&history, error))
    return FALSE;

  inputs->history = history;
  return TRUE;
}

static ObScenario *
load_file (const char *file, GError **error)
{
  g_autoptr (GFile) location = NULL;

  if (file == NULL)
    return ob_scenario_new ();

  if (ob_template_exists (file))
    return ob_template_load (file, error);

  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    {
      const char *const *ids = ob_template_get_ids ();
      g_autofree char *list = g_strjoinv (", ", (char **) ids);
      g_autofree char *shown = g_filename_display_name (file);

      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_IO,
                   _ ("There is no file “%s” and no template of that name; the templates are %s"),
                   shown, list);
      return NULL;
    }

  location = g_file_new_for_path (file);
  return ob_scenario_load_file (location, NULL, error);
}

ObScenario *
ob_cli_options_load (const ObCliOptions *self, GError **error)
{
  g_autoptr (ObScenario) scenario = NULL;
  ObInputs inputs;

  g_return_val_if_fail (self != NULL, NULL);

  scenario = load_file (self->file, error);
  if (scenario == NULL)
    return NULL;

  inputs = *ob_scenario_get_inputs (scenario);
  if (!apply_settings (self->set, &inputs, error) || !apply_history (self->history, &inputs, error))
    return NULL;

  /* What is asked for by name is meant, locked or not. */
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (inputs.value[p] != ob_scenario_get_value (scenario, p))
        ob_scenario_set_locked (scenario, p, FALSE);
    }
  if (!ob_inputs_equal (&inputs, ob_scenario_get_inputs (scenario))
      && !ob_scenario_set_inputs (scenario, &inputs, _ ("Command line"), error))
    return NULL;

  return g_steal_pointer (&scenario);
}
