/* ob-family-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-family-text.h"

#include "ob-inputs.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
ob_family_text_format (const ObOverlay *overlay)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (overlay != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < overlay->n_values; i++)
    {
      g_autofree char *value = ob_quantity_format_entry (
        ob_parameter_get_info (overlay->family)->unit, overlay->values[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", value);
    }

  return g_string_free (text, FALSE);
}

/* FALSE if it would be one too many. */
static gboolean
insert (ObOverlay *overlay, double value)
{
  guint place = 0;

  while (place < overlay->n_values && overlay->values[place] < value)
    place++;
  if (place < overlay->n_values && overlay->values[place] == value)
    return TRUE;
  if (overlay->n_values == OB_FAMILY_MAX)
    return FALSE;

  memmove (&overlay->values[place + 1], &overlay->values[place],
           (overlay->n_values - place) * sizeof (double));
  overlay->values[place] = value;
  overlay->n_values++;

  return TRUE;
}

gboolean
ob_family_text_parse (const char *text, double current, ObOverlay *overlay, GError **error)
{
  g_auto (GStrv) parts = NULL;
  ObOverlay parsed;

  g_return_val_if_fail (text != NULL && overlay != NULL, FALSE);
  g_return_val_if_fail (overlay->family < OB_N_PARAMETERS, FALSE);

  parsed = *overlay;
  parsed.n_values = 0;
  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      double value;

      /* Also a semicolon behind the last. */
      if (*g_strstrip (parts[i]) == '\0')
        continue;

      if (!ob_quantity_parse (parsed.family, parts[i], current, &value, error))
        return FALSE;

      if (!insert (&parsed, value))
        {
          g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                       _ ("No more than %d values"), OB_FAMILY_MAX);
          return FALSE;
        }
    }

  if (parsed.n_values == 0)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("At least one value, such as %s"), "3; 4; 5");
      return FALSE;
    }

  *overlay = parsed;
  return TRUE;
}
