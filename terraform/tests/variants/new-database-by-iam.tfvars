name       = "shop"
repository = "acme/shop"
iam_user   = "migrator"
