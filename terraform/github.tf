locals {
  github_host       = "token.actions.githubusercontent.com"
  oidc_provider_arn = var.github.oidc_provider_arn == null ? aws_iam_openid_connect_provider.github[0].arn : var.github.oidc_provider_arn

  # The second form is how GitHub names repositories made, renamed or moved after July 2026.
  owner_and_name = split("/", var.repository)
  repository_subjects = concat(
    ["repo:${var.repository}"],
    var.github.owner_id == null ? [] : [
      "repo:${local.owner_and_name[0]}@${var.github.owner_id}/${local.owner_and_name[1]}@${var.github.repository_id}"
    ],
  )

  environment_name = coalesce(var.github.environment, "production")
  deploying_job = (
    var.github.branch == null
    ? "environment:${replace(local.environment_name, ":", "%3A")}"
    : "ref:refs/heads/${replace(var.github.branch, ":", "%3A")}"
  )

  previous_bucket_arns = [
    for bucket in [var.promotion.previous_bucket] : "arn:${local.partition}:s3:::${bucket}" if bucket != null
  ]

  trusted_jobs = {
    deploy = [for subject in local.repository_subjects : "${subject}:${local.deploying_job}"]
    plan   = [for subject in local.repository_subjects : "${subject}:pull_request"]
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.github.oidc_provider_arn == null ? 1 : 0
  url            = "https://${local.github_host}"
  client_id_list = ["sts.amazonaws.com"]
  tags           = local.tags
}

data "aws_iam_policy_document" "job_trust" {
  for_each = local.trusted_jobs

  statement {
    sid     = "JobsOfOneRepository"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.github_host}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.github_host}:sub"
      values   = each.value
    }
  }
}

resource "aws_iam_role" "deploy" {
  name               = "${local.name}-deploy"
  description        = "Ships the migrations of ${var.repository}."
  assume_role_policy = data.aws_iam_policy_document.job_trust["deploy"].json
  tags               = local.tags
}

resource "aws_iam_role_policy" "deploy" {
  name   = "deploy"
  role   = aws_iam_role.deploy.id
  policy = data.aws_iam_policy_document.deploy.json
}

data "aws_iam_policy_document" "deploy" {
  # S3 takes the key for the prefix when it decides whether to say 'not there' or 'denied'.
  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.this.arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["releases/*", "results/*"]
    }
  }

  statement {
    sid       = "CompareWithTheMirror"
    actions   = ["s3:ListBucketVersions"]
    resources = [aws_s3_bucket.this.arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["migrations/*"]
    }
  }

  statement {
    sid       = "ShipScripts"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = ["${aws_s3_bucket.this.arn}/migrations/*"]
  }

  statement {
    sid       = "Release"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.this.arn}/releases/*"]
  }

  statement {
    sid       = "FollowResults"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.this.arn}/results/*"]
  }

  # An invocation can only ask the function how it is: what it applies comes from the bucket.
  statement {
    sid       = "AskTheFunction"
    actions   = ["lambda:InvokeFunction"]
    resources = [aws_lambda_function.this.arn]
  }

  dynamic "statement" {
    for_each = local.previous_bucket_arns

    content {
      sid       = "ListTheEnvironmentBefore"
      actions   = ["s3:ListBucket"]
      resources = [statement.value]

      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = ["releases/*", "results/*"]
      }
    }
  }

  dynamic "statement" {
    for_each = local.previous_bucket_arns

    content {
      sid       = "ReadTheEnvironmentBefore"
      actions   = ["s3:GetObject"]
      resources = ["${statement.value}/releases/*", "${statement.value}/results/*"]
    }
  }
}

resource "aws_iam_role" "plan" {
  name               = "${local.name}-plan"
  description        = "Asks what the pull requests of ${var.repository} would change; it can't change anything."
  assume_role_policy = data.aws_iam_policy_document.job_trust["plan"].json
  tags               = local.tags
}

resource "aws_iam_role_policy" "plan" {
  name   = "plan"
  role   = aws_iam_role.plan.id
  policy = data.aws_iam_policy_document.plan.json
}

data "aws_iam_policy_document" "plan" {
  # S3 takes the key for the prefix when it decides whether to say 'not there' or 'denied'.
  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.this.arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["results/*"]
    }
  }

  statement {
    sid       = "Ask"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.this.arn}/plans/*"]
  }

  statement {
    sid       = "FollowResults"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.this.arn}/results/*"]
  }
}
