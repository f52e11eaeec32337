/* ob-quantity-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-quantity.h"

G_BEGIN_DECLS

/**
 * ObQuantityForm:
 * @unit: the unit that is written this way
 * @exponent: the number written in English x 10^@exponent is in the model unit
 * @text: (nullable): how, with %s for the number; marked for translation
 *
 * One way to write a number with its unit. The same table serves writing and
 * reading, so that what the program shows can be typed back.
 */
typedef struct
{
  ObUnit unit;
  int exponent;
  const char *text;
} ObQuantityForm;

extern const ObQuantityForm ob_quantity_forms[];
extern const guint ob_quantity_n_forms;

gboolean ob_quantity_is_percent (ObUnit unit);
/* The number in an entry x 10^this is in the model unit: -2 for percent, -1 where the
 * language counts billions in hundred millions, mostly 0. */
int ob_quantity_get_exponent (ObUnit unit);
/* Reads what is typed where @unit is asked for, as ob_quantity_parse() says, but for
 * words. @is_signed: whether "-5 %" is a value and not a change of @current. FALSE if it
 * cannot be understood. */
gboolean
ob_quantity_read (ObUnit unit, gboolean is_signed, const char *text, double current, double *value);
/* One way to write what can be written in several: compatibility forms (wide digits,
 * narrow spaces) become plain, upper case small. NULL if @text is no UTF-8. */
char *ob_quantity_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same without spaces; empty if @text is no UTF-8. */
char *ob_quantity_fold_packed (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Finds the unit in what was typed before and behind a number, both folded and without
 * spaces: the number x 10^@exponent is in the model unit. FALSE if it is no spelling of
 * @unit, and then @exponent has no meaning. */
gboolean ob_quantity_read_unit (ObUnit unit, const char *prefix, const char *suffix, int *exponent)
  G_GNUC_WARN_UNUSED_RESULT;
/* The locale's decimal point as UTF-8; never empty. */
char *ob_quantity_get_decimal_point (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
