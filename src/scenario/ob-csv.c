/* ob-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-csv.h"

#include <math.h>
#include <string.h>

void
ob_csv_append_number (GString *csv, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (csv != NULL);

  if (!isfinite (value))
    return;

  /* Minus zero is of no use to a reader. */
  g_string_append (csv, g_ascii_formatd (number, sizeof number, "%.17g", value + 0.0));
}

void
ob_csv_append_cell (GString *csv, double value)
{
  g_return_if_fail (csv != NULL);

  g_string_append_c (csv, ',');
  ob_csv_append_number (csv, value);
}

void
ob_csv_append_text (GString *csv, const char *text)
{
  g_return_if_fail (csv != NULL);
  g_return_if_fail (text != NULL);

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}
