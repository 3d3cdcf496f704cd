data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

data "aws_region" "this" {}

locals {
  name      = "drawbridge-${var.name}"
  account   = data.aws_caller_identity.this.account_id
  partition = data.aws_partition.this.partition
  region    = data.aws_region.this.region
  package   = coalesce(var.package, "${path.module}/../artifacts/packages/drawbridge-function.zip")
  tags      = merge({ Name = local.name }, var.tags)

  # Named before it exists, for the role that must exist before it.
  function_arn = "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${local.name}"

  timeout_seconds = 900

  # What an object under a prefix asks for; never both triggers, or an upload would be applied before its release.
  announced = {
    release = { "releases/" = ".json", "plans/" = ".json" }
    upload  = { "migrations/" = ".sql" }
  }[var.trigger]

  environment = merge(
    {
      BUCKET        = aws_s3_bucket.this.bucket
      DATABASE      = "${local.engine.scheme}://${local.uses_secret ? "" : "${var.iam_user}@"}${local.database.host}:${local.database.port}/DB_NAME${local.parameters}"
      ROOT_DATABASE = local.database.root_database
      TRIGGER       = var.trigger
    },
    local.engine.environment,
    local.uses_secret ? tomap({ DATABASE_SECRET = local.database.secret_arn }) : tomap({ DATABASE_LOGIN = "iam" }),
    { for endpoint in aws_vpc_endpoint.secrets : "AWS_ENDPOINT_URL_SECRETS_MANAGER" => "https://${endpoint.dns_entry[0].dns_name}" },
  )
}

resource "aws_lambda_function" "this" {
  function_name                  = local.name
  description                    = "Applies the migrations of ${var.repository}."
  role                           = aws_iam_role.function.arn
  filename                       = local.package
  source_code_hash               = filebase64sha256(local.package)
  handler                        = "bootstrap"
  runtime                        = local.engine.runtime
  architectures                  = ["x86_64"]
  memory_size                    = var.memory_mb
  timeout                        = local.timeout_seconds
  reserved_concurrent_executions = var.reserved_concurrency
  tags                           = local.tags

  vpc_config {
    subnet_ids         = local.subnet_ids
    security_group_ids = [aws_security_group.function.id]
  }

  environment {
    variables = local.environment
  }

  # Lines reach CloudWatch as they are written, which is what makes metrics of them.
  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.function.name
  }

  # The function creates its network interfaces and its first event may come at once.
  depends_on = [aws_iam_role_policy.function]

  lifecycle {
    precondition {
      condition     = fileexists(local.package)
      error_message = "The function's zip '${local.package}' is not there: './build.sh Package' makes one, 'package' names another."
    }
  }
}

resource "aws_lambda_function_event_invoke_config" "this" {
  function_name                = aws_lambda_function.this.function_name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = 3600

  destination_config {
    on_failure {
      destination = aws_sqs_queue.undelivered.arn
    }
  }
}

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.retention_days
  tags              = local.tags
}

# What neither the first try nor two more could do, and what SNS could not hand over.
resource "aws_sqs_queue" "undelivered" {
  name                      = "${local.name}-undelivered"
  message_retention_seconds = 14 * 24 * 60 * 60
  sqs_managed_sse_enabled   = true
  tags                      = local.tags
}

resource "aws_sqs_queue_policy" "undelivered" {
  queue_url = aws_sqs_queue.undelivered.url
  policy    = data.aws_iam_policy_document.undelivered.json
}

data "aws_iam_policy_document" "undelivered" {
  statement {
    sid       = "EventsThatSnsCouldNotHandOver"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.undelivered.arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.announced.arn]
    }
  }

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.undelivered.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

# Not encrypted with a key of one's own: S3 can't publish to a topic under SNS's own key, and messages only name objects.
resource "aws_sns_topic" "announced" {
  name = "${local.name}-announced"
  tags = local.tags
}

resource "aws_sns_topic_policy" "announced" {
  arn    = aws_sns_topic.announced.arn
  policy = data.aws_iam_policy_document.announced.json
}

data "aws_iam_policy_document" "announced" {
  statement {
    sid       = "ObjectsOfThisBucket"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.announced.arn]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_s3_bucket.this.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }

  # Within the account a policy of one's own would be enough to publish.
  statement {
    sid       = "NobodyElse"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.announced.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnNotEquals"
      variable = "aws:SourceArn"
      values   = [aws_s3_bucket.this.arn]
    }
  }

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.announced.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_notification" "this" {
  bucket = aws_s3_bucket.this.id

  dynamic "topic" {
    for_each = local.announced

    content {
      id            = trimsuffix(topic.key, "/")
      topic_arn     = aws_sns_topic.announced.arn
      events        = ["s3:ObjectCreated:*"]
      filter_prefix = topic.key
      filter_suffix = topic.value
    }
  }

  # S3 tries the topic when it is told of it; and the first event must find the way to the function open.
  depends_on = [aws_sns_topic_policy.announced, aws_sns_topic_subscription.function]
}

resource "aws_sns_topic_subscription" "function" {
  topic_arn      = aws_sns_topic.announced.arn
  protocol       = "lambda"
  endpoint       = aws_lambda_function.this.arn
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.undelivered.arn })

  depends_on = [aws_lambda_permission.announced, aws_sqs_queue_policy.undelivered]
}

resource "aws_lambda_permission" "announced" {
  statement_id  = "ObjectsOfTheBucket"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.announced.arn
}
