name       = "shop"
repository = "acme/shop"
cidr       = "10.1.0.0/16"

new_database = {
  engine_version = "16.4"
  instance_class = "db.r7g.large"
  storage_gb     = 400
  multi_az       = true
  backup_days    = 35
}

memory_mb            = 2048
reserved_concurrency = 5
retention_days       = 30
alarm_emails         = ["dba@example.com"]
deletion_protection  = false
tags                 = { Team = "platform" }
