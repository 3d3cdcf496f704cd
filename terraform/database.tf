locals {
  create_database = var.database == null

  # What an engine is usually reached by, and what its driver needs of the function. That of SQL Server needs the data of
  # cultures (ICU), which only .NET's runtime has in its image; the program is the same and is started by itself there, too.
  engines = {
    postgresql = { scheme = "postgres", port = 5432, root_database = "postgres", runtime = "provided.al2023", environment = {} }
    sqlserver = {
      scheme        = "sqlserver"
      port          = 1433
      root_database = "master"
      runtime       = "dotnet10"
      environment = {
        AWS_LAMBDA_EXEC_WRAPPER               = "/var/task/bootstrap"
        DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = "0"
      }
    }
  }

  engine     = local.engines[local.create_database ? "postgresql" : var.database.engine]
  parameters = try(var.database.parameters, "") == "" ? "" : "?${var.database.parameters}"

  database = local.create_database ? {
    host               = aws_db_instance.this[0].address
    port               = 5432
    security_group_id  = aws_security_group.database[0].id
    root_database      = "postgres"
    secret_arn         = aws_db_instance.this[0].master_user_secret[0].secret_arn
    secret_kms_key_arn = null
    resource_id        = aws_db_instance.this[0].resource_id
    } : {
    host               = var.database.host
    port               = coalesce(var.database.port, local.engine.port)
    security_group_id  = var.database.security_group_id
    root_database      = coalesce(var.database.root_database, local.engine.root_database)
    secret_arn         = var.database.secret_arn
    secret_kms_key_arn = var.database.secret_kms_key_arn
    resource_id        = var.database.resource_id
  }
}

resource "aws_db_instance" "this" {
  count                               = local.create_database ? 1 : 0
  identifier                          = local.name
  engine                              = "postgres"
  engine_version                      = var.new_database.engine_version
  instance_class                      = var.new_database.instance_class
  allocated_storage                   = var.new_database.storage_gb
  max_allocated_storage               = min(var.new_database.storage_gb * 5, 65536)
  storage_type                        = "gp3"
  storage_encrypted                   = true
  port                                = 5432
  username                            = "postgres"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true
  multi_az                            = var.new_database.multi_az
  db_subnet_group_name                = aws_db_subnet_group.this[0].name
  vpc_security_group_ids              = [aws_security_group.database[0].id]
  publicly_accessible                 = false
  parameter_group_name                = aws_db_parameter_group.this[0].name
  backup_retention_period             = var.new_database.backup_days
  copy_tags_to_snapshot               = true
  auto_minor_version_upgrade          = true
  enabled_cloudwatch_logs_exports     = ["postgresql"]
  deletion_protection                 = var.deletion_protection
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "${aws_s3_bucket.this.id}-final" # which no other set-up of this name has
  tags                                = local.tags

  # RDS would make its log group itself, and keep it for ever.
  depends_on = [aws_cloudwatch_log_group.database]
}

resource "aws_cloudwatch_log_group" "database" {
  count             = local.create_database ? 1 : 0
  name              = "/aws/rds/instance/${local.name}/postgresql"
  retention_in_days = var.retention_days
  tags              = local.tags
}

resource "aws_db_subnet_group" "this" {
  count       = local.create_database ? 1 : 0
  name        = local.name
  description = "Private subnets."
  subnet_ids  = local.subnet_ids
  tags        = local.tags
}

resource "aws_db_parameter_group" "this" {
  count       = local.create_database ? 1 : 0
  name_prefix = "${local.name}-"
  description = "TLS only."
  family      = "postgres${split(".", var.new_database.engine_version)[0]}"
  tags        = local.tags

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  # A new major version needs a new family while the instance still uses the old one.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "database" {
  count       = local.create_database ? 1 : 0
  name        = "${local.name}-database"
  description = "The database: whoever may come in has a rule of their own."
  vpc_id      = local.vpc_id
  tags        = merge(local.tags, { Name = "${local.name}-database" })
}
