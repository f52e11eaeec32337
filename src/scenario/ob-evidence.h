/* ob-evidence.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-parameter.h"

G_BEGIN_DECLS

/* How sure a published number is. */
typedef enum
{
  OB_GRADE_MEASURED,  /* measured or reported by the party itself */
  OB_GRADE_REPORTED,  /* reported by press or analyst */
  OB_GRADE_ESTIMATED, /* an estimate */
  OB_GRADE_JUDGEMENT  /* our judgement */
} ObGrade;

/**
 * ObEvidenceValue:
 * @source: who says so, translated
 * @low: the least it says, in the parameter's unit
 * @high: the most; the same if it says one number
 * @date: ISO date, month or year, or ""
 *
 * What one source says a parameter is.
 */
typedef struct
{
  const char *source;
  double low;
  double high;
  const char *date;
} ObEvidenceValue;

/**
 * ObEvidence:
 * @default_reason: why the default is what it is, one sentence, translated
 * @low: lower end of the published range, in the parameter's unit, or NaN
 * @high: upper end, or NaN
 * @source: who says so, "" when it is our judgement
 * @citation: title and place of publication, or ""
 * @date: ISO date, month or year, or ""
 * @grade: how sure it is
 * @n_values: how many sources speak for themselves
 * @values: (array length=n_values): what they say
 *
 * What is known about a parameter, read from data/evidence.
 */
typedef struct
{
  const char *default_reason;
  double low;
  double high;
  const char *source;
  const char *citation;
  const char *date;
  ObGrade grade;
  guint n_values;
  const ObEvidenceValue *values;
} ObEvidence;

/**
 * ObClaim:
 * @number: the number claimed, as printed, or ""
 * @text: what is claimed, one sentence, translated
 */
typedef struct
{
  const char *number;
  const char *text;
} ObClaim;

/**
 * ObArticle:
 * @id: short and stable, "star-2024"
 * @author: or ""
 * @title: in its own language
 * @place: where it was published
 * @date: ISO date or month
 * @claims: (array length=n_claims): what it claims
 *
 * An article that the project starts from.
 */
typedef struct
{
  const char *id;
  const char *author;
  const char *title;
  const char *place;
  const char *date;
  const ObClaim *claims;
  guint n_claims;
} ObArticle;

/* Never NULL; loaded at the first call, from any thread. */
const ObEvidence *ob_evidence_get (ObParameter parameter);
/* Translated; never freed. */
const char *ob_grade_get_label (ObGrade grade);

/* The articles, in the order in which they appeared. */
guint ob_evidence_get_n_articles (void);
const ObArticle *ob_evidence_get_article (guint index);

G_END_DECLS
