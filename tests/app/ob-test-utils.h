/* ob-test-utils.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-evaluator.h"

G_BEGIN_DECLS

/* A test that waits longer than this hangs, s. */
#define OB_TEST_PATIENCE 120

typedef gboolean (*ObTestCondition) (gpointer data);

/* Runs the main loop until @condition holds; fails the test if it never does. */
void ob_test_wait (ObTestCondition condition, gpointer data);
/* Runs the main loop as long as there is something to do at once. */
void ob_test_settle (void);

/* Counts how often a property is notified. */
typedef struct
{
  GObject *object;
  gulong handler;
  guint count;
} ObTestNotify;

void ob_test_notify_start (ObTestNotify *notify, gpointer object, const char *property);
void ob_test_notify_stop (ObTestNotify *notify);

/* Sets @property to @value and then again: it reads back, and is notified once. */
void ob_test_property (gpointer object, const char *property, const GValue *value);
void ob_test_property_object (gpointer object, const char *property, gpointer value);
void ob_test_property_enum (gpointer object, const char *property, GType type, int value);
void ob_test_property_uint (gpointer object, const char *property, guint value);

/* Both runs have the same bits in every series and metric. */
void ob_test_assert_same_run (const ObRun *a, const ObRun *b);

G_END_DECLS
