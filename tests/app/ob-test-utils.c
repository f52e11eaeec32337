/* ob-test-utils.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-utils.h"

static gboolean
patience_over_cb (gpointer data)
{
  g_error ("waited for %d s in vain", OB_TEST_PATIENCE);
  return G_SOURCE_REMOVE;
}

void
ob_test_wait (ObTestCondition condition, gpointer data)
{
  guint id = g_timeout_add_seconds (OB_TEST_PATIENCE, patience_over_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (id);
}

void
ob_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
count_cb (ObTestNotify *notify)
{
  notify->count++;
}

void
ob_test_notify_start (ObTestNotify *notify, gpointer object, const char *property)
{
  g_autofree char *signal = g_strdup_printf ("notify::%s", property);

  notify->object = object;
  notify->count = 0;
  notify->handler = g_signal_connect_swapped (object, signal, G_CALLBACK (count_cb), notify);
}

void
ob_test_notify_stop (ObTestNotify *notify)
{
  g_signal_handler_disconnect (notify->object, notify->handler);
}

void
ob_test_property (gpointer object, const char *property, const GValue *value)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  g_auto (GValue) read = G_VALUE_INIT;
  ObTestNotify notify;

  g_assert_nonnull (pspec);
  g_assert_cmpstr (pspec->name, ==, property);

  g_value_init (&read, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_object_get_property (object, property, &read);
  g_assert_cmpint (g_param_values_cmp (pspec, &read, value), !=, 0);

  ob_test_notify_start (&notify, object, property);

  g_object_set_property (object, property, value);
  g_object_get_property (object, property, &read);
  g_assert_cmpint (g_param_values_cmp (pspec, &read, value), ==, 0);
  g_assert_cmpuint (notify.count, ==, 1);

  g_object_set_property (object, property, value);
  g_assert_cmpuint (notify.count, ==, 1);

  ob_test_notify_stop (&notify);
}

void
ob_test_property_object (gpointer object, const char *property, gpointer value)
{
  g_auto (GValue) gvalue = G_VALUE_INIT;

  g_value_init (&gvalue, G_OBJECT_TYPE (value));
  g_value_set_object (&gvalue, value);
  ob_test_property (object, property, &gvalue);
}

void
ob_test_property_enum (gpointer object, const char *property, GType type, int value)
{
  g_auto (GValue) gvalue = G_VALUE_INIT;

  g_value_init (&gvalue, type);
  g_value_set_enum (&gvalue, value);
  ob_test_property (object, property, &gvalue);
}

void
ob_test_property_uint (gpointer object, const char *property, guint value)
{
  g_auto (GValue) gvalue = G_VALUE_INIT;

  g_value_init (&gvalue, G_TYPE_UINT);
  g_value_set_uint (&gvalue, value);
  ob_test_property (object, property, &gvalue);
}

void
ob_test_assert_same_run (const ObRun *a, const ObRun *b)
{
  g_assert_cmpint (a->start_year, ==, b->start_year);
  g_assert_cmpmem (a->series, sizeof a->series, b->series, sizeof b->series);
  g_assert_cmpmem (a->metric, sizeof a->metric, b->metric, sizeof b->metric);
}
