/* ob-accent.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-accent.h"

void
ob_accent_get_colors (GtkWidget *widget, GdkRGBA *text, GdkRGBA *accent)
{
  GtkStyleContext *style;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL && accent != NULL);

  style = gtk_widget_get_style_context (widget);
  gtk_style_context_get_color (style, text);
  if (!gtk_style_context_lookup_color (style, "accent_color", accent))
    *accent = *text;
}
