/* ob-cli-value.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-metric.h"

G_BEGIN_DECLS

/* Formats of tables. */
typedef enum
{
  OB_CLI_FORMAT_TABLE,
  OB_CLI_FORMAT_CSV,
  OB_CLI_FORMAT_JSON
} ObCliFormat;

/* What options stand for: %OB_CLI_ERROR_INVALID for an id or a number that is
 * none, %OB_CLI_ERROR_USAGE for a form that is none. @option is for messages. */
gboolean ob_cli_parse_format (const char *text, ObCliFormat *format, GError **error);
gboolean ob_cli_parse_parameter (const char *option,
                                 const char *text,
                                 ObParameter *parameter,
                                 GError **error);
/* A parameter that can be moved over a range, which a switch cannot. */
gboolean
ob_cli_parse_lever (const char *option, const char *text, ObParameter *parameter, GError **error);
gboolean
ob_cli_parse_metric (const char *option, const char *text, ObMetric *metric, GError **error);
/* One that samples are looked at by: npv, also if @text is NULL, or bubble_risk. */
gboolean ob_cli_parse_study_metric (const char *text, ObMetric *metric, GError **error);
/* A finite decimal number in the C locale and nothing else. */
gboolean ob_cli_parse_number (const char *option, const char *text, double *value, GError **error);

G_END_DECLS
