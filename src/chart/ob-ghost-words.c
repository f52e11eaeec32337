/* ob-ghost-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-ghost-words.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

char *
ob_ghost_words_describe (ObChart *self)
{
  GString *text;

  if (self->ghosts == NULL || !self->klass->has_ghosts)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < OB_N_PINS; i++)
    {
      const ObResults *results = self->ghosts->results[i];
      g_autofree char *title = NULL;
      g_autofree char *npv = NULL;
      g_autofree char *risk = NULL;

      if (results == NULL)
        continue;

      title = ob_pin_format_title (self->ghosts->pins[i], i);
      npv = ob_quantity_format (OB_UNIT_BILLION, results->run.metric[OB_METRIC_NPV]);
      risk = ob_quantity_format (OB_UNIT_SHARE, results->run.metric[OB_METRIC_BUBBLE_RISK]);
      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: the letter and the name of a pinned scenario, "A: Cheaper chips";
       * a sum of money; a chance in percent. */
      g_string_append_printf (text,
                              _ ("Pinned %s, with a net present value of %s and a bubble risk "
                                 "of %s."),
                              title, npv, risk);
    }

  return g_string_free (text, FALSE);
}

char *
ob_ghost_words_format_subtitle (ObChart *self, const char *subtitle)
{
  GString *text = g_string_new (subtitle);

  for (guint i = 0; self->ghosts != NULL && self->klass->has_ghosts && i < OB_N_PINS; i++)
    {
      g_autofree char *title = NULL;

      if (self->ghosts->pins[i] == NULL)
        continue;

      title = ob_pin_format_title (self->ghosts->pins[i], i);
      if (text->len > 0)
        /* Translators: stands between the title of a scenario and those of the pinned
         * ones that it is compared with. */
        g_string_append (text, C_ ("pin", "; "));
      g_string_append (text, title);
    }

  return g_string_free (text, text->len == 0);
}
