name       = "shop"
repository = "acme/shop"
github     = { environment = "staging" }

promotion = {
  previous_bucket      = "drawbridge-shop-test-20261122"
  next_deploy_role_arn = "arn:aws:iam::210987654321:role/drawbridge-shop-production-deploy"
}
