/* ob-cli-output.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-output.h"

#include "ob-cli-error.h"
#include "ob-csv.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

struct _ObCliOutput
{
  int fd;
  /* The errno of the first write that failed. */
  int fault;
  GString *pending;
};

ObCliOutput *
ob_cli_output_new (int fd)
{
  ObCliOutput *self = g_new0 (ObCliOutput, 1);

  self->fd = fd;
  self->pending = g_string_sized_new (CHUNK);

  return self;
}

void
ob_cli_output_free (ObCliOutput *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->pending, TRUE);
  g_free (self);
}

static void
flush (ObCliOutput *self)
{
  gsize done = 0;

  while (self->fault == 0 && done < self->pending->len)
    {
      gssize n = write (self->fd, self->pending->str + done, self->pending->len - done);

      if (n >= 0)
        done += (gsize) n;
      else if (errno != EINTR)
        self->fault = errno;
    }

  g_string_truncate (self->pending, 0);
}

void
ob_cli_output_append (ObCliOutput *self, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_string_append (self->pending, text);
  if (self->pending->len >= CHUNK)
    flush (self);
}

void
ob_cli_output_append_text (ObCliOutput *self, const char *text)
{
  g_autoptr (GString) plain = NULL;
  g_autofree char *local = NULL;
  const char *charset;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  plain = g_string_new (text);
  g_string_replace (plain, "\302\240", " ", 0);
  g_string_replace (plain, "\342\210\222", "-", 0);

  if (!g_get_charset (&charset))
    {
      g_autofree char *target = g_strconcat (charset, "//TRANSLIT", NULL);

      local = g_convert_with_fallback (plain->str, (gssize) plain->len, target, "UTF-8", "?", NULL,
                                       NULL, NULL);
    }

  ob_cli_output_append (self, local != NULL ? local : plain->str);
}

void
ob_cli_output_append_number (ObCliOutput *self, double value)
{
  g_return_if_fail (self != NULL);

  ob_csv_append_number (self->pending, value);
}

void
ob_cli_output_append_field (ObCliOutput *self, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  ob_csv_append_text (self->pending, text);
}

void
ob_cli_output_append_json (ObCliOutput *self, JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  json_node_unref (root);

  ob_cli_output_append (self, text);
  ob_cli_output_append (self, "\n");
}

gboolean
ob_cli_output_was_left (ObCliOutput *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fault == EPIPE;
}

gboolean
ob_cli_output_has_failed (ObCliOutput *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->fault != 0;
}

gboolean
ob_cli_output_finish (ObCliOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  flush (self);
  if (self->fault == 0)
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_IO, _ ("The output could not be written: %s"),
               g_strerror (self->fault));
  return FALSE;
}

void
ob_cli_print_message (const char *text)
{
  g_autoptr (ObCliOutput) output = ob_cli_output_new (STDERR_FILENO);

  g_return_if_fail (text != NULL);

  ob_cli_output_append_text (output, text);
  ob_cli_output_append (output, "\n");
  /* There is nowhere left to say that this failed. */
  ob_cli_output_finish (output, NULL);
}

void
ob_cli_json_add_number (JsonBuilder *builder, double value)
{
  if (isfinite (value))
    json_builder_add_double_value (builder, value + 0.0);
  else
    json_builder_add_null_value (builder);
}
