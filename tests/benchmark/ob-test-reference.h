/* ob-test-reference.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-inputs.h"
#include "reference-model.h"

G_BEGIN_DECLS

/* Gives the reference the same inputs. */
void ob_test_reference_set (ReferenceInputs *reference, const ObInputs *inputs);

G_END_DECLS
