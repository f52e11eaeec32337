/* ob-quantity-unit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Further spellings of units, in lower case and without spaces. Each stands for
 * a number times 10^exponent in the model unit. */
static const struct
{
  ObUnit unit;
  int exponent;
  const char *prefix;
  const char *suffix;
} spellings[] = {
  { OB_UNIT_SHARE, -2, "", "percent" },
  { OB_UNIT_RATE, -2, "", "%" },
  { OB_UNIT_RATE, -2, "", "%ayear" },
  { OB_UNIT_RATE, -2, "", "%/year" },
  { OB_UNIT_RATE, -2, "", "percent" },
  { OB_UNIT_PER_DECADE, -2, "", "%" },
  { OB_UNIT_RATIO, 0, "", "x" },
  { OB_UNIT_YEAR, 0, "", "year" },
  { OB_UNIT_YEAR, 0, "", "years" },
  { OB_UNIT_YEAR, 0, "", "yr" },
  { OB_UNIT_YEAR, 0, "", "yrs" },
  { OB_UNIT_YEAR, 0, "", "y" },
  { OB_UNIT_GW_PER_YEAR, 0, "", "gw" },
  { OB_UNIT_GW_PER_YEAR, 0, "", "gw/year" },
  { OB_UNIT_GW_PER_YEAR, 0, "", "gwayear" },
  { OB_UNIT_H100E, 0, "", "m" },
  { OB_UNIT_H100E_PER_GW, 0, "", "m" },
  { OB_UNIT_PRICE, 0, "$", "" },
  { OB_UNIT_PRICE, 0, "$", "/h" },
  { OB_UNIT_PRICE, 0, "$", "/hour" },
  { OB_UNIT_DOLLAR_PER_MWH, 0, "$", "" },
};

/* Money is "$", a magnitude and what it is per, each of which may be missing. */
static const struct
{
  const char *name;
  int exponent;
} magnitudes[] = {
  { "billion", 0 }, { "bn", 0 },       { "b", 0 },   { "trillion", 3 }, { "tn", 3 },
  { "t", 3 },       { "million", -3 }, { "mn", -3 }, { "m", -3 },
};

static const struct
{
  ObUnit unit;
  const char *name;
} pers[] = {
  { OB_UNIT_BILLION, "" },
  { OB_UNIT_BILLION_PER_YEAR, "" },
  { OB_UNIT_BILLION_PER_YEAR, "/yr" },
  { OB_UNIT_BILLION_PER_YEAR, "/year" },
  { OB_UNIT_BILLION_PER_YEAR, "ayear" },
  { OB_UNIT_BILLION_PER_GW, "" },
  { OB_UNIT_BILLION_PER_GW, "/gw" },
};

/* What was typed before and behind a number, folded and packed. */
typedef struct
{
  const char *prefix;
  const char *suffix;
} ObTyped;

char *
ob_quantity_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
}

char *
ob_quantity_fold_packed (const char *text)
{
  g_autofree char *folded = ob_quantity_fold (text);
  GString *packed = g_string_new (NULL);

  for (const char *p = folded; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (packed, c);
    }

  return g_string_free (packed, FALSE);
}

static gboolean
matches (const ObTyped *typed, const char *prefix, const char *suffix)
{
  return g_str_equal (typed->suffix, suffix)
         && (*typed->prefix == '\0' || g_str_equal (typed->prefix, prefix));
}

/* Whether the entry has the shape of @form, a format with one %s. */
static gboolean
matches_form (const ObTyped *typed, const char *form)
{
  g_autofree char *written = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  written = g_strdup_printf (form, "\001");
#pragma GCC diagnostic pop
  folded = ob_quantity_fold_packed (written);
  parts = g_strsplit (folded, "\001", 2);

  return g_strv_length (parts) == 2 && matches (typed, parts[0], parts[1]);
}

/* Which power of ten @name of @length stands for where @unit is asked for. */
static gboolean
find_magnitude (const char *name, gsize length, ObUnit unit, int *exponent)
{
  /* Translators: what may be typed behind a number for billions, in the unit in which you
   * write them. */
  g_autofree char *billion = ob_quantity_fold_packed (C_ ("magnitude", "bn"));
  /* Translators: what may be typed behind a number for trillions (10^12). */
  g_autofree char *trillion = ob_quantity_fold_packed (C_ ("magnitude", "tn"));

  *exponent = ob_quantity_get_exponent (unit);
  if (length == 0 || (strlen (billion) == length && strncmp (name, billion, length) == 0))
    return TRUE;

  *exponent = 3;
  if (strlen (trillion) == length && strncmp (name, trillion, length) == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    {
      if (strlen (magnitudes[i].name) == length && strncmp (name, magnitudes[i].name, length) == 0)
        {
          *exponent = magnitudes[i].exponent;
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes @end off the end of @name. */
static gboolean
take_off (const char *name, gsize *length, const char *end)
{
  const gsize n = strlen (end);

  if (n > *length || strncmp (name + *length - n, end, n) != 0)
    return FALSE;

  *length -= n;
  return TRUE;
}

/* What stands before a per: a magnitude, and dollars for those who say so. */
static gboolean
find_amount (const char *name, gsize length, ObUnit unit, int *exponent)
{
  /* Translators: what may be typed behind an amount of money, as in "770 billion
   * dollars". */
  g_autofree char *dollars = ob_quantity_fold_packed (C_ ("currency", "dollars"));

  /* "770 dollars" are not 770 billion. */
  if (take_off (name, &length, dollars) || take_off (name, &length, "dollars")
      || take_off (name, &length, "usd"))
    return length > 0 && find_magnitude (name, length, unit, exponent);

  return find_magnitude (name, length, unit, exponent);
}

static gboolean
find_money (const ObTyped *typed, ObUnit unit, int *exponent)
{
  /* Translators: what may be typed behind an amount of money that comes every year. */
  g_autofree char *a_year = ob_quantity_fold_packed (C_ ("per", "/yr"));
  gsize length = strlen (typed->suffix);

  if (*typed->prefix != '\0' && !g_str_equal (typed->prefix, "$")
      && !g_str_equal (typed->prefix, "us$"))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pers); i++)
    {
      gsize rest = length;

      if (pers[i].unit == unit && take_off (typed->suffix, &rest, pers[i].name)
          && find_amount (typed->suffix, rest, unit, exponent))
        return TRUE;
    }

  return unit == OB_UNIT_BILLION_PER_YEAR && take_off (typed->suffix, &length, a_year)
         && find_amount (typed->suffix, length, unit, exponent);
}

gboolean
ob_quantity_read_unit (ObUnit unit, const char *prefix, const char *suffix, int *exponent)
{
  const ObTyped *typed = &(ObTyped){ prefix, suffix };
  g_autofree char *label = ob_quantity_fold_packed (ob_quantity_get_unit_label (unit));
  g_autofree char *symbol = ob_quantity_fold_packed (ob_unit_get_symbol (unit));

  *exponent = ob_quantity_get_exponent (unit);
  if (*typed->prefix == '\0' && (*typed->suffix == '\0' || g_str_equal (typed->suffix, label)))
    return TRUE;

  *exponent = 0;
  if (*typed->prefix == '\0' && !ob_quantity_is_percent (unit)
      && g_str_equal (typed->suffix, symbol))
    return TRUE;

  for (guint i = 0; i < ob_quantity_n_forms; i++)
    {
      const ObQuantityForm *form = &ob_quantity_forms[i];

      if (form->unit != unit)
        continue;

      *exponent = form->exponent != 0 ? form->exponent : ob_quantity_get_exponent (unit);
      if (matches_form (typed, g_dgettext (GETTEXT_PACKAGE, form->text)))
        return TRUE;

      *exponent = form->exponent;
      if (matches_form (typed, form->text))
        return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (spellings[i].unit == unit && matches (typed, spellings[i].prefix, spellings[i].suffix))
        {
          *exponent = spellings[i].exponent;
          return TRUE;
        }
    }

  if (unit == OB_UNIT_YEAR
      && (matches_form (typed, g_dngettext (GETTEXT_PACKAGE, "%s year", "%s years", 1))
          || matches_form (typed, g_dngettext (GETTEXT_PACKAGE, "%s year", "%s years", 2))))
    return TRUE;

  return find_money (typed, unit, exponent);
}
