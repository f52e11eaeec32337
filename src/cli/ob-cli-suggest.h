/* ob-cli-suggest.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The candidate that @word was probably meant to be, or NULL. */
const char *ob_cli_find_similar (const char *word, const char *const *candidates, gsize n);
/* "; did you mean “run”?" or "", translated. */
char *
ob_cli_suggest (const char *word, const char *const *candidates, gsize n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
