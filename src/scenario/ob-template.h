/* ob-template.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

G_BEGIN_DECLS

/* The templates that ship with the program, found in the directory named by the
 * environment variable OVERBUILD_DATA_DIR or else in the installed data
 * directory. "base" is the base case and comes first. */
const char *const *ob_template_get_ids (void);
gboolean ob_template_exists (const char *id);
/* A fresh scenario made from the template, with "template-id" set. */
ObScenario *ob_template_load (const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Translated one-line name and story; never freed; NULL if there is no such template. */
const char *ob_template_get_title (const char *id);
const char *ob_template_get_story (const char *id);

G_END_DECLS
