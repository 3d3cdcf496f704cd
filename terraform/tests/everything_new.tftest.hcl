# Nothing is named but the set-up and its repository.
mock_provider "aws" {
  source = "./tests/mocks"

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
}

run "everything_new" {
  assert {
    condition     = length(aws_vpc.this) == 1 && length(aws_subnet.private) == 2 && length(aws_db_instance.this) == 1
    error_message = "A team with nothing gets a network and a database."
  }

  assert {
    condition     = aws_db_instance.this[0].storage_encrypted && !aws_db_instance.this[0].publicly_accessible && aws_db_instance.this[0].deletion_protection
    error_message = "The database is encrypted, private and protected."
  }

  assert {
    condition     = aws_db_instance.this[0].manage_master_user_password && aws_db_instance.this[0].iam_database_authentication_enabled
    error_message = "Nobody ever types the password of the database, and roles may log in by IAM."
  }

  assert {
    condition     = one(aws_db_parameter_group.this[0].parameter[*].name) == "rds.force_ssl" && one(aws_db_parameter_group.this[0].parameter[*].value) == "1"
    error_message = "The database refuses whoever comes without TLS."
  }

  assert {
    condition     = aws_cloudwatch_log_group.database[0].name == "/aws/rds/instance/${aws_db_instance.this[0].identifier}/postgresql" && aws_cloudwatch_log_group.database[0].retention_in_days == var.retention_days
    error_message = "The log of the database is kept as long as the function's."
  }

  assert {
    condition     = aws_lambda_function.this.runtime == "provided.al2023" && aws_lambda_function.this.timeout == 900 && aws_lambda_function.this.memory_size == 1024
    error_message = "The function has the runtime, the time and the memory that it needs."
  }

  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == -1
    error_message = "Databases do not wait for each other."
  }

  assert {
    condition = aws_lambda_function.this.environment[0].variables == tomap({
      BUCKET                           = "drawbridge-shop-20261122"
      DATABASE                         = "postgres://shop.abc.eu-central-1.rds.amazonaws.com:5432/DB_NAME"
      DATABASE_SECRET                  = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!db-1"
      ROOT_DATABASE                    = "postgres"
      TRIGGER                          = "release"
      AWS_ENDPOINT_URL_SECRETS_MANAGER = "https://vpce-1.secretsmanager.eu-central-1.vpce.amazonaws.com"
    })
    error_message = "The function logs in with the secret of the database."
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.this.maximum_retry_attempts == 2 && aws_lambda_function_event_invoke_config.this.maximum_event_age_in_seconds == 3600
    error_message = "An event is tried three times within an hour."
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.this.destination_config[0].on_failure[0].destination == aws_sqs_queue.undelivered.arn
    error_message = "An event that is given up is kept."
  }

  assert {
    condition     = { for topic in aws_s3_bucket_notification.this.topic : topic.filter_prefix => topic.filter_suffix } == { "plans/" = ".json", "releases/" = ".json" }
    error_message = "Releases and plans start the function."
  }

  assert {
    condition = toset([for metric in flatten([for alarm in aws_cloudwatch_metric_alarm.ending : tolist(alarm.metric_query)]) : metric.expression]) == toset([
      for metric in ["Failed", "Refused", "Unavailable"] :
      "SELECT SUM(${metric}) FROM SCHEMA(\"Drawbridge\", FunctionName, Database) WHERE FunctionName = 'drawbridge-shop'"
    ])
    error_message = "An alarm rings for each bad end, whatever the database is called."
  }

  assert {
    condition     = length(aws_sns_topic.alarms) == 0 && alltrue([for alarm in aws_cloudwatch_metric_alarm.ending : length(alarm.alarm_actions) == 0])
    error_message = "Nobody is told of alarms as long as nobody is named."
  }

  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 7
    error_message = "The dashboard shows what happened."
  }

  assert {
    condition = toset(flatten([for statement in data.aws_iam_policy_document.job_trust["deploy"].statement : [for condition in statement.condition : "${condition.test} ${condition.variable} ${join(" ", condition.values)}"]])) == toset([
      "StringEquals token.actions.githubusercontent.com:aud sts.amazonaws.com",
      "StringEquals token.actions.githubusercontent.com:sub repo:acme/shop:environment:production",
    ])
    error_message = "Only a job in the environment deploys."
  }

  assert {
    condition     = strcontains(output.workflow, "environment: \"production\"") && strcontains(output.workflow, aws_iam_role.deploy.arn) && strcontains(output.workflow, "branches: [\"main\"]")
    error_message = "The workflow is ready to be used."
  }
}
