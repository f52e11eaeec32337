/* ob-correlation-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-correlation-dialog.h"

#include "ob-correlation-repair.h"
#include "ob-correlation-row.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

/* How much two inputs go together at first. */
#define FIRST_RANK 0.5

struct _ObCorrelationDialog
{
  AdwWindow parent_instance;

  ObScenario *scenario;
  /* What is on show: the ranges and the seed, and the pairs in the order of the rows.
   * A pair may have the rank 0, and all together may be impossible. */
  ObUncertainty uncertainty;
  GArray *pairs;
  /* The pair that was changed last, or G_MAXUINT. */
  guint last;
  /* The inputs that have ranges, as in both lists. */
  ObParameter levers[OB_N_PARAMETERS];
  guint n_levers;
  /* What the two offers are: the pair and its rank. A pair of G_MAXUINT: all weaker. */
  guint offered[2];
  double offered_rank[2];
  gboolean updating;

  GtkListBox *list;
  GtkWidget *empty;
  GtkWidget *fault;
  GtkLabel *message;
  GtkButton *offer;
  GtkButton *other_offer;
  GtkWidget *new_pair;
  GtkWidget *too_few;
  GtkDropDown *first;
  GtkDropDown *second;
  GtkWidget *add_button;
  GtkSpinButton *seed;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (ObCorrelationDialog, ob_correlation_dialog, ADW_TYPE_WINDOW)

static ObCorrelation *
get_pair (ObCorrelationDialog *self, guint index)
{
  return &g_array_index (self->pairs, ObCorrelation, index);
}

static guint
find_pair (ObCorrelationDialog *self, ObParameter a, ObParameter b)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const ObCorrelation *pair = get_pair (self, i);

      if (pair->a == MIN (a, b) && pair->b == MAX (a, b))
        return i;
    }

  return G_MAXUINT;
}

/* Not one that has a row already. */
static gboolean
get_new_pair (ObCorrelationDialog *self, ObParameter *a, ObParameter *b)
{
  const guint first = gtk_drop_down_get_selected (self->first);
  const guint second = gtk_drop_down_get_selected (self->second);

  if (first >= self->n_levers || second >= self->n_levers || first == second
      || self->pairs->len >= OB_CORRELATIONS_MAX)
    return FALSE;

  *a = self->levers[first];
  *b = self->levers[second];

  return find_pair (self, *a, *b) == G_MAXUINT;
}

static void
update_new_pair (ObCorrelationDialog *self)
{
  ObParameter a, b;

  gtk_widget_set_visible (self->new_pair, self->n_levers >= 2);
  gtk_widget_set_visible (self->too_few, self->n_levers < 2);
  gtk_widget_set_sensitive (self->add_button, get_new_pair (self, &a, &b));
}

static void
offer (ObCorrelationDialog *self, guint which, GtkButton *button, guint index, double rank)
{
  g_autofree char *text = NULL;

  self->offered[which] = index;
  self->offered_rank[which] = rank;
  gtk_widget_set_visible (GTK_WIDGET (button), TRUE);
  if (index == G_MAXUINT)
    {
      g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, rank);

      /* Translators: a button: all correlations become that much, a percentage, of what
       * they are. */
      text = g_strdup_printf (_ ("Weaken All to %s"), share);
    }
  else
    {
      const ObCorrelation *pair = get_pair (self, index);
      g_autofree char *number = ob_quantity_format (OB_UNIT_NUMBER, rank);

      /* Translators: a button: two inputs get the rank correlation that comes last. */
      text = g_strdup_printf (_ ("Set %s and %s to %s"), ob_parameter_get_label (pair->a),
                              ob_parameter_get_label (pair->b), number);
    }
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (button)), text);
}

/* What is wrong, and what would do: another rank of the pair that was changed last, or
 * of the pair that would have to change least. Returns the row to blame. */
static guint
explain (ObCorrelationDialog *self)
{
  const ObCorrelation *pairs = (const ObCorrelation *) (gconstpointer) self->pairs->data;
  const guint n = self->pairs->len;
  const guint last = self->last < n ? self->last : n;
  g_autofree char *text = NULL;
  double low, high, rank;
  guint other;

  gtk_widget_set_visible (GTK_WIDGET (self->offer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->other_offer), FALSE);

  if (last < n && ob_correlations_get_limits (pairs, n, last, &low, &high))
    {
      g_autofree char *number = ob_quantity_format (OB_UNIT_NUMBER, pairs[last].rank);
      g_autofree char *from = ob_quantity_format (OB_UNIT_NUMBER, low);
      g_autofree char *to = ob_quantity_format (OB_UNIT_NUMBER, high);

      /* Translators: two inputs, their rank correlation, and between which two others it
       * could be. */
      text = g_strdup_printf (_ ("%s and %s cannot be at %s: the other pairs leave %s to %s."),
                              ob_parameter_get_label (pairs[last].a),
                              ob_parameter_get_label (pairs[last].b), number, from, to);
    }
  else
    text = g_strdup (_ ("These pairs contradict each other: no draws could have all of these "
                        "correlations."));
  gtk_label_set_text (self->message, text);

  if (last < n && ob_correlations_fit (pairs, n, last, &rank))
    offer (self, 0, self->offer, last, rank);
  other = ob_correlations_find_weakest (pairs, n, last, &rank);
  if (other < n)
    offer (self, 1, self->other_offer, other, rank);
  else if (!gtk_widget_get_visible (GTK_WIDGET (self->offer)))
    offer (self, 1, self->other_offer, G_MAXUINT, ob_correlations_find_share (pairs, n));

  return last;
}

/* Shows what there is; rows are made where there are too few. */
static void
update (ObCorrelationDialog *self)
{
  const ObCorrelation *pairs = (const ObCorrelation *) (gconstpointer) self->pairs->data;
  const gboolean possible = ob_correlations_check (pairs, self->pairs->len, NULL);
  const guint blamed = possible ? G_MAXUINT : explain (self);

  self->updating = TRUE;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      ob_correlation_row_show (OB_CORRELATION_ROW (row), ob_scenario_get_inputs (self->scenario),
                               &self->uncertainty, get_pair (self, i), i == blamed);
    }
  gtk_spin_button_set_value (self->seed, self->uncertainty.seed);
  self->updating = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->list), self->pairs->len > 0);
  gtk_widget_set_visible (self->empty, self->pairs->len == 0);
  gtk_widget_set_visible (self->fault, !possible);
  gtk_widget_set_sensitive (self->apply_button, possible);
  update_new_pair (self);
}

static guint
get_index (GtkWidget *row)
{
  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
changed_cb (ObCorrelationDialog *self, double rank, GtkWidget *row)
{
  if (self->updating)
    return;

  self->last = get_index (row);
  get_pair (self, self->last)->rank = rank;
  update (self);
}

static void
remove_cb (ObCorrelationDialog *self, GtkWidget *row)
{
  const guint index = get_index (row);

  g_array_remove_index (self->pairs, index);
  gtk_list_box_remove (self->list, row);
  self->last = G_MAXUINT;
  update (self);

  if (index > 0)
    gtk_widget_child_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) index - 1)),
      GTK_DIR_TAB_FORWARD);
}

static void
add_row (ObCorrelationDialog *self, const ObCorrelation *pair)
{
  GtkWidget *row = ob_correlation_row_new ();

  g_array_append_vals (self->pairs, pair, 1);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
add_cb (ObCorrelationDialog *self)
{
  ObParameter a, b;

  if (get_new_pair (self, &a, &b))
    ob_correlation_dialog_add (self, a, b);
}

static void
choice_cb (ObCorrelationDialog *self)
{
  if (!self->updating)
    update_new_pair (self);
}

static void
take_offer (ObCorrelationDialog *self, guint which)
{
  if (self->offered[which] == G_MAXUINT)
    {
      for (guint i = 0; i < self->pairs->len; i++)
        get_pair (self, i)->rank *= self->offered_rank[which];
    }
  else
    get_pair (self, self->offered[which])->rank = self->offered_rank[which];
  update (self);
}

static void
offer_cb (ObCorrelationDialog *self)
{
  take_offer (self, 0);
}

static void
other_offer_cb (ObCorrelationDialog *self)
{
  take_offer (self, 1);
}

static void
seed_cb (ObCorrelationDialog *self)
{
  if (self->updating)
    return;

  self->uncertainty.seed = (guint32) gtk_spin_button_get_value (self->seed);
  update (self);
}

static void
other_draws_cb (ObCorrelationDialog *self)
{
  guint32 seed = (guint32) g_random_int_range (0, OB_UNCERTAINTY_MAX_SEED);

  if (seed == self->uncertainty.seed)
    seed++;
  self->uncertainty.seed = seed;
  update (self);
}

static void
apply_cb (ObCorrelationDialog *self)
{
  ob_correlation_dialog_apply (self);
}

static void
ob_correlation_dialog_dispose (GObject *object)
{
  ObCorrelationDialog *self = OB_CORRELATION_DIALOG (object);

  self->updating = TRUE;
  g_clear_object (&self->scenario);

  G_OBJECT_CLASS (ob_correlation_dialog_parent_class)->dispose (object);
}

static void
ob_correlation_dialog_finalize (GObject *object)
{
  g_array_unref (OB_CORRELATION_DIALOG (object)->pairs);

  G_OBJECT_CLASS (ob_correlation_dialog_parent_class)->finalize (object);
}

static void
ob_correlation_dialog_class_init (ObCorrelationDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_correlation_dialog_dispose;
  object_class->finalize = ob_correlation_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/overbuild/Overbuild/ui/ob-correlation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, message);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, offer);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, other_offer);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, new_pair);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, too_few);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, first);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, second);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, seed);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, seed_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_draws_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ob_correlation_dialog_init (ObCorrelationDialog *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (ObCorrelation));
  self->last = G_MAXUINT;
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

GtkWidget *
ob_correlation_dialog_new (GtkWindow *parent, ObScenario *scenario)
{
  ObCorrelationDialog *self;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_val_if_fail (OB_IS_SCENARIO (scenario), NULL);

  self = g_object_new (OB_TYPE_CORRELATION_DIALOG, "transient-for", parent, NULL);
  self->scenario = g_object_ref (scenario);
  self->uncertainty = *ob_scenario_get_uncertainty (scenario);
  self->n_levers = ob_uncertainty_get_levers (&self->uncertainty, self->levers);
  for (guint i = 0; i < self->n_levers; i++)
    gtk_string_list_append (names, ob_parameter_get_label (self->levers[i]));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->first, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->second, G_LIST_MODEL (names));
  if (self->n_levers >= 2)
    gtk_drop_down_set_selected (self->second, 1);
  self->updating = FALSE;

  for (guint i = 0; i < self->uncertainty.n_correlations; i++)
    add_row (self, &self->uncertainty.correlations[i]);
  update (self);

  return GTK_WIDGET (self);
}

void
ob_correlation_dialog_suggest (ObCorrelationDialog *self, ObParameter lever)
{
  g_return_if_fail (OB_IS_CORRELATION_DIALOG (self));

  for (guint i = 0; i < self->n_levers; i++)
    {
      if (self->levers[i] != lever)
        continue;
      gtk_drop_down_set_selected (self->first, i);
      if (gtk_drop_down_get_selected (self->second) == i)
        gtk_drop_down_set_selected (self->second, i == 0 ? 1 : 0);
    }
}

void
ob_correlation_dialog_add (ObCorrelationDialog *self, ObParameter a, ObParameter b)
{
  ObCorrelation pair = { MIN (a, b), MAX (a, b), FIRST_RANK };
  double rank;

  g_return_if_fail (OB_IS_CORRELATION_DIALOG (self));
  g_return_if_fail (a != b && find_pair (self, a, b) == G_MAXUINT);
  g_return_if_fail (self->pairs->len < OB_CORRELATIONS_MAX);

  add_row (self, &pair);
  self->last = self->pairs->len - 1;
  if (ob_correlations_fit ((const ObCorrelation *) (gconstpointer) self->pairs->data,
                           self->pairs->len, self->last, &rank))
    get_pair (self, self->last)->rank = rank;
  update (self);
}

gboolean
ob_correlation_dialog_get_possible (ObCorrelationDialog *self)
{
  g_return_val_if_fail (OB_IS_CORRELATION_DIALOG (self), FALSE);

  return gtk_widget_get_sensitive (self->apply_button);
}

void
ob_correlation_dialog_apply (ObCorrelationDialog *self)
{
  ObUncertainty changed;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (OB_IS_CORRELATION_DIALOG (self));

  /* Ranges may have been changed while the dialog was open. */
  changed = *ob_scenario_get_uncertainty (self->scenario);
  changed.seed = self->uncertainty.seed;
  if (!ob_uncertainty_set_correlations (&changed,
                                        (const ObCorrelation *) (gconstpointer) self->pairs->data,
                                        self->pairs->len, &error)
      || !ob_scenario_set_uncertainty (self->scenario, &changed, NULL, &error))
    {
      gtk_label_set_text (self->message, error->message);
      gtk_widget_set_visible (self->fault, TRUE);
      return;
    }

  gtk_window_close (GTK_WINDOW (self));
}

GtkListBox *
ob_correlation_dialog_get_list (ObCorrelationDialog *self)
{
  g_return_val_if_fail (OB_IS_CORRELATION_DIALOG (self), NULL);

  return self->list;
}
