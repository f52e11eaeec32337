/* ob-guide-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The guide of the program, which is written in a part of Markdown. */

typedef enum
{
  OB_GUIDE_HEADING,
  OB_GUIDE_PARAGRAPH,
  OB_GUIDE_ITEM,
  OB_GUIDE_CODE,
  OB_GUIDE_TABLE
} ObGuideKind;

/**
 * ObGuideBlock:
 * @level: of a heading, from 1
 * @text: Markdown of a line, without line ends; of code as it stands; NULL of a table
 * @rows: (element-type GStrv): of a table, cells of Markdown, the head first; else NULL
 */
typedef struct
{
  ObGuideKind kind;
  guint level;
  char *text;
  GPtrArray *rows;
} ObGuideBlock;

/* (transfer full) (element-type ObGuideBlock): in their order. Pictures and comments
 * are left out. */
GPtrArray *ob_guide_text_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Pango markup of a line of Markdown: code, what is strong or emphasised, links to parts
 * of the guide ("#the-window") and to the web. Of links to other files the words stay. */
char *ob_guide_text_to_markup (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* "the-window", by which links name the heading "The window". */
char *ob_guide_text_get_anchor (const char *heading) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
