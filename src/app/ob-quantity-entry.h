/* ob-quantity-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-parameter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_QUANTITY_ENTRY (ob_quantity_entry_get_type ())
G_DECLARE_FINAL_TYPE (ObQuantityEntry, ob_quantity_entry, OB, QUANTITY_ENTRY, GtkEntry)

/**
 * ObQuantityEntry:
 *
 * An exact entry for one parameter, the number with its unit. What is typed is
 * understood by ob_quantity_parse(); what cannot be used is marked as an error
 * and the value stays what it was. Escape gives the value back. The number is rounded
 * while nobody types in the entry; it shows all of its digits with the keyboard in it.
 *
 * Properties: "parameter" (uint, set once: ob_quantity_entry_set_parameter()),
 * "value" (double, model unit: what is in force), "error-message" (string or
 * NULL: why the text cannot be used).
 *
 * Signals: "committed" (double): the person asks for this value, in the model
 * unit; it is valid. "nudged" (double): the same with an arrow key, many of which
 * may follow each other. The owner decides and sets "value".
 */
GtkWidget *ob_quantity_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;

ObParameter ob_quantity_entry_get_parameter (ObQuantityEntry *self);
void ob_quantity_entry_set_parameter (ObQuantityEntry *self, ObParameter parameter);

double ob_quantity_entry_get_value (ObQuantityEntry *self);
/* Shows @value and drops what was being typed. */
void ob_quantity_entry_set_value (ObQuantityEntry *self, double value);

/* (nullable) (transfer none) */
const char *ob_quantity_entry_get_error_message (ObQuantityEntry *self);

/* Commits what is typed, as Enter does. */
void ob_quantity_entry_commit (ObQuantityEntry *self);

G_END_DECLS
