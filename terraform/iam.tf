locals {
  # What Lambda does in the function's name, before the code runs and around it.
  network_interface_actions = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
  ]
}

resource "aws_iam_role" "function" {
  name               = "${local.name}-function"
  description        = "What the function of Drawbridge may do."
  assume_role_policy = data.aws_iam_policy_document.function_trust.json
  tags               = local.tags
}

data "aws_iam_policy_document" "function_trust" {
  statement {
    sid     = "Lambda"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "function" {
  name   = "function"
  role   = aws_iam_role.function.id
  policy = data.aws_iam_policy_document.function.json
}

data "aws_iam_policy_document" "function" {
  # Also what makes S3 say 'not there' instead of 'denied'.
  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.this.arn]
  }

  # The version that a release or an event names; the newest of an upload, and where 'doctor' looks.
  statement {
    sid       = "ReadScriptsReleasesAndPlans"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = [for prefix in ["migrations/", "releases/", "plans/"] : "${aws_s3_bucket.this.arn}/${prefix}*"]
  }

  statement {
    sid       = "KeepResultsCurrent"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.this.arn}/results/*"]
  }

  # The same bytes of its own release, which start the next invocation when time is over.
  statement {
    sid       = "GoOnInAnotherInvocation"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.this.arn}/releases/*"]
  }

  dynamic "statement" {
    for_each = local.uses_secret ? [local.database.secret_arn] : []

    content {
      sid       = "ReadTheLogin"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = local.uses_secret && local.database.secret_kms_key_arn != null ? [local.database.secret_kms_key_arn] : []

    content {
      sid       = "DecryptTheLogin"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["secretsmanager.${local.region}.amazonaws.com"]
      }
    }
  }

  dynamic "statement" {
    for_each = var.iam_user == null ? [] : [var.iam_user]

    content {
      sid       = "LogIn"
      actions   = ["rds-db:connect"]
      resources = ["arn:${local.partition}:rds-db:${local.region}:${local.account}:dbuser:${local.database.resource_id}/${statement.value}"]
    }
  }

  statement {
    sid       = "LeaveEventsThatFailed"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.undelivered.arn]
  }

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.function.arn}:*"]
  }

  # EC2 knows no narrower resource for these; the statement below keeps them from the code.
  statement {
    sid       = "NetworkInterfaces"
    actions   = local.network_interface_actions
    resources = ["*"]
  }

  statement {
    sid       = "NoNetworkInterfacesForTheCode"
    effect    = "Deny"
    actions   = local.network_interface_actions
    resources = ["*"]

    condition {
      test     = "ArnEquals"
      variable = "lambda:SourceFunctionArn"
      values   = [local.function_arn]
    }
  }
}
