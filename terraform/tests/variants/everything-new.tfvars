name       = "shop"
repository = "acme/shop"
