/* ob-extras.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-extras.h"

typedef struct
{
  GString *attributes;
  GPtrArray *nodes;
} Slot;

struct _ObExtras
{
  GHashTable *slots;
};

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  g_string_free (slot->attributes, TRUE);
  g_ptr_array_unref (slot->nodes);
  g_free (slot);
}

static Slot *
ensure_slot (ObExtras *extras, const char *name)
{
  Slot *slot = g_hash_table_lookup (extras->slots, name);

  if (slot == NULL)
    {
      slot = g_new0 (Slot, 1);
      slot->attributes = g_string_new (NULL);
      slot->nodes = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (extras->slots, g_strdup (name), slot);
    }

  return slot;
}

ObExtras *
ob_extras_new (void)
{
  ObExtras *extras = g_atomic_rc_box_new0 (ObExtras);

  extras->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, slot_free);

  return extras;
}

static void
extras_clear (gpointer data)
{
  ObExtras *extras = data;

  g_hash_table_unref (extras->slots);
}

ObExtras *
ob_extras_ref (ObExtras *extras)
{
  g_return_val_if_fail (extras != NULL, NULL);

  return g_atomic_rc_box_acquire (extras);
}

void
ob_extras_unref (ObExtras *extras)
{
  if (extras != NULL)
    g_atomic_rc_box_release_full (extras, extras_clear);
}

void
ob_extras_add_attributes (ObExtras *extras, const char *slot, const char *attributes)
{
  g_return_if_fail (extras != NULL);
  g_return_if_fail (slot != NULL && attributes != NULL);

  g_string_append (ensure_slot (extras, slot)->attributes, attributes);
}

void
ob_extras_add_node (ObExtras *extras, const char *slot, const char *node)
{
  g_return_if_fail (extras != NULL);
  g_return_if_fail (slot != NULL && node != NULL);

  g_ptr_array_add (ensure_slot (extras, slot)->nodes, g_strdup (node));
}

gboolean
ob_extras_is_empty (const ObExtras *extras)
{
  return extras == NULL || g_hash_table_size (extras->slots) == 0;
}

const char *
ob_extras_get_attributes (const ObExtras *extras, const char *slot)
{
  const Slot *found = extras != NULL ? g_hash_table_lookup (extras->slots, slot) : NULL;

  return found != NULL ? found->attributes->str : "";
}

GPtrArray *
ob_extras_get_nodes (const ObExtras *extras, const char *slot)
{
  const Slot *found = extras != NULL ? g_hash_table_lookup (extras->slots, slot) : NULL;

  return found != NULL ? found->nodes : NULL;
}
