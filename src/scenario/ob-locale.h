/* ob-locale.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ob_locale_init:
 *
 * Takes over the person's locale and finds the translations, in the directory
 * named by the environment variable OVERBUILD_LOCALE_DIR or else where they are
 * installed. Called once, first thing in main(), before there are threads.
 */
void ob_locale_init (void);

G_END_DECLS
