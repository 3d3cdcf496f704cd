locals {
  create_network  = var.network == null
  vpc_id          = local.create_network ? aws_vpc.this[0].id : var.network.vpc_id
  subnet_ids      = local.create_network ? aws_subnet.private[*].id : var.network.subnet_ids
  route_table_ids = local.create_network ? aws_route_table.private[*].id : var.network.route_table_ids

  uses_secret                        = var.iam_user == null
  secrets_endpoint_security_group_id = try(var.network.secrets_endpoint_security_group_id, null)
  create_secrets_endpoint            = local.uses_secret && local.secrets_endpoint_security_group_id == null
  secrets_security_group_id          = local.create_secrets_endpoint ? aws_security_group.secrets[0].id : local.secrets_endpoint_security_group_id
}

data "aws_availability_zones" "this" {
  count = local.create_network ? 1 : 0
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

# No gateway, neither to the internet nor from it: what is inside reaches its neighbours and the endpoints below.
resource "aws_vpc" "this" {
  count                = local.create_network ? 1 : 0
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = local.tags
}

# Without rules, so that whatever forgets to name a group reaches nothing.
resource "aws_default_security_group" "closed" {
  count  = local.create_network ? 1 : 0
  vpc_id = aws_vpc.this[0].id
  tags   = merge(local.tags, { Name = "${local.name}-closed" })
}

# RDS wants two zones.
resource "aws_subnet" "private" {
  count             = local.create_network ? 2 : 0
  vpc_id            = aws_vpc.this[0].id
  availability_zone = data.aws_availability_zones.this[0].names[count.index]
  cidr_block        = cidrsubnet(var.cidr, 2, count.index)
  tags              = merge(local.tags, { Name = "${local.name}-private-${count.index + 1}" })

  # A zone that AWS adds must not move the subnets that are there.
  lifecycle {
    ignore_changes = [availability_zone]
  }
}

resource "aws_route_table" "private" {
  count  = local.create_network ? 1 : 0
  vpc_id = aws_vpc.this[0].id
  tags   = merge(local.tags, { Name = "${local.name}-private" })
}

resource "aws_route_table_association" "private" {
  count          = local.create_network ? 2 : 0
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[0].id
}

# The way to S3. It costs nothing; without it the function waits for S3 until its time is over.
resource "aws_vpc_endpoint" "s3" {
  count             = var.create_s3_endpoint ? 1 : 0
  vpc_id            = local.vpc_id
  service_name      = "com.amazonaws.${local.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = local.route_table_ids
  policy            = data.aws_iam_policy_document.s3_endpoint[0].json
  tags              = merge(local.tags, { Name = "${local.name}-s3" })
}

# A gateway endpoint takes no principal but everybody; the condition says whom it means.
data "aws_iam_policy_document" "s3_endpoint" {
  count = var.create_s3_endpoint ? 1 : 0

  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.this.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = [aws_iam_role.function.arn]
    }
  }

  statement {
    sid       = "ReadAndWrite"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = ["${aws_s3_bucket.this.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = [aws_iam_role.function.arn]
    }
  }

  # A gateway endpoint takes over the S3 traffic of everything that shares its route tables. Whoever was there before
  # must reach their buckets as they did, the image layers of ECR among them.
  dynamic "statement" {
    for_each = local.create_network ? [] : [1]

    content {
      sid       = "EverybodyElseAsBefore"
      actions   = ["s3:*"]
      resources = ["*"]

      principals {
        type        = "*"
        identifiers = ["*"]
      }

      condition {
        test     = "ArnNotEquals"
        variable = "aws:PrincipalArn"
        values   = [aws_iam_role.function.arn]
      }
    }
  }
}

data "aws_ec2_managed_prefix_list" "s3" {
  name = "com.amazonaws.${local.region}.s3"
}

# The way to the secret, in one zone: another one would cost as much again, for calls that are made a few times a day.
# Its private name is off, because that would redirect everybody in the VPC here; the function is told the endpoint's own.
resource "aws_vpc_endpoint" "secrets" {
  count               = local.create_secrets_endpoint ? 1 : 0
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.${local.region}.secretsmanager"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = false
  subnet_ids          = [local.subnet_ids[0]]
  security_group_ids  = [aws_security_group.secrets[0].id]
  policy              = data.aws_iam_policy_document.secrets_endpoint[0].json
  tags                = merge(local.tags, { Name = "${local.name}-secrets" })
}

data "aws_iam_policy_document" "secrets_endpoint" {
  count = local.create_secrets_endpoint ? 1 : 0

  statement {
    sid       = "ReadTheLogin"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [local.database.secret_arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = [aws_iam_role.function.arn]
    }
  }
}

resource "aws_security_group" "function" {
  name        = "${local.name}-function"
  description = "The function of Drawbridge: nothing comes in."
  vpc_id      = local.vpc_id
  tags        = merge(local.tags, { Name = "${local.name}-function" })
}

resource "aws_vpc_security_group_egress_rule" "function_to_database" {
  security_group_id            = aws_security_group.function.id
  description                  = "To the database."
  referenced_security_group_id = local.database.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = local.database.port
  to_port                      = local.database.port
  tags                         = local.tags
}

resource "aws_vpc_security_group_ingress_rule" "database_from_function" {
  security_group_id            = local.database.security_group_id
  description                  = "From the function of ${local.name}."
  referenced_security_group_id = aws_security_group.function.id
  ip_protocol                  = "tcp"
  from_port                    = local.database.port
  to_port                      = local.database.port
  tags                         = local.tags
}

resource "aws_vpc_security_group_egress_rule" "function_to_s3" {
  security_group_id = aws_security_group.function.id
  description       = "To S3, through its gateway endpoint."
  prefix_list_id    = data.aws_ec2_managed_prefix_list.s3.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  tags              = local.tags
}

resource "aws_security_group" "secrets" {
  count       = local.create_secrets_endpoint ? 1 : 0
  name        = "${local.name}-secrets"
  description = "The endpoint of Secrets Manager: only the function comes in."
  vpc_id      = local.vpc_id
  tags        = merge(local.tags, { Name = "${local.name}-secrets" })
}

resource "aws_vpc_security_group_egress_rule" "function_to_secrets" {
  count                        = local.uses_secret ? 1 : 0
  security_group_id            = aws_security_group.function.id
  description                  = "To the endpoint of Secrets Manager."
  referenced_security_group_id = local.secrets_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  tags                         = local.tags
}

resource "aws_vpc_security_group_ingress_rule" "secrets_from_function" {
  count                        = local.uses_secret ? 1 : 0
  security_group_id            = local.secrets_security_group_id
  description                  = "From the function of ${local.name}."
  referenced_security_group_id = aws_security_group.function.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  tags                         = local.tags
}
