# Each is refused before anything is planned.
mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name       = "shop"
  repository = "acme/shop"
  package    = "tests/function.zip"
}

run "a_name_that_aws_refuses" {
  command = plan

  variables {
    name = "My_Shop"
  }

  expect_failures = [var.name]
}

run "a_name_that_is_too_long" {
  command = plan

  variables {
    name = "a-name-that-is-much-too-long"
  }

  expect_failures = [var.name]
}

run "every_repository_of_an_owner" {
  command = plan

  variables {
    repository = "acme/*"
  }

  expect_failures = [var.repository]
}

run "an_environment_and_a_branch" {
  command = plan

  variables {
    github = { environment = "production", branch = "main" }
  }

  expect_failures = [var.github]
}

run "every_branch" {
  command = plan

  variables {
    github = { branch = "*" }
  }

  expect_failures = [var.github]
}

run "half_an_identity" {
  command = plan

  variables {
    github = { owner_id = 1 }
  }

  expect_failures = [var.github]
}

run "another_identity_provider" {
  command = plan

  variables {
    github = { oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }
  }

  expect_failures = [var.github]
}

run "a_package_that_is_no_zip" {
  command = plan

  variables {
    package = "drawbridge"
  }

  expect_failures = [var.package]
}

run "a_package_that_is_not_there" {
  command = plan

  variables {
    package = "tests/missing.zip"
  }

  expect_failures = [aws_lambda_function.this]
}

run "a_network_without_subnets" {
  command = plan

  variables {
    network            = { vpc_id = "vpc-0a", subnet_ids = [] }
    create_s3_endpoint = false
  }

  expect_failures = [var.network]
}

run "a_network_without_a_route_to_s3" {
  command = plan

  variables {
    network = { vpc_id = "vpc-0a", subnet_ids = ["subnet-0a", "subnet-0b"] }
  }

  expect_failures = [var.create_s3_endpoint]
}

run "a_new_network_without_a_route_to_s3" {
  command = plan

  variables {
    create_s3_endpoint = false
  }

  expect_failures = [var.create_s3_endpoint]
}

run "a_network_that_is_too_small" {
  command = plan

  variables {
    cidr = "10.0.0.0/28"
  }

  expect_failures = [var.cidr]
}

run "a_network_by_an_address_within" {
  command = plan

  variables {
    cidr = "10.0.0.5/22"
  }

  expect_failures = [var.cidr]
}

run "a_network_of_ipv6" {
  command = plan

  variables {
    cidr = "fd00::/20"
  }

  expect_failures = [var.cidr]
}

run "a_new_database_in_one_subnet" {
  command = plan

  variables {
    network = { vpc_id = "vpc-0a", subnet_ids = ["subnet-0a"], route_table_ids = ["rtb-0a"] }
  }

  expect_failures = [var.database]
}

run "a_database_without_a_login" {
  command = plan

  variables {
    network  = { vpc_id = "vpc-0a", subnet_ids = ["subnet-0a"], route_table_ids = ["rtb-0a"] }
    database = { host = "db.example.com", security_group_id = "sg-0a" }
  }

  expect_failures = [var.database]
}

run "a_database_by_url" {
  command = plan

  variables {
    network  = { vpc_id = "vpc-0a", subnet_ids = ["subnet-0a"], route_table_ids = ["rtb-0a"] }
    database = { host = "postgres://db.example.com/shop", security_group_id = "sg-0a", secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:a" }
  }

  expect_failures = [var.database]
}

run "an_iam_login_to_an_unknown_resource" {
  command = plan

  variables {
    iam_user = "migrator"
    network  = { vpc_id = "vpc-0a", subnet_ids = ["subnet-0a"], route_table_ids = ["rtb-0a"] }
    database = { host = "db.example.com", security_group_id = "sg-0a" }
  }

  expect_failures = [var.database]
}

run "a_database_in_a_new_network" {
  command = plan

  variables {
    database = { host = "db.example.com", security_group_id = "sg-0a", secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:a" }
  }

  expect_failures = [var.database]
}

run "a_role_that_would_break_the_url" {
  command = plan

  variables {
    iam_user = "migrator@host"
  }

  expect_failures = [var.iam_user]
}

run "an_engine_that_is_not_spoken" {
  command = plan

  variables {
    network = {
      vpc_id          = "vpc-0aaaaaaaaaaaaaaaa"
      subnet_ids      = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
      route_table_ids = ["rtb-0aaaaaaaaaaaaaaaa"]
    }
    database = {
      engine            = "mysql"
      host              = "db.example"
      security_group_id = "sg-0aaaaaaaaaaaaaaaa"
      secret_arn        = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-1"
    }
  }

  expect_failures = [var.database]
}

run "parameters_that_are_none" {
  command = plan

  variables {
    network = {
      vpc_id          = "vpc-0aaaaaaaaaaaaaaaa"
      subnet_ids      = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
      route_table_ids = ["rtb-0aaaaaaaaaaaaaaaa"]
    }
    database = {
      host              = "db.example"
      parameters        = "?sslmode=require"
      security_group_id = "sg-0aaaaaaaaaaaaaaaa"
      secret_arn        = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-1"
    }
  }

  expect_failures = [var.database]
}

run "a_login_of_iam_on_sql_server" {
  command = plan

  variables {
    network = {
      vpc_id          = "vpc-0aaaaaaaaaaaaaaaa"
      subnet_ids      = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
      route_table_ids = ["rtb-0aaaaaaaaaaaaaaaa"]
    }
    database = {
      engine            = "sqlserver"
      host              = "db.example"
      security_group_id = "sg-0aaaaaaaaaaaaaaaa"
      resource_id       = "db-ABC"
    }
    iam_user = "migrator"
  }

  expect_failures = [var.database]
}

run "a_database_older_than_is_supported" {
  command = plan

  variables {
    new_database = { engine_version = "12" }
  }

  expect_failures = [var.new_database]
}

run "another_trigger" {
  command = plan

  variables {
    trigger = "both"
  }

  expect_failures = [var.trigger]
}

run "uploaders_when_releases_are_the_trigger" {
  command = plan

  variables {
    uploader_arns = ["arn:aws:iam::123456789012:role/operators"]
  }

  expect_failures = [var.uploader_arns]
}

run "everybody_uploads" {
  command = plan

  variables {
    trigger       = "upload"
    uploader_arns = ["arn:aws:iam::123456789012:role/*"]
  }

  expect_failures = [var.uploader_arns]
}

run "too_little_memory" {
  command = plan

  variables {
    memory_mb = 512
  }

  expect_failures = [var.memory_mb]
}

run "no_concurrency" {
  command = plan

  variables {
    reserved_concurrency = 0
  }

  expect_failures = [var.reserved_concurrency]
}

run "a_retention_that_cloudwatch_does_not_know" {
  command = plan

  variables {
    retention_days = 100
  }

  expect_failures = [var.retention_days]
}

run "an_address_that_is_none" {
  command = plan

  variables {
    alarm_emails = ["dba"]
  }

  expect_failures = [var.alarm_emails]
}

run "a_topic_that_is_none" {
  command = plan

  variables {
    alarm_topic_arn = "pager"
  }

  expect_failures = [var.alarm_topic_arn]
}

run "every_bucket_before" {
  command = plan

  variables {
    promotion = { previous_bucket = "arn:aws:s3:::*" }
  }

  expect_failures = [var.promotion]
}

run "every_role_after" {
  command = plan

  variables {
    promotion = { next_deploy_role_arn = "arn:aws:iam::210987654321:role/*" }
  }

  expect_failures = [var.promotion]
}
