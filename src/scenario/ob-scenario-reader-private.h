/* ob-scenario-reader-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario-file.h"
#include "ob-scenario-private.h"
#include "ob-xml-node.h"

G_BEGIN_DECLS

/* What the parts of the reader share: ob-scenario-reader.c for the
 * document, its words and its errors, ob-scenario-reader-numbers.c for its
 * tables of numbers, and ob-scenario-reader-pins.c for those it is compared with. */

typedef struct _ObReader ObReader;

struct _ObReader
{
  const char *file_name;
  GPtrArray *faults;
  const char *name_space;
  /* Made by a newer format: rows that are not known are left out, not refused,
   * since the copy that is saved is of this format. */
  gboolean newer;

  ObScenarioContent content;
  ObScenarioRecord record;
  char *template_id;
  char *created;
  char *changed;
  ObExtras *extras;
  guint quarter;
  double range[2];

  /* Of the slots of the inputs being read: "", or "pins/A/" in a pin. */
  const char *prefix;
  gboolean has_parameter[OB_N_PARAMETERS];
  gboolean has_axis[2];
  GArray *years; /* of int, those of the table of history */
  int start_year;
  GPtrArray *sources;
  xmlNode *results;
  /* The elements of the correlations of the content, in their order. */
  xmlNode *correlations[OB_CORRELATIONS_MAX];
  /* A newer file has kept a box of something that is not known. */
  gboolean skip_discovery;
};

typedef void (*ObReaderFunc) (ObReader *reader, xmlNode *node);

/* What may stand in an element. */
typedef struct
{
  const char *name;
  gboolean repeats;
  ObReaderFunc read;
} ObReaderRule;

/* One fault of the file, with its place. */
void
ob_reader_add_fault (ObReader *reader, xmlNode *node, ObScenarioError code, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* An attribute that must be there; says so if it is not and returns NULL. */
char *ob_reader_require_attribute (ObReader *reader,
                                   xmlNode *node,
                                   const char *name,
                                   const char *expected) G_GNUC_WARN_UNUSED_RESULT;
/* A number that must be there; FALSE, with a fault, if it is not. */
gboolean
ob_reader_require_number (ObReader *reader, xmlNode *node, const char *name, double *number);
/* Says that an attribute holds the wrong thing. */
void ob_reader_refuse_value (ObReader *reader,
                             xmlNode *node,
                             const char *name,
                             const char *value,
                             const char *expected);

/* Keeps what is not known, to write it back. */
void ob_reader_keep_attributes (ObReader *reader,
                                xmlNode *node,
                                const char *slot,
                                const char *const *known);
void ob_reader_keep_node (ObReader *reader, xmlNode *node, const char *slot);

/* Reads what stands in @parent by @rules, an array that ends with a row without
 * name. A @strict element holds numbers: there an unknown element of ours is
 * more likely a slip than a thing to come, and to ignore it would change the
 * numbers. */
void ob_reader_read_children (ObReader *reader,
                              xmlNode *parent,
                              const char *slot,
                              const ObReaderRule *rules,
                              gboolean strict);
/* The text of an element that holds nothing else. */
char *
ob_reader_read_text (ObReader *reader, xmlNode *node, const char *slot) G_GNUC_WARN_UNUSED_RESULT;

void ob_reader_read_history (ObReader *reader, xmlNode *node);
void ob_reader_read_parameters (ObReader *reader, xmlNode *node);
void ob_reader_read_uncertainty (ObReader *reader, xmlNode *node);
void ob_reader_read_discovery (ObReader *reader, xmlNode *node);
void ob_reader_read_view (ObReader *reader, xmlNode *node);
void ob_reader_read_pins (ObReader *reader, xmlNode *node);
/* After the history: quarters are counted from its end. */
void ob_reader_read_results (ObReader *reader, xmlNode *node);

G_END_DECLS
