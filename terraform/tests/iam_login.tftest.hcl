# A VPC that has its endpoints, and an Aurora cluster with a role that logs in by IAM.
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
    vpc_id     = "vpc-0aaaaaaaaaaaaaaaa"
    subnet_ids = ["subnet-0aaaaaaaaaaaaaaa1"]
  }
  create_s3_endpoint = false

  database = {
    host              = "shop.cluster-abc.eu-central-1.rds.amazonaws.com"
    security_group_id = "sg-0aaaaaaaaaaaaaaaa"
    resource_id       = "cluster-ABCDEFGHIJKL"
  }
  iam_user = "migrator"
}

run "iam_login" {
  assert {
    condition     = length(aws_vpc_endpoint.s3) + length(aws_vpc_endpoint.secrets) + length(aws_security_group.secrets) == 0
    error_message = "Without a secret there is no way to secrets."
  }

  assert {
    condition = aws_lambda_function.this.environment[0].variables == tomap({
      BUCKET         = "drawbridge-shop-20261122"
      DATABASE       = "postgres://migrator@shop.cluster-abc.eu-central-1.rds.amazonaws.com:5432/DB_NAME"
      DATABASE_LOGIN = "iam"
      ROOT_DATABASE  = "postgres"
      TRIGGER        = "release"
    })
    error_message = "The function logs in by IAM."
  }
}
