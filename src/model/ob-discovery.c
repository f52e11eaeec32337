/* ob-discovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-discovery.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
ob_discovery_init (ObDiscovery *discovery)
{
  g_return_if_fail (discovery != NULL);

  memset (discovery, 0, sizeof *discovery);
  discovery->target = OB_STUDY_TARGET_INIT;
}

gboolean
ob_discovery_equal (const ObDiscovery *a, const ObDiscovery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->n_limits != b->n_limits)
    return FALSE;
  if (a->n_limits == 0)
    return TRUE;

  for (guint i = 0; i < a->n_limits; i++)
    {
      if (a->limits[i].lever != b->limits[i].lever || a->limits[i].low != b->limits[i].low
          || a->limits[i].high != b->limits[i].high)
        return FALSE;
    }

  return a->target.metric == b->target.metric && !a->target.below == !b->target.below
         && a->target.threshold == b->target.threshold && a->coverage == b->coverage
         && a->density == b->density && a->share == b->share && a->n_draws == b->n_draws
         && a->seed == b->seed && g_str_equal (a->digest, b->digest);
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE, what);

  return FALSE;
}

static gboolean
check_limit (const ObDiscoveryLimit *limit, GError **error)
{
  const ObParameterInfo *info;

  if (limit->lever >= OB_N_PARAMETERS)
    return refuse (error, _ ("no such parameter"));

  info = ob_parameter_get_info (limit->lever);
  /* Written so that NaN fails. */
  if (!((isinf (limit->low) && limit->low < 0) || limit->low >= info->minimum)
      || !((isinf (limit->high) && limit->high > 0) || limit->high <= info->maximum)
      || !(limit->low < limit->high) || (isinf (limit->low) && isinf (limit->high)))
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   /* Translators: the id of a parameter. */
                   _ ("%s: expected a low limit, a higher one or both, within its range"),
                   info->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_share (double share)
{
  return share >= 0 && share <= 1;
}

gboolean
ob_discovery_check (const ObDiscovery *discovery, GError **error)
{
  g_return_val_if_fail (discovery != NULL, FALSE);

  if (discovery->n_limits == 0)
    return TRUE;
  if (discovery->n_limits > OB_PRIM_MAX_LIMITS)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("at most %d limits are possible"), OB_PRIM_MAX_LIMITS);
      return FALSE;
    }

  for (guint i = 0; i < discovery->n_limits; i++)
    {
      if (!check_limit (&discovery->limits[i], error))
        return FALSE;
      if (i > 0 && discovery->limits[i].lever <= discovery->limits[i - 1].lever)
        return refuse (error, _ ("the limits are not in order, or one is given twice"));
    }

  if ((discovery->target.metric != OB_METRIC_NPV
       && discovery->target.metric != OB_METRIC_BUBBLE_RISK)
      || !isfinite (discovery->target.threshold))
    return refuse (error, _ ("draws cannot be sought by that"));
  if (!is_share (discovery->coverage) || !is_share (discovery->density)
      || !is_share (discovery->share))
    return refuse (error, _ ("expected shares from 0 to 1"));
  if (discovery->n_draws < 1 || discovery->n_draws > G_MAXINT32
      || discovery->seed > OB_UNCERTAINTY_MAX_SEED)
    return refuse (error, _ ("expected a number of draws and a seed"));
  if (strlen (discovery->digest) != OB_DISCOVERY_DIGEST_LENGTH
      || strspn (discovery->digest, "0123456789abcdef") != OB_DISCOVERY_DIGEST_LENGTH)
    return refuse (error, _ ("expected 64 hexadecimal digits"));

  return TRUE;
}

static void
append_number (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, ' ');
  g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, value));
}

/* All that a draw and its run depend on, hashed. */
static void
make_digest (const ObInputs *inputs,
             const ObUncertainty *uncertainty,
             char digest[OB_DISCOVERY_DIGEST_LENGTH + 1])
{
  g_autoptr (GString) text = g_string_new ("overbuild-discovery 1\nmodel " OB_MODEL_VERSION "\n");
  g_autofree char *sum = NULL;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObDistribution d =
        ob_distribution_resolve (&uncertainty->distributions[p], inputs->value[p]);

      g_string_append_printf (text, "%s %s", ob_parameter_get_id (p),
                              ob_distribution_kind_get_id (d.kind));
      if (d.kind == OB_DISTRIBUTION_FIXED)
        {
          append_number (text, inputs->value[p]);
        }
      else
        {
          append_number (text, d.low);
          if (ob_distribution_kind_has_mode (d.kind))
            append_number (text, d.mode);
          append_number (text, d.high);
        }
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; i < uncertainty->n_correlations; i++)
    {
      const ObCorrelation *pair = &uncertainty->correlations[i];

      if (uncertainty->distributions[pair->a].kind == OB_DISTRIBUTION_FIXED
          || uncertainty->distributions[pair->b].kind == OB_DISTRIBUTION_FIXED)
        continue;
      g_string_append_printf (text, "correlation %s %s", ob_parameter_get_id (pair->a),
                              ob_parameter_get_id (pair->b));
      append_number (text, pair->rank);
      g_string_append_c (text, '\n');
    }

  g_string_append_printf (text, "history %d", inputs->history.first_year);
  for (guint i = 0; i < inputs->history.n_years; i++)
    append_number (text, inputs->history.capex[i]);
  g_string_append_printf (text, "\nseed %u\n", uncertainty->seed);

  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
  g_strlcpy (digest, sum, OB_DISCOVERY_DIGEST_LENGTH + 1);
}

gboolean
ob_discovery_set_findings (ObDiscovery *discovery, const ObFindings *findings)
{
  const ObPrim *prim;
  const ObPrimBox *box;

  g_return_val_if_fail (discovery != NULL && findings != NULL, FALSE);

  ob_discovery_init (discovery);
  prim = findings->prim;
  if (prim->chosen < 0)
    return FALSE;

  box = &prim->boxes[prim->chosen];
  for (guint k = 0; k < prim->d && discovery->n_limits < OB_PRIM_MAX_LIMITS; k++)
    {
      const ObPrimLimit *limit = &box->limit[k];

      if (isfinite (limit->low) || isfinite (limit->high))
        discovery->limits[discovery->n_limits++] =
          (ObDiscoveryLimit){ findings->levers[k], limit->low, limit->high };
    }

  discovery->target = findings->target;
  discovery->coverage = box->coverage;
  discovery->density = box->density;
  discovery->share = (double) prim->n_hits / (double) prim->n;
  discovery->n_draws = (guint32) prim->n;
  discovery->seed = findings->uncertainty.seed;
  make_digest (&findings->inputs, &findings->uncertainty, discovery->digest);

  return discovery->n_limits > 0;
}

gboolean
ob_discovery_is_of (const ObDiscovery *discovery,
                    const ObInputs *inputs,
                    const ObUncertainty *uncertainty)
{
  char digest[OB_DISCOVERY_DIGEST_LENGTH + 1];

  g_return_val_if_fail (discovery != NULL, FALSE);
  g_return_val_if_fail (inputs != NULL && uncertainty != NULL, FALSE);

  make_digest (inputs, uncertainty, digest);

  return g_str_equal (digest, discovery->digest);
}

const ObDiscoveryLimit *
ob_discovery_get_limit (const ObDiscovery *discovery, ObParameter lever)
{
  g_return_val_if_fail (discovery != NULL, NULL);

  for (guint i = 0; i < discovery->n_limits; i++)
    {
      if (discovery->limits[i].lever == lever)
        return &discovery->limits[i];
    }

  return NULL;
}
