/* ob-cli-suggest.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-suggest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer words are not mistyped ids. */
#define MAX_LENGTH 40

/* How many letters must be put in, taken out, changed or swapped with their
 * neighbour (optimal string alignment). */
static guint
get_distance (const char *a, const char *b)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0];
  guint *last = rows[1];
  guint *now = rows[2];
  gsize n = strlen (b);

  for (gsize j = 0; j <= n; j++)
    last[j] = (guint) j;

  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint *spare = before;

      now[0] = (guint) i;
      for (gsize j = 1; j <= n; j++)
        {
          guint cost = a[i - 1] == b[j - 1] ? 0 : 1;

          now[j] = MIN (MIN (last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }

      before = last;
      last = now;
      now = spare;
    }

  return last[n];
}

const char *
ob_cli_find_similar (const char *word, const char *const *candidates, gsize n)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  g_return_val_if_fail (word != NULL, NULL);

  if (*word == '\0' || strnlen (word, MAX_LENGTH + 1) > MAX_LENGTH)
    return NULL;

  for (gsize i = 0; i < n; i++)
    {
      guint distance;

      if (strlen (candidates[i]) > MAX_LENGTH)
        continue;

      distance = get_distance (word, candidates[i]);
      /* The beginning of a word is a good guess too. */
      if (strlen (word) >= 3 && g_str_has_prefix (candidates[i], word))
        distance = MIN (distance, 1);
      if (distance < least)
        {
          least = distance;
          nearest = candidates[i];
        }
    }

  return nearest != NULL && least <= MAX (1, strlen (nearest) / 3) ? nearest : NULL;
}

char *
ob_cli_suggest (const char *word, const char *const *candidates, gsize n)
{
  const char *similar = ob_cli_find_similar (word, candidates, n);

  if (similar == NULL)
    return g_strdup ("");

  /* Translators: put behind a message about a word that is not known; it starts
   * with whatever separates two half-sentences. */
  return g_strdup_printf (_ ("; did you mean “%s”?"), similar);
}
