/* ob-edit-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-edit.h"

G_BEGIN_DECLS

/* What the halves of #ObEdit share: one changes content, the other words changes. */

typedef enum
{
  CHANGE_VALUE,
  CHANGE_HISTORY,
  CHANGE_NOTE,
  CHANGE_LOCK,
  CHANGE_PLANE,
  CHANGE_OVERLAY,
  CHANGE_PIN,
  CHANGE_UNCERTAINTY,
  CHANGE_DISCOVERY,
  CHANGE_TEXT,
  CHANGE_SOURCES,
  CHANGE_LINEAGE
} ChangeKind;

typedef union
{
  double value; /* of a parameter; whether there is a lock, as 0 or 1 */
  ObHistory *history;
  char *note;
  ObPlane *plane;
  ObOverlay *overlay;
  ObPin *pin;
  ObUncertainty *uncertainty;
  ObDiscovery *discovery;
  char *text;
  char **sources;
  ObLineage *lineage;
} State;

typedef struct
{
  ChangeKind kind;
  guint index; /* the parameter of a value, a note or a lock; the place of a pin; the
                  ObScenarioText */
  State before;
  State after;
} Change;

struct _ObEdit
{
  char *name;
  GArray *changes;
};

G_END_DECLS
