/* ob-report-print.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A report on its way to paper or into a file. */

/* An operation that prints it, laid out for the paper that is chosen. It keeps
 * what it is given. @ghosts: (nullable): what all the pins come to, which is not
 * computed here, since printing is the main thread's. */
GtkPrintOperation *ob_report_print_new (ObProvenance *provenance,
                                        ObResults *results,
                                        ObGhosts *ghosts,
                                        const char *verdict) G_GNUC_WARN_UNUSED_RESULT;

/* The paper of the person's country. */
ObPaper ob_report_get_default_paper (void);

/**
 * ob_report_save_async:
 * @ghosts: (nullable): what its pins come to
 * @file: replaced as a whole, or left as it was when something fails
 *
 * Draws a PDF document and writes it off the main thread.
 */
void ob_report_save_async (ObProvenance *provenance,
                           ObResults *results,
                           ObGhosts *ghosts,
                           const char *verdict,
                           ObPaper paper,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean ob_report_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
