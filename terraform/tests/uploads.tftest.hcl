# Scripts are uploaded by hand, the secret is reached through an endpoint that is there, people are told of alarms.
mock_provider "aws" {
  source = "./tests/mocks"

  override_resource {
    target = aws_sns_topic.alarms
    values = { arn = "arn:aws:sns:eu-central-1:123456789012:drawbridge-shop-alarms" }
  }

  override_resource {
    target = aws_iam_role.function
    values = { arn = "arn:aws:iam::123456789012:role/drawbridge-shop-function" }
  }

  override_resource {
    target = aws_iam_role.deploy
    values = { arn = "arn:aws:iam::123456789012:role/drawbridge-shop-deploy" }
  }

  override_resource {
    target = aws_iam_role.plan
    values = { arn = "arn:aws:iam::123456789012:role/drawbridge-shop-plan" }
  }
}

variables {
  name       = "shop"
  repository = "acme/shop"
  package    = "tests/function.zip"

  trigger              = "upload"
  uploader_arns        = ["arn:aws:iam::123456789012:role/operators"]
  alarm_emails         = ["dba@example.com", "ops@example.com"]
  alarm_topic_arn      = "arn:aws:sns:eu-central-1:123456789012:pager"
  deletion_protection  = false
  reserved_concurrency = 4

  network = {
    vpc_id                             = "vpc-0aaaaaaaaaaaaaaaa"
    subnet_ids                         = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
    route_table_ids                    = ["rtb-0aaaaaaaaaaaaaaaa"]
    secrets_endpoint_security_group_id = "sg-0bbbbbbbbbbbbbbbb"
  }
}

run "uploads" {
  assert {
    condition     = { for topic in aws_s3_bucket_notification.this.topic : topic.filter_prefix => topic.filter_suffix } == { "migrations/" = ".sql" }
    error_message = "Scripts start the function, and nothing else does."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables.TRIGGER == "upload"
    error_message = "The function is told to answer them."
  }

  assert {
    condition     = length(aws_vpc_endpoint.secrets) == 0 && !contains(keys(aws_lambda_function.this.environment[0].variables), "AWS_ENDPOINT_URL_SECRETS_MANAGER")
    error_message = "The endpoint that is there is used by its private name."
  }

  assert {
    condition     = !aws_db_instance.this[0].deletion_protection && aws_s3_bucket.this.force_destroy
    error_message = "What is not protected can go."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.ending : length(alarm.alarm_actions) == 2]) && toset(keys(aws_sns_topic_subscription.alarms)) == toset(var.alarm_emails)
    error_message = "Alarms go to the people and to the topic."
  }

  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == 4
    error_message = "Concurrency is limited when asked for."
  }
}
