/* cli-test-utils.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

void
cli_result_clear (CliResult *result)
{
  g_clear_pointer (&result->output, g_free);
  g_clear_pointer (&result->messages, g_free);
}

void
cli_run (CliResult *result, const char *locale, const char *line)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) messages = NULL;
  g_autofree char *command = g_strdup_printf ("'%s' %s", OB_TEST_CLI, line);
  g_auto (GStrv) argv = NULL;

  g_shell_parse_argv (command, NULL, &argv, &error);
  g_assert_no_error (error);

  if (locale != NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "locale", NULL);

      g_subprocess_launcher_setenv (launcher, "LOCPATH", path, TRUE);
      g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
    }

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, &messages, &error);
  g_assert_no_error (error);

  result->code = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  result->output = g_strndup (g_bytes_get_data (output, NULL) ?: "", g_bytes_get_size (output));
  result->messages =
    g_strndup (g_bytes_get_data (messages, NULL) ?: "", g_bytes_get_size (messages));
}

void
cli_assert (int code, const char *line, const char *message)
{
  g_auto (CliResult) result = { 0 };

  cli_run (&result, NULL, line);
  if (result.code != code)
    g_error ("\"%s\" ended with %d, expected %d:\n%s", line, result.code, code, result.messages);
  if ((code == 0) != (*result.messages == '\0'))
    g_error ("\"%s\" ended with %d and said \"%s\"", line, code, result.messages);
  if (message != NULL && strstr (result.messages, message) == NULL)
    g_error ("\"%s\" said \"%s\", expected \"%s\"", line, result.messages, message);
}

char *
cli_get_output (const char *line)
{
  g_auto (CliResult) result = { 0 };

  cli_run (&result, NULL, line);
  if (result.code != 0)
    g_error ("\"%s\" ended with %d: %s", line, result.code, result.messages);
  g_assert_cmpstr (result.messages, ==, "");

  return g_steal_pointer (&result.output);
}

GArray *
cli_parse_csv (const char *text, const char *header)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) columns = g_strsplit (header, ",", -1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_cmpstr (lines[0], ==, header);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (columns));
      for (guint j = 0; cells[j] != NULL; j++)
        {
          char *end;
          double value = g_ascii_strtod (cells[j], &end);

          g_assert_cmpstr (end, ==, "");
          g_assert_true (end != cells[j] && isfinite (value));
          g_array_append_val (rows, value);
        }
    }

  return g_steal_pointer (&rows);
}

JsonNode *
cli_parse_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

char *
cli_make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("overbuild-cli-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

void
cli_remove_directory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_no_errno (g_remove (file));
    }
  g_assert_no_errno (g_rmdir (path));
}

gboolean
cli_has_locale (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "locale", name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}
