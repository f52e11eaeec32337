/* ob-scenario-reader-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the tables of numbers of a document are read into; those of a pin are read
 * in its place. */
typedef struct
{
  ObInputs inputs;
  gboolean has_parameter[OB_N_PARAMETERS];
  GArray *years;
  int start_year;
  const char *prefix;
} Place;

static void
set_aside (ObReader *reader, const char *prefix, Place *place)
{
  place->inputs = reader->content.inputs;
  memcpy (place->has_parameter, reader->has_parameter, sizeof place->has_parameter);
  place->years = reader->years;
  place->start_year = reader->start_year;
  place->prefix = reader->prefix;

  ob_inputs_init (&reader->content.inputs);
  memset (reader->has_parameter, 0, sizeof reader->has_parameter);
  reader->years = g_array_new (FALSE, FALSE, sizeof (int));
  reader->prefix = prefix;
}

static void
put_back (ObReader *reader, const Place *place)
{
  g_array_unref (reader->years);

  reader->content.inputs = place->inputs;
  memcpy (reader->has_parameter, place->has_parameter, sizeof place->has_parameter);
  reader->years = place->years;
  reader->start_year = place->start_year;
  reader->prefix = place->prefix;
}

static void
read_pin (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { "letter", "name", "description", "author", NULL };
  static const ObReaderRule rules[] = {
    { "history", FALSE, ob_reader_read_history },
    { "parameters", FALSE, ob_reader_read_parameters },
    { NULL },
  };
  const char *expected = _ ("a letter from A to D");
  g_autofree char *letter = ob_reader_require_attribute (reader, node, "letter", expected);
  g_autofree char *name = ob_xml_get_attribute (node, "name");
  g_autofree char *description = ob_xml_get_attribute (node, "description");
  g_autofree char *author = ob_xml_get_attribute (node, "author");
  g_autofree char *slot = NULL;
  g_autofree char *prefix = NULL;
  Place place;
  guint index;

  if (letter == NULL)
    return;

  if (!ob_pin_from_letter (letter, &index))
    {
      if (!reader->newer)
        ob_reader_refuse_value (reader, node, "letter", letter, expected);
      return;
    }

  if (reader->content.pins[index] != NULL)
    {
      ob_reader_add_fault (reader, node, OB_SCENARIO_ERROR_VALUE, _ ("the letter is given twice"));
      return;
    }

  slot = g_strdup_printf ("pins/%s", letter);
  prefix = g_strdup_printf ("%s/", slot);
  ob_reader_keep_attributes (reader, node, slot, known);

  set_aside (reader, prefix, &place);
  ob_reader_read_children (reader, node, slot, rules, TRUE);
  reader->content.pins[index] =
    ob_pin_new_described (name, description, author, &reader->content.inputs);
  put_back (reader, &place);
}

void
ob_reader_read_pins (ObReader *reader, xmlNode *node)
{
  static const char *const known[] = { NULL };
  static const ObReaderRule rules[] = { { "pin", TRUE, read_pin }, { NULL } };

  ob_reader_keep_attributes (reader, node, "pins", known);
  ob_reader_read_children (reader, node, "pins", rules, TRUE);
}
