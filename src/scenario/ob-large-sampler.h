/* ob-large-sampler.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-sample.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OB_LARGE_SAMPLER_DRAWS 100000

#define OB_TYPE_LARGE_SAMPLER (ob_large_sampler_get_type ())
G_DECLARE_FINAL_TYPE (ObLargeSampler, ob_large_sampler, OB, LARGE_SAMPLER, GObject)

/**
 * ObLargeSampler:
 *
 * Makes one large sample when a person asks for it, in the background, and keeps it.
 *
 * Signal: "changed" (what the functions below return, maybe; also the progress).
 *
 * Use and drop it on one thread, with its main context.
 */
ObLargeSampler *ob_large_sampler_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_large_sampler_request:
 * @inputs: copied; checked, see ob_inputs_check()
 * @uncertainty: copied; checked, see ob_uncertainty_check(); something varies
 *
 * Begins a sample, instead of one under way. The last one is kept until then.
 */
void ob_large_sampler_request (ObLargeSampler *self,
                               const ObInputs *inputs,
                               const ObUncertainty *uncertainty);
/* Ends the sample under way, without it. */
void ob_large_sampler_cancel (ObLargeSampler *self);
/* The same, and drops the last one. */
void ob_large_sampler_clear (ObLargeSampler *self);

gboolean ob_large_sampler_get_busy (ObLargeSampler *self);
/* The part of the sample under way that is done, 0 to 1. */
double ob_large_sampler_get_progress (ObLargeSampler *self);
/* (transfer none) (nullable): the last one, if it is of these */
ObSample *ob_large_sampler_get_sample (ObLargeSampler *self,
                                       const ObInputs *inputs,
                                       const ObUncertainty *uncertainty);

G_END_DECLS
