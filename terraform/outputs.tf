output "bucket" {
  description = "The bucket between CI and the network: the action's input 'bucket'."
  value       = aws_s3_bucket.this.bucket
}

output "region" {
  description = "Where all of it is: 'aws-region' of the step that assumes a role."
  value       = local.region
}

output "root_database" {
  description = "The action's input 'root-database'."
  value       = local.database.root_database
}

output "deploy_role_arn" {
  description = "The role of the job that ships merged migrations."
  value       = aws_iam_role.deploy.arn
}

output "plan_role_arn" {
  description = "The role of jobs of pull requests: it can ask, and change nothing."
  value       = aws_iam_role.plan.arn
}

output "oidc_provider_arn" {
  description = "GitHub's identity provider: 'github.oidc_provider_arn' of another set-up in this account."

  # Known before anything is built, so that another set-up of the same apply can take it.
  value      = var.github.oidc_provider_arn == null ? "arn:${local.partition}:iam::${local.account}:oidc-provider/${local.github_host}" : var.github.oidc_provider_arn
  depends_on = [aws_iam_openid_connect_provider.github]
}

output "workflow" {
  description = "A ready workflow: terraform output -raw workflow > .github/workflows/migrations.yml"
  value = templatefile("${path.module}/workflow.yml.tftpl", {
    ships           = var.trigger == "release"
    environment     = var.github.branch == null ? local.environment_name : null
    branch          = var.github.branch == null ? "main" : var.github.branch
    region          = local.region
    bucket          = aws_s3_bucket.this.bucket
    root_database   = local.database.root_database
    deploy_role_arn = aws_iam_role.deploy.arn
    plan_role_arn   = aws_iam_role.plan.arn
    function_arn    = aws_lambda_function.this.arn
  })
}

output "function_name" {
  description = "The function's name."
  value       = aws_lambda_function.this.function_name
}

output "function_arn" {
  description = "The function, for 'doctor'."
  value       = aws_lambda_function.this.arn

  # Whoever asks for it means to use it: then its events, too, must be on their way.
  depends_on = [aws_s3_bucket_notification.this, aws_lambda_function_event_invoke_config.this]
}

output "log_group" {
  description = "Where the function's log is."
  value       = aws_cloudwatch_log_group.function.name
}

output "dashboard" {
  description = "The CloudWatch dashboard's name."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "undelivered_queue_url" {
  description = "Events that were given up."
  value       = aws_sqs_queue.undelivered.url
}

output "alarm_topic_arn" {
  description = "The topic that was created for alarm_emails; null without any."
  value       = one(aws_sns_topic.alarms[*].arn)
}

output "vpc_id" {
  description = "The VPC that the function is in."
  value       = local.vpc_id
}

output "private_subnet_ids" {
  description = "The subnets that the function is in."
  value       = local.subnet_ids
}

output "function_security_group_id" {
  description = "The function's security group."
  value       = aws_security_group.function.id
}

output "database_host" {
  description = "The database server."
  value       = local.database.host
}

output "database_security_group_id" {
  description = "The database's security group: add a rule for each application that may come in."
  value       = local.database.security_group_id
}

output "database_secret_arn" {
  description = "The secret with the login of the database that was created; for an existing one, the secret that was named."
  value       = local.database.secret_arn
}

output "database_resource_id" {
  description = "What a policy for rds-db:connect names; null when it is not known."
  value       = local.database.resource_id
}
