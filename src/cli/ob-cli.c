/* ob-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli.h"

#include "ob-cli-error.h"
#include "ob-cli-suggest.h"
#include "ob-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

static const struct
{
  const char *name;
  const char *summary;
  gboolean (*run) (const char *const *arguments, ObCliOutput *output, GError **error);
} commands[] = {
  { "params", N_ ("List the parameters"), ob_cli_params },
  { "run", N_ ("Run one scenario"), ob_cli_run },
  { "frontier", N_ ("Find where two levers break even"), ob_cli_frontier },
  { "map", N_ ("Run a grid over two levers"), ob_cli_map },
  { "solve", N_ ("Find the values of a lever that reach a target"), ob_cli_solve },
  { "sample", N_ ("Draw inputs from their ranges and run them"), ob_cli_sample },
  { "merge", N_ ("Put the shards of a sample together"), ob_cli_merge },
  { "compare", N_ ("Split the difference between two scenarios"), ob_cli_compare },
  { "sensitivity", N_ ("Tell which inputs the spread of results comes from"), ob_cli_sensitivity },
  { "discover", N_ ("Find the few inputs that set failures apart"), ob_cli_discover },
  { "export", N_ ("Write a chart to a file"), ob_cli_export },
  { "report", N_ ("Write a report to a PDF document"), ob_cli_report },
  { "check", N_ ("Validate a scenario file"), ob_cli_check },
  { "bench", N_ ("Time the engine on this machine"), ob_cli_bench },
};

static char *
get_help (void)
{
  GString *text = g_string_new (NULL);

  g_string_append (text, _ ("Usage:\n"
                            "  overbuild-cli COMMAND [FILE] [OPTION…]\n\n"
                            "Does the AI build-out pay back, and how likely is it to end in a "
                            "crash?\n\n"
                            "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-11s %s\n", commands[i].name, _ (commands[i].summary));
  g_string_append (text,
                   _ ("\n"
                      "FILE is a scenario file or the id of a template; without it the base case.\n"
                      "Options of a command: overbuild-cli COMMAND --help\n"
                      "Version: overbuild-cli --version\n\n"
                      "Exit codes: 0 done, 1 the input is invalid, 2 usage, 3 no solution,\n"
                      "4 a file could not be read or written\n"));

  return g_string_free (text, FALSE);
}

static gboolean
run_command (const char *const *arguments, ObCliOutput *output, GError **error)
{
  const char *names[G_N_ELEMENTS (commands)];
  g_autofree char *hint = NULL;
  gboolean help;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i].name;

  if (arguments[0] == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("Which command?"));
      return FALSE;
    }

  help = g_str_equal (arguments[0], "help");
  if (g_str_equal (arguments[0], "--help") || g_str_equal (arguments[0], "-h")
      || (help && arguments[1] == NULL))
    {
      g_autofree char *text = get_help ();

      g_set_error_literal (error, OB_CLI_ERROR, OB_CLI_ERROR_HELP, text);
      return FALSE;
    }

  if (g_str_equal (arguments[0], "--version"))
    {
      ob_cli_output_append (output, "overbuild-cli " PACKAGE_VERSION "\n");
      return TRUE;
    }

  if (help)
    arguments++;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *help_arguments[] = { commands[i].name, "--help", NULL };

      if (g_str_equal (arguments[0], commands[i].name))
        return commands[i].run (help ? help_arguments : arguments, output, error);
    }

  hint = ob_cli_suggest (arguments[0], names, G_N_ELEMENTS (names));
  if (arguments[0][0] == '-')
    g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                 _ ("The command comes first, then options such as %s"), arguments[0]);
  else
    g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("There is no command “%s”%s"),
                 arguments[0], hint);
  return FALSE;
}

static void
print_error (const GError *error)
{
  g_autofree char *text = g_strdup_printf ("overbuild-cli: %s", error->message);

  ob_cli_print_message (text);
}

int
ob_cli_main (int argc, char **argv)
{
  g_autoptr (ObCliOutput) output = ob_cli_output_new (STDOUT_FILENO);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) write_error = NULL;
  int code = 0;

  ob_locale_init ();
  /* Scripts read what is printed: numbers are the same in every locale. */
  setlocale (LC_NUMERIC, "C");
  g_set_prgname ("overbuild-cli");
  /* A reader that leaves early shows as a failed write. */
  signal (SIGPIPE, SIG_IGN);

  if (!run_command ((const char *const *) argv + MIN (argc, 1), output, &error))
    {
      code = ob_cli_error_get_exit_code (error);
      if (code == OB_CLI_ERROR_HELP)
        ob_cli_output_append_text (output, error->message);
      else
        print_error (error);
      if (code == OB_CLI_ERROR_USAGE)
        ob_cli_print_message (_ ("See “overbuild-cli --help”."));
    }

  if (!ob_cli_output_finish (output, &write_error))
    {
      if (!ob_cli_output_was_left (output))
        print_error (write_error);
      code = OB_CLI_ERROR_IO;
    }

  return code;
}
