# Staging, between a test environment in this account and production in another.
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
  github     = { environment = "staging" }

  promotion = {
    previous_bucket      = "drawbridge-shop-test-20261122"
    next_deploy_role_arn = "arn:aws:iam::210987654321:role/drawbridge-shop-production-deploy"
  }
}

run "promotion" {
  assert {
    condition     = strcontains(output.workflow, "environment: \"staging\"")
    error_message = "The workflow deploys to this environment."
  }
}
