name       = "shop"
repository = "acme/shop"
iam_user   = "migrator"

network = {
  vpc_id     = "vpc-0aaaaaaaaaaaaaaaa"
  subnet_ids = ["subnet-0aaaaaaaaaaaaaaa1"]
}
create_s3_endpoint = false

database = {
  host              = "shop.cluster-abc.eu-central-1.rds.amazonaws.com"
  security_group_id = "sg-0aaaaaaaaaaaaaaaa"
  resource_id       = "cluster-ABCDEFGHIJKL"
}
