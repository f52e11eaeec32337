/* ob-model-types.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-results.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The model knows no GObject; these are the types of its plain values for
 * properties, signals and templates. */

/* ObResults, boxed: copied by reference. */
#define OB_TYPE_RESULTS (ob_results_get_type ())
GType ob_results_get_type (void);

/* ObParameter, an enumeration; the nick is the id of the parameter. */
#define OB_TYPE_PARAMETER (ob_parameter_get_type ())
GType ob_parameter_get_type (void);

G_END_DECLS
