locals {
  alarm_actions = concat(aws_sns_topic.alarms[*].arn, var.alarm_topic_arn == null ? [] : [var.alarm_topic_arn])

  # A failed migration is a normal end of an invocation, so Lambda's own metrics don't show it. These are the
  # function's, summed over its databases, whose names nobody knows beforehand.
  ending_alarms = {
    failed      = { metric = "Failed", says = "A migration failed. What was applied before it stays; the result and the job's log say where." }
    refused     = { metric = "Refused", says = "A release was refused before anything ran; the result says why." }
    unavailable = { metric = "Unavailable", says = "The database or the bucket could not be reached. Lambda tries twice more." }
  }

  dimensions   = { FunctionName = aws_lambda_function.this.function_name }
  near_timeout = local.timeout_seconds * 1000 * 9 / 10
}

resource "aws_cloudwatch_metric_alarm" "ending" {
  for_each            = local.ending_alarms
  alarm_name          = "${local.name}-${each.key}"
  alarm_description   = each.value.says
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  tags                = local.tags

  metric_query {
    id          = "ended"
    label       = each.value.metric
    period      = 60
    return_data = true
    expression  = "SELECT SUM(${each.value.metric}) FROM SCHEMA(\"Drawbridge\", FunctionName, Database) WHERE FunctionName = '${local.name}'"
  }
}

resource "aws_cloudwatch_metric_alarm" "throttled" {
  alarm_name          = "${local.name}-throttled"
  alarm_description   = "Invocations wait because the account's or the function's concurrency is used up."
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  dimensions          = local.dimensions
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name          = "${local.name}-slow"
  alarm_description   = "An invocation took nine tenths of its time. A single statement must not take longer than one invocation."
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"
  dimensions          = local.dimensions
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = local.near_timeout
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "undelivered" {
  alarm_name          = "${local.name}-undelivered"
  alarm_description   = "An event was given up. Its release was not answered: run its job again, then empty the queue."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.undelivered.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  tags                = local.tags
}

# Like the other topic without a key of one's own: CloudWatch can't publish under SNS's own key.
resource "aws_sns_topic" "alarms" {
  count = length(var.alarm_emails) > 0 ? 1 : 0
  name  = "${local.name}-alarms"
  tags  = local.tags
}

resource "aws_sns_topic_policy" "alarms" {
  count  = length(var.alarm_emails) > 0 ? 1 : 0
  arn    = aws_sns_topic.alarms[0].arn
  policy = data.aws_iam_policy_document.alarms[0].json
}

data "aws_iam_policy_document" "alarms" {
  count = length(var.alarm_emails) > 0 ? 1 : 0

  statement {
    sid       = "AlarmsOfThisAccount"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms[0].arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:cloudwatch:${local.region}:${local.account}:alarm:${local.name}-*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_sns_topic_subscription" "alarms" {
  for_each  = toset(var.alarm_emails)
  topic_arn = aws_sns_topic.alarms[0].arn
  protocol  = "email"
  endpoint  = each.value
}
