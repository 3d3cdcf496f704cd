# What AWS would answer, where the provider or the module looks closer than at any string.
mock_data "aws_caller_identity" {
  defaults = { account_id = "123456789012" }
}

mock_data "aws_partition" {
  defaults = { partition = "aws" }
}

mock_data "aws_region" {
  defaults = { region = "eu-central-1" }
}

mock_data "aws_availability_zones" {
  defaults = { names = ["eu-central-1a", "eu-central-1b", "eu-central-1c"] }
}

mock_data "aws_ec2_managed_prefix_list" {
  defaults = { id = "pl-6ea54007" }
}

mock_data "aws_iam_policy_document" {
  defaults = { json = "{}" }
}

mock_resource "aws_s3_bucket" {
  defaults = {
    id     = "drawbridge-shop-20261122"
    bucket = "drawbridge-shop-20261122"
    arn    = "arn:aws:s3:::drawbridge-shop-20261122"
  }
}

mock_resource "aws_vpc" {
  defaults = { id = "vpc-00000000000000001" }
}

mock_resource "aws_vpc_endpoint" {
  defaults = { dns_entry = [{ dns_name = "vpce-1.secretsmanager.eu-central-1.vpce.amazonaws.com", hosted_zone_id = "Z1" }] }
}

mock_resource "aws_db_instance" {
  defaults = {
    address            = "shop.abc.eu-central-1.rds.amazonaws.com"
    resource_id        = "db-ABCDEFGHIJKL"
    master_user_secret = [{ secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!db-1", kms_key_id = "", secret_status = "active" }]
  }
}

mock_resource "aws_lambda_function" {
  defaults = { arn = "arn:aws:lambda:eu-central-1:123456789012:function:drawbridge-shop" }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/drawbridge-shop" }
}

mock_resource "aws_sqs_queue" {
  defaults = {
    arn = "arn:aws:sqs:eu-central-1:123456789012:drawbridge-shop-undelivered"
    url = "https://sqs.eu-central-1.amazonaws.com/123456789012/drawbridge-shop-undelivered"
  }
}

mock_resource "aws_sns_topic" {
  defaults = { arn = "arn:aws:sns:eu-central-1:123456789012:drawbridge-shop-announced" }
}

mock_resource "aws_iam_openid_connect_provider" {
  defaults = { arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
}
