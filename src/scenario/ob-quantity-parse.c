/* ob-quantity-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Longer than any number with any unit. */
#define MAX_LENGTH 200

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
  { "t", 3 },       { "million", -3 }, { "mn", -3 }, { "m", -3 },       { "", 0 },
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

/**
 * ObEntry:
 * @sign: '+', '-' or 0
 * @number: the number without its sign, as g_ascii_strtod() reads it
 * @prefix: what stood before it, folded
 * @suffix: what stood behind it, folded
 */
typedef struct
{
  char sign;
  GString *number;
  GString *prefix;
  GString *suffix;
} ObEntry;

static void
ob_entry_clear (ObEntry *entry)
{
  g_string_free (entry->number, TRUE);
  g_string_free (entry->prefix, TRUE);
  g_string_free (entry->suffix, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObEntry, ob_entry_clear)

/* One way to write what can be written in several: compatibility forms (wide
 * digits, narrow spaces) become plain, upper case small. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
}

static char *
fold_without_spaces (const char *text)
{
  g_autofree char *folded = fold (text);
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
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Whether @digits, what stands between separators, are groups of thousands. */
static gboolean
is_grouped (const GString *digits, const GArray *breaks)
{
  gsize end = digits->len;

  for (guint i = breaks->len; i > 0; i--)
    {
      gsize at = g_array_index (breaks, guint, i - 1);

      if (end - at != 3)
        return FALSE;
      end = at;
    }

  return end >= 1 && end <= 3 && digits->str[0] != '0';
}

/**
 * scan_number:
 * @text: folded; starts with a digit or a separator
 *
 * Reads digits, decimal point, groups and exponent.
 *
 * Returns: where the number ends; NULL if it is none or could be read in two ways
 */
static const char *
scan_number (const char *text, GString *number)
{
  g_autofree char *point_text = ob_quantity_get_decimal_point ();
  g_autofree char *point_folded = fold (point_text);
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  gunichar point = point_folded != NULL ? g_utf8_get_char (point_folded) : '.';
  gunichar separator = 0;
  gssize fraction = -1;
  const char *p = text;

  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
          continue;
        }

      if (c == point && fraction < 0)
        {
          fraction = (gssize) digits->len;
          continue;
        }

      if (c == '.' || c == ',' || c == point || g_unichar_isspace (c) || is_apostrophe (c))
        {
          gboolean dot = c == '.' || c == ',' || c == point;

          /* A space or an apostrophe without a digit behind it ends the number. */
          if (!dot && !g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (p))))
            break;
          if (g_unichar_isspace (c))
            c = ' ';
          if (fraction >= 0 || c == point || (separator != 0 && c != separator))
            return NULL;
          separator = c;
          g_array_append_vals (breaks, &(guint){ (guint) digits->len }, 1);
          continue;
        }

      break;
    }

  if (digits->len == 0)
    return NULL;

  if (breaks->len > 0)
    {
      g_autoptr (GString) whole =
        g_string_new_len (digits->str, fraction >= 0 ? fraction : (gssize) digits->len);

      if (!is_grouped (whole, breaks))
        {
          /* A point that cannot separate groups is a point in every locale. */
          if (separator != '.' || breaks->len != 1 || fraction >= 0)
            return NULL;
          fraction = g_array_index (breaks, guint, 0);
        }
    }

  g_string_append (number, digits->str);
  if (fraction >= 0)
    g_string_insert_c (number, fraction, '.');

  if (*p == 'e')
    {
      const char *q = p + 1;

      if (*q == '+' || *q == '-')
        q++;
      if (g_ascii_isdigit (*q))
        {
          while (g_ascii_isdigit (*q))
            q++;
          g_string_append_len (number, p, q - p);
          p = q;
        }
    }

  return p;
}

/* Takes @text, folded, apart. */
static gboolean
scan_entry (const char *text, ObEntry *entry)
{
  const char *p = text;

  /* Before the number: a sign and a currency, in either order. */
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '.' || c == ',' || c == 0x066b)
        break;
      if (g_unichar_isspace (c))
        continue;
      if (c == '+' || is_minus (c))
        {
          if (entry->sign != 0)
            return FALSE;
          entry->sign = c == '+' ? '+' : '-';
          continue;
        }
      g_string_append_unichar (entry->prefix, c);
    }

  p = scan_number (p, entry->number);
  if (p == NULL)
    return FALSE;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (entry->suffix, c);
    }

  return TRUE;
}

static gboolean
matches (const ObEntry *entry, const char *prefix, const char *suffix)
{
  return g_str_equal (entry->suffix->str, suffix)
         && (entry->prefix->len == 0 || g_str_equal (entry->prefix->str, prefix));
}

/* Whether the entry has the shape of @form, a format with one %s. */
static gboolean
matches_form (const ObEntry *entry, const char *form)
{
  g_autofree char *written = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  written = g_strdup_printf (form, "\001");
#pragma GCC diagnostic pop
  folded = fold_without_spaces (written);
  parts = g_strsplit (folded, "\001", 2);

  return g_strv_length (parts) == 2 && matches (entry, parts[0], parts[1]);
}

static gboolean
find_money (const ObEntry *entry, ObUnit unit, int *exponent)
{
  if (entry->prefix->len > 0 && !g_str_equal (entry->prefix->str, "$")
      && !g_str_equal (entry->prefix->str, "us$"))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pers); i++)
    {
      if (pers[i].unit != unit || !g_str_has_suffix (entry->suffix->str, pers[i].name))
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (magnitudes); j++)
        {
          gsize length = entry->suffix->len - strlen (pers[i].name);

          if (strlen (magnitudes[j].name) == length
              && strncmp (entry->suffix->str, magnitudes[j].name, length) == 0)
            {
              *exponent = magnitudes[j].exponent;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* Which power of ten stands between what was typed and the model unit. */
static gboolean
find_unit (const ObEntry *entry, ObUnit unit, int *exponent)
{
  const char *label = ob_quantity_get_unit_label (unit);
  g_autofree char *packed_label = fold_without_spaces (label);
  g_autofree char *symbol = fold_without_spaces (ob_unit_get_symbol (unit));

  *exponent = ob_quantity_is_percent (unit) ? -2 : 0;

  if (entry->prefix->len == 0
      && (entry->suffix->len == 0 || g_str_equal (entry->suffix->str, packed_label)
          || (!ob_quantity_is_percent (unit) && g_str_equal (entry->suffix->str, symbol))))
    return TRUE;

  for (guint i = 0; i < ob_quantity_n_forms; i++)
    {
      const ObQuantityForm *form = &ob_quantity_forms[i];

      if (form->unit == unit
          && (matches_form (entry, form->text)
              || matches_form (entry, g_dgettext (GETTEXT_PACKAGE, form->text))))
        {
          *exponent = form->exponent;
          return TRUE;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (spellings[i].unit == unit && matches (entry, spellings[i].prefix, spellings[i].suffix))
        {
          *exponent = spellings[i].exponent;
          return TRUE;
        }
    }

  if (unit == OB_UNIT_YEAR
      && (matches_form (entry, g_dngettext (GETTEXT_PACKAGE, "%s year", "%s years", 1))
          || matches_form (entry, g_dngettext (GETTEXT_PACKAGE, "%s year", "%s years", 2))))
    return TRUE;

  return find_money (entry, unit, exponent);
}

/* The number shifted by a power of ten; the shift is made in the decimal text,
 * so that "40" percent is exactly the 0.4 of the program. */
static double
read_number (const ObEntry *entry, int exponent)
{
  const char *mark = strchr (entry->number->str, 'e');
  g_autofree char *mantissa = mark != NULL
                                ? g_strndup (entry->number->str, mark - entry->number->str)
                                : g_strdup (entry->number->str);
  gint64 power = mark != NULL ? g_ascii_strtoll (mark + 1, NULL, 10) : 0;
  g_autofree char *text = NULL;

  /* Beyond this all is zero or infinite anyway, and the sum cannot overflow. */
  power = CLAMP (power, -100000, 100000) + exponent;
  text = g_strdup_printf ("%se%" G_GINT64_FORMAT, mantissa, power);

  /* Plus zero also for "-0". */
  return (entry->sign == '-' ? -g_ascii_strtod (text, NULL) : g_ascii_strtod (text, NULL)) + 0.0;
}

/* A relative change gives a number a person would write: 770 + 10% is 847, not
 * 847.0000000000001. */
static double
tidy (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, "%.13g", value), NULL) + 0.0;
}

static gboolean
parse_word (const char *packed, const ObParameterInfo *info, double *value)
{
  g_autofree char *local_default = fold_without_spaces (C_ ("entry", "=default"));
  g_autofree char *local_yes = fold_without_spaces (C_ ("switch", "yes"));
  g_autofree char *local_no = fold_without_spaces (C_ ("switch", "no"));

  if (g_str_equal (packed, "=default") || g_str_equal (packed, local_default))
    {
      *value = info->value;
      return TRUE;
    }

  if (info->unit != OB_UNIT_SWITCH)
    return FALSE;

  if (g_str_equal (packed, "yes") || g_str_equal (packed, "on") || g_str_equal (packed, "true")
      || g_str_equal (packed, local_yes))
    *value = 1;
  else if (g_str_equal (packed, "no") || g_str_equal (packed, "off")
           || g_str_equal (packed, "false") || g_str_equal (packed, local_no))
    *value = 0;
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_number (const ObEntry *entry, ObUnit unit, gboolean is_signed, double current, double *value)
{
  gboolean percent = ob_quantity_is_percent (unit);
  gboolean bare_percent = entry->prefix->len == 0 && g_str_equal (entry->suffix->str, "%");
  gboolean times =
    entry->prefix->len == 0
    && (g_str_equal (entry->suffix->str, "x") || g_str_equal (entry->suffix->str, "×"));
  int exponent;

  if (bare_percent && unit != OB_UNIT_SWITCH)
    {
      if (entry->sign == '+' || (entry->sign == '-' && !(percent && is_signed)))
        {
          *value = tidy (current * (1 + read_number (entry, -2)));
          return TRUE;
        }
      if (!percent)
        {
          *value = tidy (current * read_number (entry, -2));
          return TRUE;
        }
    }

  if (times && unit != OB_UNIT_RATIO && unit != OB_UNIT_SWITCH)
    {
      if (entry->sign != 0)
        return FALSE;
      *value = tidy (current * read_number (entry, 0));
      return TRUE;
    }

  if (!find_unit (entry, unit, &exponent))
    return FALSE;

  *value = read_number (entry, exponent);
  return TRUE;
}

gboolean
ob_quantity_read (ObUnit unit, gboolean is_signed, const char *text, double current, double *value)
{
  g_auto (ObEntry) entry = { 0, g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  g_autofree char *folded = NULL;

  if (strnlen (text, MAX_LENGTH + 1) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  folded = fold (text);
  return folded != NULL && scan_entry (folded, &entry)
         && parse_number (&entry, unit, is_signed, current, value);
}

static gboolean
check_range (ObParameter parameter, double value, GError **error)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (ob_parameter_check_value (parameter, value, NULL))
    return TRUE;

  if (info->unit == OB_UNIT_SWITCH)
    {
      /* Translators: %s is the name of an input that is on or off. */
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE, _ ("%s is yes or no"),
                   ob_parameter_get_label (parameter));
      return FALSE;
    }

  low = ob_quantity_format (info->unit, info->minimum);
  high = ob_quantity_format (info->unit, info->maximum);
  /* Translators: the name of an input and the ends of its range, "Capex goes
   * from $0 bn/yr to $1.50 tn/yr". */
  g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE, _ ("%s goes from %s to %s"),
               ob_parameter_get_label (parameter), low, high);
  return FALSE;
}

static void
set_syntax_error (ObParameter parameter, GError **error)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  g_autofree char *example = NULL;

  if (info->unit == OB_UNIT_SWITCH)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_UNKNOWN_ID, _ ("%s is yes or no"),
                   ob_parameter_get_label (parameter));
      return;
    }

  example = ob_quantity_format_entry (info->unit, info->value);
  /* Translators: what can be typed for an input: the first %s is its name, the
   * second a number as it would be typed. "=default" may be translated; then
   * translate it alike where it stands alone. */
  g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_UNKNOWN_ID,
               _ ("%s takes a number such as %s, a change of the value now such as +10%% or 2x, or "
                  "=default"),
               ob_parameter_get_label (parameter), example);
}

gboolean
ob_quantity_parse (ObParameter parameter,
                   const char *text,
                   double current,
                   double *value,
                   GError **error)
{
  const ObParameterInfo *info;
  g_autofree char *packed = NULL;
  double parsed = 0;

  g_return_val_if_fail (parameter < OB_N_PARAMETERS, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  info = ob_parameter_get_info (parameter);
  if (strnlen (text, MAX_LENGTH + 1) <= MAX_LENGTH && g_utf8_validate (text, -1, NULL))
    packed = fold_without_spaces (text);
  if (packed == NULL
      || (!parse_word (packed, info, &parsed)
          && !ob_quantity_read (info->unit, info->minimum < 0, text, current, &parsed)))
    {
      set_syntax_error (parameter, error);
      return FALSE;
    }

  if (!check_range (parameter, parsed, error))
    return FALSE;

  *value = parsed;
  return TRUE;
}
