/* test-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of undo and the numbers of files, without a document. */

#include "config.h"

#include "ob-edit-history.h"
#include "ob-number.h"

#include <math.h>
#include <string.h>

static ObEdit *
make_edit (double before, double after)
{
  ObEdit *edit = ob_edit_new (NULL);

  ob_edit_add_value (edit, OB_PARAMETER_CAPEX, before, after);
  return edit;
}

static void
test_merge (void)
{
  g_autoptr (ObEdit) edit = make_edit (1, 2);
  g_autoptr (ObEdit) later = make_edit (2, 3);
  g_autoptr (ObEdit) back = make_edit (3, 1);
  g_auto (ObScenarioContent) content = { 0 };

  ob_scenario_content_init (&content);
  ob_edit_absorb (edit, later);
  g_assert_cmpint (ob_edit_apply (edit, &content), ==, OB_EDIT_TOUCHES_INPUTS);
  g_assert_cmpfloat (content.inputs.value[OB_PARAMETER_CAPEX], ==, 3);
  g_assert_cmpint (ob_edit_revert (edit, &content), ==, OB_EDIT_TOUCHES_INPUTS);
  g_assert_cmpfloat (content.inputs.value[OB_PARAMETER_CAPEX], ==, 1);

  /* Where it ends as it began nothing is left. */
  g_assert_false (ob_edit_is_empty (edit));
  ob_edit_absorb (edit, back);
  g_assert_true (ob_edit_is_empty (edit));
  g_assert_cmpint (ob_edit_apply (edit, &content), ==, OB_EDIT_TOUCHES_NOTHING);
}

static void
test_describe (void)
{
  ObInputs base;
  ObInputs other;
  ObPlane from;
  ObPlane to;
  g_autoptr (ObEdit) edit = ob_edit_new (NULL);
  g_autofree char *note = NULL;
  g_autofree char *both = NULL;
  g_autofree char *many = NULL;
  g_autofree char *named = NULL;
  g_autoptr (ObEdit) all = ob_edit_new ("Name");

  ob_edit_add_note (edit, OB_PARAMETER_TAX, NULL, "x");
  note = ob_edit_describe (edit);
  g_assert_cmpstr (note, ==, "Note on Tax rate");

  ob_plane_init (&from, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  ob_plane_init (&to, OB_PARAMETER_TAX, OB_PARAMETER_LIFESPAN);
  ob_edit_add_plane (edit, &from, &to);
  both = ob_edit_describe (edit);
  g_assert_cmpstr (both, ==, "Note on Tax rate, Axes Tax rate and Hardware lifespan");

  ob_inputs_init (&base);
  other = base;
  other.value[OB_PARAMETER_CAPEX] = 1;
  other.history.n_years = 1;
  ob_edit_add_inputs (edit, &base, &other);
  many = ob_edit_describe (edit);
  g_assert_cmpstr (many, ==, "4 changes");

  ob_edit_absorb (edit, all);
  named = ob_edit_describe (edit);
  g_assert_cmpstr (named, ==, "Name");
}

static void
test_history (void)
{
  g_autoptr (ObEditHistory) history = ob_edit_history_new ();
  g_autoptr (ObEdit) cancelled = NULL;
  ObEdit *first = make_edit (1, 2);
  ObEdit *second = make_edit (2, 3);
  ObEdit *third = make_edit (2, 4);

  g_assert_null (ob_edit_history_undo (history));
  g_assert_null (ob_edit_history_redo (history));

  ob_edit_history_push (history, make_edit (1, 1));
  g_assert_null (ob_edit_history_peek_undo (history));

  ob_edit_history_push (history, first);
  ob_edit_history_push (history, second);
  g_assert_true (ob_edit_history_undo (history) == second);
  g_assert_true (ob_edit_history_peek_undo (history) == first);
  g_assert_true (ob_edit_history_peek_redo (history) == second);

  /* A gesture that ends empty, or is cancelled, leaves what can be redone. */
  ob_edit_history_begin (history);
  g_assert_true (ob_edit_history_in_gesture (history));
  g_assert_null (ob_edit_history_undo (history));
  g_assert_null (ob_edit_history_redo (history));
  ob_edit_history_end (history);
  ob_edit_history_begin (history);
  ob_edit_history_push (history, make_edit (2, 9));
  cancelled = ob_edit_history_cancel (history);
  g_assert_false (ob_edit_is_empty (cancelled));
  g_assert_false (ob_edit_history_in_gesture (history));
  g_assert_true (ob_edit_history_peek_redo (history) == second);

  /* A step in its place does not. */
  ob_edit_history_push (history, third);
  g_assert_null (ob_edit_history_peek_redo (history));
  g_assert_true (ob_edit_history_undo (history) == third);
  g_assert_true (ob_edit_history_undo (history) == first);
  g_assert_null (ob_edit_history_undo (history));
}

static void
test_numbers (void)
{
  static const double values[] = { 0, -0.0, 0.1, 1.0 / 3, 1e22, 1e23, 5e-324, 0.30000000000000004 };

  for (guint i = 0; i < 20000; i++)
    {
      guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
      g_autofree char *text = NULL;
      double value;
      double back;

      if (i < G_N_ELEMENTS (values))
        value = values[i];
      else
        memcpy (&value, &bits, sizeof value);
      if (!isfinite (value))
        continue;

      text = ob_number_to_string (value);
      g_assert_true (ob_number_from_string (text, &back));
      g_assert_cmpmem (&value, sizeof value, &back, sizeof back);
    }
}

static void
test_short_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } numbers[] = {
    { 770, "770" }, { 0.4, "0.4" }, { -0.2, "-0.2" }, { 36.5, "36.5" }, { 1e-5, "1e-05" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = ob_number_to_string (numbers[i].value);

      g_assert_cmpstr (text, ==, numbers[i].text);
    }
}

static void
test_clean_text (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } texts[] = { { NULL, "" },
                { "a\r\nb\rc\nd", "a\nb\nc\nd" },
                { "\001\037\tx\177", "\tx\177" },
                { "\357\277\277\357\277\276z", "z" },
                { "泡沫", "泡沫" },
                { "\xff", "\357\277\275" } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = ob_scenario_clean_text (texts[i].text);

      g_assert_cmpstr (clean, ==, texts[i].clean);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/merge", test_merge);
  g_test_add_func ("/edit/describe", test_describe);
  g_test_add_func ("/edit/history", test_history);
  g_test_add_func ("/edit/numbers", test_numbers);
  g_test_add_func ("/edit/short-numbers", test_short_numbers);
  g_test_add_func ("/edit/clean-text", test_clean_text);

  return g_test_run ();
}
