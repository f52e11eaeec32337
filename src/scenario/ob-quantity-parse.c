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
  g_autofree char *point_folded = ob_quantity_fold (point_text);
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
  g_autofree char *local_default = ob_quantity_fold_packed (C_ ("entry", "=default"));
  g_autofree char *local_yes = ob_quantity_fold_packed (C_ ("switch", "yes"));
  g_autofree char *local_no = ob_quantity_fold_packed (C_ ("switch", "no"));

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

  if (!ob_quantity_read_unit (unit, entry->prefix->str, entry->suffix->str, &exponent))
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

  folded = ob_quantity_fold (text);
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
    packed = ob_quantity_fold_packed (text);
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
