locals {
  # Who may write below each prefix. Everybody else is refused, whatever their own policies say.
  writers = {
    "migrations/" = concat([aws_iam_role.deploy.arn], var.uploader_arns)
    "releases/"   = [aws_iam_role.deploy.arn, aws_iam_role.function.arn]
    "plans/"      = [aws_iam_role.plan.arn]
    "results/"    = [aws_iam_role.function.arn]
  }

  next_deploy_roles = [for arn in [var.promotion.next_deploy_role_arn] : arn if arn != null]
}

resource "aws_s3_bucket" "this" {
  bucket_prefix = "${local.name}-"
  force_destroy = !var.deletion_protection
  tags          = local.tags
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

# S3's own key: with one of KMS the function would need a way to that too, and the ETags would no longer tell contents.
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# Scripts and releases stay: the newest release says which commit was shipped last.
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  dynamic "rule" {
    for_each = toset(["plans", "results"])

    content {
      id     = "old-${rule.key}"
      status = "Enabled"

      filter {
        prefix = "${rule.key}/"
      }

      expiration {
        days = var.retention_days
      }

      # A result is written again twice a second while its release is at work.
      noncurrent_version_expiration {
        noncurrent_days = 1
      }
    }
  }

  rule {
    id     = "replaced-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.retention_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = data.aws_iam_policy_document.bucket.json

  depends_on = [aws_s3_bucket_public_access_block.this]
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "RecentTlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "NumericLessThan"
      variable = "s3:TlsVersion"
      values   = ["1.2"]
    }
  }

  dynamic "statement" {
    for_each = local.writers

    content {
      sid       = "WritersOf${title(trimsuffix(statement.key, "/"))}"
      effect    = "Deny"
      actions   = ["s3:PutObject"]
      resources = ["${aws_s3_bucket.this.arn}/${statement.key}*"]

      principals {
        type        = "*"
        identifiers = ["*"]
      }

      condition {
        test     = "ArnNotEquals"
        variable = "aws:PrincipalArn"
        values   = statement.value
      }
    }
  }
  # By account and name, not by the role itself: S3 refuses a policy whose principal does not exist yet.
  dynamic "statement" {
    for_each = local.next_deploy_roles

    content {
      sid       = "ListedByTheEnvironmentAfter"
      actions   = ["s3:ListBucket"]
      resources = [aws_s3_bucket.this.arn]

      principals {
        type        = "AWS"
        identifiers = ["arn:${local.partition}:iam::${split(":", statement.value)[4]}:root"]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:PrincipalArn"
        values   = [statement.value]
      }

      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = ["releases/*", "results/*"]
      }
    }
  }

  dynamic "statement" {
    for_each = local.next_deploy_roles

    content {
      sid       = "ReadByTheEnvironmentAfter"
      actions   = ["s3:GetObject"]
      resources = ["${aws_s3_bucket.this.arn}/releases/*", "${aws_s3_bucket.this.arn}/results/*"]

      principals {
        type        = "AWS"
        identifiers = ["arn:${local.partition}:iam::${split(":", statement.value)[4]}:root"]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:PrincipalArn"
        values   = [statement.value]
      }
    }
  }
}
