/* ob-cli-output.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ObCliOutput:
 *
 * Where a command writes its result. Nothing is lost silently: the first write
 * that fails is remembered and reported by ob_cli_output_finish(). Numbers are
 * in the C locale with 17 significant digits, which give each double back.
 */
typedef struct _ObCliOutput ObCliOutput;

/* @fd is not closed by ob_cli_output_free(). */
ObCliOutput *ob_cli_output_new (int fd) G_GNUC_WARN_UNUSED_RESULT;
void ob_cli_output_free (ObCliOutput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObCliOutput, ob_cli_output_free)

void ob_cli_output_append (ObCliOutput *self, const char *text);
/* Text for people: in the character set of the locale, with plain spaces
 * and minus signs. */
void ob_cli_output_append_text (ObCliOutput *self, const char *text);
/* Nothing at all for what is not finite. */
void ob_cli_output_append_number (ObCliOutput *self, double value);
/* A field of CSV, quoted where it has to be (RFC 4180). */
void ob_cli_output_append_field (ObCliOutput *self, const char *text);
/* Takes @root. */
void ob_cli_output_append_json (ObCliOutput *self, JsonNode *root);

/* Whether writing has failed already, so that long work can end. */
/* Whoever read it has left, as “head” does: nobody is to be told. */
gboolean ob_cli_output_was_left (ObCliOutput *self);
gboolean ob_cli_output_has_failed (ObCliOutput *self);
/* Writes what is left: %OB_CLI_ERROR_IO when any of it could not be written. */
gboolean ob_cli_output_finish (ObCliOutput *self, GError **error);

/* A line for people on stderr. */
void ob_cli_print_message (const char *text);

/* A number for JSON: null unless it is finite. */
void ob_cli_json_add_number (JsonBuilder *builder, double value);

G_END_DECLS
