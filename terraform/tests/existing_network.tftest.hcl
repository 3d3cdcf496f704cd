# A VPC without a way to S3, and an instance with a secret of its own.
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

  network = {
    vpc_id          = "vpc-0aaaaaaaaaaaaaaaa"
    subnet_ids      = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
    route_table_ids = ["rtb-0aaaaaaaaaaaaaaaa"]
  }

  database = {
    host               = "shop.abc.eu-central-1.rds.amazonaws.com"
    port               = 6432
    security_group_id  = "sg-0aaaaaaaaaaaaaaaa"
    secret_arn         = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-1"
    secret_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/1"
  }

  github = {
    branch            = "release:1"
    owner_id          = 12
    repository_id     = 345
    oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  }
}

run "existing_network" {
  assert {
    condition     = length(aws_vpc.this) + length(aws_subnet.private) + length(aws_route_table.private) + length(aws_db_instance.this) + length(aws_iam_openid_connect_provider.github) == 0
    error_message = "What is there is not made again."
  }

  assert {
    condition     = aws_vpc_endpoint.s3[0].vpc_id == var.network.vpc_id && aws_vpc_endpoint.s3[0].route_table_ids == toset(var.network.route_table_ids)
    error_message = "The way to S3 is added."
  }

  assert {
    condition     = !aws_vpc_endpoint.secrets[0].private_dns_enabled
    error_message = "The endpoint for the secret takes calls of nobody else."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables.DATABASE == "postgres://shop.abc.eu-central-1.rds.amazonaws.com:6432/DB_NAME"
    error_message = "The function is told where the database is."
  }

  assert {
    condition = toset(flatten([for statement in data.aws_iam_policy_document.job_trust["deploy"].statement : [for condition in statement.condition : condition.values if endswith(condition.variable, ":sub")]])) == toset([
      "repo:acme/shop:ref:refs/heads/release%3A1",
      "repo:acme@12/shop@345:ref:refs/heads/release%3A1",
    ])
    error_message = "Both forms of the claim of the branch are admitted."
  }

  assert {
    condition = toset(flatten([for statement in data.aws_iam_policy_document.job_trust["plan"].statement : [for condition in statement.condition : condition.values if endswith(condition.variable, ":sub")]])) == toset([
      "repo:acme/shop:pull_request",
      "repo:acme@12/shop@345:pull_request",
    ])
    error_message = "Pull requests plan."
  }

  assert {
    condition     = !strcontains(output.workflow, "environment:")
    error_message = "The workflow runs in no environment."
  }
}
