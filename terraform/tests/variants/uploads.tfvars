name            = "shop"
repository      = "acme/shop"
trigger         = "upload"
uploader_arns   = ["arn:aws:iam::123456789012:role/operators"]
alarm_emails    = ["dba@example.com", "ops@example.com"]
alarm_topic_arn = "arn:aws:sns:eu-central-1:123456789012:pager"

network = {
  vpc_id                             = "vpc-0aaaaaaaaaaaaaaaa"
  subnet_ids                         = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
  route_table_ids                    = ["rtb-0aaaaaaaaaaaaaaaa"]
  secrets_endpoint_security_group_id = "sg-0bbbbbbbbbbbbbbbb"
}
