# An instance of SQL Server that is there: what differs from PostgreSQL.
mock_provider "aws" {
  source = "./tests/mocks"
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
    engine            = "sqlserver"
    host              = "shop.abc.eu-central-1.rds.amazonaws.com"
    parameters        = "encrypt=mandatory"
    security_group_id = "sg-0aaaaaaaaaaaaaaaa"
    secret_arn        = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-1"
  }
}

run "sql_server" {
  command = plan

  assert {
    condition     = aws_lambda_function.this.environment[0].variables.DATABASE == "sqlserver://shop.abc.eu-central-1.rds.amazonaws.com:1433/DB_NAME?encrypt=mandatory"
    error_message = "The function is told what the database is, and how it encrypts."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables.ROOT_DATABASE == "master" && output.root_database == "master"
    error_message = "Its root database is master."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables.DOTNET_SYSTEM_GLOBALIZATION_INVARIANT == "0"
    error_message = "The driver has the data of cultures."
  }

  assert {
    condition     = aws_lambda_function.this.runtime == "dotnet10" && aws_lambda_function.this.environment[0].variables.AWS_LAMBDA_EXEC_WRAPPER == "/var/task/bootstrap"
    error_message = "The image has that data, and starts the program itself."
  }

  assert {
    condition = alltrue([
      for rule in [aws_vpc_security_group_egress_rule.function_to_database, aws_vpc_security_group_ingress_rule.database_from_function] :
      rule.from_port == 1433 && rule.to_port == 1433
    ])
    error_message = "The way leads to its port."
  }
}
