/* ob-pin.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-inputs.h"

G_BEGIN_DECLS

/* How many pins a document has room for. */
#define OB_N_PINS 4

/**
 * ObPin:
 * @name: one line of text, never NULL, may be empty
 * @description: what was written about it, never NULL, may be empty
 * @author: who wrote it, never NULL, may be empty
 * @inputs: all that its run depends on
 *
 * A scenario kept to be compared with. Never changed once made, counted
 * atomically, so that documents, steps of undo and workers share it.
 */
typedef struct
{
  char *name;
  char *description;
  char *author;
  ObInputs inputs;
} ObPin;

/* @name: (nullable): control characters are left out of it, and line ends become
 * spaces. @inputs: checked, see ob_inputs_check(). */
ObPin *ob_pin_new (const char *name, const ObInputs *inputs) G_GNUC_WARN_UNUSED_RESULT;
/* The same with what was written about it. All texts: (nullable) */
ObPin *ob_pin_new_described (const char *name,
                             const char *description,
                             const char *author,
                             const ObInputs *inputs) G_GNUC_WARN_UNUSED_RESULT;
ObPin *ob_pin_ref (ObPin *pin);
void ob_pin_unref (ObPin *pin);
/* Either may be NULL. */
gboolean ob_pin_equal (const ObPin *a, const ObPin *b);

/* "A" to "D", of the pin at an index. */
const char *ob_pin_get_letter (guint index);
gboolean ob_pin_from_letter (const char *letter, guint *index);
/* "A: Cheaper chips", or the letter alone: translated. @index: its place */
char *ob_pin_format_title (const ObPin *pin, guint index) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObPin, ob_pin_unref)

G_END_DECLS
