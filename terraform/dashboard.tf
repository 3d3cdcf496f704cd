locals {
  of_each_database = "SEARCH('{Drawbridge,FunctionName,Database} FunctionName=\"${local.name}\" MetricName=\"%s\"', '%s', 300)"

  graphs = [
    {
      title   = "Applied scripts"
      stat    = "Sum"
      metrics = [[{ expression = format(local.of_each_database, "Applied", "Sum") }]]
    },
    {
      title   = "Failed, refused, unavailable"
      stat    = "Sum"
      metrics = [for alarm in local.ending_alarms : [{ expression = format(local.of_each_database, alarm.metric, "Sum") }]]
    },
    {
      title   = "How long a release takes, in milliseconds"
      stat    = "Maximum"
      metrics = [[{ expression = format(local.of_each_database, "DurationMs", "Maximum") }]]
    },
    {
      title   = "How long a release waits for another one, in milliseconds"
      stat    = "Maximum"
      metrics = [[{ expression = format(local.of_each_database, "LockWaitMs", "Maximum") }]]
    },
    {
      title   = "Invocations"
      stat    = "Sum"
      metrics = [for metric in ["Invocations", "Errors", "Throttles"] : ["AWS/Lambda", metric, "FunctionName", local.name]]
    },
    {
      title   = "Events that were given up"
      stat    = "Maximum"
      metrics = [["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.undelivered.name]]
    },
  ]

  troubles = join(" | ", [
    "SOURCE '${aws_cloudwatch_log_group.function.name}'",
    "fields time, level, message, database, release, code",
    "filter level in ['warning', 'error']",
    "sort @timestamp desc",
    "limit 100",
  ])
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = local.name
  dashboard_body = jsonencode({
    widgets = concat(
      [
        for index, graph in local.graphs : {
          type       = "metric"
          x          = index % 2 * 12
          y          = floor(index / 2) * 6
          width      = 12
          height     = 6
          properties = merge(graph, { region = local.region, period = 300, view = "timeSeries" })
        }
      ],
      [
        {
          type       = "log"
          x          = 0
          y          = 18
          width      = 24
          height     = 6
          properties = { title = "Warnings and errors", query = local.troubles, region = local.region, view = "table" }
        }
      ],
    )
  })
}
