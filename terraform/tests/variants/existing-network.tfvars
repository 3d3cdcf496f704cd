name       = "shop"
repository = "acme/shop"

network = {
  vpc_id          = "vpc-0aaaaaaaaaaaaaaaa"
  subnet_ids      = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
  route_table_ids = ["rtb-0aaaaaaaaaaaaaaaa"]
}

database = {
  host               = "shop.abc.eu-central-1.rds.amazonaws.com"
  security_group_id  = "sg-0aaaaaaaaaaaaaaaa"
  secret_arn         = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-1"
  secret_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

github = {
  branch            = "main"
  owner_id          = 12
  repository_id     = 345
  oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
}
