/* test-range-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity-entry.h"
#include "ob-range-dialog.h"
#include "ob-test-session.h"

#include <math.h>

/* The entries on show, in their order: low, most likely, high. */
static guint
find_entries (GtkWidget *widget, ObQuantityEntry **entries, guint n)
{
  if (OB_IS_QUANTITY_ENTRY (widget))
    {
      entries[n] = OB_QUANTITY_ENTRY (widget);
      return n + 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n = find_entries (child, entries, n);

  return n;
}

static void
type (ObQuantityEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_apply (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  GtkWidget *dialog = ob_range_dialog_new (NULL, scenario, OB_PARAMETER_CAPEX);
  const ObDistribution range = { OB_DISTRIBUTION_TRIANGULAR, 600, 700, 900 };
  ObQuantityEntry *entries[3];
  const ObDistribution *kept;

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_cmpint (ob_range_dialog_get_distribution (OB_RANGE_DIALOG (dialog)).kind, ==,
                   OB_DISTRIBUTION_FIXED);
  ob_range_dialog_set_distribution (OB_RANGE_DIALOG (dialog), &range);
  g_assert_cmpuint (find_entries (dialog, entries, 0), ==, 3);
  type (entries[0], "650");
  type (entries[1], "750");
  type (entries[2], "1000");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));
  g_assert_false (ob_scenario_get_modified (scenario));

  /* What contradicts itself, or is no number, cannot be applied. */
  type (entries[0], "1100");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));
  type (entries[0], "650");
  type (entries[2], "x");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));
  type (entries[2], "1000");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  kept = &ob_scenario_get_uncertainty (scenario)->distributions[OB_PARAMETER_CAPEX];
  g_assert_cmpint (kept->kind, ==, OB_DISTRIBUTION_TRIANGULAR);
  g_assert_cmpfloat (kept->low, ==, 650);
  g_assert_cmpfloat (kept->mode, ==, 750);
  g_assert_cmpfloat (kept->high, ==, 1000);
  ob_scenario_undo (scenario);
  g_assert_false (ob_scenario_get_modified (scenario));
}

static void
test_cancel (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  GtkWidget *dialog = ob_range_dialog_new (NULL, scenario, OB_PARAMETER_LIFESPAN);
  const ObDistribution range = { OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };

  gtk_window_present (GTK_WINDOW (dialog));
  ob_range_dialog_set_distribution (OB_RANGE_DIALOG (dialog), &range);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_assert_false (ob_scenario_get_modified (scenario));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/range-dialog/apply", test_apply);
  g_test_add_func ("/range-dialog/cancel", test_cancel);

  return g_test_run ();
}
